// Every number that finding and showing passages turns on, with what it trades and the command that measures it.

/** What the parts of a section count for its meaning as a whole. `npm run bench -- fit` shows how many sections are found. */
export const SECTION_MEANING = {
  /** A word of its heading counts so much more than one of its text; one above it and one of the title less. */
  heading: 2,
  above: 0.3,
  title: 0.1,
  /** What the heading by itself counts in what sections are compared by, beside heading and text together. */
  headingShare: 0.65,
} as const;

/** How words of a question are matched with those of sections. `npm run bench -- fit` shows how many sections are found. */
export const MATCHING = {
  /** Below this similarity two words don't mean alike. Lower finds more paraphrases, and more that merely sounds alike. */
  leastSimilarity: 0.35,
  /** So many words that mean alike are looked for, the nearest: it bounds the time. */
  mostAlike: 15,
  /** What a word counts that means alike, at most, and one from a list of synonyms; the word itself is 1. */
  alike: 0.9,
  synonym: 0.8,
  /** How much of a word's weight depends on how rare it is in the documents. */
  rarity: 0.7,
  /** What a word counts that says only a little (data/english/light-words.txt). */
  light: 0.5,
  /** What a word counts that names what all the documents are about; and a number, next to a word. */
  ofField: 0.1,
  number: 0.5,
  /** What a word counts that is only in the title of the document; and one of the heading, for a sentence below it. */
  inTitle: 0.8,
  inContext: 0.8,
  /** Words of a question after these aren't looked at: it bounds the time that a text can take. */
  mostWords: 24,
} as const;

/** What the ways of comparing count in the order of sections. `npm run bench -- fit` shows how many are found. */
export const RANKING = {
  /** By the very words (BM25), by the best match of each word, by what question and section mean as a whole. */
  words: 0.7,
  alignment: 3,
  meaning: 2.5,
  /** Within alignment, matches in the heading, and in a single sentence, count again. */
  heading: 0.15,
  unit: 1.2,
  /** What a section gains whose document is named by a word that no other one has. */
  named: 4,
  /** BM25: how soon further occurrences of a word stop to count, and how much a section's length counts. */
  saturation: 1.2,
  length: 0.6,
  /** Of the sections that share words with a question, so many are compared by meaning: it bounds the time. */
  mostCompared: 100,
} as const;

/**
 * From which confidence on a passage is shown as the answer, and offered. Lower ones answer more, and more that is
 * merely near: `npm run bench -- fit` prints both for each limit, and `npm run bench -- answers` what comes of them.
 */
export const PASSAGE_DECISION = {
  /** What the search's own order counts beside the log-odds of the confidence, in the order in which passages are shown. */
  compared: 0.125,
  show: 0.67,
  /** Lower, where a passage has so much of what the question says, and is so much surer than any other, or nothing else tells it. */
  showClear: 0.45,
  clearShare: 0.6,
  clearLead: 0.2,
  offer: 0.025,
  /** Offered where there are topics as well: what none of them knows is seldom meant for a document. */
  offerBesideTopics: 0.1,
  /** From here on its topic answers, if the question names the fact that quotes it; or it does, if it names what no fact has. */
  showNamed: 0.3,
  /** Shown in place of a topic that covers far less of the question. */
  showAhead: 0.4,
} as const;

/**
 * How much each sign speaks for a passage: a logistic regression that `npm run bench -- fit` fits to the questions of
 * test/specification/passages.
 */
export const PASSAGE_CONFIDENCE = {
  bias: -12.5,
  share: 4.6,
  unitShare: 4.2,
  covered: 1.05,
  similarity: 1.7,
  margin: 0.97,
  said: 3.6,
} as const;

/** How the signs are cut off: more than this says no more. */
export const PASSAGE_SIGNS = {
  /** A lead over the next section as large as this is as clear as can be. */
  clearMargin: 6,
  /** A question that says as much says enough; 1 is about two words that are neither common nor everywhere. */
  enoughSaid: 1.5,
} as const;

/** When a section answers a follow-up on a passage of its document: how much it has of the follow-up's own words, and how sure it is. */
export const FOLLOW_UP = { ownShare: 0.6, show: 0.4 } as const;
