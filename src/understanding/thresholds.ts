// Every number that understanding turns on, with what it trades and the command that measures it.

/** How a topic is learnt from its phrases. `npm run bench answers` shows accuracy, refusals and the time of training. */
export const TRAINING = {
  /** Passes over the phrases. Twice as many took twice as long and recognised no more topics. */
  epochs: 4,
  /** How far a weight moves for an error; meanings (dense) move less, since every text has all of them. */
  rate: 0.5,
  denseRate: 0.1,
  /** What pulls weights back to zero: more forgets rare words, less remembers noise. */
  decay: 1e-4,
  /** How much the meaning of words counts beside the words themselves. */
  denseWeight: 1.5,
  bias: -2.0,
  /** A class whose probability is off by less is left alone: half the time of training, no change of an answer. */
  negligible: 0.01,
} as const;

/** How much the parts of a text count beside its words (1). Letters carry slips and word families to unseen words. */
export const FEATURES = {
  pair: 0.7,
  letters: 0.2,
  /** Letters are taken in groups of so many: groups of 2 add time and gain nothing. */
  shortest: 3,
  longest: 4,
  /** A text of so many features is read by its words alone; it bounds the time that a text can take. */
  most: 1500,
} as const;

/** How the score from which a match counts is found: `npm run bench fit` compares it with the best there is. */
export const THRESHOLD = {
  /** The phrases are tried in so many parts, each by a model that hasn't seen it. */
  folds: 4,
  /** More phrases than this are sampled: it bounds the time of training. */
  mostSamples: 1000,
  /** The share of rightly recognised phrases that a threshold may refuse. More refuses more of what is out of scope. */
  refused: 0.15,
  /** Too few phrases to try: as sure as not. */
  untried: 0.5,
} as const;

/** Which words are corrected, and to what; the specification with slips in its questions measures it. */
export const SPELLING = {
  /** Shorter words are never corrected; from `long` letters on a word may have two slips. */
  shortest: 4,
  long: 8,
  /** No word worth correcting is longer; Fuse takes 32 letters at most. */
  longest: 24,
  /** Fuse counts two letters swapped as two errors: this refuses no word that the slips would allow. */
  search: { threshold: 0.75, distance: 40, minMatchCharLength: 1 },
  /** A text with more unknown words than this is no slip of the keyboard; it bounds the time that a text can take. */
  mostSearches: 20,
} as const;

/** From which confidence on a topic is answered, and offered. Lower ones answer more and refuse less: `npm run bench fit`. */
export const DECISION = { answer: 0.42, offer: 0.25 } as const;

/** What a text's words say of its being about this career; `npm run bench answers` shows the questions each decides. */
export const SCOPE = {
  /** The most that is believed without being sure. */
  unsure: 0.41,
  /** A corrected word counts as unfamiliar by as much: the person may have meant another word. */
  correctedUnfamiliarity: 0.3,
  /** More unfamiliar words than this say no more. */
  mostUnfamiliarity: 4,
  /** A word that no topic uses and that says as much, 0 to 1, keeps a text without a word of the field from an answer. */
  unknownWeight: 0.45,
  /** Without our job's name, a topic with a lower score is offered at most: one in three such answers was wrong. */
  clearTopic: 0.7,
  /** Log-odds of a word that can name another subject, and of one that names what is asked of a job. */
  stranger: -1,
  /** “Is a X an IT job” has so many words at most before our job. */
  longestSubject: 6,
  attribute: 0.5,
} as const;

/**
 * How much each sign speaks for (above 0) or against an answer: a logistic regression that `npm run bench fit` fits to
 * the specification's questions.
 */
export const CONFIDENCE = {
  bias: -2.0,
  match: 0.57,
  inside: 1.68,
  own: 3.6,
  field: 0.1,
  unfamiliar: -1.2,
  unfamiliarOwn: -0.05,
  strangest: 0.95,
  strangestOwn: 0.05,
} as const;

/** When a text of a few words is answered by its topic's own nouns, and when its topics are only offered. */
export const HALF_QUESTION = {
  mostTokens: 4,
  mostTelling: 2,
  /** Log-odds below which a word is too much of everyday life to be taken for one of ours. */
  everyday: -0.5,
  /** The share of a word's uses in scope that one topic has, and its log-odds, from which the word is the topic's own. */
  ownShare: 0.5,
  ownOdds: 0.5,
  score: 0.7,
  /** A text of nothing but such words as hold a question together is answered from this score on (“how much do they make”). */
  emptyScore: 0.95,
} as const;

/** The score from which a text is about the bot, by itself and where a kind of out-of-scope text fits better still. */
export const HELP = { sure: 0.5, besideOthers: 0.65 } as const;
