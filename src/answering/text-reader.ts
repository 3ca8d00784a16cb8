// Raw text in; an utterance, what it says by itself, and its turn in a conversation out.
import { splitDenied } from '../conversation/denied-words.js';
import type { TurnParts } from '../conversation/follow-up.js';
import type { Turn } from '../conversation/turn.js';
import { createTurnReader } from '../conversation/turn-reader.js';
import type { Utterance } from '../conversation/utterance.js';
import { findFocus } from '../knowledge/fact-mentions.js';
import { findMissing } from '../knowledge/undocumented-subjects.js';
import type { Matcher } from '../understanding/matcher/matcher.js';
import { findSlots, type Slots } from '../understanding/slots.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, type Token } from '../understanding/text/synonyms.js';
import { expandSigned, stripMarkup } from '../understanding/text/tokenizer.js';
import { createUnderstanding, type Understander } from '../understanding/understand.js';
import type { Intents } from './intent.js';
import type { TrainedBot } from './trained-bot.js';
import type { AskedTurn } from './turn-answers.js';
import { isDocumentsAlone } from './written-answers.js';

/** From this focus on, a fact is asked for by name. */
const NAMED = 0.4;

/** Reads what people write. */
export interface TextReader {
  readonly understander: Understander;
  /** A text by itself, free of mark-up. */
  read(raw: string): Utterance;
  /** A text after an answer, of which it may deny something. */
  readAfter(raw: string): Utterance;
  /** What it is in its conversation; `raw` is the text as it was written. */
  readTurn(asked: AskedTurn, raw: string): Turn;
}

/** Builds it from a trained matcher for these topics. */
export function createTextReader(trained: TrainedBot, intents: Intents, matcher: Matcher): TextReader {
  const understander = openUnderstander(matcher, intents);
  const readTurn = createTurnReader(turnParts(trained, intents, matcher, understander));
  return {
    understander,
    read: (raw) => toUtterance(raw, matcher, trained),
    readAfter: (raw) => readAfter(raw, matcher, trained),
    // An emoji is mark-up to the matcher, but after an answer it says something.
    readTurn: ({ utterance, context }, raw) =>
      readTurn(utterance.tokens.length > 0 ? utterance : { ...utterance, text: raw }, context),
  };
}

/** What reads a text with this matcher, and what it must know of the topics to do so. */
function openUnderstander(matcher: Matcher, { topics, help }: Intents): Understander {
  const withSlot = (isWanted: (slot: string) => boolean): ReadonlySet<string> =>
    new Set(topics.filter(({ slots = [] }) => slots.some(isWanted)).map(({ id }) => id));
  return createUnderstanding(matcher, {
    helpId: help.id,
    isDocumentsAlone: isDocumentsAlone(topics),
    comparing: new Set(topics.filter(({ mayCompare }) => mayCompare).map(({ id }) => id)),
    onTechnologies: withSlot((slot) => slot === 'technologies'),
    onOtherSlots: withSlot((slot) => slot !== 'technologies'),
  });
}

/** A text without what it denies of the answer before; a place, a level, a technology or our job that isn't meant stays, for slots. */
function readAfter(raw: string, matcher: Matcher, trained: TrainedBot): Utterance {
  const whole = toUtterance(raw, matcher, trained);
  const said = splitDenied(whole.text);
  if (said === undefined) return whole;
  const denied = toUtterance(said.denied, matcher, trained);
  const { levels, places, technologies } = denied.slots;
  if (levels.length + places.length > 0 || denied.tokens.some((token) => isOfClass(token, 'own'))) return whole;
  // “Not CSS, SASS” asks for the second one; nothing else is denied by the first.
  if (technologies.length > 0) {
    const rest = toUtterance(`no, ${said.rest}`, matcher, trained);
    return rest.slots.technologies.length > 0 ? rest : whole;
  }
  const isLeft = matcher.read(said.rest).some(({ words }) => !words.every(isFiller));
  return toUtterance(isLeft ? `no, ${said.rest}` : raw, matcher, trained, denied.tokens);
}

/** Gives slots by text and tokens, only when they are needed: most refusals need none. */
function toUtterance(raw: string, matcher: Matcher, trained: TrainedBot, denied?: readonly Token[]): Utterance {
  const text = expandSigned(stripMarkup(raw)).trim();
  const tokens = matcher.read(text);
  let slots: Slots | undefined;
  return {
    text,
    tokens,
    ...(denied && { denied }),
    get slots() {
      slots ??= findSlots(text, tokens, trained.slots);
      return slots;
    },
  };
}

function turnParts(trained: TrainedBot, { topics }: Intents, matcher: Matcher, understander: Understander): TurnParts {
  const kindsOf = new Map(topics.map(({ id, kinds }) => [id, kinds]));
  const isMissingFrom = (topic: string, tokens: readonly Token[]): boolean =>
    findMissing(
      trained.missing,
      tokens.flatMap(({ words }) => words),
      topic,
    ).names.length > 0;
  return {
    words: trained.followUps,
    topics,
    understander,
    read: (text) => matcher.read(text),
    findSlots: (text, tokens) => findSlots(text, tokens, trained.slots),
    nameOf: (word) => trained.slots.everyday.find((name) => name.toLowerCase() === word),
    isOrdered: (topic) => trained.facts.some((fact) => kindsOf.get(topic)?.includes(fact.kind) && 'order' in fact),
    isMissingFrom,
    isNamedIn(topic, tokens) {
      const words = tokens.flatMap((token) => token.words);
      if (isMissingFrom(topic, tokens)) return true;
      const focus = findFocus(trained.focus, words);
      const kinds = kindsOf.get(topic) ?? [];
      return trained.facts.some(({ id, kind }) => kinds.includes(kind) && (focus.get(id) ?? 0) >= NAMED);
    },
  };
}
