// Decides what answers a question: its topics, a passage of a document, both, or the passages that come closest.
import { foldSpace, type Quote } from '../knowledge/documents.js';
import type { Fact } from '../knowledge/facts.js';
import { listOffered, type Passage, type Passages, SHOW_PASSAGE } from '../knowledge/passages.js';
import type { MissingIndex } from '../knowledge/undocumented-subjects.js';
import type { Matcher } from '../understanding/matcher/matcher.js';
import type { Slots } from '../understanding/slots.js';
import { stemOf, type Token } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Intent } from './intent.js';

/** A passage that covers so much more of a question than its topics is the better answer. */
const AHEAD = 0.15;
/** What a word counts that only the phrases of a topic know: its facts say nothing of it. */
const IN_PHRASES = 0.5;
/** From this share on, the sentences of a section are for the most part quoted. */
const MOSTLY = 0.5;

/** What speaks for passages as the answer to one question. */
export interface PassageChoice {
  /** The passage that answers. */
  readonly shown: Passage | undefined;
  /** Set when it answers better than the topics do. */
  readonly isBetter: boolean;
  /** The passages that come closest, where none answers. */
  readonly offered: readonly Passage[];
}

/** What the choice is made from. */
export interface PassageSources {
  readonly passages: Passages;
  readonly matcher: Matcher;
  readonly facts: readonly Fact[];
  /** The titles of all topics. */
  readonly titles: readonly string[];
  /** The sentences that facts and written answers quote. */
  readonly quotes: readonly Pick<Quote, 'document' | 'text'>[];
  readonly missing: MissingIndex;
}

/** Makes the choice: for a text and its sentences, and the topics that it was understood as, if any. */
export type ChoosePassage = (
  readings: readonly (readonly Token[])[],
  topics: readonly Intent[],
  slots: Pick<Slots, 'technologies' | 'places'>,
) => PassageChoice;

const listStems = (facts: readonly Fact[]): string[] =>
  facts
    .flatMap(({ says, quote, about, section }) => [says, quote, section, ...about])
    .flatMap((text) => splitWords(text).map(stemOf));

/** Returns the function that chooses. */
export function createPassageChoice({
  passages,
  matcher,
  facts,
  titles,
  quotes,
  missing,
}: PassageSources): ChoosePassage {
  const quoted = new Map<string, string[]>();
  for (const { document, text } of quotes) quoted.set(document, [...(quoted.get(document) ?? []), foldSpace(text)]);
  const stemsOf = new Map<string, ReadonlySet<string>>();

  const isQuoted = (document: string, sentence: string): boolean =>
    (quoted.get(document) ?? []).some((text) => text.includes(sentence) || sentence.includes(text));
  const allStems = new Set([...listStems(facts), ...titles.flatMap(splitWords).map(stemOf)]);
  /**
   * What a fact or a written answer quotes is theirs to tell. Of a section whose sentences they quote for the most part,
   * the others only hold it together, unless one has a word of the question that no fact has.
   */
  const isOwned = ({ document, sentence, sentences }: Passage, words: readonly string[]): boolean => {
    if (isQuoted(document, sentence)) return true;
    const share = sentences.filter((one) => isQuoted(document, one)).length / sentences.length;
    if (share < MOSTLY) return false;
    const own = new Set(splitWords(sentence).map(stemOf));
    return !words.some((word) => own.has(stemOf(word)) && !allStems.has(stemOf(word)) && passages.weigh(word) > 0);
  };

  const factStems = (topic: Intent): ReadonlySet<string> => {
    const known = stemsOf.get(topic.id);
    if (known !== undefined) return known;
    const own = facts.filter(({ kind }) => topic.kinds.includes(kind));
    const stems = new Set([...splitWords(topic.title).map(stemOf), ...listStems(own)]);
    stemsOf.set(topic.id, stems);
    return stems;
  };
  const holds = (topic: Intent, token: Token, word: string): number => {
    const isFamiliar = matcher.strangeness(token, topic.id) === 0;
    if (factStems(topic).has(stemOf(word)) || (isFamiliar && token.concept !== undefined)) return 1;
    return isFamiliar ? IN_PHRASES : 0;
  };
  /** The share of what a question says that the topics have something to say on. */
  const cover = (tokens: readonly Token[], topics: readonly Intent[]): number => {
    let [all, held] = [0, 0];
    for (const token of tokens)
      for (const word of token.words) {
        const weight = passages.weigh(word);
        all += weight;
        held += weight * Math.max(0, ...topics.map((topic) => holds(topic, token, word)));
      }
    return all === 0 ? 1 : held / all;
  };

  /** The passage that holds words which no fact has: it is shown however little else of the question it has. */
  const findHolding = (found: readonly Passage[], told: readonly string[]): Passage | undefined => {
    for (const words of told.map(splitWords)) {
      const stems = words.filter((word) => passages.weigh(word) > 0).map(stemOf);
      const holds = ({ section, sentences }: Passage): boolean => {
        const own = new Set([section, ...sentences].flatMap(splitWords).map(stemOf));
        return stems.some((stem) => own.has(stem));
      };
      const held = found.find(holds) ?? passages.find(words).find(holds);
      if (held !== undefined) return held;
    }
    return undefined;
  };

  return (readings, topics, { technologies, places }) => {
    const [whole = [], ...sentences] = readings;
    // What comes before a question is not asked for.
    const found = [whole, ...sentences]
      .map((tokens) => passages.find(tokens.flatMap(({ words }) => words)))
      .reduce((best, one) => ((one[0]?.confidence ?? 0) > (best[0]?.confidence ?? 0) ? one : best));
    const words = whole.flatMap((token) => token.words);
    const own = found.filter((one) => !isOwned(one, words));
    const names = [...technologies, ...places.map(({ name }) => name)];
    const told = names.filter((name) => missing.toldNames.includes(name));
    const asked = told.length > 0 ? findHolding(own, told) : undefined;
    if (asked !== undefined) return { shown: asked, isBetter: true, offered: [] };
    const shown = own.find(({ confidence }) => confidence >= SHOW_PASSAGE);
    const isBetter =
      shown !== undefined && (topics.length === 0 || shown.candidate.share > cover(whole, topics) + AHEAD);
    return { shown, isBetter, offered: topics.length === 0 ? listOffered(own) : [] };
  };
}
