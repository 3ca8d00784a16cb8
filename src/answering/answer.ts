// Describes a whole answer, without Slack or a terminal in it.
import type { Context } from '../conversation/context.js';
import type { Quote } from '../knowledge/documents.js';
import type { TextPiece } from '../knowledge/files/written-text.js';
import type { AnswerSource } from '../knowledge/mentor-answers.js';

export { type Link, type Quote, spellDate } from '../knowledge/documents.js';
export type { TextPiece } from '../knowledge/files/written-text.js';
export {
  type AnswerContent,
  type AnswerSource,
  idForQuestion,
  type MentorAnswer,
} from '../knowledge/mentor-answers.js';

/** Figures side by side; the first row is the header, the first column names the rows. */
export interface Table {
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

/** Figures as bars; every series has one value for each category, in their order. `unit` is that of all values. */
export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Lines of one sort below a heading, in an order that matters if `isOrdered`. */
export interface PointList {
  readonly heading?: string;
  readonly isOrdered?: true;
  readonly items: readonly string[];
}

/** A text that a mentor wrote, and the lines below it. */
export interface SignedText {
  readonly pieces: readonly TextPiece[];
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly source: AnswerSource;
}

/** What one topic says: the headline answers, details add, formulas show arithmetic, quotes prove. */
export interface AnswerPart {
  readonly topic: string;
  /** The topic's title; empty where no topic answers (help, fallback). */
  readonly title: string;
  readonly headline: string;
  readonly details: readonly string[];
  readonly lists?: readonly PointList[];
  readonly formulas: readonly string[];
  readonly table?: Table;
  /** The same figures as a chart; every value is in the table or the lines as well. */
  readonly chart?: Chart;
  /** Set when there's no more to tell on the topic. */
  readonly full?: true;
  readonly quotes: readonly Quote[];
  /** What a mentor wrote, shown in place of the headline, which is its first line. */
  readonly signed?: SignedText;
  /** Set if the headline says that the documents leave open what was asked. */
  readonly isOpen?: true;
  /** Set where the quotes are what was asked for, rather than what the lines rest on. */
  readonly isQuotation?: true;
}

/** The lines below the headline, those of lists as they're read aloud. */
export const listPoints = ({ details, lists = [] }: Pick<AnswerPart, 'details' | 'lists'>): string[] => [
  ...details,
  ...lists.flatMap(({ heading, isOrdered, items }) => [
    ...(heading === undefined ? [] : [`${heading}:`]),
    ...items.map((item, index) => (isOrdered ? `${index + 1}. ${item}` : item)),
  ]),
];

/** A topic offered as a button: its id and the words on the button. */
export interface Suggestion {
  readonly topic: string;
  readonly title: string;
}

/** A section of a document offered as a button. */
export interface PassageSuggestion {
  /** The topic that its button asks for. */
  readonly topic: string;
  readonly document: string;
  readonly title: string;
  readonly section: string;
}

/**
 * `answer`: from the documents · `passage`: no answer, but a passage that may hold it · `not-in-documents`: about this
 * career, but the documents lack it · `clarify`: unsure, offers topics · `out-of-scope`: not about this career, or
 * nothing to go by · `about-bot` · `small-talk`: a short word back.
 */
export const OUTCOMES = [
  'answer',
  'passage',
  'not-in-documents',
  'clarify',
  'out-of-scope',
  'about-bot',
  'small-talk',
] as const;

/** The outcome of a question. */
export type Outcome = (typeof OUTCOMES)[number];

/** What outcomes were called in older votes, notes and buttons. */
const OLDER: ReadonlyMap<string, Outcome> = new Map([
  ['suggest', 'clarify'],
  ['decline', 'out-of-scope'],
  ['help', 'about-bot'],
]);

/** An outcome by its name or its older name; undefined for any other text. */
export const readOutcome = (name: string): Outcome | undefined =>
  OUTCOMES.find((outcome) => outcome === name) ?? OLDER.get(name);

/**
 * Why the documents left something open: `missing`: none mentions a subject that was named · `closest`: only the nearest
 * sections were offered · `offered`: it was asked what was meant · `refused`: out of scope, or nothing to go by.
 */
export const GAP_KINDS = ['missing', 'closest', 'offered', 'refused'] as const;

/** Why the documents left something open. */
export type GapKind = (typeof GAP_KINDS)[number];

/** What the documents left open of a question. */
export interface Gap {
  readonly kind: GapKind;
  /** What no document mentions, as a sentence names it: “Docker”, “pay in Germany”. */
  readonly subjects: readonly string[];
  /** The section that comes nearest: the document's id and the section's heading. */
  readonly nearest?: { readonly document: string; readonly section: string };
}

/** The whole reply to one question: one part per topic answered (exactly one for any other outcome). */
export interface Answer {
  readonly outcome: Outcome;
  readonly parts: readonly AnswerPart[];
  readonly suggestions: readonly Suggestion[];
  /** The sections that come closest, where the documents say nothing directly. */
  readonly passages?: readonly PassageSuggestion[];
  /** What the documents left open of the question, if anything. */
  readonly gap?: Gap;
  /** What the next question may build on; absent if nothing was said that it could. */
  readonly context?: Context;
  /** Set if the text was answered as a question of its own, though something was said before. */
  readonly isByItself?: true;
}

/** Whether topics answered, even if only that the documents don't mention what was asked. */
export const isAnswered = ({ outcome }: Pick<Answer, 'outcome'>): boolean =>
  outcome === 'answer' || outcome === 'not-in-documents';

/** The ids of the topics that answered, the main one first; empty if none did. */
export const answeredTopics = (answer: Pick<Answer, 'outcome' | 'parts'>): string[] =>
  isAnswered(answer) ? answer.parts.map(({ topic }) => topic) : [];

/** Whether it answers directly, also with a document's own words; not with what is closest. */
export const isOutright = ({ outcome }: Pick<Answer, 'outcome'>): boolean =>
  outcome === 'answer' || outcome === 'passage';
