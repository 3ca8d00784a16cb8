// Tells what a text is in its conversation: a question of its own, a follow-up to the answer before, or a courtesy.

import type { SlotName, Slots } from '../understanding/slots.js';
import { isOfClass, type Token } from '../understanding/text/synonyms.js';
import { DECISION } from '../understanding/thresholds.js';
import type { Reading, Understander, Understanding } from '../understanding/understand.js';
import { type Context, forOtherTopic, mergeSlots } from './context.js';
import { isWhomOrWhere, pick, widen } from './follow-up-picks.js';
import {
  type FollowUpParse,
  findCourtesy,
  isContent,
  parseFollowUp,
  stripCourtesies,
  takeNumber,
} from './parse-follow-up.js';
import { ABOUT, cutSegments, type FollowUpIndex, type Move, type Segment } from './phrase-roles.js';
import type { FollowUp, Turn } from './turn.js';
import type { Utterance } from './utterance.js';

/** A topic as a conversation needs it. */
export interface TopicSummary {
  readonly id: string;
  readonly related: readonly string[];
  readonly slots?: readonly SlotName[];
}

/** What reading turns needs of the bot. */
export interface TurnParts {
  readonly words: FollowUpIndex;
  readonly topics: readonly TopicSummary[];
  readonly understander: Understander;
  read(text: string): readonly Token[];
  findSlots(text: string, tokens: readonly Token[]): Slots;
  /** Whether the words name a fact of the topic, or one of its subjects that no document mentions. */
  isNamedIn(topic: string, tokens: readonly Token[]): boolean;
}

/** A text, while it is turned into a turn. */
interface Draft extends TurnParts {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly parse: FollowUpParse;
  readonly context: Context;
  /** The text by itself, and without courtesies around its question; worked out when first needed. */
  alone(): Understanding;
}

/** Longer texts say for themselves what they are about. */
const MOST_TOKENS = 12;
/** Half a question has no more words than this; the name of an offered topic has even fewer. */
const MOST_LEANING = 6;
const FEW = 3;
/** From this score on, half a question is sure of its topic without naming a fact. */
const CLEAR = 0.75;
const MOST_OFFERS = 3;
/** What only makes sense after an answer; the bot itself can be asked for a source. */
const LOST: readonly Move[] = ['why', 'sure', 'more', 'both'];
const TIMES: readonly SlotName[] = ['hours', 'span', 'per'];
const BOT = ['you', 'your', 'yours', 'yourself', 'bot', 'help'];
const EMOJI = /\p{Extended_Pictographic}|:[a-z0-9_+-]{2,40}:/iu;

const takes = ({ topics }: TurnParts, id: string, names: readonly SlotName[]): boolean =>
  names.some((name) => topics.find((topic) => topic.id === id)?.slots?.includes(name));

const isBare = ({ content, named, namesJob }: FollowUpParse): boolean =>
  content.length === 0 && named.length === 0 && !namesJob;

/** Continues with `ids`; if the words only ask for slots or for what was asked before, all slots stay. */
function followUp(draft: Draft, ids: readonly string[]): FollowUp {
  const { parse } = draft;
  const { topics: before, slots } = draft.context;
  const isSame = parse.content.length === 0 && ids.some((id) => before.includes(id));
  const carried = isSame ? slots : forOtherTopic(slots);
  const [main = '', next = ''] = [before[0], ids[0]];
  // “And freelancers?” after pay asks for their pay.
  const isPay = main !== next && [main, next].every((id) => takes(draft, id, ['amounts']));
  const asked = isPay && (parse.asked === undefined || parse.isElided) ? 'amount' : parse.asked;
  return {
    kind: 'follow-up',
    topics: ids,
    slots: mergeSlots(carried, parse.slots),
    parse: { ...parse, ...(asked && { asked }) },
  };
}

const offer = ({ topics }: TurnParts, ids: readonly string[], slots: Slots): Turn => ({
  kind: 'unclear',
  nearest: [...new Set(ids)].filter((id) => topics.some((topic) => topic.id === id)).slice(0, MOST_OFFERS),
  slots,
});

/** Which topic slots alone are about: that of the last answer, or one next to it that a technology leads to. */
function findLeaned(draft: Draft): string | undefined {
  const { topics: before } = draft.context;
  const { named } = draft.parse;
  const [main] = before;
  const fitting = before.find((id) => takes(draft, id, named));
  if (main === undefined || fitting !== undefined) return fitting;
  const related = draft.topics.find(({ id }) => id === main)?.related ?? [];
  if (named.includes('technologies')) return related.find((id) => takes(draft, id, ['technologies'])) ?? main;
  return named.every(isWhomOrWhere) ? main : undefined;
}

/** “And on Fridays?”, “how much?”, “why?” after a passage: what a topic is sure of by itself is none of it. */
function readPassage(draft: Draft): Turn | undefined {
  const { context, parse, alone } = draft;
  const { passage } = context;
  if (passage === undefined) return undefined;
  const about = isBare(parse) && !isQuestion(parse) ? ABOUT.find((one) => one === parse.moves[0]) : undefined;
  const isLed = parse.hasLead || parse.pointsBack || parse.content.length === 0;
  // “Who are you?” asks the bot, “who do I ask?” does not.
  const isForBot = alone().outcome === 'about-bot' && parse.tokens.some(({ words: [word = ''] }) => BOT.includes(word));
  const isOwn = parse.tokens.length > MOST_LEANING || (alone().outcome === 'answer' && !isLed);
  if (about === undefined && (isForBot || isOwn)) return undefined;
  return { kind: 'passage', passage, isLed, understood: alone(), ...(about && { about }) };
}

/** “In India”, “not juniors, seniors”, “for 30 hours”: slots alone correct the last question. */
function readSlots(draft: Draft): Turn | undefined {
  const { parse, context, alone } = draft;
  // “And back-end developers?” asks the same of our job, also after a question about another one.
  const main = context.topics[0] ?? (context.asked ? undefined : context.offered[0]);
  const isJobOnly = parse.content.length === 0 && parse.namesJob && parse.hasLead && parse.asked === undefined;
  if (isJobOnly && main !== undefined) return followUp(draft, [main]);
  if (parse.content.length > 0 || parse.named.length === 0) return undefined;
  // A job or a technology is a subject by itself: with no lead, it is a question of its own.
  const isTechnology = parse.named.includes('technologies');
  if (isTechnology && !parse.hasLead && parse.hasStopWords) return undefined;
  if ((parse.namesJob || isTechnology) && !parse.hasLead && alone().outcome === 'answer') return undefined;
  const leaned = findLeaned(draft);
  if (leaned !== undefined) return followUp(draft, [leaned]);
  const fitting = alone().nearest.filter((id) => takes(draft, id, parse.named));
  const asked = alone().topics.map(({ id }) => id);
  return offer(
    draft,
    [...(context.topics.length === 0 ? context.offered : []), ...asked, ...fitting],
    mergeSlots(context.slots, parse.slots),
  );
}

/** “How much more?”, “what comes first?” are questions, not “more” or “the first one”. */
const isQuestion = ({ asked, hasStopWords }: FollowUpParse): boolean =>
  asked === 'difference' || (asked === 'thing' && hasStopWords);

/** “Why?”, “both”, “the second one”, “no”. */
function readMove(draft: Draft): Turn | undefined {
  const { context, text, parse } = draft;
  const [move] = isBare(parse) && !isQuestion(parse) ? parse.moves : [];
  if (move === undefined || (move === 'numbered' && draft.alone().outcome === 'answer')) return undefined;
  const { slots, offered, topics: before } = context;
  const kept: Slots = { ...slots, amounts: [] };
  const about = ABOUT.find((one) => one === move);
  if (about !== undefined && before.length > 0) return { kind: 'about', about, before: context };
  const widened = before.length > 0 ? widen(slots, move) : undefined;
  if (widened) return followUp({ ...draft, context: { ...context, slots: widened } }, before);
  // If the answered topic is among those offered, the bot had asked which one was meant.
  const isAsked = context.asked || before.length === 0 || before.some((id) => offered.includes(id));
  const [main] = before;
  // “Do I need all of them?” means what was said, not everything that could be asked next.
  if (move === 'both' && main !== undefined && !isAsked) return followUp(draft, [main]);
  const picked = pick(move, offered, text);
  if (picked.length > 0) return { kind: 'follow-up', topics: picked, slots: kept };
  if (move === 'no') return { kind: 'courtesy', courtesy: isAsked ? 'declined' : 'fine' };
  if (move === 'yes' && !isAsked) return { kind: 'courtesy', courtesy: 'fine' };
  return offer(draft, [...before, ...offered], kept);
}

/** “Which ones?”, “how much?”, “in which cases”: a question without a topic is about the last one. */
function readEllipsis(draft: Draft): Turn | undefined {
  const { parse, context, alone } = draft;
  const isMove = parse.moves.length > 0 && !isQuestion(parse);
  if (!isBare(parse) || isMove || !(parse.hasLead || parse.pointsBack || parse.asked)) return undefined;
  const isSpecial = parse.asked === 'amount' || parse.asked === 'difference' || parse.asked === 'cases';
  if (alone().outcome === 'about-bot' || (alone().outcome === 'answer' && !isSpecial)) return undefined;
  if (parse.asked === 'other' && (parse.hasStopWords || !parse.pointsBack)) return undefined;
  const { topics: before, offered, slots, asked } = context;
  const [main] = before;
  const isMeant =
    parse.asked === 'amount' || parse.asked === 'difference' ? (['amounts', 'hours'] as const) : undefined;
  const isFitting = main !== undefined && (isMeant === undefined || takes(draft, main, isMeant));
  const isWhole = parse.asked !== undefined || parse.tokens.length > 1;
  if (main !== undefined && isFitting && isWhole && !asked) return followUp(draft, [main]);
  return offer(draft, [...before, ...offered, ...alone().nearest], { ...slots, amounts: [] });
}

const isSure = (reading: Reading | undefined): reading is Reading =>
  reading !== undefined && reading.confidence >= DECISION.answer && reading.match.score >= DECISION.answer;

const isShort = ({ tokens, namesJob }: FollowUpParse): boolean => tokens.length <= MOST_LEANING && !namesJob;

/** The last topic, if it and the one asked for are both about what someone is paid: “what would they pay me?”. */
function findMeantPay(draft: Draft, [next = '']: readonly string[]): string | undefined {
  const { parse, context } = draft;
  const [main] = context.topics;
  if (main === undefined || main === next || !isShort(parse) || !parse.hasSubject) return undefined;
  const isPay = [main, next].every((id) => takes(draft, id, ['amounts']));
  return isPay && (parse.named.length === 0 || takes(draft, main, parse.named)) ? main : undefined;
}

/**
 * The last topic, if a few words refer to it and the text's own words add nothing ("do I need one?"), or if they name it
 * and only the words around them fit another one.
 */
function findMeant(draft: Draft, ids: readonly string[]): string | undefined {
  const { content, named, pointsBack } = draft.parse;
  const [main] = draft.context.topics;
  if (main === undefined || !isShort(draft.parse) || ids.includes(main)) return undefined;
  if (!named.every(isWhomOrWhere)) return undefined;
  const reading = content.length > 0 ? draft.understander.lean(content) : undefined;
  if (isSure(reading) && reading.match.score >= CLEAR && reading.topic === main) return main;
  return pointsBack && !(isSure(reading) && reading.match.score >= CLEAR && ids.includes(reading.topic))
    ? main
    : undefined;
}

/** Words of a topic that the text alone is sure of: whose slots it continues with. */
function readSure(draft: Draft): Turn | undefined {
  const { parse, context } = draft;
  const { hasLead, pointsBack, tokens, namesMoney, hasSubject } = parse;
  const ids = draft.alone().topics.map(({ id }) => id);
  // An exact phrase of a topic says for itself what it is about.
  const isPhrase = draft.alone().readings[0]?.match.score === 1;
  const meant = findMeantPay(draft, ids) ?? (isPhrase ? undefined : findMeant(draft, ids));
  if (meant !== undefined) return followUp(draft, [meant]);
  const isFew = isShort(parse);
  const isSame =
    isFew && !hasSubject && parse.named.length === 0 && tokens.some(({ words: [word = ''] }) => word === 'the');
  const leans = hasLead || namesMoney || (pointsBack && isFew && !isPhrase) || (isSame && ids[0] === context.topics[0]);
  const isOpen = context.asked || context.topics.length === 0;
  const isPicked = tokens.length <= FEW && isOpen && ids.some((id) => context.offered.includes(id));
  return leans || isPicked ? followUp(draft, ids) : undefined;
}

/** Half a question with a word of its own: it's about the last topic if possible, else the one that its words fit best. */
function readHalf(draft: Draft): Turn | undefined {
  const { parse, context, understander, isNamedIn } = draft;
  const { hasLead, pointsBack, tokens, content, asked, hasSubject } = parse;
  if (draft.alone().outcome === 'about-bot' || tokens.length > MOST_LEANING || understander.isForeign(tokens))
    return undefined;
  const [main] = context.topics;
  const reading = understander.lean(tokens);
  // “Your” asks about someone, and not about the topic.
  const isYours = tokens.some(({ words: [word = ''] }) => word === 'your');
  const isOwn = content.length > 0 && !isYours && understander.lean(content)?.topic === main;
  const isMain = isOwn && reading !== undefined && reading.topic === main && reading.confidence >= DECISION.offer;
  // “Which cons?” has one word of the last topic, which alone says too little.
  const isPart = asked === 'thing' && content.length === 1 && !hasSubject && parse.named.every(isWhomOrWhere);
  if (main !== undefined && isMain && (isPart || reading.match.score >= DECISION.answer))
    return followUp(draft, [main]);
  if (!hasLead && !pointsBack) return undefined;
  if (isSure(reading) && (reading.match.score >= CLEAR || isNamedIn(reading.topic, content)))
    return followUp(draft, [reading.topic]);
  if (main !== undefined && content.length <= (reading ? 2 : 1) && isNamedIn(main, content))
    return followUp(draft, [main]);
  if (!reading || (reading.confidence < DECISION.offer && !pointsBack)) return undefined;
  const ranked = reading.match.ranked.map(({ id }) => id);
  return offer(draft, [...(pointsBack ? context.topics : []), ...ranked], mergeSlots(context.slots, parse.slots));
}

/** Words of a topic, or of something else. */
function readContent(draft: Draft): Turn | undefined {
  const { parse, context } = draft;
  const [main] = context.topics;
  // A currency asks for the amounts of the conversation, if it has any.
  const isAmount = parse.namesMoney || (parse.named.includes('amounts') && parse.pointsBack);
  if (isAmount && main !== undefined && takes(draft, main, ['amounts'])) return followUp(draft, [main]);
  return draft.alone().outcome === 'answer' ? readSure(draft) : readHalf(draft);
}

/** The first one that makes a turn of the text decides. */
const READERS: readonly ((draft: Draft) => Turn | undefined)[] = [
  readPassage,
  readSlots,
  readMove,
  readEllipsis,
  readContent,
];

/** A courtesy, or a goodbye that asks whether there is more. */
function readCourtesy(segments: readonly Segment[], text: string, context: Context | undefined): Turn | undefined {
  const courtesy = findCourtesy(segments);
  if (courtesy === 'farewell' && context && context.topics.length > 0 && text.trimEnd().endsWith('?'))
    return { kind: 'about', about: 'more', before: context };
  return courtesy && { kind: 'courtesy', courtesy };
}

/** A text by itself; if that isn't answered, without the courtesies around its question. */
function createAlone({ understander }: TurnParts, { text, tokens }: Utterance, segments: readonly Segment[]) {
  let understood: Understanding | undefined;
  const understand = (): Understanding => {
    const whole = understander.understand(text, tokens);
    const inner = stripCourtesies(segments);
    if (whole.outcome === 'answer' || inner.length === 0 || inner.length === tokens.length) return whole;
    const stripped = understander.understand(inner.flatMap(({ words }) => words).join(' '), inner);
    return stripped.outcome === 'answer' && !tokens.some((token) => isOfClass(token, 'other-job')) ? stripped : whole;
  };
  return (): Understanding => {
    understood ??= understand();
    return understood;
  };
}

/** Returns a function that reads a text after what was said; full questions stay as they are. */
export function createTurnReader(parts: TurnParts) {
  return (utterance: Utterance, context: Context | undefined): Turn => {
    const { text, tokens } = utterance;
    if (tokens.length === 0 && EMOJI.test(text)) return { kind: 'courtesy', courtesy: 'fine' };
    if (tokens.length === 0 || tokens.length > MOST_TOKENS)
      return { kind: 'question', understood: parts.understander.understand(text, tokens) };
    const segments = cutSegments(parts.words, tokens, parts.read);
    const alone = createAlone(parts, utterance, segments);
    const asQuestion = (): Turn => ({ kind: 'question', understood: alone() });
    if (!context && segments.some(isContent)) return asQuestion();
    const polite = readCourtesy(segments, text, context);
    if (polite) return polite;
    const parse = takeNumber(parseFollowUp(text, segments, utterance.slots, parts.findSlots), text, context);
    if (!context) {
      const [move] = isBare(parse) ? parse.moves : [];
      if (LOST.some((one) => one === move)) return offer(parts, alone().nearest, utterance.slots);
      // “For 30 hours?” doesn't say whose.
      const isTimeOnly = parse.named.length > 0 && parse.named.every((name) => TIMES.includes(name));
      const isHalf = parse.content.length === 0 && isTimeOnly && !parse.hasStopWords && !parse.namesJob;
      const fitting = parts.topics.filter(({ id }) => takes(parts, id, parse.named)).map(({ id }) => id);
      return isHalf ? offer(parts, fitting, utterance.slots) : asQuestion();
    }
    const draft: Draft = { ...parts, text, segments, parse, context, alone };
    for (const readTurn of READERS) {
      const turn = readTurn(draft);
      if (turn) return turn;
    }
    return asQuestion();
  };
}
