// Groups questions that ask the same, whatever their typos and small words.

import { createSpeller } from '../understanding/text/spelling.js';
import { stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import { EVERYDAY, informationOf, sharedVectors } from '../understanding/text/word-vectors.js';

/** Questions in the same words, whatever their case and signs, as they were written last. */
export interface Wording {
  readonly text: string;
  readonly count: number;
  /** When it was asked last, ms since 1970. */
  readonly last: number;
  /** Of the questions' notes, the newest first. */
  readonly ids: readonly string[];
  /** How many of the questions each workspace asked. */
  readonly byWorkspace: ReadonlyMap<string, number>;
}

/** Questions that ask alike. `text` is the wording that was used most, of several the latest one. */
export interface Group extends Wording {
  /** All wordings, in the order of groups. */
  readonly wordings: readonly Wording[];
}

/** The shared part of two questions from which they ask the same. */
const ALIKE = 0.5;

/** At most this many wordings are compared, and only this much of each: it limits the time a report can take. */
const MOST_WORDINGS = 1_000;
const MOST_CHARACTERS = 300;

/** What a question says: its stems, each with its word's weight. */
type WeightedStems = ReadonlyMap<string, number>;

interface Noted {
  readonly id: string;
  readonly workspace: string;
  readonly text: string;
  /** ms since 1970 */
  readonly at: number;
}

/**
 * Groups questions, the most frequent first; the same questions give the same groups, in whatever order they come.
 * `subject` are texts about the common subject of all questions, such as the documents' titles: their words say nothing.
 */
export function groupAlike(questions: readonly Noted[], subject: readonly string[]): Group[] {
  const wordings = collectWordings(questions);
  const read = createReader(wordings, subject);
  const groups: { readonly said: WeightedStems; readonly wordings: Wording[] }[] = [];
  wordings.forEach((wording, index) => {
    const said = read(wording.text);
    let best = ALIKE;
    let nearest: (typeof groups)[number] | undefined;
    for (const group of index < MOST_WORDINGS ? groups : []) {
      const similarity = compare(said, group.said);
      if (similarity >= best) [best, nearest] = [similarity, group];
    }
    if (nearest === undefined) groups.push({ said, wordings: [wording] });
    else nearest.wordings.push(wording);
  });
  return groups.map(({ wordings: own }) => mergeWordings(own)).toSorted(byCount);
}

/** What is asked in any of these wordings, as one group. */
export function mergeWordings(wordings: readonly Wording[]): Group {
  return {
    text: wordings[0]?.text ?? '',
    count: wordings.reduce((all, { count }) => all + count, 0),
    last: Math.max(...wordings.map(({ last }) => last)),
    ids: wordings.toSorted((a, b) => b.last - a.last).flatMap(({ ids }) => ids),
    byWorkspace: addUp(wordings.flatMap(({ byWorkspace }) => [...byWorkspace])),
    wordings,
  };
}

function addUp(counts: readonly (readonly [workspace: string, count: number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [workspace, count] of counts) sums.set(workspace, (sums.get(workspace) ?? 0) + count);
  return sums;
}

/** The most asked first, of those the newest. */
export function byCount(a: Wording, b: Wording): number {
  return b.count - a.count || b.last - a.last || (a.text < b.text ? -1 : Number(a.text > b.text));
}

/** Each wording once, whatever its case and signs. */
export function collectWordings(questions: readonly Noted[]): Wording[] {
  const wordings = new Map<string, Wording>();
  for (const { id, workspace, text, at } of questions) {
    const key =
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ')
        .trim() || text;
    const known = wordings.get(key) ?? { text, count: 0, last: at, ids: [], byWorkspace: new Map() };
    const isLater = at > known.last || (at === known.last && text < known.text);
    wordings.set(key, {
      text: isLater ? text : known.text,
      count: known.count + 1,
      last: Math.max(known.last, at),
      ids: isLater ? [id, ...known.ids] : [...known.ids, id],
      byWorkspace: addUp([...known.byWorkspace, [workspace, 1]]),
    });
  }
  return [...wordings.values()].toSorted(byCount);
}

/** English words of a higher rank are as likely typos. */
const RARE = 15_000;

const wordsOf = (text: string): string[] => splitWords(text.slice(0, MOST_CHARACTERS));

/** Reads what questions say, with typos corrected towards the words that the others use. */
function createReader(wordings: readonly Wording[], subject: readonly string[]): (text: string) => WeightedStems {
  const vectors = sharedVectors();
  const told = new Set(subject.flatMap(splitWords).map(stemOf));
  const uses = new Map<string, number>();
  for (const { text, count } of wordings)
    for (const word of new Set(wordsOf(text))) uses.set(word, (uses.get(word) ?? 0) + count);
  const isWord = (word: string): boolean => (vectors.rank(word) ?? RARE) < RARE || (uses.get(word) ?? 0) > 1;
  const vocabulary = [...uses].filter(([word]) => isWord(word)).toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const speller = createSpeller(vocabulary.map(([word]) => word));
  const weigh = (word: string): number => {
    const isTold = word.length === 1 || told.has(stemOf(word));
    return isTold ? 0 : Math.max(informationOf(word, vectors) - EVERYDAY, 0);
  };
  return (text) => {
    const words = wordsOf(text).map(speller.correct);
    const telling = words.filter((word) => weigh(word) > 0);
    if (telling.length === 0) return new Map(words.map((word) => [stemOf(word), 1]));
    return new Map(telling.map((word) => [stemOf(word), weigh(word)]));
  };
}

/** The weight of what both say, divided by the weight of what either says, 0 to 1. */
function compare(a: WeightedStems, b: WeightedStems): number {
  let [shared, all] = [0, 0];
  for (const [stem, weight] of a) {
    all += weight;
    if (b.has(stem)) shared += weight;
  }
  for (const [stem, weight] of b) if (!a.has(stem)) all += weight;
  return all === 0 ? 0 : shared / all;
}
