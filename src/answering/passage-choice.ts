// Decides what answers a question: its topics, a passage of a document, both, or the passages that come closest.
import { foldSpace, type Quote } from '../knowledge/documents.js';
import { type FactStems, type FocusIndex, findFocus } from '../knowledge/fact-mentions.js';
import type { Fact } from '../knowledge/facts.js';
import { joinStems } from '../knowledge/mentions.js';
import {
  isLikely,
  isSure,
  listOffered,
  type Passage,
  type Passages,
  type SearchedText,
} from '../knowledge/passages.js';
import { MATCHING, PASSAGE_DECISION } from '../knowledge/thresholds.js';
import { findTold, type MissingIndex } from '../knowledge/undocumented-subjects.js';
import { findUntold } from '../knowledge/untold-words.js';
import type { Matcher } from '../understanding/matcher/matcher.js';
import type { Slots } from '../understanding/slots.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Intent } from './intent.js';
import { isDocumentsAlone } from './written-answers.js';

/** A passage that covers this much more of a question than its topics is the better answer. */
const AHEAD = 0.15;
/** So much more that it answers even if it isn't sure enough to answer what no topic knows. */
const FAR_AHEAD = 0.3;
/** The weight of a word that only a topic's phrases have: its facts say nothing about it. */
const IN_PHRASES = 0.5;
/** From this focus on, a fact is asked for by name. */
const NAMED = 1;
const NOTHING: SearchedText = { text: '', tokens: [] };
/** From this share on, most sentences of a section are quoted. */
const MOSTLY = 0.5;

/** The passages that may answer one question. */
export interface PassageChoice {
  /** The passage that answers. */
  readonly shown: Passage | undefined;
  /** Set if it answers better than the topics do. */
  readonly isBetter: boolean;
  /** The passage that answers where the topics leave the question open: it has most of what is asked for. */
  readonly likely: Passage | undefined;
  /** The closest passages, if none answers. */
  readonly offered: readonly Passage[];
  /** Set if they are closer than what the topics tell: the question names what no fact of theirs has. */
  readonly isCloser?: boolean;
  /** The topic that tells, by a fact or a written answer, what the text that fits best says. */
  readonly owner: string | undefined;
}

/** A sentence that is for a topic to tell; `fact` is the id of the fact that quotes it, if one does. */
export interface OwnedQuote extends Pick<Quote, 'document' | 'text'> {
  readonly topic: string;
  readonly fact?: string;
}

/** What the choice is based on. */
export interface PassageSources {
  readonly passages: Passages;
  readonly matcher: Matcher;
  readonly facts: readonly Fact[];
  readonly factStems: FactStems;
  readonly topics: readonly Intent[];
  /** The sentences that facts and written answers quote. */
  readonly quotes: readonly OwnedQuote[];
  readonly focus: FocusIndex;
  readonly missing: MissingIndex;
}

/** What a text names. */
type Names = Pick<Slots, 'technologies' | 'places'>;

/** Makes the choice for a text, its sentences and the topics it was understood as, if any. */
export type ChoosePassage = (
  readings: readonly SearchedText[],
  topics: readonly Intent[],
  names: Names,
) => PassageChoice;

/** What a choice is made for: the text as a whole, the topics it was understood as, and the passages that are no topic's. */
interface Choosing {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly topics: readonly Intent[];
  readonly own: readonly Passage[];
}

/** Returns the function that chooses. */
export function createPassageChoice(sources: PassageSources): ChoosePassage {
  const chooser = new Chooser(sources);
  return (readings, topics, names) => chooser.choose(readings, topics, names);
}

class Chooser {
  private readonly sources: PassageSources;
  private readonly ownership: Ownership;
  private readonly coverage: Coverage;
  private readonly leastOffered: number;

  constructor(sources: PassageSources) {
    this.sources = sources;
    this.ownership = new Ownership(sources);
    this.coverage = new Coverage(sources);
    this.leastOffered = PASSAGE_DECISION[isDocumentsAlone(sources.topics) ? 'offer' : 'offerBesideTopics'];
  }

  choose(readings: readonly SearchedText[], topics: readonly Intent[], names: Names): PassageChoice {
    const [{ tokens } = NOTHING] = readings;
    // What comes before a question isn't asked for.
    const found = readings
      .map((asked) => this.sources.passages.find(asked))
      .reduce((best, one) => ((one[0]?.confidence ?? 0) > (best[0]?.confidence ?? 0) ? one : best), []);
    const words = tokens.flatMap((token) => token.words);
    const strange = this.ownership.listStrange(words);
    const own = found.filter((one) => one.topic === undefined && !this.ownership.isOwned(one, strange, topics));
    const choosing = { tokens, words, topics, own };
    return (
      this.chooseByName(choosing, names) ?? this.chooseBySubject(choosing) ?? this.chooseByCoverage(choosing, found)
    );
  }

  /** The passage with a technology or a place that the text names and no fact has. */
  private chooseByName({ topics, own }: Choosing, { technologies, places }: Names): PassageChoice | undefined {
    const { passages, missing } = this.sources;
    const names = [...technologies, ...places.map(({ name }) => name)];
    const unquoted = names.filter((name) => missing.namesInText.includes(name));
    const asked = unquoted.length > 0 ? findHolding(passages, own, unquoted) : undefined;
    // What no topic knows may be about anything else that goes with the name.
    const isMeant =
      topics.length > 0 ||
      own.some(({ ref, confidence }) => ref === asked?.ref && confidence >= PASSAGE_DECISION.showNamed);
    return asked !== undefined && isMeant ? answerBy(asked) : undefined;
  }

  /** The passage with a subject that no fact tells, or of the document that the text names. */
  private chooseBySubject({ words, topics, own }: Choosing): PassageChoice | undefined {
    const ids = topics.map(({ id }) => id);
    const isNamed = ({ candidate: { namedBy } }: Passage): boolean =>
      namedBy?.some((word) => !this.coverage.knows(topics, word)) ?? false;
    const told = findTeller(own, findTold(this.sources.missing, words, ids));
    const meant = told ?? (topics.length > 0 ? own.find(isNamed) : undefined);
    if (meant === undefined || (topics.length === 0 && own.some(isSure))) return undefined;
    return isLikely(meant) ? answerBy(meant) : offerFirst(meant, own);
  }

  /** The passage of a document without facts that has a word which no fact of the topics has. */
  private chooseByWord({ tokens, topics, own }: Choosing): PassageChoice | undefined {
    if (topics.length === 0) return undefined;
    const untold = own.filter((one) => isOffered(one) && !this.ownership.hasFacts(one));
    const closest = findTeller(untold, this.coverage.listStrange(tokens, topics));
    return closest && offerFirst(closest, own);
  }

  /** The passage that covers most of the text, compared with the topics. */
  private chooseByCoverage(choosing: Choosing, found: readonly Passage[]): PassageChoice {
    const { tokens, words, topics, own } = choosing;
    const covered = topics.length === 0 ? undefined : this.coverage.of(tokens, topics);
    const isAhead = ({ candidate }: Passage, by: number): boolean =>
      covered === undefined || candidate.share > covered + by;
    const isShown = (one: Passage): boolean =>
      isSure(one) || (covered !== undefined && one.confidence >= PASSAGE_DECISION.showAhead && isAhead(one, FAR_AHEAD));
    const shown = own.find(isShown);
    const closer = shown === undefined ? this.chooseByWord(choosing) : undefined;
    if (closer !== undefined) return closer;
    const isBetter = shown !== undefined && (isAnsweredByMentor(shown) || isAhead(shown, AHEAD));
    const owner = this.ownership.findOwner(found, words);
    const likely = shown ?? own.find(isLikely);
    return { shown, isBetter, likely, offered: listOffered(own, this.leastOffered), owner };
  }
}

/** The passage answers, whatever the topics say. */
const answerBy = (shown: Passage): PassageChoice => ({
  shown,
  isBetter: true,
  likely: shown,
  offered: [],
  owner: undefined,
});

/** The passage is offered before all others, whatever the topics say. */
const offerFirst = (closest: Passage, own: readonly Passage[]): PassageChoice => ({
  shown: undefined,
  isBetter: false,
  likely: undefined,
  offered: listOffered([closest, ...own.filter((one) => one !== closest)], 0),
  isCloser: true,
  owner: undefined,
});

/** The first passage that tells a subject in one of its wordings, and in at least half as many as any other. */
function findTeller(found: readonly Passage[], wordings: readonly string[]): Passage | undefined {
  if (wordings.length === 0) return undefined;
  const counted = found.map((passage) => {
    const own = [passage.section, ...passage.sentences].map(joinStems);
    return { passage, count: wordings.filter((wording) => own.some((text) => text.includes(wording))).length };
  });
  const most = Math.max(1, ...counted.map(({ count }) => count));
  return counted.find(({ count }) => count * 2 >= most)?.passage;
}

const isOffered = ({ confidence }: Passage): boolean => confidence >= PASSAGE_DECISION.offerBesideTopics;

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
    const held = found.find(holds) ?? passages.find({ text: '', tokens: [{ key: '', words }] }).find(holds);
    if (held !== undefined) return held;
  }
  return undefined;
}

/** The stems of what facts say and of the names of their sections. */
const listStems = (facts: readonly Fact[], { factStems }: PassageSources): string[] => [
  ...facts.flatMap(({ id }) => [...(factStems.get(id) ?? [])]),
  ...[...new Set(facts.map(({ section }) => section))].flatMap(splitWords).map(stemOf),
];

/** Knows which sentences belong to facts and written answers. */
class Ownership {
  private readonly sources: PassageSources;
  private readonly quoted = new Map<string, OwnedQuote[]>();
  /** The quotes that each sentence of a section is part of, by the section. */
  private readonly held = new Map<string, readonly (readonly OwnedQuote[])[]>();
  private readonly stems: ReadonlySet<string>;

  constructor(sources: PassageSources) {
    this.sources = sources;
    for (const quote of sources.quotes) {
      const own = { ...quote, text: foldSpace(quote.text) };
      this.quoted.set(quote.document, [...(this.quoted.get(quote.document) ?? []), own]);
    }
    const titles = sources.topics.flatMap(({ title }) => splitWords(title));
    this.stems = new Set([...listStems(sources.facts, sources), ...titles.map(stemOf)]);
  }

  /** The stems of the words that say something and no fact has. */
  listStrange(words: readonly string[]): string[] {
    return words.filter((word) => !this.stems.has(stemOf(word)) && this.sources.passages.weigh(word) > 0).map(stemOf);
  }

  /**
   * A sentence that a fact quotes is its own, and one that a written answer quotes where that answers. If they quote most
   * of a section, its other sentences only connect those, unless one has a `strange` word of the question.
   */
  isOwned(passage: Passage, strange: readonly string[], topics: readonly Intent[]): boolean {
    const { sentence, sentences } = passage;
    const isTold = (quotes: readonly OwnedQuote[]): boolean =>
      quotes.some(({ fact, topic }) => fact !== undefined || topics.some(({ id }) => id === topic));
    if (isTold(this.listQuotes(passage))) return true;
    const share = this.listHeld(passage).filter(isTold).length / sentences.length;
    if (share < MOSTLY) return false;
    if (strange.length === 0) return true;
    const own = splitWords(sentence).map(stemOf);
    return !strange.some((stem) => own.includes(stem));
  }

  /**
   * The topic that tells what the best of the passages says: a written answer, or a fact that the question names. That
   * alone the words fit says little of one quoted sentence: no topic was sure of them.
   */
  findOwner([best]: readonly Passage[], words: readonly string[]): string | undefined {
    if (best === undefined) return undefined;
    if (best.topic !== undefined) return best.confidence >= PASSAGE_DECISION.show ? best.topic : undefined;
    const quotes = this.listQuotes(best).filter(({ fact }) => fact !== undefined);
    if (best.confidence < PASSAGE_DECISION.showNamed || quotes.length === 0) return undefined;
    const focus = findFocus(this.sources.focus, words);
    return quotes.find(({ fact = '' }) => (focus.get(fact) ?? 0) >= NAMED)?.topic;
  }

  /** The quotes that each sentence of the section is part of; they stay the same, whatever is asked. */
  private listHeld({ ref, document, sentences }: Passage): readonly (readonly OwnedQuote[])[] {
    const holding = (sentence: string): OwnedQuote[] =>
      (this.quoted.get(document) ?? []).filter(({ text }) => text.includes(sentence) || sentence.includes(text));
    const known = this.held.get(ref) ?? sentences.map(holding);
    this.held.set(ref, known);
    return known;
  }

  /** The quotes that the sentence of a passage is part of. */
  private listQuotes(passage: Passage): readonly OwnedQuote[] {
    return this.listHeld(passage)[passage.sentences.indexOf(passage.sentence)] ?? [];
  }

  /** Whether facts tell what the document of a passage says. */
  hasFacts({ document }: Passage): boolean {
    return this.quoted.get(document)?.some(({ fact }) => fact !== undefined) ?? false;
  }
}

/** Knows how much of a question topics can answer. */
class Coverage {
  private readonly sources: PassageSources;
  private readonly stemsOf = new Map<string, ReadonlySet<string>>();
  private readonly keysOf = new Map<string, ReadonlySet<string>>();

  constructor(sources: PassageSources) {
    this.sources = sources;
  }

  /** The share of what the tokens say that the topics cover. */
  of(tokens: readonly Token[], topics: readonly Intent[]): number {
    let [all, held] = [0, 0];
    for (const token of tokens)
      for (const word of token.words) {
        const weight = this.sources.passages.weigh(word) * (isOfClass(token, 'own') ? MATCHING.ofField : 1);
        all += weight;
        held += weight * Math.max(0, ...topics.map((topic) => this.holds(topic, token, word)));
      }
    return all === 0 ? 1 : held / all;
  }

  /** The telling words that no fact of the topics has, as `joinStems` gives them. */
  listStrange(tokens: readonly Token[], topics: readonly Intent[]): string[] {
    const told = new Set(topics.flatMap((topic) => [...this.factStems(topic)]));
    return findUntold(tokens, told).flatMap(({ words }) => words.filter((word) => !isFiller(word)).map(joinStems));
  }

  /** Whether any of the topics has a word, in a fact or in a phrase. */
  knows(topics: readonly Intent[], word: string): boolean {
    return topics.some((topic) => this.holds(topic, { key: '', words: [word] }, word) > 0);
  }

  private holds(topic: Intent, token: Token, word: string): number {
    if (this.factStems(topic).has(stemOf(word)) || (token.concept !== undefined && this.factKeys(topic).has(token.key)))
      return 1;
    const isFamiliar = token.concept !== undefined || this.sources.matcher.wordUse(word, topic.id).inTopic > 0;
    return isFamiliar ? IN_PHRASES : 0;
  }

  /** What the facts of a topic say, read as questions are: their concepts among it. */
  private factKeys(topic: Intent): ReadonlySet<string> {
    const known = this.keysOf.get(topic.id);
    if (known !== undefined) return known;
    const texts = this.factsOf(topic).flatMap(({ says, quote, section }) => [says, quote, section]);
    const keys = new Set(texts.flatMap((text) => this.sources.matcher.read(text).map(({ key }) => key)));
    this.keysOf.set(topic.id, keys);
    return keys;
  }

  private readonly factsOf = ({ kinds }: Intent): readonly Fact[] =>
    this.sources.facts.filter(({ kind }) => kinds.includes(kind));

  private factStems(topic: Intent): ReadonlySet<string> {
    const known = this.stemsOf.get(topic.id);
    if (known !== undefined) return known;
    const stems = new Set([...splitWords(topic.title).map(stemOf), ...listStems(this.factsOf(topic), this.sources)]);
    this.stemsOf.set(topic.id, stems);
    return stems;
  }
}
