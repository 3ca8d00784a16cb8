// Reads level, place, money, hours and technologies in a question, as values.

import { type Amount, findAmounts } from './amounts.js';
import { correctText, spellNumbers } from './corrected-text.js';
import { type Hours, type Period, readTimes, type Span, type Times } from './quantities.js';
import { findEverydayNames, type TechnologyCues } from './technology-names.js';
import { stemsOf, wordsOf } from './text/english-lists.js';
import { findAllPhrases, findPhrases, indexPhrases, type PhraseIndex, stemOf, type Token } from './text/synonyms.js';
import { splitWords } from './text/tokenizer.js';

export type { Hours, Period, Span } from './quantities.js';

/** The two levels in the documents. */
export type Level = 'fresher' | 'experienced';
/** The two places in the documents. */
export type PlaceId = 'india' | 'outside-india';

/** A place in the documents, and the person's own name for it. */
export interface Place {
  readonly id: PlaceId;
  readonly name: string;
  /** The country or city that was named, as an answer writes it; absent if all of the place is meant. */
  readonly part?: string;
}

/** What people call a place, or a part of it. */
export interface NamedPlace extends Omit<Place, 'name'> {
  readonly names: readonly string[];
}

/** The names of places, and what each of them means. */
export interface PlaceIndex {
  readonly phrases: PhraseIndex;
  readonly meant: ReadonlyMap<string, Omit<Place, 'name'>>;
}

/** Indexes what people call places. */
export function indexPlaces(places: readonly NamedPlace[]): PlaceIndex {
  const keyed = places.map(({ names, ...place }) => [place.part ?? place.id, { names, place }] as const);
  return {
    phrases: indexPhrases(Object.fromEntries(keyed.map(([key, { names }]) => [key, names])), splitWords, 'number'),
    meant: new Map(keyed.map(([key, { place }]) => [key, place])),
  };
}

/** What a question says besides its topic; empty lists for what it doesn't say. */
export interface Slots {
  readonly levels: readonly Level[];
  readonly places: readonly Place[];
  readonly amounts: readonly Amount[];
  readonly hours?: Hours;
  /** How long altogether: "for 4 weeks". */
  readonly span?: Span;
  /** The period the answer should be in. */
  readonly per?: Period;
  /** Usual spellings, in the order of the question. */
  readonly technologies: readonly string[];
}

/** A slot by its name. */
export type SlotName = keyof Slots;

/** What finding slots needs from the language data. */
export interface SlotIndexes {
  readonly levels: PhraseIndex;
  readonly places: PlaceIndex;
  readonly technologies: PhraseIndex;
  readonly everyday: readonly string[];
  readonly cues: TechnologyCues;
}

/** What excludes the level or place after it: “not in India”, “anywhere but India”. */
const NEGATORS = ['not', 'non', 'except', 'excluding', 'exclude', 'besides', 'nor'];
/** These only do so after other words. */
const NEGATORS_AFTER = new Map<string, readonly string[]>([
  ['but', ['anywhere', 'everywhere', 'anyone', 'everyone', 'all', 'anybody', 'everybody', 'nothing']],
  ['than', ['other', 'rather']],
  ['of', ['instead', 'out']],
  ['from', ['apart', 'aside']],
]);
/** What may be in between. */
const BETWEEN = 'in for the a an of from by at any about being really on to or and with as i am looking'.split(' ');
const BEFORE = ['why', 'if', 'or'];
const ASKING = 'is are was were does did can could should will would have has'.split(' ');
const LEADS = 'so and but ok okay well'.split(' ');

const isSlot = (token: Token | undefined): boolean =>
  ['place', 'fresher', 'experienced'].includes(token?.concept ?? '');

/** Whether the denial at this place asks: “isn't the fresher pay …?”, “so don't freshers …?”; “don't include freshers” excludes. */
function asksByDenying(tokens: readonly Token[], at: number): boolean {
  const [auxiliary = '', ...leads] = tokens
    .slice(0, at)
    .map(({ words: [word = ''] }) => word)
    .reverse();
  const isAsking = ASKING.includes(auxiliary) || (auxiliary === 'do' && isSlot(tokens[at + 1]));
  return isAsking && leads.every((word) => LEADS.includes(word));
}

/** For each token, whether a negation excludes it. */
function findNegated(tokens: readonly Token[]): boolean[] {
  const wordAt = (at: number): string => tokens[at]?.words[0] ?? '';
  const negated = tokens.map(() => false);
  for (let at = 0; at < tokens.length; at += 1) {
    const word = wordAt(at);
    const isNegator = NEGATORS.includes(word) || NEGATORS_AFTER.get(word)?.includes(wordAt(at - 1));
    if (!isNegator || BEFORE.includes(wordAt(at - 1)) || asksByDenying(tokens, at)) continue;
    for (let next = at + 1; next < tokens.length; next += 1) {
      const token = tokens[next];
      if (isSlot(token)) negated[next] = true;
      else if (!BETWEEN.includes(wordAt(next))) break;
      // "Not juniors, seniors": what follows directly is meant.
      if (isSlot(token) && !['or', 'and', 'nor'].includes(wordAt(next + 1))) break;
    }
  }
  return negated;
}

/** Of two values, the named one, or the other one if one is only excluded. */
function withoutNegated<T extends string>(
  named: readonly T[],
  negated: readonly T[],
  both: readonly T[],
): readonly T[] {
  const left = named.filter((one) => !negated.includes(one));
  return left.length > 0 || negated.length === 0 ? named : both.filter((one) => !negated.includes(one));
}

const latelyWords = wordsOf('lately-words');
const beginningStems = stemsOf('beginning-words', stemOf);

/** Whether the person says they have just begun: “I just graduated”, “fresh out of university”. */
function isBeginning(words: readonly string[]): boolean {
  return words.some(
    (word, at) =>
      latelyWords().has(word) && words.slice(at + 1, at + 3).some((next) => beginningStems().has(stemOf(next))),
  );
}

/** The level of someone with so many years of experience. */
export const levelOfYears = (years: number): Level => toLevel({ from: years, to: years });

/** Up to one year counts as fresher. */
const toLevel = ({ from, to }: { readonly from: number; readonly to: number }): Level =>
  to <= 1 || from < 1 ? 'fresher' : from === 1 && to > 1 ? 'fresher' : 'experienced';

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

function findLevels(tokens: readonly Token[], negated: readonly boolean[], times: Times, index: PhraseIndex): Level[] {
  const isLevel = (name: string): name is Level => name === 'fresher' || name === 'experienced';
  const wordsWhere = (isWanted: (at: number) => boolean): string[] =>
    tokens.flatMap(({ words }, at) => (isWanted(at) ? words : ['.']));
  const levels = findAllPhrases(
    index,
    wordsWhere((at) => negated[at] !== true),
  ).filter(isLevel);
  const denied = negated.includes(true) ? wordsWhere((at) => negated[at] === true) : [];
  const without = findAllPhrases(index, denied).filter(isLevel);
  const years = times.experience.map(toLevel);
  const told = isBeginning(tokens.flatMap(({ words }) => words)) ? (['fresher'] as const) : [];
  return unique(withoutNegated([...levels, ...years, ...told], without, ['fresher', 'experienced']));
}

/** All of the one place, and of the other. */
export const ELSEWHERE = { id: 'outside-india', name: 'outside india' } as const;
export const INDIA = { id: 'india', name: 'india' } as const;

function findPlaces(
  tokens: readonly Token[],
  negated: readonly boolean[],
  { phrases, meant }: PlaceIndex,
): Slots['places'] {
  const read = (isNegated: boolean): Place[] =>
    tokens.flatMap(({ concept, words }, at) => {
      const [key] = concept === 'place' && negated[at] === isNegated ? findAllPhrases(phrases, words) : [];
      const place = key === undefined ? undefined : meant.get(key);
      return place === undefined ? [] : [{ ...place, name: words.join(' ') }];
    });
  const [named, without] = [read(false), read(true)];
  const [only] = without;
  if (named.length > 0 || only === undefined || new Set(without.map(({ id }) => id)).size > 1) return named;
  return [only.id === 'india' ? ELSEWHERE : INDIA];
}

/** Finds the slots of a question. `text` has no mark-up and its own case; `tokens` are its tokens. */
export function findSlots(text: string, tokens: readonly Token[], indexes: SlotIndexes): Slots {
  const words = tokens.flatMap((token) => token.words);
  const corrected = correctText(text, tokens);
  const { experience, ...times } = readTimes(corrected);
  const negated = findNegated(tokens);
  const named = findPhrases(indexes.technologies, words);
  return {
    levels: findLevels(tokens, negated, { experience, ...times }, indexes.levels),
    places: findPlaces(tokens, negated, indexes.places),
    amounts: findAmounts(spellNumbers(text.toLowerCase())),
    technologies: unique([...named, ...findEverydayNames(text, indexes.everyday, indexes.technologies, indexes.cues)]),
    ...times,
  };
}
