// What is kept from one question of a conversation to the next: topics and slots, never the person's words.
import type { Amount } from '../understanding/amounts.js';
import type { AskedBefore } from '../understanding/document-follow-up.js';
import { isAskedOfDocuments } from '../understanding/document-question.js';
import { PERIODS } from '../understanding/quantities.js';
import type { Hours, Level, PlaceId, Slots } from '../understanding/slots.js';

/** Slots as they are carried over. Amounts aren't: what a person earns or was offered must not be stored. */
export type CarriedSlots = Omit<Slots, 'amounts'>;

/** What a sum was named in, without the sum. */
export type MoneyUnit = Omit<Amount, 'value' | 'written'>;

/** What was said last, as plain JSON; the same content is always the same text. */
export interface Context {
  /** The topics answered last, the main one first; empty if none has been answered yet. */
  readonly topics: readonly string[];
  /** The topics offered as buttons. */
  readonly offered: readonly string[];
  readonly slots: CarriedSlots;
  /** What the last sum was named in, so that “and 50?” is one as well; the sum itself isn't kept. */
  readonly unit?: MoneyUnit;
  /** Ids of the facts that the answer rests on, in its order. */
  readonly facts?: readonly string[];
  /** Set if the answer was everything the documents have on its topics. */
  readonly full?: true;
  /** Set if none of the offered topics is clearly the one that was meant. */
  readonly asked?: true;
  /** The passage that was shown last, where no topic has answered since. */
  readonly passage?: string;
  /** What was asked of the documents last, where nothing else has been answered since. */
  readonly described?: AskedBefore;
}

/** No question is about more places or technologies than this. */
const MOST = 12;
const LONGEST = 60;
const LONGEST_PASSAGE = 200;
/** No answer rests on more facts. */
const MOST_FACTS = 100;

/** The context with its keys in a fixed order, without what is only for one question. */
export function makeContext(context: Context): Context {
  const { topics, offered, slots, unit, facts = [], full, asked, passage, described } = context;
  return {
    topics: topics.slice(0, MOST),
    offered: offered.slice(0, MOST),
    slots: trimSlots(slots),
    ...(unit && { unit: trimUnit(unit) }),
    ...(facts.length > 0 && { facts: [...facts] }),
    ...(full && { full }),
    ...(asked && { asked }),
    ...(passage !== undefined && { passage }),
    ...(described && { described: { asks: described.asks, documents: described.documents.slice(0, MOST) } }),
  };
}

const trimUnit = ({ currency, unit, per }: MoneyUnit): MoneyUnit => ({
  ...(currency && { currency }),
  ...(unit && { unit }),
  ...(per && { per }),
});

function trimSlots({ levels, places, technologies, hours, span, per }: CarriedSlots): CarriedSlots {
  return {
    levels: levels.toSorted(),
    places: places.slice(0, MOST).map(({ id, name, part }) => ({ id, name, ...(part !== undefined && { part }) })),
    technologies: technologies.slice(0, MOST),
    ...(hours && { hours: { value: hours.value, ...(hours.per && { per: hours.per }) } }),
    ...(span && { span: { value: span.value, unit: span.unit } }),
    ...(per && { per }),
  };
}

/**
 * A context from a store or a button, which another version or anyone may have written: what isn't understood is
 * left out. Undefined if nothing is left that a question could build on.
 */
export function readContext(stored: unknown, isTopic: (id: string) => boolean = () => true): Context | undefined {
  const { topics: answered, offered, slots, unit, facts, full, asked, passage, described } = fieldsOf(stored);
  const money = readUnit(fieldsOf(unit));
  const { asks, documents } = fieldsOf(described);
  const context = makeContext({
    topics: textsOf(answered).filter(isTopic),
    offered: textsOf(offered).filter(isTopic),
    slots: readSlots(fieldsOf(slots)),
    ...(money && { unit: money }),
    facts: textsOf(facts).slice(0, MOST_FACTS),
    ...(full === true && { full }),
    ...(asked === true && { asked }),
    ...(typeof passage === 'string' && passage.length <= LONGEST_PASSAGE && { passage }),
    ...(isAskedOfDocuments(asks) && { described: { asks, documents: textsOf(documents) } }),
  });
  const isOnSomething = context.passage !== undefined || context.described !== undefined;
  return context.topics.length + context.offered.length > 0 || isOnSomething ? context : undefined;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textsOf = (value: unknown): string[] =>
  listOf(value).filter((one): one is string => typeof one === 'string' && one !== '' && one.length <= LONGEST);

const isOneOf =
  <T extends string>(...known: readonly T[]) =>
  (value: unknown): value is T =>
    known.some((one) => one === value);
const isLevel = isOneOf<Level>('fresher', 'experienced');
const isPlace = isOneOf<PlaceId>('india', 'outside-india');
const isPeriod = isOneOf(...PERIODS);
const isCurrency = isOneOf<'INR' | 'USD' | 'other'>('INR', 'USD', 'other');
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < 1000;

function readUnit({ currency, unit, per }: Readonly<Record<string, unknown>>): MoneyUnit | undefined {
  const read: MoneyUnit = {
    ...(isCurrency(currency) && { currency }),
    ...(unit === 'LPA' && { unit }),
    ...(per === 'hour' && { per }),
  };
  return Object.keys(read).length > 0 ? read : undefined;
}

function readSlots(stored: Readonly<Record<string, unknown>>): CarriedSlots {
  const places = listOf(stored.places).flatMap((place) => {
    const { id, name, part } = fieldsOf(place);
    const [known, named] = [textsOf([name])[0], textsOf([part])[0]];
    return isPlace(id) && known !== undefined ? [{ id, name: known, ...(named !== undefined && { part: named }) }] : [];
  });
  const { value: count, per: worked } = fieldsOf(stored.hours);
  const { value: length, unit } = fieldsOf(stored.span);
  const hours: Hours | undefined = isCount(count)
    ? { value: count, ...(isPeriod(worked) && { per: worked }) }
    : undefined;
  return {
    levels: listOf(stored.levels).filter(isLevel),
    places,
    technologies: textsOf(stored.technologies),
    ...(hours && { hours }),
    ...(isCount(length) && isPeriod(unit) && { span: { value: length, unit } }),
    ...(isPeriod(stored.per) && { per: stored.per }),
  };
}

/** The slots of a follow-up: those it names replace the earlier ones. */
export function mergeSlots(before: CarriedSlots, own: Slots): Slots {
  const { hours, span, per } = { ...before, ...own };
  return {
    levels: own.levels.length > 0 ? own.levels : before.levels,
    places: own.places.length > 0 ? own.places : before.places,
    technologies: own.technologies.length > 0 ? own.technologies : before.technologies,
    amounts: own.amounts,
    // "And for 30 hours?" after "20 hours a week" means a week as well.
    ...(hours && { hours: { ...before.hours, ...hours } }),
    ...(span && { span }),
    ...(per && { per }),
  };
}

/** What is left of slots when a follow-up moves to another topic: who and where, not how many hours or which tool. */
export const forOtherTopic = ({ levels, places, per }: CarriedSlots): CarriedSlots => ({
  levels,
  places,
  technologies: [],
  ...(per && { per }),
});
