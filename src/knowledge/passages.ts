// A step of the road where no topic fits: finds the passage of a document that clearly holds what was asked.

import { isOfClass, type Token } from '../understanding/text/synonyms.js';
import type { Quote } from './documents.js';
import { listKeys, type PassageIndex, type Unit } from './passage-index.js';

/** What a passage found is called where an answer names its topic. */
export const PASSAGE = 'passage';

/** How much a token says by how rare its words are in English, 0 to 1. */
export type Information = (token: Token) => number;

/** So many neighbouring sentences may hold it together; list items stand for themselves. */
const LONGEST_RUN = { paragraph: 3, list: 1, table: 1, code: 1 };
/** A whole paragraph of no more characters is shown rather than a sentence of it. */
const LONGEST_PARAGRAPH = 420;
/** The share of what a question asks for that a passage has to hold, weighed by how much each word says. */
const LEAST_SHARE = 0.8;
/** And so much has to be asked for: 1 is one word that hardly anybody uses, or two or three common ones. */
const LEAST_SAID = 1;
/** A word is rare in the documents when it stands in no more than this share of their sentences, or in this many. */
const RARE_SHARE = 0.02;
const RARE_COUNT = 6;
/** And it says something in English: about the 180th most frequent word and beyond. */
const LEAST_INFORMATION = 0.25;
/** So many different words have to stand in the passage itself, headings aside. */
const LEAST_OWN = 2;
/** Sums of fractions that differ by less are the same. */
const SAME = 1e-9;
/** A text that asks for more words than this tells a story; it bounds the time. */
const MOST_KEYS = 16;

/** A word of the question: where it stands, and how much it counts. */
interface Wanted {
  readonly held: Int32Array;
  readonly headed: Int32Array;
  /** How much it says in English, and how much by its rarity in the documents as well. */
  readonly said: number;
  readonly weight: number;
  readonly isRare: boolean;
  /** It is none of the words that the career's own topics are about: pay, the job, technologies. */
  readonly isPlain: boolean;
}

const NOWHERE = new Int32Array();

function listWanted(index: PassageIndex, tokens: readonly Token[], information: Information): Wanted[] {
  const count = index.units.length;
  const most = Math.log(2 * count + 2);
  return [...listKeys(tokens)].map(([key, token]) => {
    const held = index.held.get(key) ?? NOWHERE;
    const said = information(token) ** 2;
    const rarity = Math.log((count + 1) / (held.length + 0.5)) / most;
    const isSaying = said >= LEAST_INFORMATION && held.length <= Math.max(RARE_COUNT, count * RARE_SHARE);
    return {
      held,
      headed: index.headed.get(key) ?? NOWHERE,
      said,
      weight: said * rarity,
      isRare: held.length > 0 && isSaying,
      isPlain: !isOfClass(token, 'topical'),
    };
  });
}

interface Run {
  readonly first: number;
  readonly length: number;
  readonly share: number;
}

/** The passage that clearly holds what the tokens ask for, as quotes in the order of the document; undefined if none does. */
export function findPassage(
  index: PassageIndex,
  tokens: readonly Token[],
  information: Information,
): Quote[] | undefined {
  const wanted = listWanted(index, tokens, information);
  if (wanted.length < LEAST_OWN || wanted.length > MOST_KEYS) return undefined;
  const all = wanted.reduce((sum, { weight }) => sum + weight, 0);
  // Whatever holds enough of it holds a rare word in its own text: only its neighbourhood is looked at.
  const starts = new Set<number>();
  for (const { held, isRare } of wanted) if (isRare) for (const unit of held) starts.add(unit);
  let best: Run | undefined;
  for (const unit of starts) {
    for (const run of listRuns(index.units, unit)) {
      const { said, weight } = weigh(wanted, run);
      const share = weight / all;
      if (share < LEAST_SHARE || said < LEAST_SAID) continue;
      const gain = best === undefined ? 1 : share - best.share;
      if (gain > SAME || (gain > -SAME && run.length < (best?.length ?? 0))) best = { ...run, share };
    }
  }
  return best && show(index.units, best);
}

/** The runs of neighbours that a unit belongs to. */
function* listRuns(units: readonly Unit[], unit: number): Generator<Pick<Run, 'first' | 'length'>> {
  const { block = 0, kind = 'list' } = units[unit] ?? {};
  for (let length = 1; length <= LONGEST_RUN[kind]; length += 1)
    for (let first = unit - length + 1; first <= unit; first += 1)
      if (units[first]?.block === block && units[first + length - 1]?.block === block) yield { first, length };
}

/** What a run holds of what is wanted: nothing when its own words, headings aside, hold fewer than two plain ones. */
function weigh(
  wanted: readonly Wanted[],
  { first, length }: Pick<Run, 'first' | 'length'>,
): Pick<Wanted, 'said' | 'weight'> {
  const sum = { said: 0, weight: 0 };
  let own = 0;
  for (const { held, headed, said, weight, isPlain } of wanted) {
    const isOwn = holds(held, first, first + length);
    if (isOwn && isPlain) own += 1;
    if (!isOwn && !holds(headed, first, first + length)) continue;
    sum.said += said;
    sum.weight += weight;
  }
  return own < LEAST_OWN ? { said: 0, weight: 0 } : sum;
}

/** Whether a sorted list has a number from `from` up to, not including, `to`. */
function holds(list: Int32Array, from: number, to: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (list[low] ?? to) < to;
}

/** A short paragraph is shown whole, of a longer one the sentences that hold it; of a list its items. */
function show(units: readonly Unit[], { first, length }: Run): Quote[] {
  const [start] = units.slice(first, first + 1);
  if (!start) return [];
  const run = units.slice(first, first + length);
  const whole = units.filter(({ block }) => block === start.block);
  const joined = whole.map(({ text }) => text).join(' ');
  const { document, title, section } = start;
  const quote = (text: string): Quote => ({ document, title, section, text });
  if (start.kind !== 'paragraph') return run.map(({ text }) => quote(text));
  return [quote(joined.length <= LONGEST_PARAGRAPH ? joined : run.map(({ text }) => text).join(' '))];
}
