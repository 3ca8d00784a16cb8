// A parsed text and what was said before in; the follow-up that the text is to it out, if it is one.

import { namesPeriod } from '../understanding/quantities.js';
import { readQuestionForm } from '../understanding/question-kind.js';
import type { Place, SlotName, Slots } from '../understanding/slots.js';
import { isOfClass, type Token } from '../understanding/text/synonyms.js';
import { DECISION } from '../understanding/thresholds.js';
import type { Reading, Understander, Understanding } from '../understanding/understand.js';
import { type Context, forOtherTopic, mergeSlots } from './context.js';
import { isWhomOrWhere, pick, turnOver, widen } from './follow-up-picks.js';
import type { AskedFor, FollowUpParse } from './parse-follow-up.js';
import { ABOUT, type FollowUpIndex, type Move, type Segment } from './phrase-roles.js';
import type { FollowUp, Turn, Unclear } from './turn.js';

/** A topic as a conversation needs it. */
export interface TopicSummary {
  readonly id: string;
  readonly related: readonly string[];
  readonly slots?: readonly SlotName[];
  /** It sets our job against another one. */
  readonly mayCompare?: true;
}

/** What reading turns needs of the bot. */
export interface TurnParts {
  readonly words: FollowUpIndex;
  readonly topics: readonly TopicSummary[];
  readonly understander: Understander;
  read(text: string): readonly Token[];
  findSlots(text: string, tokens: readonly Token[]): Slots;
  /** The technology that an everyday word can name: “ruby”. */
  nameOf(word: string): string | undefined;
  /** Whether the topic’s facts have an order, as steps do: “the last one” after them is a step. */
  isOrdered(topic: string): boolean;
  /** Whether the words name a fact of the topic, or one of its subjects that no document mentions. */
  isNamedIn(topic: string, tokens: readonly Token[]): boolean;
  /** Whether the words are a subject that people ask the topic for and no document mentions. */
  isMissingFrom(topic: string, tokens: readonly Token[]): boolean;
}

/** A text, while it is turned into a turn. */
export interface FollowUpDraft extends TurnParts {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly parse: FollowUpParse;
  /** What the text denies of the answer before. */
  readonly denied?: readonly Token[] | undefined;
  readonly context: Context;
  /** The text by itself, and without courtesies around its question; worked out when first needed. */
  alone(): Understanding;
}

/** Half a question has no more words than this; the name of an offered topic has even fewer. */
const MOST_LEANING = 6;
const FEW = 3;
/** From this score on, half a question is sure of its topic without naming a fact. */
const CLEAR = 0.75;
const MOST_OFFERS = 3;
/** Slots that count time. */
export const TIMES: readonly SlotName[] = ['hours', 'span', 'per'];
/** The concept of pay, and its word that freelancers don’t use. */
const PAY = 'pay';
const PAY_OF_EMPLOYEES = 'salary';
const ORDINALS: readonly Move[] = ['first', 'second', 'third', 'last'];
const BOT = ['you', 'your', 'yours', 'yourself', 'bot', 'help'];

/** Whether a topic answers differently for one of these slots. */
export const takes = ({ topics }: TurnParts, id: string, names: readonly SlotName[]): boolean =>
  names.some((name) => topics.find((topic) => topic.id === id)?.slots?.includes(name));

/** Whether a topic sets our job against another one. */
const compares = ({ topics }: TurnParts, id: string): boolean =>
  topics.some((topic) => topic.id === id && topic.mayCompare === true);

/** The words of a text without those around its question. */
const spell = ({ tokens }: FollowUpParse): string => tokens.flatMap(({ words }) => words).join(' ');

/** Whether a text has no words of a subject. */
export const isBare = ({ content, named, namesJob }: FollowUpParse): boolean =>
  content.length === 0 && named.length === 0 && !namesJob;

/** Continues with `ids`; if the words only ask for slots or for what was asked before, all slots stay. */
function followUp(draft: FollowUpDraft, ids: readonly string[]): FollowUp {
  const { parse } = draft;
  const { topics: before, slots } = draft.context;
  const isSame = parse.content.length === 0 && ids.some((id) => before.includes(id));
  const [main = '', next = ''] = [before[0], ids[0]];
  // “And freelancers?” after pay asks for their pay, “and front-end developers?” for theirs.
  const isPaid = (id: string): boolean => takes(draft, id, ['amounts']) || compares(draft, id);
  const isPay = main !== next && takes(draft, main, ['amounts']) && isPaid(next);
  // “Compare that to a senior abroad” after a rate asks for the pay to compare it with.
  const isWeighed = isPay && parse.asked === 'difference';
  const asked = isPay && (parse.asked === undefined || parse.isElided || isWeighed) ? 'amount' : parse.asked;
  const { per, ...others } = forOtherTopic(slots);
  // A week's hours ask for no week's pay.
  const carried = isSame ? slots : { ...others, ...(per && isPay && { per }) };
  const merged = mergeSlots(carried, parse.slots);
  return {
    kind: 'follow-up',
    topics: ids,
    slots:
      asked === 'difference' && ids.some((id) => takes(draft, id, ['levels']))
        ? setAgainst(slots.places, merged)
        : merged,
    parse: { ...parse, ...(asked && { asked }) },
    ...((isWeighed || SAME_FOR.test(draft.text)) && { isFormless: true }),
  };
}

/** “Is it the same for freelancers?” asks whatever was asked before, and not whether they exist. */
const SAME_FOR =
  /^\W*(?:(?:and|so|but) )?(?:is|are|was|would) (?:it|that|this|they|these|those)(?: be)? (?:also |really )?(?:(?:the )?same|different|similar|true|like that|so)(?=\W*$|,? (?:for|in|with|as|abroad|outside|there|here|when|if)\b)/i;

/** “What’s the difference?”, “compared to a junior?”, “versus abroad?”: the level or place against the other one. */
const setAgainst = (before: readonly Place[], { places, ...slots }: Slots): Slots => {
  const others = before.filter(({ id }) => places.length > 0 && places.every((place) => place.id !== id));
  const compared = [...others, ...places];
  return compared.length > 1
    ? { ...slots, places: compared }
    : { ...slots, places, levels: ['fresher', 'experienced'] };
};

/** Asks which of these topics is meant. */
export const offer = ({ topics }: TurnParts, ids: readonly string[], slots: Slots): Unclear => ({
  kind: 'unclear',
  nearest: [...new Set(ids)].filter((id) => topics.some((topic) => topic.id === id)).slice(0, MOST_OFFERS),
  slots,
});

/** Which topic slots alone are about: that of the last answer, or one next to it that a technology leads to. */
function findLeaned(draft: FollowUpDraft): string | undefined {
  const { topics: before } = draft.context;
  const { named } = draft.parse;
  const [main] = before;
  const fitting = before.find((id) => takes(draft, id, named));
  if (main === undefined || fitting !== undefined) return fitting;
  const related = draft.topics.find(({ id }) => id === main)?.related ?? [];
  if (named.includes('technologies')) return related.find((id) => takes(draft, id, ['technologies'])) ?? main;
  const isWeighed = draft.parse.asked === 'difference' && takes(draft, main, ['amounts']);
  const paid = isWeighed ? related.find((id) => takes(draft, id, ['amounts']) && takes(draft, id, named)) : undefined;
  return paid ?? (named.every(isWhomOrWhere) ? main : undefined);
}

/** “Who are you?” asks the bot; “who do I ask?” and “only the drawbacks please” do not. */
const isForBot = ({ alone, parse }: FollowUpDraft): boolean =>
  alone().outcome === 'about-bot' && parse.tokens.some(({ words: [word = ''] }) => BOT.includes(word));

/** “And on Fridays?”, “how much?”, “why?” after a passage: what a topic is sure of by itself is none of it. */
function readPassage(draft: FollowUpDraft): Turn | undefined {
  const { context, parse, alone } = draft;
  const { passage } = context;
  if (passage === undefined) return undefined;
  const about = isBare(parse) && !isQuestion(parse) ? ABOUT.find((one) => one === parse.moves[0]) : undefined;
  const isLed = parse.hasLead || parse.pointsBack || parse.content.length === 0;
  const isOwn = parse.tokens.length > MOST_LEANING || (alone().outcome === 'answer' && !isLed);
  if (about === undefined && (isForBot(draft) || isOwn)) return undefined;
  return { kind: 'passage', passage, isLed, understood: alone(), ...(about && { about }) };
}

/** “Not freelance”, “not freelance, employed”: where the last topic is denied and no other is named, the other one on pay, or those next to it. */
function readDenied(draft: FollowUpDraft): Turn | undefined {
  const { denied = [], parse, context, understander, isNamedIn } = draft;
  const [main] = context.topics;
  if (denied.length === 0 || main === undefined) return undefined;
  const isAlone = parse.content.every((token) => denied.some(({ key }) => key === token.key));
  const isDenied = understander.lean(denied)?.topic === main || isNamedIn(main, denied);
  const silent = { ...draft, parse: { ...parse, tokens: [], content: [] } };
  if (!isDenied) return isAlone ? followUp(silent, [main]) : undefined;
  // “Not the pros, the cons” denies a part of the topic.
  const isWhole = denied.some((token) => isOfClass(token, 'topical'));
  const [asked = understander.lean(parse.content)?.topic] = draft.alone().topics.map(({ id }) => id);
  if (!isAlone && (!isWhole || asked !== main)) return undefined;
  const related = draft.topics.find(({ id }) => id === main)?.related ?? [];
  const paid = takes(draft, main, ['amounts']) ? related.find((id) => takes(draft, id, ['amounts'])) : undefined;
  return paid === undefined ? offer(draft, related, { ...context.slots, amounts: [] }) : followUp(silent, [paid]);
}

/** “In India”, “not juniors, seniors”, “for 30 hours”: slots alone correct the last question. */
function readSlots(draft: FollowUpDraft): Turn | undefined {
  const { parse, context, alone } = draft;
  // “And back-end developers?” asks the same of our job, also after a question about another one.
  const main = context.topics[0] ?? (context.asked ? undefined : context.offered[0]);
  // After a question about another job, its name alone is enough: “ok, a back-end developer’s then”.
  const isAfterOther = context.topics.length === 0 && !context.asked && context.offered.length > 0;
  const isLed = parse.hasLead || (isAfterOther && parse.asked === undefined && parse.named.length === 0);
  const isJobOnly = parse.content.length === 0 && parse.namesJob && isLed && parse.asked === undefined;
  if (isJobOnly)
    return main === undefined
      ? offer(draft, context.offered, { ...context.slots, amounts: [] })
      : followUp(draft, [main]);
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
function readMove(draft: FollowUpDraft): Turn | undefined {
  const { context, text, parse } = draft;
  const [move] = isBare(parse) && !isQuestion(parse) ? parse.moves : [];
  if (move === undefined || (move === 'numbered' && draft.alone().outcome === 'answer')) return undefined;
  const { slots, offered, topics: before } = context;
  const kept: Slots = { ...slots, amounts: [] };
  const about = ABOUT.find((one) => one === move);
  if (about !== undefined && before.length > 0) return { kind: 'about', about, before: context };
  const widened = before.length > 0 ? (widen(slots, move) ?? turnOver(slots, move)) : undefined;
  if (widened) return followUp({ ...draft, context: { ...context, slots: widened } }, before);
  if (move === 'other' && before.length > 0) return { kind: 'about', about: 'more', before: context };
  // If the answered topic is among those offered, the bot had asked which one was meant.
  const isAsked = context.asked || before.length === 0 || before.some((id) => offered.includes(id));
  const [main] = before;
  // “Do I need all of them?” means what was said, not everything that could be asked next.
  if (move === 'both' && main !== undefined && !isAsked) return followUp(draft, [main]);
  // “And the last one?” after steps is one of them.
  if (ORDINALS.includes(move) && main !== undefined && !isAsked && draft.isOrdered(main))
    return followUp(draft, [main]);
  const picked = pick(move, offered, text);
  if (picked.length > 0) return { kind: 'follow-up', topics: picked, slots: kept };
  if (move === 'no') return { kind: 'courtesy', courtesy: isAsked ? 'declined' : 'fine' };
  if (move === 'yes' && !isAsked) return { kind: 'courtesy', courtesy: 'fine' };
  return offer(draft, [...before, ...offered], kept);
}

/** What a topic must take to be asked for it; anything else may be asked of each topic. */
const NEEDED: Readonly<Partial<Record<AskedFor, readonly SlotName[]>>> = {
  amount: ['amounts', 'hours'],
  difference: ['amounts', 'hours'],
  pay: ['amounts'],
};
/** What people ask for in whole questions, too. */
const VAGUE: readonly AskedFor[] = ['thing', 'other'];

/** “How?” after what can be reached: the topic that says how, if it’s the last one or next to it. */
function readHow(draft: FollowUpDraft): Turn | undefined {
  const { parse, context, understander } = draft;
  const [main] = context.topics;
  const reading = parse.tokens.length === 1 ? understander.lean(parse.tokens) : undefined;
  if (reading === undefined || main === undefined || reading.match.score < CLEAR) return undefined;
  const near = [main, ...(draft.topics.find(({ id }) => id === main)?.related ?? [])];
  return near.includes(reading.topic) ? followUp(draft, [reading.topic]) : undefined;
}

/** “Which ones?”, “how much?”, “in which cases”: a question without a topic is about the last one. */
function readEllipsis(draft: FollowUpDraft): Turn | undefined {
  const { parse, context, alone } = draft;
  const { asked } = parse;
  const isMove = parse.moves.length > 0 && !isQuestion(parse);
  const isOpen = parse.hasLead || parse.pointsBack || asked !== undefined;
  if (!isBare(parse) || isMove || !isOpen || isForBot(draft)) return undefined;
  const { topics: before, offered, slots } = context;
  const [main] = before;
  const needed = asked && NEEDED[asked];
  const isFitting = main !== undefined && (needed === undefined || takes(draft, main, needed));
  const isVague = asked === undefined || VAGUE.includes(asked);
  if (alone().outcome === 'about-bot' || (alone().outcome === 'answer' && (isVague || !isFitting))) return undefined;
  if (asked === 'other' && (parse.hasStopWords || !parse.pointsBack)) return readHow(draft);
  const isWhole = asked !== undefined || parse.tokens.length > 1;
  if (main !== undefined && isFitting && isWhole && !context.asked) return followUp(draft, [main]);
  const paid = asked === 'pay' ? draft.understander.lean(parse.tokens) : undefined;
  if (paid !== undefined && takes(draft, paid.topic, ['amounts'])) return followUp(draft, [paid.topic]);
  return offer(draft, [...before, ...offered, ...alone().nearest], { ...slots, amounts: [] });
}

const isSure = (reading: Reading | undefined): reading is Reading =>
  reading !== undefined && reading.confidence >= DECISION.answer && reading.match.score >= DECISION.answer;

const isShort = ({ tokens, namesJob }: FollowUpParse): boolean => tokens.length <= MOST_LEANING && !namesJob;

/** The last topic, if it and the one asked for are both about what someone is paid: “what would they pay me?”. */
function findMeantPay(draft: FollowUpDraft, [next = '']: readonly string[]): string | undefined {
  const { parse, context } = draft;
  const [main] = context.topics;
  if (main === undefined || main === next || !isShort(parse) || !parse.hasSubject) return undefined;
  // “What if I freelance?” after pay names what the last topic isn't about.
  if (draft.isNamedIn(next, parse.content)) return undefined;
  const isPay = [main, next].every((id) => takes(draft, id, ['amounts']));
  return isPay && (parse.named.length === 0 || takes(draft, main, parse.named)) ? main : undefined;
}

/**
 * The last topic, if a few words refer to it and the text's own words add nothing ("do I need one?"), or if they name it
 * and only the words around them fit another one.
 */
function findMeant(draft: FollowUpDraft, ids: readonly string[]): string | undefined {
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

/** “And pay per day?” after a rate, “the pay of both” after two jobs: pay of what the last topic is about. */
function findPaid(draft: FollowUpDraft): string | undefined {
  const { parse, context } = draft;
  const [main] = context.topics;
  const isPay = parse.content.length > 0 && parse.content.every(({ concept }) => concept === PAY);
  if (main === undefined || !isPay || !isShort(parse)) return undefined;
  if (compares(draft, main) && parse.moves.includes('both')) return main;
  const isNamed = parse.content.some(({ words }) => words.includes(PAY_OF_EMPLOYEES));
  const isTimed = parse.named.some((name) => TIMES.includes(name)) && takes(draft, main, parse.named);
  return parse.hasLead && isTimed && !isNamed && takes(draft, main, ['amounts']) ? main : undefined;
}

/** Words of a topic that the text alone is sure of: whose slots it continues with. */
function readSure(draft: FollowUpDraft): Turn | undefined {
  const { parse, context } = draft;
  const { hasLead, pointsBack, tokens, namesMoney, hasSubject } = parse;
  const ids = draft.alone().topics.map(({ id }) => id);
  // An exact phrase of a topic says for itself what it is about.
  const isPhrase = draft.alone().readings[0]?.match.score === 1;
  const meant = findMeantPay(draft, ids) ?? (isPhrase ? undefined : findMeant(draft, ids));
  if (meant !== undefined) return followUp(draft, [meant]);
  const isSame =
    isShort(parse) &&
    !hasSubject &&
    parse.named.length === 0 &&
    tokens.some(({ words: [word = ''] }) => word === 'the');
  const isSameAsked = parse.asked === 'difference' || SAME_FOR.test(draft.text);
  const leans =
    hasLead ||
    (isSameAsked && context.topics.length > 0) ||
    namesMoney ||
    (pointsBack && isShort(parse) && !isPhrase) ||
    (isSame && ids[0] === context.topics[0]);
  const isOpen = context.asked || context.topics.length === 0;
  const isPicked = tokens.length <= FEW && isOpen && ids.some((id) => context.offered.includes(id));
  return leans || isPicked ? followUp(draft, ids) : undefined;
}

/** A text with no more words of its own than this says too little to be about anything else. */
const MOST_LACKED = 2;
/** Whose record or company a question is about: “is my overtime paid”, “do we get bonuses”. */
const OWN = ['my', 'our', 'we', 'us', 'here'];

/** “And holidays?”, “is overtime paid?”: what the last topic is known to lack, however unfamiliar its words. */
function isOnLack({ parse, understander, isMissingFrom }: FollowUpDraft, main: string): boolean {
  const { content, tokens, hasLead, pointsBack } = parse;
  const isOpen = hasLead || pointsBack || content.length <= MOST_LACKED;
  const isOfOwn = tokens.some(({ words: [word = ''] }) => OWN.includes(word));
  if (!isOpen || isOfOwn || understander.asksAboutAnother(tokens) || !isMissingFrom(main, content)) return false;
  const others = content.filter((token) => !isMissingFrom(main, [token]));
  return !understander.isForeign(others);
}

/** “Even on Fridays?”: a word more, where all of it together clearly sounds like the last topic. */
function isMoreOf({ parse, alone }: FollowUpDraft, main: string): boolean {
  const [whole] = alone().readings;
  if (!parse.hasLead || parse.content.length > 1 || whole === undefined || whole.subject.holdsUnknown) return false;
  return !whole.subject.foreign && whole.topic === main && whole.match.score >= CLEAR;
}

/** Half a question with a word of its own: it's about the last topic if possible, else the one that its words fit best. */
function readHalf(draft: FollowUpDraft): Turn | undefined {
  const { parse, context, understander, isNamedIn } = draft;
  const { hasLead, pointsBack, tokens, content, asked, hasSubject } = parse;
  const [main] = context.topics;
  if (isForBot(draft) || tokens.length > MOST_LEANING) return undefined;
  if (main !== undefined && (isOnLack(draft, main) || isMoreOf(draft, main))) return followUp(draft, [main]);
  // “How much do they charge?” after pay in whose facts the word stands.
  const isOnAmount = (asked === 'amount' || asked === 'pay') && hasSubject && content.length === 1;
  if (main !== undefined && isOnAmount && takes(draft, main, ['amounts']) && isNamedIn(main, content))
    return followUp(draft, [main]);
  if (understander.isForeign(tokens)) return undefined;
  // “How many days altogether?” after hours.
  const isCount =
    asked === 'amount' && content.length > 0 && content.every(({ words: [word = ''] }) => namesPeriod(word));
  if (main !== undefined && isCount && takes(draft, main, ['hours'])) return followUp(draft, [main]);
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

const OF_BOTH = 'of the two';
const MORE_OR_LESS = /\b(?:more|less)\W*$/i;

/** “Who earns more?”, “which of them is harder?”: a short question that ranks and names neither side. */
const isOnSides = ({ text, parse }: FollowUpDraft): boolean =>
  parse.asked === 'thing' &&
  isShort(parse) &&
  parse.named.length === 0 &&
  (MORE_OR_LESS.test(text) || readQuestionForm(spell(parse)).comparative !== undefined);

/** Words of a topic, or of something else. */
function readContent(draft: FollowUpDraft): Turn | undefined {
  const { parse, context } = draft;
  const [main] = context.topics;
  // After two jobs were set against each other, it’s asked of the two.
  if (main !== undefined && compares(draft, main) && isOnSides(draft))
    return followUp({ ...draft, parse: { ...parse, tokens: [...parse.tokens, ...draft.read(OF_BOTH)] } }, [main]);
  // A currency asks for the amounts of the conversation, if it has any.
  const isAmount = parse.namesMoney || (parse.named.includes('amounts') && parse.pointsBack);
  if (isAmount && main !== undefined && takes(draft, main, ['amounts'])) return followUp(draft, [main]);
  // “And a front-end developer?”, “versus front-end developers” ask the same of another job of the field.
  const isOfField =
    parse.content.length > 0 &&
    parse.content.every((token) => isOfClass(token, 'other-job') && isOfClass(token, 'field'));
  const comparing = draft.topics.find(({ mayCompare }) => mayCompare);
  const isOnPay = main !== undefined && takes(draft, main, ['amounts']);
  if ((parse.hasLead || (parse.asked === 'difference' && isOnPay)) && isOfField && main !== undefined && comparing)
    return followUp(draft, [comparing.id]);
  if (parse.asked === 'difference' && draft.alone().topics.some(({ id }) => compares(draft, id))) return undefined;
  const paid = findPaid(draft);
  if (paid !== undefined) return followUp(draft, [paid]);
  return draft.alone().outcome === 'answer' ? readSure(draft) : readAdded(draft, readHalf(draft));
}

/** “And creativity?”: one word more that leaves open which topic is meant; the documents may not have it at all. */
function readAdded(draft: FollowUpDraft, turn: Turn | undefined): Turn | undefined {
  const { parse, context, alone } = draft;
  const [added, ...others] = parse.content;
  const isOpen = turn === undefined ? alone().outcome === 'clarify' : turn.kind === 'unclear';
  if (!isOpen || added === undefined || others.length > 0 || !parse.hasLead || context.topics.length === 0) return turn;
  const nearest = turn?.kind === 'unclear' ? turn.nearest : alone().nearest;
  return { ...offer(draft, nearest, mergeSlots(context.slots, parse.slots)), added };
}

/** The first one that makes a turn of the text decides. */
const READERS: readonly ((draft: FollowUpDraft) => Turn | undefined)[] = [
  readPassage,
  readDenied,
  readSlots,
  readMove,
  readEllipsis,
  readContent,
];

/** What a text is after what was said before; undefined for a question of its own. */
export function readFollowUp(draft: FollowUpDraft): Turn | undefined {
  for (const read of READERS) {
    const turn = read(draft);
    if (turn) return turn;
  }
  return undefined;
}
