// Describes the entries of data/language/glossary.yml.

/** A word, the topic it belongs to, how it's asked for, and its explanation in one sentence. */
export interface GlossaryEntry {
  readonly term: string;
  readonly topic: string;
  readonly words: readonly string[];
  readonly says: string;
}
