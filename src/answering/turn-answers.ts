// A text, read as a turn of its conversation, in; its answer out: one function for each kind of turn.
import { type Context, makeContext, mergeSlots } from '../conversation/context.js';
import type { FollowUp, OwnQuestion, PassageFollowUp, Turn } from '../conversation/turn.js';
import type { Utterance } from '../conversation/utterance.js';
import type { Passage, Passages } from '../knowledge/passages.js';
import type { MissingIndex } from '../knowledge/undocumented-subjects.js';
import type { Slots } from '../understanding/slots.js';
import type { Token } from '../understanding/text/synonyms.js';
import { OUR_JOB, type Understander, type Understanding } from '../understanding/understand.js';
import { findAbsent } from './absent-subject.js';
import { type Answer, isAnswered } from './answer.js';
import type { FallbackAnswers } from './fallback-answers.js';
import { answerAbout, answerCourtesy, answerFollowUp, type FollowUpParts } from './follow-up-answers.js';
import { sayAbsent } from './headline.js';
import type { Intents } from './intent.js';
import { narrow } from './narrow-question.js';
import { answerAboutPassage } from './passage-answers.js';
import type { ChoosePassage } from './passage-choice.js';
import { findTopicByFacts, findTopicByName, isFamiliar } from './pointed-topic.js';
import { addTechnologies, findTeller, isChoiceOfNames } from './technology-note.js';
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
    denyAdded(parts, findAdded(turn, asked), turn.slots, asked) ??
    answerFollowUp(parts, turn, asked.utterance.text, asked.context),
  about: (parts, { about, before }) => answerAbout(parts, about, before),
  passage: answerPassageFollowUp,
  unclear: (parts, turn, asked) =>
    showBetterPassage(parts, asked.utterance.tokens, [], asked) ??
    denyAdded(parts, turn.added, turn.slots, asked) ?? {
      ...parts.fallbacks.fallBack('clarify', { outOfScope: undefined, nearest: turn.nearest }),
      context: makeContext({
        topics: [],
        ...asked.context,
        offered: turn.nearest,
        slots: turn.slots,
        asked: true,
      }),
    },
};

/** What “and creativity?” asks of the last topic in full: about creativity, as a back-end developer. */
const ABOUT_IT: Token = { key: 'about', words: ['about'] };

/** The one word that a follow-up adds to what was asked before of the same topic. */
function findAdded({ parse, topics }: FollowUp, { context }: AskedTurn): Token | undefined {
  const isSame = topics[0] === context?.topics[0];
  return isSame && parse?.hasLead && parse.content.length === 1 && parse.named.length === 0
    ? parse.content[0]
    : undefined;
}

/** That no document mentions the word which a text adds to the answer before; undefined if one does. */
function denyAdded(
  { replies, answers }: TurnAnswerParts,
  added: Token | undefined,
  slots: Slots,
  { context }: AskedTurn,
): Answer | undefined {
  const [main] = added === undefined ? [] : replies.pick(context?.topics ?? []);
  if (added === undefined || main === undefined) return undefined;
  const reply = replies.reply(main, { text: '', tokens: [ABOUT_IT, added, OUR_JOB], slots });
  return reply.isAbsent ? answers.answerWith([main], slots, () => reply) : undefined;
}

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
): Answer => keepSubject(TURN_ANSWERS[kind](parts, turn, asked), asked);

/** What was asked of a topic in vain changes nothing of whom and where the conversation is about. */
function keepSubject(answer: Answer, { utterance, context: before }: AskedTurn): Answer {
  const { outcome, context } = answer;
  const isSame = context !== undefined && before !== undefined && context.topics[0] === before.topics[0];
  if (!isSame || outcome !== 'not-in-documents') return answer;
  return { ...answer, context: makeContext({ ...context, slots: mergeSlots(before.slots, utterance.slots) }) };
}

/** Whether a text that sounds like a question about the bot asks for a passage: it doesn't when it's a known phrase of help. */
function isOfDocuments({ candidate, confidence }: Passage, { readings }: Understanding, help: string): boolean {
  if (candidate.isExact) return true;
  const isPhrase = readings.some(({ match }) => match.ranked.some(({ id, score }) => id === help && score === 1));
  return confidence >= CLEAR_PASSAGE && !isPhrase;
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
  const byName = findTopicByName(parts, understood, utterance, isForeign);
  if (byName) return answers.answerWith([byName], utterance.slots, (intent) => replies.reply(intent, utterance));
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
  const named = findTopicByFacts(parts, understood, utterance);
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
