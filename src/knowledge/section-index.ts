// Turns all sections of the documents into one index to search: their words by stem, and what they mean on the whole.
import { isFiller, isLight } from '../understanding/text/stop-words.js';
import { stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Section, SourceDocument } from './documents.js';
import { SECTION_MEANING } from './thresholds.js';
import { averageMeaning, SIZE } from './word-meanings.js';

/** Where in a section a word is found; the numbers add up. */
export const FIELDS = { heading: 1, body: 2, above: 4, title: 8 } as const;

/** Where a section is: its document's number among the documents, and its own number in there. */
export type SectionPlace = readonly [document: number, section: number];

/** A table of lists: list `n` is the `items` from `starts[n]` up to `starts[n + 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/**
 * All sections by their words, as plain values that can be stored. A section with further questions is entered once for
 * each of them as well, as if that were its heading.
 */
export interface SectionIndex {
  readonly places: readonly SectionPlace[];
  /** Terms are stems; each has a number, and the most frequent word behind it. */
  readonly terms: ReadonlyMap<string, number>;
  readonly forms: readonly string[];
  /** The sections that a term is in, with the fields it is in and how often it is in the text. */
  readonly sections: Lists;
  readonly fields: Uint8Array;
  readonly counts: Uint8Array;
  /** How many sections a term is in, each counted once. */
  readonly held: Int32Array;
  /** How many sections there are, each counted once. */
  readonly count: number;
  /** Units are sentences, list items, rows and code; for each the number of its section, and for each term its units. */
  readonly unitSections: Int32Array;
  readonly units: Lists;
  /** The terms of each section's heading. */
  readonly headingTerms: Lists;
  /** How many words each section has. */
  readonly lengths: Int32Array;
  /** What each section means, and the same with its heading counting for more: 128 numbers each, zeros where nothing is known. */
  readonly bodies: Int8Array;
  readonly wholes: Int8Array;
  /** Sections by the words of their heading, all of them in order. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
}

/** A heading's number, "3.2 Remote work", isn't one of its words. */
const NUMBER = /^\s*(?:\d+[.):]?)+\s+(?=\S)/;

/** A number, with the letter that belongs to it: “1,500”, “10:30”, “401k”, “3d”. */
const NUMERAL = /(?<![\p{L}\p{N}])\p{N}+(?:[.,:]\p{N}+)*(?:\p{L}(?![\p{L}\p{N}]))?/gu;

/** Words that reading takes for “I’ll” and “I’d”. */
const MISREAD = /(?<![\p{L}\p{N}])(?:ill|id)(?![\p{L}\p{N}])/giu;

/**
 * What reading a text as words loses: its numbers, without separators of thousands, and “ill” and “ID”. Those may be
 * slips of the person who asks, so they count only where the documents know them.
 */
export const listUnread = (text: string): string[] =>
  [...(text.match(NUMERAL) ?? []), ...(text.match(MISREAD) ?? [])].map((one) => one.toLowerCase().replaceAll(',', ''));

/** Whether a word says anything of a text's subject. */
export const isTelling = (word: string): boolean => word !== '0' && (!isFiller(word) || isLight(word));

/** The words of a text that say what it is about; all of them when none does. */
export function listTelling(words: readonly string[]): string[] {
  const telling = words.filter(isTelling);
  return telling.length > 0 ? telling : words.filter((word) => word !== '0');
}

/** What a heading is found by when it's the question itself. */
export const exactKey = (words: readonly string[]): string => words.map(stemOf).join(' ');

const withoutNumber = (heading: string): string => heading.replace(NUMBER, '');

/** The words of a heading, without its number. */
export const headingWords = (heading: string): string[] => splitWords(withoutNumber(heading));

/** What a heading such as “E1: Trainee” names before it says more; a heading without a colon is a name as a whole. */
const nameIn = (heading: string): string => /^[^:?]+(?=: )/.exec(heading)?.[0] ?? heading;

/** Collects lists of numbers. */
class Postings {
  readonly lists: number[][] = [];

  add(to: number, item: number): boolean {
    const list = this.lists[to];
    if (list === undefined) {
      this.lists[to] = [item];
      return true;
    }
    if (list.at(-1) === item) return false;
    list.push(item);
    return true;
  }

  pack(count: number): Lists {
    const starts = new Int32Array(count + 1);
    for (let at = 0; at < count; at += 1) starts[at + 1] = (starts[at] ?? 0) + (this.lists[at]?.length ?? 0);
    return { starts, items: Int32Array.from(this.lists.flat()) };
  }
}

/**
 * Indexes the sections of all documents, about 0.5 ms a section. What is added to documents at run time is indexed by
 * itself and joined to the rest with `joinIndexes`.
 */
export function indexSections(documents: readonly SourceDocument[]): SectionIndex {
  const builder = new IndexBuilder();
  for (const [at, document] of documents.entries())
    for (const [number, section] of document.sections.entries())
      for (const heading of [section.heading, ...(section.questions ?? [])])
        builder.add(document.title, { ...section, heading }, [at, number]);
  return builder.finish();
}

class IndexBuilder {
  private readonly places: SectionPlace[] = [];
  private count = 0;
  private readonly terms = new Map<string, number>();
  private readonly formCounts: Map<string, number>[] = [];
  private readonly sections = new Postings();
  private readonly fields: number[][] = [];
  private readonly counts: number[][] = [];
  private readonly units = new Postings();
  private readonly unitSections: number[] = [];
  private readonly headingTerms = new Postings();
  private readonly lengths: number[] = [];
  private readonly bodies: (Int8Array | undefined)[] = [];
  private readonly wholes: Int8Array[] = [];
  private readonly exact = new Map<string, number[]>();

  add(title: string, { heading, above, blocks }: Section, place: SectionPlace): void {
    const number = this.places.length;
    if (!isSamePlace(this.places.at(-1), place)) this.count += 1;
    this.places.push(place);
    const own = headingWords(heading);
    for (const key of new Set([own, headingWords(nameIn(heading))].map(exactKey)))
      if (key !== '') this.exact.set(key, [...(this.exact.get(key) ?? []), number]);
    const unreadName = listUnread(withoutNumber(heading));
    const telling = unreadName.length > 0 ? own.filter(isTelling) : listTelling(own);
    for (const word of [...telling, ...unreadName]) this.headingTerms.add(number, this.termOf(word));
    const context = above.flatMap(headingWords);
    const ofDocument = splitWords(title);
    // What the whole document is about tells none of its sections from the others.
    this.enter(number, own, heading === title ? FIELDS.title : FIELDS.heading);
    this.enter(number, unreadName, FIELDS.heading);
    const body: string[] = [];
    const unread: string[] = [];
    for (const unit of blocks.flatMap(({ units }) => units)) {
      const words = listTelling(splitWords(unit));
      const own = listUnread(unit);
      for (const word of [...words, ...own]) this.units.add(this.termOf(word), this.unitSections.length);
      this.unitSections.push(number);
      body.push(...words);
      unread.push(...own);
    }
    this.enter(number, body, FIELDS.body);
    this.enter(number, unread, FIELDS.body);
    this.enter(number, context, FIELDS.above);
    this.enter(number, ofDocument, FIELDS.title);
    this.lengths.push(body.length + own.length);
    const around = [...weigh(context, SECTION_MEANING.above), ...weigh(ofDocument, SECTION_MEANING.title)];
    const head = averageMeaning([...weigh(own, 1), ...around]);
    const whole = averageMeaning([...weigh(own, SECTION_MEANING.heading), ...weigh(body, 1), ...around]);
    this.bodies.push(whole);
    this.wholes.push(mix(head, whole));
  }

  finish(): SectionIndex {
    const forms = this.formCounts.map((counts) => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '');
    return {
      places: this.places,
      terms: this.terms,
      forms,
      sections: this.sections.pack(this.terms.size),
      fields: Uint8Array.from(this.fields.flat()),
      counts: Uint8Array.from(this.counts.flat()),
      held: Int32Array.from({ length: this.terms.size }, (_, term) =>
        this.countPlaces(this.sections.lists[term] ?? []),
      ),
      count: this.count,
      unitSections: Int32Array.from(this.unitSections),
      units: this.units.pack(this.terms.size),
      headingTerms: this.headingTerms.pack(this.places.length),
      lengths: Int32Array.from(this.lengths),
      bodies: joinMeanings(this.bodies),
      wholes: joinMeanings(this.wholes),
      exact: this.exact,
    };
  }

  /** Entries of the same section are next to each other. */
  private countPlaces(entries: readonly number[]): number {
    return entries.filter((entry, at) => {
      const before = entries[at - 1];
      return before === undefined || !isSamePlace(this.places[before], this.places[entry]);
    }).length;
  }

  private termOf(word: string): number {
    const stem = stemOf(word);
    const term = this.terms.get(stem) ?? this.terms.size;
    this.terms.set(stem, term);
    const forms = this.formCounts[term] ?? new Map<string, number>();
    this.formCounts[term] = forms;
    forms.set(word, (forms.get(word) ?? 0) + 1);
    return term;
  }

  private enter(section: number, words: readonly string[], field: number): void {
    for (const word of listTelling(words)) {
      const term = this.termOf(word);
      const fields = this.fields[term] ?? [];
      const counts = this.counts[term] ?? [];
      this.fields[term] = fields;
      this.counts[term] = counts;
      if (this.sections.add(term, section)) {
        fields.push(0);
        counts.push(0);
      }
      const last = fields.length - 1;
      fields[last] = (fields[last] ?? 0) | field;
      if (field === FIELDS.body) counts[last] = Math.min(255, (counts[last] ?? 0) + 1);
    }
  }
}

/** Whether two entries of an index are of one section. */
export const isSamePlace = (one: SectionPlace | undefined, other: SectionPlace | undefined): boolean =>
  one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];

const weigh = (words: readonly string[], weight: number): [string, number][] => words.map((word) => [word, weight]);

const mix = (heading: Int8Array | undefined, body: Int8Array | undefined): Int8Array =>
  Int8Array.from({ length: SIZE }, (_, k) =>
    Math.round(
      SECTION_MEANING.headingShare * (heading?.[k] ?? 0) + (1 - SECTION_MEANING.headingShare) * (body?.[k] ?? 0),
    ),
  );

function joinMeanings(list: readonly (Int8Array | undefined)[]): Int8Array {
  const joined = new Int8Array(list.length * SIZE);
  for (const [at, meaning] of list.entries()) if (meaning !== undefined) joined.set(meaning, at * SIZE);
  return joined;
}
