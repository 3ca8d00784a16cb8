// A text, read as a turn of its conversation, in; its answer out: one function for each kind of turn.
import { type Context, makeContext, mergeSlots } from '../conversation/context.js';
import type { OwnQuestion, PassageFollowUp, Turn } from '../conversation/turn.js';
import type { Utterance } from '../conversation/utterance.js';
import type { Fact } from '../knowledge/facts.js';
import { isFigureOf, isTelling } from '../knowledge/figures.js';
import type { Passage, Passages } from '../knowledge/passages.js';
import type { MissingIndex } from '../knowledge/undocumented-subjects.js';
import { readQuestionForm } from '../understanding/question-kind.js';
import { asksSomething, isTold } from '../understanding/sentences.js';
import type { SlotName } from '../understanding/slots.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import { DECISION } from '../understanding/thresholds.js';
import type { Understander, Understanding } from '../understanding/understand.js';
import { findAbsent } from './absent-subject.js';
import { type Answer, isAnswered } from './answer.js';
import type { FallbackAnswers } from './fallback-answers.js';
import { findFigure } from './figure-reference.js';
import { answerAbout, answerCourtesy, answerFollowUp, type FollowUpParts } from './follow-up-answers.js';
import { sayAbsent } from './headline.js';
import type { Intent, Intents } from './intent.js';
import { answerAboutPassage } from './passage-answers.js';
import type { ChoosePassage } from './passage-choice.js';
import { addTechnologies, findTeller, findTellerOfNames, isChoiceOfNames } from './technology-note.js';
import { NO_SLOTS } from './topic-answers.js';
import { MOST_NEXT } from './topic-replies.js';

/** From this confidence on, a passage answers what sounds like a question about the bot. */
const CLEAR_PASSAGE = 0.7;
/** A question taken apart, and what it may build on. */
export interface AskedTurn {
  readonly utterance: Utterance;
  readonly context: Context | undefined;
}

/** What every kind of turn is answered with. */
export interface TurnAnswerParts extends FollowUpParts {
  readonly intents: Intents;
  readonly understander: Understander;
  readonly choosePassage: ChoosePassage;
  readonly passages: Passages;
  readonly fallbacks: FallbackAnswers;
  readonly missing: MissingIndex;
}

type Turns = { [T in Turn as T['kind']]: T };

/** How each kind of turn is answered. */
type TurnAnswers = { [K in keyof Turns]: (parts: TurnAnswerParts, turn: Turns[K], asked: AskedTurn) => Answer };

const TURN_ANSWERS: TurnAnswers = {
  question: answerQuestion,
  courtesy: (parts, { courtesy }, { context }) => answerCourtesy(parts, courtesy, context),
  'follow-up': (parts, turn, asked) =>
    showBetterPassage(parts, turn.parse?.content.length ? turn.parse.tokens : [], turn.topics, asked) ??
    answerFollowUp(parts, turn, asked.utterance.text, asked.context),
  about: (parts, { about, before }) => answerAbout(parts, about, before),
  passage: answerPassageFollowUp,
  unclear: (parts, { nearest, slots }, asked) =>
    showBetterPassage(parts, asked.utterance.tokens, [], asked) ?? {
      ...parts.fallbacks.fallBack('clarify', { outOfScope: undefined, nearest }),
      context: makeContext({ topics: [], ...asked.context, offered: nearest, slots, asked: true }),
    },
};

/** The passage that answers the words of a follow-up better than these topics do, if one does. */
function showBetterPassage(
  { replies, fallbacks, choosePassage }: TurnAnswerParts,
  tokens: readonly Token[],
  topics: readonly string[],
  { utterance, context }: AskedTurn,
): Answer | undefined {
  if (tokens.length === 0) return undefined;
  const { shown, isBetter } = choosePassage([{ text: utterance.text, tokens }], replies.pick(topics), utterance.slots);
  return shown && isBetter ? fallbacks.showPassage(shown, topics, context?.slots) : undefined;
}

/** Answers a turn as its kind is answered. */
export const answerTurn = <K extends keyof Turns>(
  kind: K,
  parts: TurnAnswerParts,
  turn: Turns[K],
  asked: AskedTurn,
): Answer => TURN_ANSWERS[kind](parts, turn, asked);

/** Whether a text that sounds like a question about the bot asks for a passage: it doesn't when it's a known phrase of help. */
function isOfDocuments({ candidate, confidence }: Passage, { readings }: Understanding, help: string): boolean {
  if (candidate.isExact) return true;
  const isPhrase = readings.some(({ match }) => match.ranked.some(({ id, score }) => id === help && score === 1));
  return confidence >= CLEAR_PASSAGE && !isPhrase;
}

/** Whether a text that no topic is sure of may be about this career all the same. */
const isFamiliar = ({ outcome, outOfScope, readings: [whole] }: Understanding): boolean =>
  outcome === 'clarify' &&
  outOfScope === undefined &&
  whole !== undefined &&
  (whole.subject.inField || !whole.subject.holdsUnknown);

/** The topic of the figure or of the technologies that a text names and no topic is sure of. */
function findTopicOfNames({ intents: { topics }, replies }: TurnAnswerParts, utterance: Utterance): Intent | undefined {
  const { all } = replies.facts;
  const figure = findFigure(utterance, all);
  const ofFigure = figure && topics.find(({ kinds }) => kinds.includes(figure.kind));
  return ofFigure ?? findTellerOfNames(topics, utterance, all);
}

/** The topic whose figure a text on pay names, where it was taken for another one on pay: “$80,451 per hour”. */
function findTopicOfFigure(
  { intents: { topics }, replies }: TurnAnswerParts,
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
  { intents: { topics }, replies }: TurnAnswerParts,
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
  const isFamiliarOffer =
    isOffer && whole !== undefined && !whole.subject.foreign && whole.subject.unfamiliarity < FAMILIAR;
  return isByName || isFamiliarOffer ? onRate : undefined;
}

/** The topic that an unsure text comes closest to, if it weighs sums and the text names one: “my offer says $70,000”. */
function findTopicOfSum(
  { replies }: TurnAnswerParts,
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
  { replies }: TurnAnswerParts,
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
  { replies, intents: { topics } }: TurnAnswerParts,
  { outcome, nearest, outOfScope, readings: [whole] }: Understanding,
  { text, tokens }: Utterance,
): Intent | undefined {
  const stems = listTelling(tokens).map(stemOf);
  // A single word may be about anything where nothing says that it's about this job.
  const inField = whole?.subject.inField ?? false;
  const isOpen = outcome === 'clarify' || (outcome === 'out-of-scope' && inField && outOfScope === undefined);
  if (!isOpen || stems.length < (inField ? 1 : 2)) return undefined;
  const { kind } = readQuestionForm(text);
  if (kind === 'open') return undefined;
  // “How many years to be senior?” isn't answered by a fact about seniors that counts nothing.
  const isOfKind = ({ answers }: Fact): boolean => inField || kind !== 'how-many' || answers.includes(kind);
  const isAbout = ({ about, yes, no }: Fact): boolean => {
    const phrases = [...about, ...yes, ...no].map(replies.readPhrase);
    const isTold = stems.every((stem) => phrases.some((phrase) => phrase.includes(stem)));
    return isTold && phrases.some((phrase) => phrase.every((stem) => stems.includes(stem)));
  };
  const telling = replies.facts.all.filter((fact) => isOfKind(fact) && isAbout(fact));
  const isOf = ({ kinds }: Intent): boolean => telling.some(({ kind }) => kinds.includes(kind));
  return replies.pick(nearest).find(isOf) ?? topics.find(isOf);
}

/** That no document mentions what a text asks for, whatever its topic; undefined if it asks for nothing of the kind. */
function answerAbsent(
  { missing, intents, replies, answers }: TurnAnswerParts,
  { outcome, nearest, readings: [whole] }: Understanding,
  utterance: Utterance,
): Answer | undefined {
  const absent = findAbsent(missing, utterance, { nearest: nearest[0], isOffered: outcome === 'clarify', whole });
  const [closest] = absent.length === 0 ? [] : [...replies.pick(nearest), ...intents.topics];
  const reply = { headline: sayAbsent(absent), facts: [], isAbsent: true, lacks: absent };
  return closest && answers.answerWith([closest], utterance.slots, () => reply);
}

/** What takes its meaning from the sentence before; “this” only without a noun: “this industry” says which. */
const PRONOUN = /^(?:it|them|one|so|there)$/;
const DEMONSTRATIVE = /^(?:this|that|these|those)$/;

function isPointing({ words: [word = ''] }: Token, at: number, tokens: readonly Token[]): boolean {
  const after = tokens[at + 1];
  const isAlone = after === undefined || (after.concept === undefined && after.words.every(isFiller));
  return PRONOUN.test(word) || (DEMONSTRATIVE.test(word) && isAlone);
}

/**
 * The text without what is told before or after its one question, if that says by itself what it asks of the topic: “I fear
 * layoffs. Is the back end in demand?”. The slots stay those of the whole text.
 */
function dropTold({ readings }: Understanding, utterance: Utterance, topic: string): Utterance {
  const parts = readings.slice(1);
  const asking = parts.filter(({ text }) => text.endsWith('?') || (asksSomething(text) && !isTold(text)));
  const [only] = asking;
  if (parts.length < 2 || asking.length !== 1 || only === undefined) return utterance;
  const isSure = only.topic === topic && only.confidence >= DECISION.answer;
  if (!isSure || only.tokens.some(isPointing)) return utterance;
  const told = parts.filter((part) => part !== only).flatMap(({ tokens }) => tokens);
  return { ...utterance, text: only.text, tokens: only.tokens, told };
}

/** The text as it asks for one of its topics. */
function narrow(understood: Understanding, utterance: Utterance, topic: string): Utterance {
  if (understood.topics.length === 1) return dropTold(understood, utterance, topic);
  const asks = understood.readings.slice(1).find((part) => part.topic === topic);
  return asks ? { ...utterance, asks } : utterance;
}

/** The passages that come closer to a question than the topics that it was understood as. */
function offerCloser(
  { fallbacks }: TurnAnswerParts,
  topics: readonly string[],
  passages: readonly Passage[],
  { slots }: Utterance,
  context: Context | undefined,
): Answer {
  const answer = fallbacks.fallBack('clarify', { outOfScope: undefined, nearest: topics }, passages);
  return { ...answer, context: makeContext({ topics: [], ...context, offered: topics, slots, asked: true }) };
}

function answerQuestion(
  parts: TurnAnswerParts,
  { understood }: OwnQuestion,
  { utterance, context }: AskedTurn,
): Answer {
  const { intents, replies, answers, understander, fallbacks } = parts;
  const { outcome, topics, nearest } = understood;
  // No one can follow up on another job. Whatever else wasn't answered, the conversation continues where it was.
  const isForeign = understander.asksAboutAnother(utterance.tokens);
  const kept = isForeign ? undefined : context;
  const ofNames =
    findTopicOfFigure(parts, understood, utterance) ??
    findTopicOfRate(parts, understood, utterance) ??
    (outcome === 'answer' || isForeign
      ? undefined
      : (findTopicOfNames(parts, utterance) ?? findTopicOfSum(parts, understood, utterance)));
  if (ofNames) return answers.answerWith([ofNames], utterance.slots, (intent) => replies.reply(intent, utterance));
  const ids = topics.map(({ id }) => id);
  const asked = replies.pick(ids);
  const choice = parts.choosePassage(understood.readings, asked, utterance.slots);
  const { shown, isBetter, likely, offered, owner, isCloser = false } = choice;
  const absent = outcome === 'answer' || shown || isForeign ? undefined : answerAbsent(parts, understood, utterance);
  if (absent) return absent;
  if (outcome === 'about-bot' && !(shown && isOfDocuments(shown, understood, intents.help.id))) {
    const part = replies.toPart(intents.help.id, replies.replyOfHelp(utterance));
    return { outcome, parts: [part], suggestions: [], ...(context && { context }) };
  }
  const showPassage = (passage: Passage): Answer =>
    fallbacks.showPassage(passage, [...ids, ...nearest].slice(0, MOST_NEXT), kept?.slots);
  if (shown && isBetter) return showPassage(shown);
  if (isCloser && outcome === 'answer') return offerCloser(parts, ids, offered, utterance, kept);
  if (outcome === 'answer') {
    const teller = findTeller(intents.topics, asked, utterance);
    const isChoice = teller !== undefined && isChoiceOfNames(asked, utterance, replies.facts.all);
    const answer = answers.answerWith(isChoice ? [teller] : asked, utterance.slots, (intent) => {
      const reply = replies.reply(intent, narrow(understood, utterance, intent.id));
      return teller && intent === asked[0] ? addTechnologies(reply, teller, utterance, replies) : reply;
    });
    // What no document has, a mentor may have answered.
    if (shown?.signed && answer.outcome === 'not-in-documents') return showPassage(shown);
    if (likely && answer.parts.every(({ isOpen }) => isOpen)) return showPassage(likely);
    const [closest] = answer.outcome === 'not-in-documents' ? offered : [];
    if (closest) return fallbacks.addClosest(answer, closest);
    return shown ? fallbacks.addPassage(answer, shown) : answer;
  }
  const named = findTopicByKind(parts, understood, utterance) ?? findTopicByFact(parts, understood, utterance);
  const [telling] = named ? [named] : replies.pick(owner !== undefined && isFamiliar(understood) ? [owner] : []);
  const told = telling && answers.answerWith([telling], utterance.slots, (intent) => replies.reply(intent, utterance));
  if (told?.outcome === 'answer') return told;
  const slots = mergeSlots(kept?.slots ?? NO_SLOTS, outcome === 'clarify' ? utterance.slots : NO_SLOTS);
  const next = { topics: [], ...kept, slots, offered: nearest };
  const answer = fallbacks.fallBack(outcome === 'clarify' ? outcome : 'out-of-scope', understood, offered);
  // Only after another job does “and back-end developers?” ask the same of ours.
  const isOtherJob = understood.outOfScope === intents.fallback.otherJobs;
  const isOpen = answer.outcome === 'clarify' || (!isOtherJob && next.topics.length === 0);
  return { ...answer, context: makeContext(isOpen ? { ...next, asked: true } : next) };
}

/** A question about the passage before, or one that its document answers; otherwise a question of its own. */
function answerPassageFollowUp(parts: TurnAnswerParts, turn: PassageFollowUp, asked: AskedTurn): Answer {
  const { passages, fallbacks } = parts;
  const { text } = asked.utterance;
  const told = turn.about && passages.open(turn.passage) && answerAboutPassage(parts, turn, turn.about, text);
  if (told !== undefined) return told;
  const follow = (): Answer | undefined => {
    const followed = passages.follow(turn.passage, asked.utterance);
    return followed && fallbacks.showPassage(followed, [], asked.context?.slots);
  };
  const followed = turn.isLed ? follow() : undefined;
  if (followed !== undefined) return followed;
  const own = answerQuestion(parts, { kind: 'question', understood: turn.understood }, asked);
  if (own.outcome === 'passage' || isAnswered(own)) return own;
  if (!turn.isLed) return follow() ?? own;
  // “How much?” asks for no other subject: the passage doesn't say.
  const before = own.outcome === 'clarify' ? undefined : passages.open(turn.passage);
  const closest = before && fallbacks.fallBack('out-of-scope', turn.understood, [before]);
  return closest ? { ...closest, ...(asked.context && { context: asked.context }) } : own;
}
