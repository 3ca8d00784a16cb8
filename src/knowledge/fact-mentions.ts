// Finds the facts that a question asks for by name, so that an answer can begin with them.
import { isFiller } from '../understanding/text/stop-words.js';
import { findAllPhrases, indexPhrases, type PhraseIndex, stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Fact } from './facts.js';

/** How closely each fact is asked for, by id; absent if it isn't asked for. */
export type Focus = ReadonlyMap<string, number>;

/** What facts are about, as plain values: phrases, and for each phrase its weight and the facts it asks for. */
export interface FocusIndex {
  readonly phrases: PhraseIndex;
  readonly owners: ReadonlyMap<string, { readonly weight: number; readonly ids: readonly string[] }>;
}

/** “Frontend” is two words for those who write “front end”. */
const splitCompounds = (words: readonly string[]): string[] =>
  words.flatMap((word) => /^(front|back)(ends?)$/.exec(word)?.slice(1) ?? word);

/** Indexes what facts are about; a phrase that many facts share says little and weighs little. */
export function indexFocus(facts: readonly Fact[]): FocusIndex {
  const idsOf = new Map<string, string[]>();
  for (const fact of facts) {
    for (const phrase of new Set(fact.about)) idsOf.set(phrase, [...(idsOf.get(phrase) ?? []), fact.id]);
  }
  const phrases = indexPhrases(Object.fromEntries([...idsOf.keys()].map((phrase) => [phrase, [phrase]])), (phrase) =>
    splitCompounds(splitWords(phrase)),
  );
  const owners = [...idsOf].map(
    ([phrase, ids]) => [phrase, { ids, weight: splitWords(phrase).length / ids.length }] as const,
  );
  return { phrases, owners: new Map(owners) };
}

/** How closely the words ask for each fact. */
export function findFocus({ phrases, owners }: FocusIndex, words: readonly string[]): Focus {
  const focus = new Map<string, number>();
  const said = splitCompounds(words);
  const asked = dropNegated(said);
  const all = findAllPhrases(phrases, said);
  const left = new Set(asked.every((word, at) => word === said[at]) ? all : findAllPhrases(phrases, asked));
  for (const phrase of all) {
    // A fact may be about “without a degree”; “degree” alone isn't asked for there.
    if (!left.has(phrase) && !NEGATORS.concat('no', 'not', 'non').includes(splitWords(phrase)[0] ?? '')) continue;
    const { ids, weight } = owners.get(phrase) ?? { ids: [], weight: 0 };
    for (const id of ids) focus.set(id, (focus.get(id) ?? 0) + weight);
  }
  return focus;
}

/** Words that exclude what follows: it isn't asked for. */
const NEGATORS = ['without', 'except', 'besides', 'excluding'];
/** These do so before “of”, “from”, “than”. */
const NEGATORS_WITH = new Map([
  ['of', ['instead']],
  ['from', ['apart', 'aside']],
  ['than', ['other', 'rather']],
]);
const NEGATED_WORDS = 3;

/** “Can I do without a database?” asks for databases. */
const BEFORE_WITHOUT = ['do', 'by', 'manage', 'survive', 'cope'];

/** A question that begins so asks of what comes after “without” whether it's needed: “can I get in without a database?”. */
const ASKING_WHETHER = ['can', 'could', 'may', 'is'];

/** The words without negated ones: “other than Java” doesn't ask for Java. */
export function dropNegated(words: readonly string[]): string[] {
  let left = 0;
  const isWhether = ASKING_WHETHER.includes(words[0] ?? '');
  return words.map((word, at) => {
    const isAsked = word === 'without' && (isWhether || BEFORE_WITHOUT.includes(words[at - 1] ?? ''));
    const isNegator = (NEGATORS.includes(word) && !isAsked) || NEGATORS_WITH.get(word)?.includes(words[at - 1] ?? '');
    if (isNegator) left = NEGATED_WORDS;
    else if (left > 0 && !['but', 'and', 'which', 'what', 'is', 'are', 'do', 'can'].includes(word)) {
      left -= 1;
      return '.';
    } else left = 0;
    return word;
  });
}

/** Gives the stems of a phrase that data has, as “yes” and “about” of facts do. */
export type PhraseReader = (phrase: string) => readonly string[];

/** Reads each phrase once: a question is compared with dozens of them, and so is the next one. */
export function createPhraseReader(): PhraseReader {
  const read = new Map<string, readonly string[]>();
  return (phrase) => {
    const known = read.get(phrase);
    if (known !== undefined) return known;
    const stems = splitWords(phrase).map(stemOf);
    read.set(phrase, stems);
    return stems;
  };
}

/** The weight of a short question; shares of less are measured against it. */
const LEAST_ASKED = 6;

/** Reads the words of a question; says how much of it a fact covers: from 0 to 1, with rare words counting more. */
export type Overlap = (words: readonly string[]) => (fact: Pick<Fact, 'id'>) => number;

/** The words of each fact, as stems, by its id. */
export type FactStems = ReadonlyMap<string, ReadonlySet<string>>;

/** Indexes the wording, quote and `about` of facts. */
export const indexStems = (facts: readonly Fact[]): FactStems =>
  new Map(
    facts.map(({ id, says, quote, about }) => [id, new Set([says, quote, ...about].flatMap(splitWords).map(stemOf))]),
  );

/** Compares questions with what facts say. */
export function createOverlap(held: FactStems): Overlap {
  const counts = new Map<string, number>();
  for (const stems of held.values()) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weigh = (stem: string): number => Math.log(1 + held.size / (1 + (counts.get(stem) ?? 0)));
  const sum = (stems: readonly string[]): number => stems.reduce((total, stem) => total + weigh(stem), 0);
  return (words) => {
    const asked = [...new Set(words.filter((word) => !isFiller(word)).map(stemOf))];
    // One word alone says too little.
    const all = Math.max(sum(asked), LEAST_ASKED);
    return ({ id }) => sum(asked.filter((stem) => held.get(id)?.has(stem))) / all;
  };
}
