// Finds the passage of a document that answers a question, or those that come closest, and says how sure that is.
import { findAskedUnit } from './asked-sentence.js';
import { foldSpace, type Quote, quoteSection, type Section, type SourceDocument } from './documents.js';
import { excerptOf } from './excerpt.js';
import type { MentorAnswer } from './mentor-answers.js';
import { headingWords, type SectionIndex } from './section-index.js';
import { type Candidate, openSearch, type Search } from './section-search.js';
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
  /** How surely it answers, 0 to 1. */
  readonly confidence: number;
  readonly candidate: Candidate;
  /** The sentence, item or row in it that has most of what is asked for. */
  readonly sentence: string;
  /** All sentences, items and rows of the section. */
  readonly sentences: readonly string[];
  readonly quotes: readonly Quote[];
  /** Set if a mentor wrote the section. */
  readonly signed?: MentorAnswer;
}

/** All passages of the documents. */
export interface Passages {
  /** Those that may answer, best first; `words` are those of the question, slips corrected. */
  find(words: readonly string[]): readonly Passage[];
  /** How much a word says, by how rare it is in the documents and in English; 0 for one that says nothing. */
  weigh(word: string): number;
  /** The beginning of a section that was offered; undefined if the section no longer exists. */
  open(ref: string): Passage | undefined;
  /** The same with all that the section says. */
  openWhole(ref: string): Passage | undefined;
  /**
   * What the document of a passage says to a follow-up; `words` are those of its own, slips corrected, `text` is the whole.
   * Undefined where it says nothing to it.
   */
  follow(ref: string, words: readonly string[], text: string): Passage | undefined;
}

type PassageSign = keyof typeof PASSAGE_CONFIDENCE;

/** The signs that the weights weigh, for a candidate that is no exact heading; `next` is the one after it. */
export function listPassageSigns(candidate: Candidate, next: Candidate | undefined): Record<PassageSign, number> {
  const { share, unitShare, covered, similarity, said } = candidate;
  const margin = Math.min(1, (candidate.score - (next?.score ?? 0)) / PASSAGE_SIGNS.clearMargin);
  return { bias: 1, share, unitShare, covered, similarity, margin, said: Math.min(PASSAGE_SIGNS.enoughSaid, said) };
}

const SIGNS = Object.keys(PASSAGE_CONFIDENCE) as PassageSign[];

/** How surely a candidate answers. */
function rateCandidate(candidate: Candidate, next: Candidate | undefined): number {
  if (candidate.isExact) return 1;
  const signs = listPassageSigns(candidate, next);
  return 1 / (1 + Math.exp(-SIGNS.reduce((sum, sign) => sum + PASSAGE_CONFIDENCE[sign] * signs[sign], 0)));
}

/** Opens the index of these documents. */
export const openPassages = (index: SectionIndex, documents: readonly SourceDocument[]): Passages =>
  new IndexedPassages(index, documents);

class IndexedPassages implements Passages {
  private readonly index: SectionIndex;
  private readonly documents: readonly SourceDocument[];
  /** The number of the first unit of each section that has any. */
  private readonly firstUnits = new Map<number, number>();
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

  find(words: readonly string[]): readonly Passage[] {
    const candidates = this.search.find(words, MOST_CANDIDATES);
    return candidates
      .flatMap((candidate, at) => this.toPassage(candidate, rateCandidate(candidate, candidates[at + 1])))
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

  follow(ref: string, words: readonly string[], text: string): Passage | undefined {
    const number = this.numberOf(ref);
    const place = number === undefined ? undefined : this.locate(number);
    if (number === undefined || place === undefined) return undefined;
    return this.followIn(number, place[1], words) ?? this.pickAsked(number, place, text);
  }

  /** The section of the same document that has the words of a follow-up, where those of the heading before go with them. */
  private followIn(number: number, { heading }: Section, words: readonly string[]): Passage | undefined {
    const [document] = this.index.places[number] ?? [];
    const own = new Map(this.search.find(words, MOST_FOLLOWED).map((one) => [one.section, one]));
    const candidates = this.search.find([...headingWords(heading), ...words], MOST_CANDIDATES);
    for (const [at, candidate] of candidates.entries()) {
      const { share = 0, unit } = own.get(candidate.section) ?? {};
      if (share < FOLLOW_UP.ownShare || this.index.places[candidate.section]?.[0] !== document) continue;
      const confidence = rateCandidate({ ...candidate, isExact: false }, candidates[at + 1]);
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

  private toPassage(candidate: Candidate, confidence: number): Passage[] {
    const place = this.locate(candidate.section);
    if (place === undefined) return [];
    const [document, section] = place;
    const sentences = section.blocks.flatMap(({ units }) => units.map(foldSpace));
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
        candidate,
        sentence: sentences[unit ?? 0] ?? '',
        sentences,
        quotes: excerptOf(document, section, unit),
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
