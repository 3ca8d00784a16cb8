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

/** A passage that covers this much more of a question than its topics is the better answer. */
const AHEAD = 0.15;
/** The weight of a word that only a topic's phrases have: its facts say nothing about it. */
const IN_PHRASES = 0.5;
/** From this share on, most sentences of a section are quoted. */
const MOSTLY = 0.5;

/** The passages that may answer one question. */
export interface PassageChoice {
  /** The passage that answers. */
  readonly shown: Passage | undefined;
  /** Set if it answers better than the topics do. */
  readonly isBetter: boolean;
  /** The closest passages, if none answers. */
  readonly offered: readonly Passage[];
}

/** What the choice is based on. */
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

/** Makes the choice for a text, its sentences and the topics it was understood as, if any. */
export type ChoosePassage = (
  readings: readonly (readonly Token[])[],
  topics: readonly Intent[],
  slots: Pick<Slots, 'technologies' | 'places'>,
) => PassageChoice;

/** Returns the function that chooses. */
export function createPassageChoice(sources: PassageSources): ChoosePassage {
  const { passages, missing } = sources;
  const ownership = new Ownership(sources);
  const coverage = new Coverage(sources);

  return (readings, topics, { technologies, places }) => {
    const [whole = [], ...sentences] = readings;
    // What comes before a question isn't asked for.
    const found = [whole, ...sentences]
      .map((tokens) => passages.find(tokens.flatMap(({ words }) => words)))
      .reduce((best, one) => ((one[0]?.confidence ?? 0) > (best[0]?.confidence ?? 0) ? one : best));
    const words = whole.flatMap((token) => token.words);
    const own = found.filter((one) => !ownership.isOwned(one, words));
    const names = [...technologies, ...places.map(({ name }) => name)];
    const unquoted = names.filter((name) => missing.namesInText.includes(name));
    const asked = unquoted.length > 0 ? findHolding(passages, own, unquoted) : undefined;
    if (asked !== undefined) return { shown: asked, isBetter: true, offered: [] };
    const shown = own.find(({ confidence }) => confidence >= SHOW_PASSAGE);
    const isBetter =
      shown !== undefined &&
      (topics.length === 0 || isAnsweredByMentor(shown) || shown.candidate.share > coverage.of(whole, topics) + AHEAD);
    return { shown, isBetter, offered: topics.length === 0 ? listOffered(own) : [] };
  };
}

/** What a mentor wrote in answer to this very question, whatever a topic says on it. */
const isAnsweredByMentor = ({ signed, candidate }: Passage): boolean => signed !== undefined && candidate.isExact;

/** The passage with names that no fact has: it's shown however little else of the question it covers. */
function findHolding(passages: Passages, found: readonly Passage[], names: readonly string[]): Passage | undefined {
  for (const words of names.map(splitWords)) {
    const stems = words.filter((word) => passages.weigh(word) > 0).map(stemOf);
    const holds = ({ section, sentences }: Passage): boolean => {
      const own = new Set([section, ...sentences].flatMap(splitWords).map(stemOf));
      return stems.some((stem) => own.has(stem));
    };
    const held = found.find(holds) ?? passages.find(words).find(holds);
    if (held !== undefined) return held;
  }
  return undefined;
}

const listStems = (facts: readonly Fact[]): string[] =>
  facts
    .flatMap(({ says, quote, about, section }) => [says, quote, section, ...about])
    .flatMap(splitWords)
    .map(stemOf);

/** Knows which sentences belong to facts and written answers. */
class Ownership {
  private readonly passages: Passages;
  private readonly quoted = new Map<string, string[]>();
  private readonly stems: ReadonlySet<string>;

  constructor({ passages, facts, titles, quotes }: PassageSources) {
    this.passages = passages;
    for (const { document, text } of quotes)
      this.quoted.set(document, [...(this.quoted.get(document) ?? []), foldSpace(text)]);
    this.stems = new Set([...listStems(facts), ...titles.flatMap(splitWords).map(stemOf)]);
  }

  /**
   * A sentence that a fact or a written answer quotes is theirs. If they quote most of a section,
   * its other sentences only connect those, unless one has a word of the question that no fact has.
   */
  isOwned({ document, sentence, sentences }: Passage, words: readonly string[]): boolean {
    if (this.isQuoted(document, sentence)) return true;
    const share = sentences.filter((one) => this.isQuoted(document, one)).length / sentences.length;
    if (share < MOSTLY) return false;
    const own = new Set(splitWords(sentence).map(stemOf));
    const isNew = (stem: string): boolean => own.has(stem) && !this.stems.has(stem);
    return !words.some((word) => isNew(stemOf(word)) && this.passages.weigh(word) > 0);
  }

  private isQuoted(document: string, sentence: string): boolean {
    return (this.quoted.get(document) ?? []).some((text) => text.includes(sentence) || sentence.includes(text));
  }
}

/** Knows how much of a question topics can answer. */
class Coverage {
  private readonly sources: PassageSources;
  private readonly stemsOf = new Map<string, ReadonlySet<string>>();

  constructor(sources: PassageSources) {
    this.sources = sources;
  }

  /** The share of what the tokens say that the topics cover. */
  of(tokens: readonly Token[], topics: readonly Intent[]): number {
    let [all, held] = [0, 0];
    for (const token of tokens)
      for (const word of token.words) {
        const weight = this.sources.passages.weigh(word);
        all += weight;
        held += weight * Math.max(0, ...topics.map((topic) => this.holds(topic, token, word)));
      }
    return all === 0 ? 1 : held / all;
  }

  private holds(topic: Intent, token: Token, word: string): number {
    const isFamiliar = token.concept !== undefined || this.sources.matcher.wordUse(word, topic.id).inTopic > 0;
    if (this.factStems(topic).has(stemOf(word)) || (isFamiliar && token.concept !== undefined)) return 1;
    return isFamiliar ? IN_PHRASES : 0;
  }

  private factStems(topic: Intent): ReadonlySet<string> {
    const known = this.stemsOf.get(topic.id);
    if (known !== undefined) return known;
    const own = this.sources.facts.filter(({ kind }) => topic.kinds.includes(kind));
    const stems = new Set([...splitWords(topic.title).map(stemOf), ...listStems(own)]);
    this.stemsOf.set(topic.id, stems);
    return stems;
  }
}
