// A question in; the topic that its figures, sums, hours, technologies or facts point to out, where the words alone don't say it.
import type { Utterance } from '../conversation/utterance.js';
import type { Fact } from '../knowledge/facts.js';
import { isFigureOf, isTelling } from '../knowledge/figures.js';
import { readQuestionForm } from '../understanding/question-kind.js';
import type { SlotName } from '../understanding/slots.js';
import { isEnglish } from '../understanding/text/english-words.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Understanding } from '../understanding/understand.js';
import { findFigure } from './figure-reference.js';
import type { Intent, Intents } from './intent.js';
import { findTellerOfNames } from './technology-note.js';
import type { TopicReplies } from './topic-replies.js';

/** The topics that may be found, and what reads their facts. */
export interface PointedTopics {
  readonly intents: Pick<Intents, 'topics' | 'fallback'>;
  readonly replies: TopicReplies;
}

/** Whether a text that no topic is sure of may be about this career all the same. */
export const isFamiliar = ({ outcome, outOfScope, readings: [whole] }: Understanding): boolean =>
  outcome === 'clarify' &&
  outOfScope === undefined &&
  whole !== undefined &&
  (whole.subject.inField || !whole.subject.holdsUnknown);

/** The topic of the figure or of the technologies that a text names and no topic is sure of. */
function findTopicOfNames({ intents: { topics }, replies }: PointedTopics, utterance: Utterance): Intent | undefined {
  const { all } = replies.facts;
  const figure = findFigure(utterance, all);
  const ofFigure = figure && topics.find(({ kinds }) => kinds.includes(figure.kind));
  return ofFigure ?? findTellerOfNames(topics, utterance, all);
}

/** The topic whose figure a text on pay names, where it was taken for another one on pay: “$80,451 per hour”. */
function findTopicOfFigure(
  { intents: { topics }, replies }: PointedTopics,
  { outcome, topics: found }: Understanding,
  { slots }: Utterance,
): Intent | undefined {
  const asked = outcome === 'answer' ? replies.pick(found.map(({ id }) => id)) : [];
  const telling = slots.amounts.filter(isTelling);
  if (telling.length === 0 || asked.length === 0 || !asked.every((intent) => intent.slots?.includes('amounts')))
    return undefined;
  const fact = replies.facts.all.find((one) => telling.some((amount) => isFigureOf(amount, one)));
  const [owner] = fact === undefined ? [] : topics.filter(({ kinds }) => kinds.includes(fact.kind));
  return asked.some((intent) => intent === owner) ? undefined : owner;
}

/** More unfamiliar words than this, and a sum for hours may be paid for anything: “$40 for 2 hours of parking”. */
const FAMILIAR = 0.3;

/**
 * The topic that knows a rate, where a text asks what hours pay in its name or names a sum for hours, and only a topic on
 * hours or none was found: “5 days of 6 hours as a freelancer”, “$3,000 for 40 hours”.
 */
function findTopicOfRate(
  { intents: { topics }, replies }: PointedTopics,
  { outcome, topics: found, readings: [whole] }: Understanding,
  { text, tokens, slots }: Utterance,
): Intent | undefined {
  const takes = (name: SlotName, { slots: own = [] }: Intent): boolean => own.includes(name);
  const onRate = topics.find((intent) => takes('amounts', intent) && takes('hours', intent));
  const asked = outcome === 'answer' ? replies.pick(found.map(({ id }) => id)) : [];
  if (onRate === undefined || !asked.every((intent) => takes('amounts', intent) !== takes('hours', intent)))
    return undefined;
  const isByName =
    (slots.hours ?? slots.span) !== undefined &&
    tokens.some(({ concept }) => concept === onRate.id) &&
    ['open', 'how-much', 'which'].includes(readQuestionForm(text).kind);
  const isOffer =
    slots.amounts.length === 1 &&
    slots.amounts.every(({ currency, unit }) => currency !== undefined && unit === undefined) &&
    slots.per !== 'hour' &&
    slots.hours !== undefined;
  const isOwnOffer = isOffer && whole !== undefined && !whole.subject.foreign && whole.subject.unfamiliarity < FAMILIAR;
  return isByName || isOwnOffer ? onRate : undefined;
}

/** The topic that an unsure text comes closest to, if it weighs sums and the text names one: “my offer says $70,000”. */
function findTopicOfSum(
  { replies }: PointedTopics,
  { outcome, nearest, readings: [whole] }: Understanding,
  { slots }: Utterance,
): Intent | undefined {
  const isSum = slots.amounts.some(({ currency }) => currency !== undefined);
  const isKnown = whole !== undefined && !whole.subject.foreign && !whole.subject.holdsUnknown;
  const [closest] = replies.pick(nearest.slice(0, 1));
  return outcome === 'clarify' && isSum && isKnown && closest?.slots?.includes('amounts') ? closest : undefined;
}

/** The words of a text that tell what it's about, whatever our job is called in it. */
const listTelling = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) => (isOfClass(token, 'own') ? [] : token.words)).filter((word) => !isFiller(word));

/** The topic that an unsure text comes closest to, if half of its telling words are kinds of its facts: “which is the worst con”. */
function findTopicByKind(
  { replies }: PointedTopics,
  understanding: Understanding,
  { tokens }: Utterance,
): Intent | undefined {
  const { outcome, nearest, outOfScope } = understanding;
  const telling = listTelling(tokens);
  const isUnsure = isFamiliar(understanding) || (outcome === 'out-of-scope' && outOfScope === undefined);
  const isNamed = ({ kinds }: Intent): boolean => {
    const stems = kinds.map(stemOf);
    const named = telling.filter((word) => stems.includes(stemOf(word)));
    // Far from every topic, nothing else may be asked for: “pros or cons, which are more?”.
    return outcome === 'clarify'
      ? named.length > 0 && named.length * 2 >= telling.length
      : named.length > 1 && named.length === telling.length;
  };
  return isUnsure ? replies.pick(nearest.slice(0, 1)).find(isNamed) : undefined;
}

/** The topic of a fact that is about all the telling words of an unsure question: “how long till back end dies”. */
function findTopicByFact(
  { replies, intents: { topics } }: PointedTopics,
  { outcome, nearest, outOfScope, readings: [whole] }: Understanding,
  { text, tokens }: Utterance,
): Intent | undefined {
  const telling = listTelling(tokens);
  const stems = telling.map(stemOf);
  // A single word may be about anything where nothing says that it's about this job, unless it's a term: “OWASP”.
  const inField = whole?.subject.inField ?? false;
  const isTerm = telling.length > 0 && !telling.some(isEnglish);
  const isOpen = outcome === 'clarify' || (outcome === 'out-of-scope' && inField && outOfScope === undefined);
  if (!isOpen || stems.length < (inField || isTerm ? 1 : 2)) return undefined;
  const { kind } = readQuestionForm(text);
  if (kind === 'open' && !isTerm) return undefined;
  // “How many years to be senior?” isn't answered by a fact about seniors that counts nothing.
  const isOfKind = ({ answers }: Fact): boolean => inField || kind !== 'how-many' || answers.includes(kind);
  const isAbout = ({ about, yes, no }: Fact): boolean => {
    const phrases = [...about, ...yes, ...no].map(replies.readPhrase);
    const isTold = stems.every((stem) => phrases.some((phrase) => phrase.includes(stem)));
    return isTold && phrases.some((phrase) => phrase.every((stem) => stems.includes(stem)));
  };
  const facts = replies.facts.all.filter((fact) => isOfKind(fact) && isAbout(fact));
  const isOf = ({ kinds }: Intent): boolean => facts.some(({ kind }) => kinds.includes(kind));
  return replies.pick(nearest).find(isOf) ?? topics.find(isOf);
}

/** The topic of a fact that names the other job which ours is compared with: “difference to a database administrator”. */
function findTopicOfCompared(
  { intents: { topics, fallback }, replies }: PointedTopics,
  { outOfScope }: Understanding,
  { text }: Utterance,
): Intent | undefined {
  if (outOfScope !== fallback.otherJobs || readQuestionForm(text).kind !== 'compare') return undefined;
  const asked = ` ${splitWords(text).join(' ')} `;
  const isNamed = ({ names }: Fact): boolean =>
    names.some((name) => asked.includes(` ${splitWords(name.replace(/^the /, '')).join(' ')} `));
  const fact = replies.facts.all.find(isNamed);
  return fact && topics.find(({ kinds }) => kinds.includes(fact.kind));
}

/**
 * The topic that the figures and names of a question point to, whatever its words were understood as; undefined where they
 * point to none. `isForeign`: it asks about another job, which no name makes ours.
 */
export function findTopicByName(
  parts: PointedTopics,
  understanding: Understanding,
  utterance: Utterance,
  isForeign: boolean,
): Intent | undefined {
  const clear = findTopicOfFigure(parts, understanding, utterance) ?? findTopicOfRate(parts, understanding, utterance);
  if (clear || understanding.outcome === 'answer' || isForeign) return clear;
  return findTopicOfNames(parts, utterance) ?? findTopicOfSum(parts, understanding, utterance);
}

/** The topic whose facts are about what an unsure question asks; undefined if none is. */
export const findTopicByFacts = (
  parts: PointedTopics,
  understanding: Understanding,
  utterance: Utterance,
): Intent | undefined =>
  findTopicByKind(parts, understanding, utterance) ??
  findTopicByFact(parts, understanding, utterance) ??
  findTopicOfCompared(parts, understanding, utterance);
