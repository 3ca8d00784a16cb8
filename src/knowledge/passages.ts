// Finds the passage of a document that answers a question, or those that come closest, and says how sure that is.
import { foldSpace, type Quote, type Section, type SourceDocument } from './documents.js';
import { excerptOf } from './excerpt.js';
import type { MentorAnswer } from './mentor-answers.js';
import type { SectionIndex } from './section-index.js';
import { type Candidate, openSearch, type Search } from './section-search.js';

/** What a passage is called in place of a topic. */
export const PASSAGE = 'passage';

/** From here on a passage is shown as the answer; from `OFFER_PASSAGE` on it is offered. Chosen on test/specification/passages. */
export const SHOW_PASSAGE = 0.5;
export const OFFER_PASSAGE = 0.07;
/**
 * How much each sign speaks for a passage: a logistic regression, fitted to the questions of test/specification/passages.
 * `margin` is how far it is ahead of the next one.
 */
const WEIGHTS = { bias: -12.5, share: 4.6, unitShare: 4.2, covered: 1.05, similarity: 1.7, margin: 0.97, said: 3.6 };
const CLEAR_MARGIN = 6;
const ENOUGH_SAID = 1.5;
/** The number of sections that are offered, and that are looked at. */
const MOST_OFFERED = 3;
const MOST_CANDIDATES = 6;

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
}

/** How surely a candidate answers; `next` is the one after it. */
function rateCandidate(candidate: Candidate, next: Candidate | undefined): number {
  if (candidate.isExact) return 1;
  const { share, unitShare, covered, similarity, said } = candidate;
  const margin = Math.min(1, (candidate.score - (next?.score ?? 0)) / CLEAR_MARGIN);
  const signs = { bias: 1, share, unitShare, covered, similarity, margin, said: Math.min(ENOUGH_SAID, said) };
  const sum = Object.entries(WEIGHTS).reduce((total, [name, weight]) => {
    return total + weight * signs[name as keyof typeof WEIGHTS];
  }, 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Opens the index of these documents. */
export function openPassages(index: SectionIndex, documents: readonly SourceDocument[]): Passages {
  let opened: Search | undefined;
  // Opened by the first question, so that a start needn't wait for it.
  const search = (): Search => {
    opened ??= openSearch(index);
    return opened;
  };
  const firstUnits = new Map<number, number>();
  for (const [unit, section] of index.unitSections.entries())
    if (!firstUnits.has(section)) firstUnits.set(section, unit);

  const locate = (section: number): readonly [SourceDocument, Section] | undefined => {
    const [document, place] = index.places[section] ?? [-1, -1];
    const [source, found] = [documents[document], documents[document]?.sections[place]];
    return source && found ? [source, found] : undefined;
  };
  const toPassage = (candidate: Candidate, confidence: number): Passage[] => {
    const place = locate(candidate.section);
    if (place === undefined) return [];
    const [document, section] = place;
    const sentences = section.blocks.flatMap(({ units }) => units.map(foldSpace));
    const unit = candidate.unit === undefined ? undefined : candidate.unit - (firstUnits.get(candidate.section) ?? 0);
    return [
      {
        ref: `${document.id}#${section.id}`,
        document: document.id,
        title: document.title,
        section: section.heading,
        confidence,
        candidate,
        sentence: sentences[unit ?? 0] ?? '',
        sentences,
        quotes: excerptOf(document, section, unit),
        ...(section.signed && { signed: section.signed }),
      },
    ];
  };

  return {
    weigh: (word) => search().weigh(word),
    find(words) {
      const candidates = search().find(words, MOST_CANDIDATES);
      return candidates
        .flatMap((candidate, at) => toPassage(candidate, rateCandidate(candidate, candidates[at + 1])))
        .flatMap((passage) => (passage.quotes.length > 0 ? [passage] : leadBelow(passage)))
        .slice(0, MOST_CANDIDATES);
    },
    open(ref) {
      const cut = ref.lastIndexOf('#');
      const [id, own] = [ref.slice(0, cut), ref.slice(cut + 1)];
      const number = index.places.findIndex((_, section) => {
        const place = locate(section);
        return place?.[0].id === id && place[1].id === own;
      });
      return number < 0 ? undefined : toPassage(blankCandidate(number), 1)[0];
    },
  };

  /** A heading without text, asked as it stands, leads to the sections below it; otherwise its words are theirs anyway. */
  function leadBelow({ candidate }: Passage): Passage[] {
    const place = locate(candidate.section);
    if (!candidate.isExact || place === undefined) return [];
    const [document, { heading, above }] = place;
    const [at = -1] = index.places[candidate.section] ?? [];
    const path = [...above, heading].join('\n');
    return index.places.flatMap(([number, own], section) => {
      const below = number === at ? document.sections[own] : undefined;
      const isBelow = below?.above.join('\n').startsWith(path) === true;
      return isBelow && below.blocks.length > 0 ? toPassage(blankCandidate(section), OFFER_PASSAGE) : [];
    });
  }
}

/** The passages worth offering, best first. */
export const listOffered = (passages: readonly Passage[]): readonly Passage[] =>
  (passages[0]?.confidence ?? 0) < OFFER_PASSAGE ? [] : passages.slice(0, MOST_OFFERED);

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
