// What is kept from one question of a conversation to the next: topics and slots, never what somebody wrote.
import type { Hours, Level, Period, PlaceId, Slots } from '../understanding/slots.js';

/** Slots as they are carried over. Sums stay out: what somebody earns or was offered is nobody's to keep. */
export type CarriedSlots = Omit<Slots, 'amounts'>;

/** What was said last, as plain JSON; the same content is the same text. */
export interface Context {
  /** The topics answered last, the main one first; empty when none has been answered yet. */
  readonly topics: readonly string[];
  /** The topics offered as buttons. */
  readonly offered: readonly string[];
  readonly slots: CarriedSlots;
  /** Ids of the facts that the answer rests on, in its order. */
  readonly facts?: readonly string[];
  /** Set when the answer was all that the documents hold on its topics. */
  readonly full?: true;
  /** Set when it was asked which of the offered topics is meant. */
  readonly asked?: true;
}

/** No question is about more places or technologies than this. */
const MOST = 12;
const LONGEST = 60;
/** Nor does an answer rest on more facts. */
const MOST_FACTS = 100;

/** The context with its keys in one order and nothing that is only for one question. */
export function makeContext({ topics, offered, slots, facts = [], full, asked }: Context): Context {
  return {
    topics: topics.slice(0, MOST),
    offered: offered.slice(0, MOST),
    slots: trimSlots(slots),
    ...(facts.length > 0 && { facts: [...facts] }),
    ...(full && { full }),
    ...(asked && { asked }),
  };
}

function trimSlots({ levels, places, technologies, hours, span, per }: CarriedSlots): CarriedSlots {
  return {
    levels: levels.toSorted(),
    places: places.slice(0, MOST).map(({ id, name }) => ({ id, name })),
    technologies: technologies.slice(0, MOST),
    ...(hours && { hours: { value: hours.value, ...(hours.per && { per: hours.per }) } }),
    ...(span && { span: { value: span.value, unit: span.unit } }),
    ...(per && { per }),
  };
}

/**
 * A context out of a store or a button, which another version may have written, or nobody: what is not understood is
 * left out. Undefined when nothing is left that a question could lean on.
 */
export function readContext(stored: unknown, isTopic: (id: string) => boolean = () => true): Context | undefined {
  const { topics: answered, offered, slots, facts, full, asked } = fieldsOf(stored);
  const context = makeContext({
    topics: textsOf(answered).filter(isTopic),
    offered: textsOf(offered).filter(isTopic),
    slots: readSlots(fieldsOf(slots)),
    facts: textsOf(facts).slice(0, MOST_FACTS),
    ...(full === true && { full }),
    ...(asked === true && { asked }),
  });
  return context.topics.length + context.offered.length > 0 ? context : undefined;
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
const isPeriod = isOneOf<Period>('hour', 'day', 'week', 'month', 'year');
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < 1000;

function readSlots(stored: Readonly<Record<string, unknown>>): CarriedSlots {
  const places = listOf(stored.places).flatMap((place) => {
    const { id, name } = fieldsOf(place);
    return isPlace(id) && textsOf([name]).length > 0 ? [{ id, name: String(name) }] : [];
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

/** Slots of a follow-up: what it names itself stands in the place of what was said before. */
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

/** What stays of slots when a follow-up goes on to another topic: whom and where, not how many hours or which tool. */
export const forOtherTopic = ({ levels, places, per }: CarriedSlots): CarriedSlots => ({
  levels,
  places,
  technologies: [],
  ...(per && { per }),
});
