// Finds the passage of a document that answers a question, or those that come closest, and says how sure that is.

import { isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import { findAskedUnit } from './asked-sentence.js';
import { foldSpace, type Quote, quoteSection, type Section, type SourceDocument } from './documents.js';
import { excerptOf } from './excerpt.js';
import type { MentorAnswer } from './mentor-answers.js';
import { headingWords, listUnread, type SectionIndex } from './section-index.js';
import { type Candidate, openSearch, type Search, type SearchedWords } from './section-search.js';
import { FOLLOW_UP, PASSAGE_CONFIDENCE, PASSAGE_DECISION, PASSAGE_SIGNS } from './thresholds.js';

/** What a passage is called in place of a topic. */
export const PASSAGE = 'passage';

/** The number of sections that are offered, and that are looked at. */
const MOST_OFFERED = 3;
const MOST_CANDIDATES = 6;
const MOST_FOLLOWED = 20;

/** A section with its document. */
type Located = readonly [SourceDocument, Section];

/** A section of a document as it is offered. */
export interface PassageOffer {
  /** What `open` finds it by. */
  readonly ref: string;
  readonly document: string;
  readonly title: string;
  readonly section: string;
}

/** A section that may answer. */
export interface Passage extends PassageOffer {
  /** Set for a written answer: the topic that answers in its place. */
  readonly topic: string | undefined;
  /** How surely it answers, 0 to 1, and how much surer it is than any other that was found. */
  readonly confidence: number;
  readonly lead: number;
  readonly candidate: Candidate;
  /** The sentence, item or row in it that has most of what is asked for. */
  readonly sentence: string;
  /** All sentences, items and rows of the section. */
  readonly sentences: readonly string[];
  readonly quotes: readonly Quote[];
  /** Set if a mentor wrote the section. */
  readonly signed?: MentorAnswer;
}

/** A text that passages are searched for. */
export interface SearchedText {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** All passages of the documents. */
export interface Passages {
  /** Those that may answer, best first. */
  find(asked: SearchedText): readonly Passage[];
  /** How much a word says, by how rare it is in the documents and in English; 0 for one that says nothing. */
  weigh(word: string): number;
  /** The beginning of a section that was offered; undefined if the section no longer exists. */
  open(ref: string): Passage | undefined;
  /** The same with all that the section says. */
  openWhole(ref: string): Passage | undefined;
  /** What the document of a passage says to a follow-up; undefined where it says nothing to it. */
  follow(ref: string, asked: SearchedText): Passage | undefined;
}

type PassageSign = keyof typeof PASSAGE_CONFIDENCE;

/** The signs that the weights weigh, for a candidate that is no exact heading; `next` is the one after it. */
export function listPassageSigns(candidate: Candidate, next: Candidate | undefined): Record<PassageSign, number> {
  const { share, unitShare, covered, similarity, said } = candidate;
  const margin = Math.min(1, (candidate.score - (next?.score ?? 0)) / PASSAGE_SIGNS.clearMargin);
  return { bias: 1, share, unitShare, covered, similarity, margin, said: Math.min(PASSAGE_SIGNS.enoughSaid, said) };
}

const SIGNS = Object.keys(PASSAGE_CONFIDENCE) as PassageSign[];

/** How much speaks for it that a candidate answers: log-odds. */
function weighSigns(candidate: Candidate, next: Candidate | undefined): number {
  const signs = listPassageSigns(candidate, next);
  return SIGNS.reduce((sum, sign) => sum + PASSAGE_CONFIDENCE[sign] * signs[sign], 0);
}

/** A candidate with how surely it answers, 0 to 1, and how much surer that is than of any other. */
interface RatedCandidate {
  readonly candidate: Candidate;
  readonly confidence: number;
  readonly lead: number;
}

/** Rates what a search found, and puts it in the order of how sure it is and how it compares with the others. */
function rateCandidates(candidates: readonly Candidate[]): readonly RatedCandidate[] {
  const rated = candidates.map((candidate, at) => {
    const odds = weighSigns(candidate, candidates[at + 1]);
    const confidence = candidate.isExact ? 1 : 1 / (1 + Math.exp(-odds));
    return { candidate, confidence, place: odds + PASSAGE_DECISION.compared * candidate.score };
  });
  const [first, second = 0] = rated.map(({ confidence }) => confidence).sort((a, b) => b - a);
  return rated
    .sort((a, b) => b.place - a.place)
    .map((one) => ({ ...one, lead: one.confidence - (one.confidence === first ? second : (first ?? 0)) }));
}

/** Opens the index of these documents. */
export const openPassages = (index: SectionIndex, documents: readonly SourceDocument[]): Passages =>
  new IndexedPassages(index, documents);

class IndexedPassages implements Passages {
  private readonly index: SectionIndex;
  private readonly documents: readonly SourceDocument[];
  /** The number of the first unit of each section that has any. */
  private readonly firstUnits = new Map<number, number>();
  /** The sentences of sections that were found, by the section's number. */
  private readonly sentences: (readonly string[] | undefined)[] = [];
  private opened: Search | undefined;

  constructor(index: SectionIndex, documents: readonly SourceDocument[]) {
    this.index = index;
    this.documents = documents;
    for (const [unit, section] of index.unitSections.entries())
      if (!this.firstUnits.has(section)) this.firstUnits.set(section, unit);
  }

  /** Opened by the first question: a start need not wait for it. */
  private get search(): Search {
    this.opened ??= openSearch(this.index);
    return this.opened;
  }

  weigh(word: string): number {
    return this.search.weigh(word);
  }

  find(asked: SearchedText): readonly Passage[] {
    const candidates = this.search.find(readSearched(asked), MOST_CANDIDATES);
    return rateCandidates(candidates)
      .flatMap(({ candidate, confidence, lead }) => this.toPassage(candidate, confidence, lead))
      .flatMap((passage) => (passage.quotes.length > 0 ? [passage] : this.leadBelow(passage)))
      .slice(0, MOST_CANDIDATES);
  }

  open(ref: string): Passage | undefined {
    const number = this.numberOf(ref);
    return number === undefined ? undefined : this.toPassage(blankCandidate(number), 1)[0];
  }

  openWhole(ref: string): Passage | undefined {
    const passage = this.open(ref);
    const place = passage && this.locate(passage.candidate.section);
    if (passage === undefined || place === undefined) return undefined;
    const [document, section] = place;
    const blocks = section.blocks.map(({ kind, units }) => units.join(kind === 'paragraph' ? ' ' : '\n'));
    return { ...passage, quotes: blocks.map((text) => quoteSection(document, section, text)) };
  }

  follow(ref: string, asked: SearchedText): Passage | undefined {
    const number = this.numberOf(ref);
    const place = number === undefined ? undefined : this.locate(number);
    if (number === undefined || place === undefined) return undefined;
    return this.followIn(number, place[1], readSearched(asked)) ?? this.pickAsked(number, place, asked.text);
  }

  /** The section of the same document that has the words of a follow-up, where those of the heading before go with them. */
  private followIn(number: number, { heading }: Section, asked: SearchedWords): Passage | undefined {
    const [document] = this.index.places[number] ?? [];
    const own = new Map(this.search.find(asked, MOST_FOLLOWED).map((one) => [one.section, one]));
    const words = [...headingWords(heading), ...asked.words];
    const candidates = this.search.find({ ...asked, words }, MOST_CANDIDATES);
    for (const { candidate, confidence } of rateCandidates(candidates.map((one) => ({ ...one, isExact: false })))) {
      const { share = 0, unit } = own.get(candidate.section) ?? {};
      if (share < FOLLOW_UP.ownShare || this.index.places[candidate.section]?.[0] !== document) continue;
      if (confidence >= FOLLOW_UP.show)
        return this.toPassage({ ...candidate, unit: unit ?? candidate.unit }, confidence)[0];
    }
    return undefined;
  }

  /** The sentence of the section itself that has what a question without a subject asks for: an amount, a time, a person. */
  private pickAsked(number: number, [document, section]: Located, text: string): Passage | undefined {
    const units = section.blocks.flatMap((block) => block.units);
    const at = findAskedUnit(text, units);
    const [passage] = at === undefined ? [] : this.toPassage(blankCandidate(number), 1);
    return passage && { ...passage, quotes: [quoteSection(document, section, foldSpace(units[at ?? 0] ?? ''))] };
  }

  private numberOf(ref: string): number | undefined {
    const cut = ref.lastIndexOf('#');
    const [id, own] = [ref.slice(0, cut), ref.slice(cut + 1)];
    const number = this.index.places.findIndex((_, section) => {
      const place = this.locate(section);
      return place?.[0].id === id && place[1].id === own;
    });
    return number < 0 ? undefined : number;
  }

  private locate(section: number): Located | undefined {
    const [document, place] = this.index.places[section] ?? [-1, -1];
    const [source, found] = [this.documents[document], this.documents[document]?.sections[place]];
    return source && found ? [source, found] : undefined;
  }

  private toPassage(candidate: Candidate, confidence: number, lead = 0): Passage[] {
    const place = this.locate(candidate.section);
    if (place === undefined) return [];
    const [document, section] = place;
    const sentences = this.sentences[candidate.section] ?? section.blocks.flatMap(({ units }) => units.map(foldSpace));
    this.sentences[candidate.section] = sentences;
    const first = this.firstUnits.get(candidate.section) ?? 0;
    const unit = candidate.unit === undefined ? undefined : candidate.unit - first;
    return [
      {
        ref: `${document.id}#${section.id}`,
        document: document.id,
        title: document.title,
        section: section.heading,
        topic: document.topic,
        confidence,
        lead,
        candidate,
        sentence: sentences[unit ?? 0] ?? '',
        sentences,
        quotes: excerptOf(document, section, candidate.isExact ? undefined : unit),
        ...(section.signed && { signed: section.signed }),
      },
    ];
  }

  /** A heading without text, asked word for word, leads to the sections below it; otherwise its words are theirs anyway. */
  private leadBelow({ candidate }: Passage): Passage[] {
    const place = this.locate(candidate.section);
    if (!candidate.isExact || place === undefined) return [];
    const [document, { heading, above }] = place;
    const [at = -1] = this.index.places[candidate.section] ?? [];
    const path = [...above, heading];
    return this.index.places.flatMap(([number, own], section) => {
      const below = number === at ? document.sections[own] : undefined;
      const isBelow = below !== undefined && path.every((one, depth) => below.above[depth] === one);
      return isBelow && below.blocks.length > 0 ? this.toPassage(blankCandidate(section), PASSAGE_DECISION.offer) : [];
    });
  }
}

function readSearched({ text, tokens }: SearchedText): SearchedWords {
  // Documents may write “backend”, and the search then reads “back end” so.
  const ofField = tokens
    .filter((token) => isOfClass(token, 'own'))
    .flatMap(({ words }) => words.flatMap((word, at) => [word, `${word}${words[at + 1] ?? ''}`]))
    .map(stemOf);
  return { words: tokens.flatMap(({ words }) => words), ofField: new Set(ofField), unread: listUnread(text) };
}

/** Whether a passage is sure enough to be shown as the answer, whatever a topic may say. */
export function isSure(passage: Passage): boolean {
  const { show, clearLead } = PASSAGE_DECISION;
  return passage.confidence >= show || (isLikely(passage) && passage.lead >= clearLead);
}

/** Whether a passage has enough of what is asked for to be shown where nothing else tells it. */
export function isLikely({ confidence, candidate }: Passage): boolean {
  const { showClear, clearShare } = PASSAGE_DECISION;
  return confidence >= showClear && candidate.share >= clearShare;
}

/** The passages worth offering, best first; none where the best is less sure than `least`. */
export const listOffered = (passages: readonly Passage[], least: number): readonly Passage[] =>
  (passages[0]?.confidence ?? 0) < least ? [] : passages.slice(0, MOST_OFFERED);

const blankCandidate = (section: number): Candidate => ({
  section,
  score: 0,
  said: 0,
  share: 0,
  unitShare: 0,
  unit: undefined,
  covered: 0,
  similarity: 0,
  isExact: false,
});
