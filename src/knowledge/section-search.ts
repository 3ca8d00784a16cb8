// Searches all sections for a question: by its words, by words that mean alike, and by what it means on the whole.
import { groupsOf } from '../understanding/text/english-lists.js';
import { isLight } from '../understanding/text/stop-words.js';
import { stemOf } from '../understanding/text/synonyms.js';
import { exactKey, FIELDS, isTelling, listTelling, type SectionIndex } from './section-index.js';
import { averageMeaning, likenessAt, meaningOf, SIZE, tellingOf } from './word-meanings.js';

/** A section that may answer, with the signs that speak for it; shares and likenesses are 0 to 1. */
export interface Candidate {
  /** The section's number in the index. */
  readonly section: number;
  /** How it compares with the other sections. */
  readonly score: number;
  /** How much the question says: 1 is about two words that are neither common nor everywhere in the documents. */
  readonly said: number;
  /** The share of it that the section has, in the very words or in words that mean alike. */
  readonly share: number;
  /** The share that a single sentence and its heading have. */
  readonly unitShare: number;
  /** The sentence, list item or row that has most of it; undefined when none has more than the heading. */
  readonly unit: number | undefined;
  /** The share of what the heading says that the question has. */
  readonly covered: number;
  /** How alike the question and the section are on the whole. */
  readonly likeness: number;
  /** Set where the question is the heading, word for word. */
  readonly isExact: boolean;
}

/** Searches the sections of an index. */
export interface Search {
  /** The sections that may answer, best first, `most` of them; `words` are those of the question, slips corrected. */
  find(words: readonly string[], most: number): readonly Candidate[];
  /** How much a word says, by how rare it is in the documents and in English; 0 for one that says nothing. */
  weigh(word: string): number;
}

/** Below this likeness two words don't mean alike; a word that means the same counts for almost as much as the word itself. */
const LEAST_LIKENESS = 0.45;
const ALIKE = 0.9;
const SYNONYM = 0.8;
/** How much a word counts by how rare it is in the documents, and a word that says only a little. */
const RARITY = 0.7;
const LIGHT = 0.5;
/** What a word counts that is only in the title of the document; and one of the heading, for a sentence below it. */
const IN_TITLE = 0.8;
const IN_CONTEXT = 0.8;
/** What the three ways of comparing count, chosen on test/specification/passages. */
const WEIGHTS = { words: 0.5, alignment: 2, meaning: 2 };
const HEADING_BOOST = 0.25;
const UNIT_BOOST = 1.2;
/** Above every score that words can reach. */
const EXACT = 100;
/** Nobody asks for more words at once; it bounds the time that a text can take. */
const MOST_WORDS = 24;
const MOST_REMEMBERED = 4000;
/** BM25, as usual. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.6;

interface Near {
  readonly term: number;
  readonly match: number;
}

const synonyms = groupsOf('synonyms');

/** The stems that each stem is asked for. */
function indexSynonyms(): ReadonlyMap<string, ReadonlySet<string>> {
  const byStem = new Map<string, Set<string>>();
  for (const group of synonyms()) {
    const stems = group.map(stemOf);
    for (const stem of stems) byStem.set(stem, new Set([...(byStem.get(stem) ?? []), ...stems]));
  }
  return byStem;
}

/** The terms of an index by what they mean: which are alike to a word of a question, and how much each says. */
class Vocabulary {
  private readonly index: SectionIndex;
  private readonly known: Int32Array;
  private readonly meanings: Int8Array;
  private readonly alike = indexSynonyms();
  /** The same words are asked for again and again, and comparing one with all terms takes most of a search. */
  private readonly remembered = new Map<string, readonly Near[]>();

  constructor(index: SectionIndex) {
    this.index = index;
    const known = index.forms.flatMap((form, term) => (meaningOf(form) ? [term] : []));
    this.known = Int32Array.from(known);
    this.meanings = new Int8Array(known.length * SIZE);
    for (const [at, term] of known.entries()) {
      const meaning = meaningOf(index.forms[term] ?? '');
      if (meaning !== undefined) this.meanings.set(meaning, at * SIZE);
    }
  }

  termOf(word: string): number | undefined {
    return this.index.terms.get(stemOf(word));
  }

  /** How much a word says: by how rare it is in the documents and in English. */
  weightOf(word: string, term: number | undefined): number {
    const { starts } = this.index.sections;
    const count = this.index.places.length;
    const held = term === undefined ? 0 : (starts[term + 1] ?? 0) - (starts[term] ?? 0);
    const rarity = Math.log((count + 1) / (held + 0.5)) / Math.log(2 * count + 2);
    return (isLight(word) ? LIGHT : 1) * (1 - RARITY + RARITY * rarity) * tellingOf(word);
  }

  /** The terms that mean the same or alike, the nearest first, the word itself before all. */
  findNear(word: string): readonly Near[] {
    const known = this.remembered.get(word);
    if (known !== undefined) return known;
    const own = this.termOf(word);
    const near = [...this.listAlike(word), ...this.listSynonyms(word)]
      .filter(({ term }) => term !== own)
      .sort((a, b) => b.match - a.match);
    if (own !== undefined) near.unshift({ term: own, match: 1 });
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(word, near);
    return near;
  }

  private *listAlike(word: string): Generator<Near> {
    const meaning = meaningOf(word);
    if (meaning === undefined) return;
    for (let at = 0; at < this.known.length; at += 1) {
      const likeness = likenessAt(this.meanings, at, meaning);
      if (likeness < LEAST_LIKENESS) continue;
      const term = this.known[at] ?? 0;
      yield { term, match: (ALIKE * (likeness - LEAST_LIKENESS)) / (1 - LEAST_LIKENESS) };
    }
  }

  private *listSynonyms(word: string): Generator<Near> {
    for (const stem of this.alike.get(stemOf(word)) ?? []) {
      const term = this.index.terms.get(stem);
      if (term !== undefined) yield { term, match: SYNONYM };
    }
  }
}

/** What one question finds, section by section and sentence by sentence. */
class Tally {
  said = 0;
  readonly lexical: Float64Array;
  readonly any: Float64Array;
  readonly headed: Float64Array;
  /** What the headings around a sentence hold, and what the sentence adds to it. */
  readonly around: Float64Array;
  readonly added: Float64Array;
  /** The match of each term that is asked for. */
  readonly asked = new Map<number, number>();
  private readonly index: SectionIndex;
  private readonly meanLength: number;

  constructor(index: SectionIndex, meanLength: number) {
    const count = index.places.length;
    this.index = index;
    this.meanLength = meanLength;
    this.lexical = new Float64Array(count);
    this.any = new Float64Array(count);
    this.headed = new Float64Array(count);
    this.around = new Float64Array(count);
    this.added = new Float64Array(index.unitSections.length);
  }

  /** Counts one word of the question: every section takes its best match for it. */
  count(near: readonly Near[], weight: number): void {
    this.said += weight;
    const bests = {
      any: new Map<number, number>(),
      head: new Map<number, number>(),
      around: new Map<number, number>(),
    };
    const units = new Map<number, number>();
    for (const { term, match } of near) {
      this.asked.set(term, Math.max(this.asked.get(term) ?? 0, match));
      this.countSections(term, match, weight, bests);
      const { starts, items } = this.index.units;
      for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) raise(units, items[at] ?? 0, match);
    }
    addAll(this.any, bests.any, weight);
    addAll(this.headed, bests.head, weight);
    addAll(this.around, bests.around, weight);
    for (const [unit, match] of units) {
      const more = match - (bests.around.get(this.index.unitSections[unit] ?? 0) ?? 0);
      if (more > 0) this.added[unit] = (this.added[unit] ?? 0) + weight * more;
    }
  }

  private countSections(
    term: number,
    match: number,
    weight: number,
    bests: Readonly<Record<'any' | 'head' | 'around', Map<number, number>>>,
  ): void {
    const { sections, fields, counts, lengths } = this.index;
    for (let at = sections.starts[term] ?? 0; at < (sections.starts[term + 1] ?? 0); at += 1) {
      const section = sections.items[at] ?? 0;
      const held = fields[at] ?? 0;
      const isAround = (held & (FIELDS.heading | FIELDS.above)) > 0;
      const outside = isAround ? 1 : (held & FIELDS.title) > 0 ? IN_TITLE : 0;
      raise(bests.any, section, match * ((held & FIELDS.body) > 0 ? 1 : outside));
      if (outside > 0) raise(bests.around, section, match * outside * IN_CONTEXT);
      if ((held & FIELDS.heading) > 0) raise(bests.head, section, match);
      if (match < 1) continue;
      const often = (counts[at] ?? 0) + ((held & FIELDS.heading) > 0 ? 2 : 0) + ((held & FIELDS.above) > 0 ? 0.5 : 0);
      const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * (lengths[section] ?? 0)) / this.meanLength;
      const points = (weight * often * (SATURATION + 1)) / (often + SATURATION * length);
      this.lexical[section] = (this.lexical[section] ?? 0) + points;
    }
  }

  /** The sentence of each section that adds most; -1 where none adds anything. */
  findUnits(): Int32Array {
    const top = new Int32Array(this.any.length).fill(-1);
    for (let unit = 0; unit < this.added.length; unit += 1) {
      const added = this.added[unit] ?? 0;
      const section = this.index.unitSections[unit] ?? 0;
      const best = top[section] ?? -1;
      if (added > 0 && (best < 0 || added > (this.added[best] ?? 0))) top[section] = unit;
    }
    return top;
  }
}

function raise(bests: Map<number, number>, key: number, match: number): void {
  if (match > (bests.get(key) ?? 0)) bests.set(key, match);
}

function addAll(sums: Float64Array, bests: ReadonlyMap<number, number>, weight: number): void {
  for (const [key, match] of bests) sums[key] = (sums[key] ?? 0) + weight * match;
}

/** Opens an index for searching. */
export function openSearch(index: SectionIndex): Search {
  const count = index.places.length;
  const vocabulary = new Vocabulary(index);
  const meanLength = index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count) || 1;

  /** The share of what a heading says that is asked for. */
  const coverHeading = (section: number, asked: ReadonlyMap<number, number>): number => {
    const { starts, items } = index.headingTerms;
    let [sum, held] = [0, 0];
    for (let at = starts[section] ?? 0; at < (starts[section + 1] ?? 0); at += 1) {
      const term = items[at] ?? 0;
      const weight = vocabulary.weightOf(index.forms[term] ?? '', term);
      sum += weight;
      held += weight * (asked.get(term) ?? 0);
    }
    return sum === 0 ? 0 : held / sum;
  };

  const compareMeanings = (meaning: Int8Array | undefined): Float64Array => {
    const likeness = new Float64Array(count);
    if (meaning === undefined) return likeness;
    for (let section = 0; section < count; section += 1) likeness[section] = likenessAt(index.wholes, section, meaning);
    return likeness;
  };

  const weigh = (word: string): number => (isTelling(word) ? vocabulary.weightOf(word, vocabulary.termOf(word)) : 0);

  const find: Search['find'] = (words, most) => {
    const wanted = [...new Map(listTelling(words).map((word) => [stemOf(word), word])).values()].slice(0, MOST_WORDS);
    const exact = new Set(index.exact.get(exactKey(words)));
    if (wanted.every(isLight) && exact.size === 0) return [];
    const tally = new Tally(index, meanLength);
    for (const word of wanted)
      tally.count(vocabulary.findNear(word), vocabulary.weightOf(word, vocabulary.termOf(word)));
    const units = tally.findUnits();
    const unitSum = tally.around.map((sum, section) => sum + (tally.added[units[section] ?? -1] ?? 0));
    const aligned = tally.any.map(
      (sum, section) => sum + HEADING_BOOST * (tally.headed[section] ?? 0) + UNIT_BOOST * (unitSum[section] ?? 0),
    );
    const meaning = averageMeaning(words.map((word) => [word, 1] as const));
    const scores = blend([
      [tally.lexical, WEIGHTS.words],
      [aligned, WEIGHTS.alignment],
      [compareMeanings(meaning), WEIGHTS.meaning],
    ]);
    for (const section of exact) scores[section] = (scores[section] ?? 0) + EXACT;
    return findLargest(scores, most).map((section) => {
      const unit = units[section] ?? -1;
      return {
        section,
        score: scores[section] ?? 0,
        said: tally.said,
        share: (tally.any[section] ?? 0) / tally.said,
        unitShare: (unitSum[section] ?? 0) / tally.said,
        unit: unit < 0 ? undefined : unit,
        covered: coverHeading(section, tally.asked),
        likeness: meaning === undefined ? 0 : likenessAt(index.bodies, section, meaning),
        isExact: exact.has(section),
      };
    });
  };
  return { find, weigh };
}

/** Adds up scores of several kinds, each less its mean and by its standard deviation. */
function blend(kinds: readonly (readonly [scores: Float64Array, weight: number])[]): Float64Array {
  const sum = new Float64Array(kinds[0]?.[0].length ?? 0);
  for (const [scores, weight] of kinds) {
    let [mean, square] = [0, 0];
    for (const score of scores) {
      mean += score / scores.length;
      square += score ** 2 / scores.length;
    }
    const scale = weight / (Math.sqrt(Math.max(square - mean ** 2, 0)) || 1);
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + scale * ((scores[at] ?? 0) - mean);
  }
  return sum;
}

function findLargest(scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (best.length === most && score <= (scores[best.at(-1) ?? 0] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && score > (scores[best[place - 1] ?? 0] ?? 0)) place -= 1;
    best.splice(place, 0, at);
    best.length = Math.min(best.length, most);
  }
  return best;
}
