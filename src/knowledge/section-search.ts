// A question's words in; the sections that may answer out: by the words, by words that mean alike, and by what it means on the whole.
import { findBest } from '../understanding/matcher/ranking.js';
import { isLight } from '../understanding/text/stop-words.js';
import { stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import { MatchTally } from './match-tally.js';
import { exactKey, FIELDS, isSamePlace, isTelling, listTelling, type SectionIndex } from './section-index.js';
import { SectionVocabulary } from './section-vocabulary.js';
import { MATCHING, RANKING } from './thresholds.js';
import { averageMeaning, meaningOf, similarityAt } from './word-meanings.js';

/** A section that may answer, with the signs that speak for it; shares and similarities are 0 to 1. */
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
  readonly similarity: number;
  /** Set where the question is the heading, word for word. */
  readonly isExact: boolean;
  /** The words by which the question names the document: they're in its title and in no other document. */
  readonly namedBy?: readonly string[];
}

/** What a question asks for. */
export interface SearchedWords {
  /** Its words in order, slips corrected. */
  readonly words: readonly string[];
  /** The stems of those that only name what all the documents are about. */
  readonly ofField?: ReadonlySet<string>;
  /** What else it holds, as `listUnread` gives it. */
  readonly unread?: readonly string[];
}

/** Searches the sections of an index. */
export interface Search {
  /** The sections that may answer, best first, `most` of them. */
  find(asked: SearchedWords, most: number): readonly Candidate[];
  /** How much a word says, by how rare it is in the documents and in English; 0 for one that says nothing. */
  weigh(word: string): number;
}

/** Above every score that words can reach. */
const EXACT = 100;
/** Two shorter words that make another one, such as “to” and “day”, are none. */
const SHORTEST_COMPOUND = 6;
const SHORTEST_PART = 3;
/** What can be two English words written as one; each place in it is tried. */
const JOINED = /^[a-z]{6,24}$/;
const NONE: ReadonlySet<string> = new Set();

/** A section that has something of the question, and what its best sentence has with the headings around it. */
interface Found {
  readonly section: number;
  readonly unit: number | undefined;
  readonly unitSum: number;
  readonly aligned: number;
}

/** Searches one index. */
class SectionSearch implements Search {
  private readonly index: SectionIndex;
  private readonly vocabulary: SectionVocabulary;
  private readonly tally: MatchTally;
  /** The first entry of the section that each entry is of. */
  private readonly firstEntries: Int32Array;

  constructor(index: SectionIndex) {
    this.index = index;
    this.vocabulary = new SectionVocabulary(index);
    this.tally = new MatchTally(index);
    this.firstEntries = new Int32Array(index.places.length);
    for (let at = 1; at < index.places.length; at += 1)
      this.firstEntries[at] = isSamePlace(index.places[at - 1], index.places[at])
        ? (this.firstEntries[at - 1] ?? 0)
        : at;
  }

  weigh(word: string): number {
    return isTelling(word) ? this.vocabulary.weightOf(word, this.vocabulary.termOf(word)) : 0;
  }

  /** “Pay slip” is “payslip” where the documents write it so, and the other way round. */
  private readCompounds(words: readonly string[]): readonly string[] {
    const joined: string[] = [];
    for (const word of words.flatMap((one) => this.splitCompound(one))) {
      const whole = `${joined.at(-1) ?? ''}${word}`;
      const isCompound =
        whole.length >= SHORTEST_COMPOUND && whole !== word && this.vocabulary.termOf(whole) !== undefined;
      if (isCompound) joined.pop();
      joined.push(isCompound ? whole : word);
    }
    return joined;
  }

  /** A word that neither the documents nor English know, in two that the documents have. */
  private splitCompound(word: string): readonly string[] {
    const has = (part: string): boolean => isTelling(part) && this.vocabulary.termOf(part) !== undefined;
    if (!JOINED.test(word) || this.vocabulary.termOf(word) !== undefined || meaningOf(word)) return [word];
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1)
      if (has(word.slice(0, at)) && has(word.slice(at))) return [word.slice(0, at), word.slice(at)];
    return [word];
  }

  find({ words: asked, ofField = NONE, unread = [] }: SearchedWords, most: number): readonly Candidate[] {
    const words = this.readCompounds(asked);
    const shareOf = (word: string): number => (ofField.has(stemOf(word)) ? MATCHING.ofField : 1);
    const known = unread.filter((one) => this.isKnown(one));
    const read = skipMeasures(words);
    const telling = known.length > 0 ? read.filter(isTelling) : listTelling(read);
    const wanted = [...new Map(telling.map((word) => [stemOf(word), word])).values()].slice(0, MATCHING.mostWords);
    const exact = new Set(listExact(asked, words).flatMap((own) => this.index.exact.get(exactKey(own)) ?? []));
    if (wanted.every(isLight) && known.length === 0 && exact.size === 0) return [];
    this.tally.clear();
    for (const word of wanted)
      this.tally.count(
        this.vocabulary.findNear(word),
        shareOf(word) * this.vocabulary.weightOf(word, this.vocabulary.termOf(word)),
      );
    this.countUnread(known);
    const found = this.listFound(exact);
    const meaning = averageMeaning([...words, ...known].map((word) => [word, shareOf(word)] as const));
    const scores = this.rate(found, meaning);
    for (const [at, { section }] of found.entries()) if (exact.has(section)) scores[at] = (scores[at] ?? 0) + EXACT;
    const named = this.findNamed(wanted);
    const isNamed = (section: number): boolean =>
      named !== undefined && this.index.places[section]?.[0] === named.document;
    for (const [at, { section }] of found.entries())
      if (isNamed(section)) scores[at] = (scores[at] ?? 0) + RANKING.named;
    if (this.index.count < this.index.places.length) this.keepBest(found, scores);
    return findBest(scores, scores.length, most).flatMap((at) => {
      const one = scores[at] === Number.NEGATIVE_INFINITY ? undefined : found[at];
      if (one === undefined) return [];
      const candidate = this.toCandidate(one, scores[at] ?? 0, meaning, exact.has(one.section));
      return [named !== undefined && isNamed(one.section) ? { ...candidate, namedBy: named.words } : candidate];
    });
  }

  /** The document that a question names by a word of its title which no other document has. */
  private findNamed(words: readonly string[]): { readonly document: number; readonly words: string[] } | undefined {
    const naming = words.flatMap((word) => {
      const document = this.documentTitled(word);
      return document === undefined ? [] : [{ document, word }];
    });
    const [first] = naming;
    if (first === undefined) return undefined;
    const { document } = first;
    return { document, words: naming.flatMap((one) => (one.document === document ? [one.word] : [])) };
  }

  /** The only document that has a word, if it has it in its title. */
  private documentTitled(word: string): number | undefined {
    const { sections, fields, places } = this.index;
    const term = this.vocabulary.termOf(word) ?? -1;
    const [from = 0, to = 0] = [sections.starts[term], sections.starts[term + 1]];
    if (!fields.subarray(from, to).some((field) => (field & FIELDS.title) > 0)) return undefined;
    const documentAt = (at: number): number | undefined => places[sections.items[at] ?? -1]?.[0];
    for (let at = from + 1; at < to; at += 1) if (documentAt(at) !== documentAt(from)) return undefined;
    return documentAt(from);
  }

  /** A number that the documents lack may be anyone's own; one that they have is asked for, and so is a name such as “401k”. */
  private isKnown(unread: string): boolean {
    return /\p{N}\p{L}/u.test(unread) || this.vocabulary.findNear(unread).length > 0;
  }

  private countUnread(known: readonly string[]): void {
    for (const one of new Set(known)) {
      const share = /^\P{L}+$/u.test(one) ? MATCHING.number : 1;
      this.tally.count(
        this.vocabulary.findNear(one),
        share * this.vocabulary.weightOf(one, this.vocabulary.termOf(one)),
      );
    }
  }

  /** The sections that have anything of the question; of very many those that have most. */
  private listFound(exact: ReadonlySet<number>): Found[] {
    const { any, headed, around, added } = this.tally;
    const units = this.tally.findUnits();
    const found = [...new Set([...any.touched, ...exact])].map((section) => {
      const unit = units.get(section);
      const unitSum = around.at(section) + (unit === undefined ? 0 : added.at(unit));
      const aligned = any.at(section) + RANKING.heading * headed.at(section) + RANKING.unit * unitSum;
      return { section, unit, unitSum, aligned };
    });
    if (found.length <= RANKING.mostCompared) return found;
    const isKept = (section: number) => exact.has(section);
    found.sort((a, b) => Number(isKept(b.section)) - Number(isKept(a.section)) || b.aligned - a.aligned);
    return found.slice(0, RANKING.mostCompared);
  }

  /** Of the entries of one section only the best may be found. */
  private keepBest(found: readonly Found[], scores: Float64Array): void {
    const best = new Map<number, number>();
    for (const [at, { section }] of found.entries()) {
      const first = this.firstEntries[section] ?? 0;
      const other = best.get(first);
      if (other !== undefined) scores[(scores[other] ?? 0) < (scores[at] ?? 0) ? other : at] = Number.NEGATIVE_INFINITY;
      if (other === undefined || scores[other] === Number.NEGATIVE_INFINITY) best.set(first, at);
    }
  }

  private rate(found: readonly Found[], meaning: Int8Array | undefined): Float64Array {
    const { wholes } = this.index;
    const similarities = found.map(({ section }) =>
      meaning === undefined ? 0 : similarityAt(wholes, section, meaning),
    );
    return blend([
      [found.map(({ section }) => this.tally.lexical.at(section)), RANKING.words],
      [found.map(({ aligned }) => aligned), RANKING.alignment],
      [similarities, RANKING.meaning],
    ]);
  }

  private toCandidate(
    { section, unit, unitSum }: Found,
    score: number,
    meaning: Int8Array | undefined,
    isExact: boolean,
  ): Candidate {
    const { said, any, asked } = this.tally;
    return {
      section,
      score,
      said,
      share: any.at(section) / said,
      unitShare: unitSum / said,
      unit,
      covered: this.coverHeading(section, asked),
      similarity: meaning === undefined ? 0 : similarityAt(this.index.bodies, section, meaning),
      isExact,
    };
  }

  /** The share of what a heading says that is asked for. */
  private coverHeading(section: number, asked: ReadonlyMap<number, number>): number {
    const { starts, items } = this.index.headingTerms;
    let [sum, held] = [0, 0];
    for (let at = starts[section] ?? 0; at < (starts[section + 1] ?? 0); at += 1) {
      const term = items[at] ?? 0;
      const weight = this.vocabulary.weightOfTerm(term);
      sum += weight;
      held += weight * (asked.get(term) ?? 0);
    }
    return sum === 0 ? 0 : held / sum;
  }
}

/** Opens an index for searching. */
export const openSearch = (index: SectionIndex): Search => new SectionSearch(index);

/** What of a question may be a heading word for word: all of it, with compounds joined, without a number or “what is a”. */
const listExact = (asked: readonly string[], joined: readonly string[]): (readonly string[])[] => [
  asked,
  ...(joined.some((word, at) => word !== asked[at]) ? [joined] : []),
  ...(asked[0] === '0' ? [skipNumber(asked)] : []),
  ...(asked[0] === 'what' ? [skipDefining(asked)] : []),
];

/** A heading may be asked with its number, which isn't one of its words. */
const skipNumber = (words: readonly string[]): readonly string[] =>
  words.slice(
    Math.max(
      0,
      words.findIndex((word) => word !== '0'),
    ),
  );

/** What “how often” and “how long” ask for, documents say in other words. */
const skipMeasures = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => !(words[at - 1] === 'how' && isLight(word)));

/** What is asked for by “what is an …?”. */
const skipDefining = (words: readonly string[]): readonly string[] =>
  splitWords(words.join(' ').replace(/^what (?:is|are) (?:the |an? )?/, ''));

/** Adds up scores of several kinds, each less its mean and by its standard deviation. */
function blend(kinds: readonly (readonly [scores: readonly number[], weight: number])[]): Float64Array {
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
