// Every threshold and weight of understanding, with what it trades off and the command that measures it.

/** How a topic is learnt from its phrases. `npm run bench answers` shows accuracy, refusals and the time of training. */
export const TRAINING = {
  /** Passes over the phrases. Twice as many take twice as long and recognise no more topics. */
  epochs: 3,
  /** Few phrases are passed over more often, up to `mostEpochs` times, until the model has seen so many. */
  leastSteps: 10_000,
  mostEpochs: 5,
  /** How far a weight moves for an error; dense weights (meaning) move less, since every text has all of them. */
  rate: 0.5,
  denseRate: 0.1,
  /** Pulls weights towards zero: a higher value forgets rare words, a lower one learns noise. */
  decay: 1e-4,
  /** How much the meaning of words counts beside the words themselves. */
  denseWeight: 1.5,
  bias: -2.0,
  /** An example of a small topic counts up to this many times. A higher value finds small topics, and takes others for them. */
  mostWeight: 3,
  /** A class whose probability is closer than this is left alone: half the training time, and no answer changes. */
  negligible: 0.01,
} as const;

/** How much the parts of a text count compared with its words (1). Letters connect typos and word families to known words. */
export const FEATURES = {
  pair: 0.7,
  letters: 0.2,
  /** Letters are taken in groups of so many: groups of 2 add time and gain nothing. */
  shortest: 3,
  longest: 4,
  /** A text with this many features is read by its words alone; it limits the time a text can take. */
  most: 1500,
} as const;

/** How the score from which a match counts is found: `npm run bench fit` compares it with the best there is. */
export const THRESHOLD = {
  /** The phrases are tried in so many parts, each by a model that hasn't seen it. */
  folds: 4,
  /** A model for trying is taught so many phrases at most, and no more parts are tried than give enough: both limit the time. */
  mostTaught: 750,
  enough: 500,
  /** The share of rightly recognised phrases that a threshold may refuse. More refuses more out-of-scope texts. */
  refused: 0.15,
  /** Too few phrases to try: an even chance. */
  untried: 0.5,
} as const;

/** Which words are corrected, and to what; measured by the specification with typos in its questions. */
export const SPELLING = {
  /** Shorter words are never corrected; from `long` letters on a word may have two slips. */
  shortest: 4,
  long: 8,
  /** No word worth correcting is longer; Fuse allows at most 32 letters. */
  longest: 24,
  /** Fuse counts two swapped letters as two errors: this refuses no word that the typos would allow. */
  search: { threshold: 0.75, distance: 40, minMatchCharLength: 1 },
  /** A text with more unknown words than this isn't a typing error; it limits the time a text can take. */
  mostSearches: 20,
} as const;

/** The confidence from which a topic is answered, and offered. Lower values answer more and refuse less: `npm run bench fit`. */
export const DECISION = { answer: 0.42, offer: 0.15 } as const;

/**
 * When the words of a text decide between topics that fit it nearly as well: those within these odds of the best, for one whose
 * phrases use the words more often by so much (a natural logarithm). Of phrases kept back from training, that takes
 * twice as many to their own topic as it takes away; wider odds or no margin take away nearly as many as they bring. They are wider
 * for a topic whose own thing a yes-or-no question names.
 */
export const NEAR_TIE = { odds: 2, ownOdds: 4, margin: 0.3 } as const;

/** What a text's words say of its being about this career; `npm run bench answers` shows the questions each decides. */
export const SCOPE = {
  /** The highest confidence that isn't certainty. */
  unsure: 0.41,
  /** How unfamiliar a corrected word counts: the person may have meant a different one. */
  correctedUnfamiliarity: 0.3,
  /** More unfamiliar words than this say no more. */
  mostUnfamiliarity: 4,
  /** One word says no more than this for or against an answer. */
  mostEvidence: 2.5,
  /** Half a question isn't read as a follow-up if it has a word that says this much, 0 to 1, and that no topic uses. */
  unknownWeight: 0.45,
  /** Log-odds of a word that can name another subject, and of one that names what is asked of a job. */
  stranger: -1,
  /** “Is a X an IT job” has at most this many words before our job. */
  longestSubject: 6,
  attribute: 0.5,
} as const;

/**
 * How much each sign speaks for (above 0) or against an answer: a logistic regression that `npm run bench fit` fits to
 * the specification's questions. The bias is set by hand after that: 0.6 lower costs half a point of right answers.
 */
export const CONFIDENCE = {
  bias: -3.2,
  match: 1.17,
  inside: 1.08,
  own: 2.2,
  unfamiliar: -1.04,
  evidence: 0.25,
} as const;

/** When a text of a few words is answered by its topic's own nouns, and when its topics are only offered. */
export const HALF_QUESTION = {
  mostTokens: 4,
  mostTelling: 2,
  /** Log-odds below which a word is too common in everyday life to count as one of ours. */
  everyday: -0.5,
  /** The share of a word's uses in scope that one topic has, and its log-odds, from which the word is the topic's own. */
  ownShare: 0.5,
  ownOdds: 0.5,
  score: 0.7,
  /** A text of stop words only is answered from this score on (“how much do they make”, “how do I get in”). */
  emptyScore: 0.89,
  /** The same if it points at something said before (“is it as much as that”). */
  pointingScore: 0.95,
  /** One of a currency and whom or where it's for is answered from this score on (“dollars outside India”). */
  moneyScore: 0.5,
} as const;

/**
 * When a text that no topic is sure of asks for something that the documents lack: “which city is best for it”. A higher share
 * of the topics refuses it, a lower one says so of days off and school hours as well; so does a higher share of a kind of
 * out-of-scope text.
 */
export const ABSENT = { inside: 0.4, elsewhere: 0.6, unfamiliar: 0.3 } as const;

/** The score from which a text is about the bot. `npm run bench -- answers` shows how many are taken for it. */
export const HELP = {
  sure: 0.5,
  /** The same if a kind of out-of-scope text fits better still. */
  besideOthers: 0.65,
  /** The same without topics in code: “do you sell used tools” asks for a document, and nothing else was learnt to tell them apart. */
  besideDocuments: 0.96,
} as const;
