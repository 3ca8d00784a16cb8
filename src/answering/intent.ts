// Describes intents: a query and facts in, a reply out. They know no search and no Slack.

import type { Courtesy } from '../conversation/phrase-roles.js';
import type { Fact, Facts } from '../knowledge/facts.js';
import type { Purpose } from '../knowledge/files/purpose-file.js';
import type { ComparedGroup } from '../understanding/compared-groups.js';
import type { QuestionForm } from '../understanding/question-kind.js';
import type { SlotName, Slots } from '../understanding/slots.js';
import type { Chart, PointList, Quote, Table } from './answer.js';

export type { Amount } from '../understanding/amounts.js';
export type { Hours, Period, Slots, Span } from '../understanding/slots.js';
export type { Chart } from './answer.js';

/** A question as a topic sees it. */
export interface Query {
  /** The person's own words, free of mark-up. */
  readonly text: string;
  readonly slots: Slots;
  /** How closely each fact is asked for, by fact id; absent if it isn't asked for by name. */
  readonly focus: ReadonlyMap<string, number>;
  /** What kind of question it is. */
  readonly form: QuestionForm;
  /** The groups of people it sets against each other, each with a level and a place; none if it names them apart. */
  readonly groups: readonly ComparedGroup[];
  /** How much of the question a fact covers, from 0 to 1. */
  overlap(fact: Fact): number;
  /** Whether the question has a telling word that no fact of its topic has, nor another word for it: “are they paid on time?”. */
  goesBeyond(): boolean;
  /** Whether the words right before a thing, by its concept, make it one that no fact of the topic tells: “an online degree”. */
  isOfOtherSort(concept: string): boolean;
  /** Whether it names what only another topic is about, or other facts of this one: “will salaries grow?” where the demand is told. */
  namesOther(fact?: Fact): boolean;
  /** Whether the words of a phrase occur in the question, next to each other and in any form. */
  says(phrase: string): boolean;
  /** Names of subjects that were asked for and that no document mentions. */
  readonly missing: readonly string[];
  /** Those that leave the answer as it is: a note says so. */
  readonly aside: readonly string[];
  /** Names of subjects that were only told beside the question and that no document mentions: “I fear layoffs. Is it …?” */
  readonly told: readonly string[];
  /** Technologies and places that a document names but no fact does. */
  readonly namesInText: readonly string[];
  /** The title of a document, by its id. */
  titleOf(document: string): string;
  /** Whether the question asks for this part of its topic; the words for it are in `data/language/subtopics.yml`. */
  asksFor(subtopic: string): boolean;
}

/** How a reply begins. */
export interface Lead {
  readonly headline: string;
  /** Set if it says that the documents leave open what was asked. */
  readonly isOpen?: true;
  /** What would make the headline too long. */
  readonly below?: string;
}

/** What a topic answers. `facts` are those it's based on: their quotes are shown. */
export interface Reply extends Pick<Lead, 'headline' | 'isOpen'> {
  readonly details?: readonly string[];
  /** Lines that belong together, each list with its heading, after the details. */
  readonly lists?: readonly PointList[];
  readonly formulas?: readonly string[];
  readonly facts: readonly Fact[];
  /** Set if the headline says that the documents don't mention what was asked. */
  readonly isAbsent?: boolean;
  /** What was asked for and no document mentions, as a sentence names it: “Docker”, “pay in Germany”. */
  readonly lacks?: readonly string[];
  /** Sentences it's based on without facts: those of a written answer, which has no more to say. */
  readonly quotes?: readonly Quote[];
  /** Set where the quotes are what was asked for. */
  readonly isQuotation?: true;
}

/** How facts are shown together, where that's more than a line each. */
export interface Arrangement extends Omit<Reply, 'headline'> {
  readonly table?: Table;
  readonly chart?: Chart;
}

/** The shape of every intent: a topic, help, the fallback and small talk differ in what they're asked with. */
interface Answering<Asked extends readonly unknown[]> {
  readonly id: string;
  answer(...asked: Asked): Reply;
}

/** One topic. */
export interface Intent extends Answering<[query: Query, facts: Facts]> {
  /** The words on its button and in help. */
  readonly title: string;
  /** A question to try. */
  readonly example: string;
  /** The kinds of facts that are its own, the one it needs first; their words help to recognise it. */
  readonly kinds: readonly string[];
  /** The roles of single facts that its answer relies on; each must be some fact's `role` in the data. */
  readonly roles?: readonly string[];
  /** The sub-topics it distinguishes; each must be in `data/language/subtopics.yml`. */
  readonly subtopics?: readonly string[];
  /** Set if the topic is about other jobs as well as ours. */
  readonly mayCompare?: true;
  /**
   * What it makes of a place that no document names: `tells` by itself what holds there, or `denies` that the documents
   * mention it. Absent if it gives the same answer; then a note says so.
   */
  readonly places?: 'tells' | 'denies';
  /** Ids of the topics offered after its answer. */
  readonly related: readonly string[];
  /** The slots that its answer depends on; for others, a follow-up gets the reply that they make no difference. */
  readonly slots?: readonly SlotName[];
  /** How all its facts are shown together; those left out follow with a line each. */
  readonly arrange?: (query: Query, facts: Facts) => Arrangement;
}

/** Declares a topic. */
export const defineIntent = (intent: Intent): Intent => intent;

/** What help lists. */
export interface HelpContent {
  readonly purpose: Purpose;
  readonly topics: readonly Intent[];
  /** The titles of the documents, with their dates. */
  readonly sources: readonly string[];
  /** Headings of each document, to show what can be asked. */
  readonly headings: readonly { readonly title: string; readonly headings: readonly string[] }[];
}

/** Answers questions about the bot itself. */
export interface HelpIntent extends Answering<[query: Query, facts: Facts, about: HelpContent]> {
  /** The kinds of facts that are its own. */
  readonly kinds: readonly string[];
  /** The sub-topics it distinguishes; each must be in `data/english/help-subtopics.txt`. */
  readonly subtopics: readonly string[];
}

/** A question that no topic answers. */
export interface Unanswered {
  /** `passage`: a passage of the document `source` answers · `closest`: some come close. */
  readonly outcome: 'passage' | 'closest' | 'clarify' | 'out-of-scope';
  /** The kind of text it looks like: a file of `data/out-of-scope`, or `other-language`. */
  readonly outOfScope?: string | undefined;
  readonly source?: string | undefined;
  readonly purpose: Purpose;
  /** A question that would be answered. */
  readonly example?: string | undefined;
}

/** Answers when no topic is certain. */
export interface FallbackIntent extends Answering<[unanswered: Unanswered]> {
  /** The kinds of out-of-scope texts that it has words for. */
  readonly outOfScope: readonly string[];
  /** The kind of those about other jobs. */
  readonly otherJobs: string;
  /** What a document says besides an answer. */
  besides(source: string, sentence: string): string;
}

/** Answers courtesies (`declined` if the person meant none of the offered topics), and words replies on the last answer. */
export interface ConversationIntent extends Answering<[courtesy: Courtesy | 'declined', purpose: Purpose]> {
  /** `reasons` are the facts of the topic that say why. */
  why(reasons: readonly Fact[]): PlainReply;
  /** `sources` are titles of documents, with their dates if they have one. */
  source(sources: readonly string[]): PlainReply;
  sure(sources: readonly string[]): PlainReply;
  /** Above all facts of a topic, and when they were already shown. */
  full(title: string): string;
  /** Above the facts that a full answer has besides its lists. */
  readonly besides: string;
  nothingMore(titles: readonly string[]): string;
  /** Says that the documents make no difference for these slots. */
  noDifference(slots: Pick<Slots, 'levels' | 'places' | 'technologies'>): string;
}

/** A reply that isn't based on a document. */
export interface PlainReply {
  readonly headline: string;
  readonly details: readonly string[];
}

/** A document as it's spoken of; `updated` is the date as the document words it. */
export interface DocumentSummary {
  readonly id: string;
  readonly title: string;
  readonly updated?: string;
}

/** Words the replies to questions about the documents themselves; `all` are those that were asked about. */
export interface DocumentsIntent {
  /** The kinds of facts that say how old a document is. */
  readonly dateKinds: readonly string[];
  /** The kinds of facts that name other pages. */
  readonly linkKinds: readonly string[];
  /** `meant` are those asked for; there are `count` in all. */
  titles(meant: readonly DocumentSummary[], count: number): PlainReply;
  dates(all: readonly DocumentSummary[]): PlainReply;
  newer(all: readonly DocumentSummary[]): PlainReply;
  author(all: readonly DocumentSummary[]): PlainReply;
  /** `links` are the words that carry them; `facts` name other pages. */
  links(all: readonly DocumentSummary[], links: readonly string[], facts: readonly Fact[]): PlainReply;
  sections(all: readonly DocumentSummary[], headings: readonly string[]): PlainReply;
  /** Which of them mention the subject, each with its sections; none does where `found` is empty. */
  mentions(
    subject: string,
    found: readonly { readonly title: string; readonly sections: readonly string[]; readonly says?: string }[],
    all: readonly DocumentSummary[],
  ): PlainReply;
  /** A headline with the only document that says so. */
  within(title: string, headline: string): string;
  /** That a document says nothing of what another one tells. */
  silent(title: string): string;
}

/** All topics there are, in the order of help. */
export interface Intents {
  readonly topics: readonly Intent[];
  readonly help: HelpIntent;
  readonly conversation: ConversationIntent;
  readonly documents: DocumentsIntent;
  readonly fallback: FallbackIntent;
}
