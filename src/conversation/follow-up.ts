// A step of understanding: what a text is in its conversation: a question of its own, a follow-up, or a courtesy.

import type { SlotName, Slots } from '../understanding/slots.js';
import type { Token } from '../understanding/text/synonyms.js';
import { ANSWER, OFFER, type Understander, type Understanding } from '../understanding/understand.js';
import { type Context, forOtherTopic, mergeSlots } from './context.js';
import { isWhomOrWhere, pick, widen } from './follow-up-picks.js';
import { findCourtesy, findGist, type Gist, isContent, takeNumber } from './parse-follow-up.js';
import { ABOUT, cutPieces, type FollowUpIndex, type Move } from './phrase-roles.js';
import type { FollowUp, Turn } from './turn.js';
import type { Utterance } from './utterance.js';

/** A topic as talk needs it. */
export interface TalkTopic {
  readonly id: string;
  readonly related: readonly string[];
  readonly slots?: readonly SlotName[];
}

/** What reading turns needs of the bot. */
export interface TurnParts {
  readonly words: FollowUpIndex;
  readonly topics: readonly TalkTopic[];
  readonly understander: Understander;
  read(text: string): readonly Token[];
  findSlots(text: string, tokens: readonly Token[]): Slots;
  /** Whether the words name a fact of the topic, or a subject of it that no document holds. */
  isNamedIn(topic: string, tokens: readonly Token[]): boolean;
}

/** Longer texts say themselves what they are about. */
const MOST_TOKENS = 12;
/** Half a question has no more words than this; the name of a topic picked from those offered even fewer. */
const MOST_LEANING = 6;
const FEW = 3;
/** From this score on, half a question needs no fact by name to be sure of its topic. */
const CLEAR = 0.75;
const MOST_OFFERS = 3;
/** What nobody can mean without an answer before; a source can be asked of the bot itself. */
const LOST: readonly Move[] = ['why', 'sure', 'more', 'both'];
const EMOJI = /\p{Extended_Pictographic}|:[a-z0-9_+-]{2,40}:/iu;

/** Returns a function that reads a text after what was said; full questions it leaves as they are. */
export function createTurnReader(parts: TurnParts) {
  const { words, topics, understander, read, findSlots, isNamedIn } = parts;
  const slotsOf = new Map(topics.map(({ id, slots = [] }) => [id, slots]));
  const takes = (id: string, names: readonly SlotName[]): boolean =>
    names.some((name) => slotsOf.get(id)?.includes(name));

  const followUp = ({ topics: before, slots }: Context, ids: readonly string[], gist: Gist): FollowUp => {
    const isSame = gist.content.length === 0 && ids.some((id) => before.includes(id));
    const carried = isSame ? slots : forOtherTopic(slots);
    return { kind: 'follow-up', topics: ids, slots: mergeSlots(carried, gist.slots), gist };
  };
  const offer = (ids: readonly string[], slots: Slots): Turn => ({
    kind: 'unclear',
    nearest: [...new Set(ids)].filter((id) => slotsOf.has(id)).slice(0, MOST_OFFERS),
    slots,
  });

  /** Which topic slots alone are about: that of the answer before, or one beside it that a technology leads to. */
  const findLeaned = ({ topics: before }: Context, named: readonly SlotName[]): string | undefined => {
    const [main] = before;
    const fitting = before.find((id) => takes(id, named));
    if (main === undefined || fitting !== undefined) return fitting;
    const related = topics.find(({ id }) => id === main)?.related ?? [];
    if (named.includes('technologies')) return related.find((id) => takes(id, ['technologies'])) ?? main;
    return named.every(isWhomOrWhere) ? main : undefined;
  };

  const readSlots = (gist: Gist, context: Context, alone: () => Understanding): Turn | undefined => {
    // A job or a technology is a subject by itself: with no lead, it is a question of its own.
    const isSubject = gist.namesJob || gist.named.includes('technologies');
    if (isSubject && !gist.hasLead && alone().outcome === 'answer') return undefined;
    const leaned = findLeaned(context, gist.named);
    if (leaned !== undefined) return followUp(context, [leaned], gist);
    const fitting = alone().nearest.filter((id) => takes(id, gist.named));
    const { topics: asked } = alone();
    return offer(
      [...(context.topics.length === 0 ? context.offered : []), ...asked.map(({ id }) => id), ...fitting],
      mergeSlots(context.slots, gist.slots),
    );
  };

  const readMove = (move: Move, gist: Gist, context: Context, text: string): Turn => {
    const { slots, offered, topics: before } = context;
    const kept: Slots = { ...slots, amounts: [] };
    const about = ABOUT.find((one) => one === move);
    if (about !== undefined && before.length > 0) return { kind: 'about', about, before: context };
    const widened = before.length > 0 ? widen(slots, move) : undefined;
    if (widened) return { ...followUp({ ...context, slots: widened }, before, gist), topics: before };
    const picked = pick(move, offered, text);
    if (picked.length > 0) return { kind: 'follow-up', topics: picked, slots: kept };
    // Where the topic answered stands among those offered, the question was which one is meant.
    const isAsked = before.length === 0 || before.some((id) => offered.includes(id));
    if (move === 'no') return { kind: 'courtesy', courtesy: isAsked ? 'declined' : 'fine' };
    if (move === 'yes' && !isAsked) return { kind: 'courtesy', courtesy: 'fine' };
    return offer([...before, ...offered], kept);
  };

  /**
   * The topic before, where a few words point back at it and those of their own say nothing else ("do I need one?"), or
   * where they name it and only the words around them another ("what do they charge?").
   */
  const findMeant = (
    { content, tokens, named, pointsBack, namesJob }: Gist,
    { topics: [main] }: Context,
    ids: readonly string[],
  ): string | undefined => {
    const isShort = tokens.length <= MOST_LEANING && !namesJob && named.every(isWhomOrWhere);
    if (main === undefined || !isShort || ids.includes(main)) return undefined;
    const reading = content.length > 0 ? understander.lean(content) : undefined;
    const isSure = reading !== undefined && reading.confidence >= ANSWER && reading.match.score >= ANSWER;
    if (isSure && reading.match.score >= CLEAR && reading.topic === main) return main;
    return pointsBack && !(isSure && ids.includes(reading.topic)) ? main : undefined;
  };

  const readContent = (gist: Gist, context: Context, understood: Understanding): Turn | undefined => {
    const { hasLead, pointsBack, tokens, namesJob } = gist;
    const isFew = tokens.length <= FEW;
    const [main] = context.topics;
    // A currency asks for the sums of the talk, if it has any.
    if (gist.namesMoney && main !== undefined && takes(main, ['amounts'])) return followUp(context, [main], gist);
    const leans = hasLead || gist.namesMoney || (pointsBack && !namesJob && tokens.length <= MOST_LEANING);
    if (understood.outcome === 'answer') {
      const ids = understood.topics.map(({ id }) => id);
      const meant = findMeant(gist, context, ids);
      if (meant !== undefined) return followUp(context, [meant], gist);
      const isPicked = isFew && context.topics.length === 0 && ids.some((id) => context.offered.includes(id));
      return leans || isPicked ? followUp(context, ids, gist) : undefined;
    }
    if (understood.outcome === 'about-bot' || !hasLead || tokens.length > MOST_LEANING) return undefined;
    if (understander.isForeign(tokens)) return undefined;
    const reading = understander.lean(tokens);
    const isSure = reading !== undefined && reading.confidence >= ANSWER && reading.match.score >= ANSWER;
    if (isSure && (reading.match.score >= CLEAR || isNamedIn(reading.topic, gist.content)))
      return followUp(context, [reading.topic], gist);
    if (main !== undefined && gist.content.length <= (reading ? 2 : 1) && isNamedIn(main, gist.content))
      return followUp(context, [main], gist);
    if (!reading || (reading.confidence < OFFER && !pointsBack)) return undefined;
    const ranked = reading.match.ranked.map(({ id }) => id);
    return offer([...(pointsBack ? context.topics : []), ...ranked], mergeSlots(context.slots, gist.slots));
  };

  /** "And that?": nothing but words that point somewhere; "should I have one?" can only point back. */
  const readFrame = (gist: Gist, context: Context, { outcome, nearest }: Understanding) => {
    const { topics: before, offered, slots } = context;
    if (outcome === 'about-bot' || !(gist.hasLead || gist.pointsBack)) return undefined;
    if (before.length > 0 && !gist.hasLead && gist.tokens.length > 1)
      return followUp(context, before.slice(0, 1), gist);
    return offer([...before, ...offered, ...nearest], { ...slots, amounts: [] });
  };

  return (said: Utterance, context: Context | undefined): Turn => {
    const { text, tokens } = said;
    let understood: Understanding | undefined;
    const alone = (): Understanding => {
      understood ??= understander.understand(text, tokens);
      return understood;
    };
    const asQuestion = (pointsBack = false): Turn => ({ kind: 'question', understood: alone(), pointsBack });
    if (tokens.length === 0 && EMOJI.test(text)) return { kind: 'courtesy', courtesy: 'fine' };
    if (tokens.length === 0 || tokens.length > MOST_TOKENS) return asQuestion();
    const pieces = cutPieces(words, tokens, read);
    if (!context && pieces.some(isContent)) return asQuestion();
    const courtesy = findCourtesy(pieces);
    // Nobody asks a goodbye: "that's it?" wants to know whether there is more.
    if (courtesy === 'farewell' && context && context.topics.length > 0 && text.trimEnd().endsWith('?'))
      return { kind: 'about', about: 'more', before: context };
    if (courtesy !== undefined) return { kind: 'courtesy', courtesy };
    const gist = takeNumber(findGist(text, pieces, said.slots, findSlots), text, context);
    const isBare = gist.content.length === 0;
    const [move] = isBare && gist.named.length === 0 && !gist.namesJob ? gist.moves : [];
    if (!context) return LOST.some((one) => one === move) ? offer(alone().nearest, said.slots) : asQuestion();
    if (isBare && gist.named.length > 0) return readSlots(gist, context, alone) ?? asQuestion();
    if (move !== undefined) return readMove(move, gist, context, text);
    const turn =
      isBare && alone().outcome !== 'answer' ? readFrame(gist, context, alone()) : readContent(gist, context, alone());
    return turn ?? asQuestion(gist.pointsBack);
  };
}
