// Last stop of the core: one value that holds a whole answer, with no Slack and no terminal in it.

/** A sentence of a document, to the letter. `document` is its id, `title` what a person knows it by. */
export interface Quote {
  readonly document: string;
  readonly title: string;
  readonly section: string;
  readonly text: string;
}

/** Figures side by side; the first row is the header, the first column names the rows. */
export interface Table {
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

/** What one topic says: the headline answers, details add, formulas show arithmetic, quotes prove. */
export interface AnswerPart {
  readonly topic: string;
  readonly headline: string;
  readonly details: readonly string[];
  readonly formulas: readonly string[];
  readonly table?: Table;
  readonly quotes: readonly Quote[];
}

/** A topic offered as a button: its id and the words on the button. */
export interface Suggestion {
  readonly topic: string;
  readonly title: string;
}

/** `answer`: from the documents · `suggest`: unsure, offers topics · `decline`: not about this · `help`: about the bot. */
export type Outcome = 'answer' | 'suggest' | 'decline' | 'help';

/** The whole reply to one question: one part per topic answered (exactly one for any other outcome). */
export interface Answer {
  readonly outcome: Outcome;
  readonly parts: readonly AnswerPart[];
  readonly suggestions: readonly Suggestion[];
}
