// A word in; the terms of the sections that mean the same or alike out, and how much the word says.
import { isLight } from '../understanding/text/stop-words.js';
import { stemOf } from '../understanding/text/synonyms.js';
import type { SectionIndex } from './section-index.js';
import { MATCHING } from './thresholds.js';
import { meaningOf, plainFormOf, rankOf, SIZE, similarityAt, tellingOf } from './word-meanings.js';
import { synonymsOf } from './word-synonyms.js';

const MOST_REMEMBERED = 4000;

/** A term of an index that means the same as a word or alike; `match` is 1 for the word itself, less for others. */
export interface NearTerm {
  readonly term: number;
  readonly match: number;
}

/** The terms of an index by what they mean: which are alike to a word of a question, and how much each says. */
export class SectionVocabulary {
  private readonly index: SectionIndex;
  private readonly known: Int32Array;
  private readonly meanings: Int8Array;
  /** What each term says; 0 for one that wasn't asked yet. */
  private readonly weights: Float64Array;
  /**
   * By the word's rank. Comparing a word with all terms takes a fifth of an answer. A word itself, as part of a message,
   * would keep the whole message in memory.
   */
  private readonly remembered = new Map<number, readonly NearTerm[]>();

  constructor(index: SectionIndex) {
    this.index = index;
    const forms = index.forms.map(plainFormOf);
    const known = forms.flatMap((form, term) => (meaningOf(form) ? [term] : []));
    this.known = Int32Array.from(known);
    this.meanings = new Int8Array(known.length * SIZE);
    this.weights = new Float64Array(forms.length);
    for (const [at, term] of known.entries()) {
      const meaning = meaningOf(forms[term] ?? '');
      if (meaning !== undefined) this.meanings.set(meaning, at * SIZE);
    }
  }

  /** The term that a word is; undefined where no section has it. */
  termOf(word: string): number | undefined {
    return this.index.terms.get(stemOf(word));
  }

  /** How much a word says: by how rare it is in the documents and in English. */
  weightOf(word: string, term: number | undefined): number {
    const { count } = this.index;
    const held = term === undefined ? 0 : (this.index.held[term] ?? 0);
    const rarity = Math.log((count + 1) / (held + 0.5)) / Math.log(2 * count + 2);
    return (isLight(word) ? MATCHING.light : 1) * (1 - MATCHING.rarity + MATCHING.rarity * rarity) * tellingOf(word);
  }

  /** The same of a term by itself: those of headings are asked for again and again. */
  weightOfTerm(term: number): number {
    const weight = this.weights[term] || this.weightOf(this.index.forms[term] ?? '', term);
    this.weights[term] = weight;
    return weight;
  }

  /** The terms that mean the same or alike, the nearest first, the word itself before all. */
  findNear(word: string): readonly NearTerm[] {
    const own = this.termOf(word);
    const near = [...this.listAlike(word), ...this.listSynonyms(word)]
      .filter(({ term }) => term !== own)
      .sort((a, b) => b.match - a.match);
    if (own !== undefined) near.unshift({ term: own, match: 1 });
    return near;
  }

  private listAlike(word: string): readonly NearTerm[] {
    const plain = plainFormOf(word);
    const rank = rankOf(plain);
    if (rank === undefined) return [];
    const known = this.remembered.get(rank);
    if (known !== undefined) return known;
    const alike = [...this.compareAll(plain)].sort((a, b) => b.match - a.match).slice(0, MATCHING.mostAlike);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(rank, alike);
    return alike;
  }

  private *compareAll(word: string): Generator<NearTerm> {
    const meaning = meaningOf(word);
    if (meaning === undefined) return;
    for (let at = 0; at < this.known.length; at += 1) {
      const similarity = similarityAt(this.meanings, at, meaning);
      if (similarity < MATCHING.leastSimilarity) continue;
      const term = this.known[at] ?? 0;
      yield {
        term,
        match: (MATCHING.alike * (similarity - MATCHING.leastSimilarity)) / (1 - MATCHING.leastSimilarity),
      };
    }
  }

  private *listSynonyms(word: string): Generator<NearTerm> {
    for (const stem of synonymsOf(stemOf(word))) {
      const term = this.index.terms.get(stem);
      if (term !== undefined) yield { term, match: MATCHING.synonym };
    }
  }
}
