// The words of a question with their near terms in; what each section and each sentence holds of them out.
import { FIELDS, type SectionIndex } from './section-index.js';
import type { NearTerm } from './section-vocabulary.js';
import { MATCHING, RANKING } from './thresholds.js';

/** A sum for each section or sentence, by its number, with a list of those that have one, to clear them for the next question. */
class MatchSums {
  readonly touched: number[] = [];
  private readonly sums: Float64Array;
  private readonly bests: Float32Array;
  /** What `raise` was called for since the last `settle`. */
  private raised: number[] = [];

  constructor(count: number) {
    this.sums = new Float64Array(count);
    this.bests = new Float32Array(count);
  }

  at(number: number): number {
    return this.sums[number] ?? 0;
  }

  bestAt(number: number): number {
    return this.bests[number] ?? 0;
  }

  /** Notes the best match of the word that is being counted. */
  raise(number: number, match: number): void {
    const best = this.bests[number] ?? 0;
    if (best === 0) this.raised.push(number);
    if (match > best) this.bests[number] = match;
  }

  add(number: number, points: number): void {
    const sum = this.sums[number] ?? 0;
    if (sum === 0) this.touched.push(number);
    this.sums[number] = sum + points;
  }

  /** Adds the best matches of the word; `less` is taken off each before. */
  settle(weight: number, less?: (number: number) => number): void {
    for (const number of this.raised) {
      const match = this.bestAt(number) - (less?.(number) ?? 0);
      if (match > 0) this.add(number, weight * match);
    }
  }

  /** Forgets the word. */
  forget(): void {
    for (const number of this.raised) this.bests[number] = 0;
    this.raised = [];
  }

  clear(): void {
    for (const number of this.touched) this.sums[number] = 0;
    this.touched.length = 0;
  }
}

/** What a question finds, section by section and sentence by sentence; cleared for each question. */
export class MatchTally {
  said = 0;
  readonly lexical: MatchSums;
  readonly any: MatchSums;
  readonly headed: MatchSums;
  /** What the headings around a sentence hold, and what the sentence adds to it. */
  readonly around: MatchSums;
  readonly added: MatchSums;
  /** The match of each term that is asked for. */
  readonly asked = new Map<number, number>();
  private readonly index: SectionIndex;
  private readonly meanLength: number;

  constructor(index: SectionIndex) {
    const count = index.places.length;
    this.index = index;
    this.meanLength = index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count) || 1;
    this.lexical = new MatchSums(count);
    this.any = new MatchSums(count);
    this.headed = new MatchSums(count);
    this.around = new MatchSums(count);
    this.added = new MatchSums(index.unitSections.length);
  }

  clear(): void {
    this.said = 0;
    this.asked.clear();
    for (const sums of [this.lexical, this.any, this.headed, this.around, this.added]) sums.clear();
  }

  /** Counts one word of the question: every section takes its best match for it. */
  count(near: readonly NearTerm[], weight: number): void {
    const { units, unitSections } = this.index;
    this.said += weight;
    for (const { term, match } of near) {
      if (match > (this.asked.get(term) ?? 0)) this.asked.set(term, match);
      this.countSections(term, match, weight);
      const to = units.starts[term + 1] ?? 0;
      for (let at = units.starts[term] ?? 0; at < to; at += 1) this.added.raise(units.items[at] ?? 0, match);
    }
    this.any.settle(weight);
    this.headed.settle(weight);
    this.around.settle(weight);
    this.added.settle(weight, (unit) => this.around.bestAt(unitSections[unit] ?? 0));
    for (const sums of [this.any, this.headed, this.around, this.added]) sums.forget();
  }

  private countSections(term: number, match: number, weight: number): void {
    const { sections, fields, counts, lengths } = this.index;
    const to = sections.starts[term + 1] ?? 0;
    for (let at = sections.starts[term] ?? 0; at < to; at += 1) {
      const section = sections.items[at] ?? 0;
      const held = fields[at] ?? 0;
      const isAround = (held & (FIELDS.heading | FIELDS.above)) > 0;
      const outside = isAround ? 1 : (held & FIELDS.title) > 0 ? MATCHING.inTitle : 0;
      this.any.raise(section, match * ((held & FIELDS.body) > 0 ? 1 : outside));
      if (outside > 0) this.around.raise(section, match * outside * MATCHING.inContext);
      if ((held & FIELDS.heading) > 0) this.headed.raise(section, match);
      if (match < 1) continue;
      const often = (counts[at] ?? 0) + ((held & FIELDS.heading) > 0 ? 2 : 0) + ((held & FIELDS.above) > 0 ? 0.5 : 0);
      const length = 1 - RANKING.length + (RANKING.length * (lengths[section] ?? 0)) / this.meanLength;
      this.lexical.add(section, (weight * often * (RANKING.saturation + 1)) / (often + RANKING.saturation * length));
    }
  }

  /** The sentence of each section that adds most, where one adds anything. */
  findUnits(): ReadonlyMap<number, number> {
    const top = new Map<number, number>();
    for (const unit of this.added.touched) {
      const section = this.index.unitSections[unit] ?? 0;
      const best = top.get(section);
      const gain = best === undefined ? 1 : this.added.at(unit) - this.added.at(best) || best - unit;
      if (gain > 0) top.set(section, unit);
    }
    return top;
  }
}
