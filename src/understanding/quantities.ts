// Reads time out of a text: hours of work, how long altogether, the period an answer should be in, years of experience.

/** The periods that pay or hours are asked for, from the shortest to the longest. */
export const PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const;

/** One of them. */
export type Period = (typeof PERIODS)[number];

/** Whether a word names one of them, or several: “week”, “weeks”. */
export const namesPeriod = (word: string): boolean => PERIODS.some((one) => word === one || word === `${one}s`);

/** Hours that the person names, and their period. */
export interface Hours {
  readonly value: number;
  readonly per?: Period;
}

/** How long altogether: "for 4 weeks". */
export interface Span {
  readonly value: number;
  readonly unit: Period;
}

/** Everything a text says about time. */
export interface Times {
  readonly hours?: Hours;
  readonly span?: Span;
  readonly per?: Period;
  /** Years of experience, the least and the most of each span that is named. */
  readonly experience: readonly { readonly from: number; readonly to: number }[];
}

const UNITS: Readonly<Record<string, Period>> = {
  hour: 'hour',
  hr: 'hour',
  h: 'hour',
  day: 'day',
  week: 'week',
  wk: 'week',
  month: 'month',
  mth: 'month',
  mo: 'month',
  year: 'year',
  yr: 'year',
  annum: 'year',
  yoe: 'year',
};
const ADVERBS: Readonly<Record<string, Period>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
};

/**
 * A stretch of text: a quantity (“30 hours”), a rate (“a week”, “per week”), a bare unit (“week”), an adverb
 * (“weekly”), or any other word or sign.
 */
interface Item {
  readonly kind: 'quantity' | 'rate' | 'unit' | 'adverb' | 'word';
  readonly text: string;
  readonly unit?: Period;
  readonly from?: number;
  readonly to?: number;
}

const UNIT = `(?:${Object.keys(UNITS).join('|')})s?`;
/** What may be said of a unit that pay or hours are asked for: “a normal week”, “an average month”. */
const USUAL = '(?:single|normal|usual|regular|standard|typical|average|full|whole|given)';
const ITEM = new RegExp(
  [
    `(?<![\\d,.$₹€£])(\\d+(?:\\.\\d+)?)\\s?(?:\\+|plus\\b)?\\s?(?:(?:-|–|to)\\s?(\\d+)\\s?\\+?\\s?)?-?(?:\\s(?:more|full|working|whole)\\s)?\\s?(${UNIT})\\b`,
    `(?:\\b(?:per|an?|each|every|by the)\\s(?:${USUAL}\\s)?|/\\s?|\\bin\\s(?=\\w+s\\b))(${UNIT})\\b`,
    `\\b(${Object.keys(ADVERBS).join('|')})\\b`,
    `\\b(${UNIT})\\b`,
    `(?:per|an?|each|every|for the) (quarter)\\b|\\b(quarterly)\\b`,
    `[\\p{L}\\p{N}']+|[^\\s]`,
  ].join('|'),
  'gu',
);
/** No text needs more; it limits the time it can take. */
const MOST_ITEMS = 400;

const unitOf = (written: string): Period | undefined => UNITS[written] ?? UNITS[written.replace(/s$/, '')];

function toItem(match: RegExpMatchArray): Item {
  const [text, from, to, counted, rate, adverb, unit, quarter, quarterly] = match;
  if (quarter !== undefined || quarterly !== undefined)
    return { kind: 'quantity', text, unit: 'month', from: 3, to: 3 };
  const period = unitOf(counted ?? rate ?? unit ?? '') ?? ADVERBS[adverb ?? ''];
  if (period === undefined) return { kind: 'word', text };
  if (from !== undefined) return { kind: 'quantity', text, unit: period, from: Number(from), to: Number(to ?? from) };
  return { kind: rate ? 'rate' : adverb ? 'adverb' : 'unit', text, unit: period };
}

/** Cuts a text into items; `text` is in lower case with its numbers in digits. */
function readItems(text: string): Item[] {
  const items: Item[] = [];
  for (const match of text.matchAll(ITEM)) {
    items.push(toItem(match));
    if (items.length === MOST_ITEMS) break;
  }
  return items;
}

/** Words that ask for a sum: “what do five years add up to”. */
const ADDING =
  /\b(?:adds? up|in total|totals?|altogether|all together|sums? up|in sum|comes? to|accumulate|cumulative)\b/;
const OVER = ['over', 'within', 'across', 'during', 'in', 'throughout'];
const FOR = [...OVER, 'for', 'next', 'first', 'last'];
/** Between hours and their rate is one of these, or nothing: “30 hours in a week”. */
const JOINTS = ['in', 'of', 'on', 'for', 'over', 'work', 'within'];

/** The unit that hours at `at` are counted by, and the items that say so. */
function findHoursPer(items: readonly Item[], at: number): { per: Period; used: readonly number[] } | undefined {
  let next = at + 1;
  while (next <= at + 2 && JOINTS.includes(items[next]?.text ?? '')) next += 1;
  const after = items[next];
  const isJoined = next > at + 1;
  if (after?.unit && after.unit !== 'hour' && after.kind !== 'quantity' && !(isJoined && after.kind === 'unit'))
    return { per: after.unit, used: [next] };
  const before = items[at - 2];
  const isOf = items[at - 1]?.text === 'of' && (before?.kind === 'rate' || before?.kind === 'unit');
  return isOf && before?.unit && before.unit !== 'hour' ? { per: before.unit, used: [at - 2] } : undefined;
}

/** “3 days, 10 hours each”: by the unit that is counted beside them, else by the day. */
function findEach(items: readonly Item[], at: number): { per: Period; used: readonly number[] } | undefined {
  if (items[at + 1]?.text !== 'each') return undefined;
  const counted = items.find(({ kind, unit }) => kind === 'quantity' && unit !== 'hour');
  return { per: counted?.unit ?? 'day', used: [] };
}

/** What comes between days and the hours of each of them: “5 days of 9 hours”, “3 days with 6 hours each”. */
const STINT_JOINTS = ['of', 'with', 'at', 'x', '×', '*', ',', 'working'];

/** “5 days of 9 hours”, “3 × 6 hours”: the span before hours, each day or week of which has so many. */
function findStints(items: readonly Item[], at: number): number | undefined {
  let before = at - 1;
  while (before > at - 3 && STINT_JOINTS.includes(items[before]?.text ?? '')) before -= 1;
  const { kind, unit } = items[before] ?? {};
  return before < at && kind === 'quantity' && (unit === 'day' || unit === 'week') ? before : undefined;
}

/** “8 hours a day, 3 days a week” is 24 hours a week. */
function countDays(items: readonly Item[]): { days: number; per: Period; used: readonly number[] } | undefined {
  const at = items.findIndex(
    ({ kind, unit }, i) => kind === 'quantity' && unit === 'day' && findHoursPer(items, i) !== undefined,
  );
  const found = at < 0 ? undefined : findHoursPer(items, at);
  const days = items[at]?.from;
  return found && days !== undefined ? { days, per: found.per, used: [at, ...found.used] } : undefined;
}

/** Hours of work, with the items that name them, and whether they are all there is or those of each day of a span. */
interface FoundHours {
  readonly hours: Hours;
  readonly used: Set<number>;
  readonly isTotal: boolean;
  readonly span?: Span;
}

/** Undefined if no hours are named. */
function findHours(items: readonly Item[]): FoundHours | undefined {
  const at = items.findIndex(({ kind, unit, to = 0 }) => kind === 'quantity' && unit === 'hour' && to < 1000);
  const value = items[at]?.to;
  if (value === undefined) return undefined;
  const per = findHoursPer(items, at) ?? findEach(items, at);
  const stint = findStints(items, at);
  const { unit: each, to: count } = items[stint ?? -1] ?? {};
  const isWeekly = countDays(items) !== undefined || (per !== undefined && per.per !== each);
  if (stint !== undefined && each !== undefined && count !== undefined && !isWeekly)
    return {
      hours: { value, per: each },
      used: new Set([at, stint, ...(per?.used ?? [])]),
      isTotal: false,
      span: { value: count, unit: each },
    };
  const used = new Set([at, ...(per?.used ?? [])]);
  // "20 hours over 3 weeks" are 20 altogether.
  const isTotal = per === undefined && OVER.includes(items[at + 1]?.text ?? '') && items[at + 2]?.kind === 'quantity';
  const days = per === undefined || per.per === 'day' ? countDays(items) : undefined;
  if (days === undefined) return { hours: { value, ...(per && { per: per.per }) }, used, isTotal };
  for (const one of days.used) used.add(one);
  return { hours: { value: value * days.days, per: days.per }, used, isTotal };
}

/** What follows years that aren't years of work: “a 4-year degree”, “5 years ago”. */
const OTHERWISE =
  /^(?:old|degrees?|diplomas?|courses?|ago|from now|time|programmes?|programs?|bachelors?|masters?|stud(?:y|ies)|college|university|contracts?|plans?|engineering)\b/;
/** “6 months of freelancing”, “3 months of work”. */
const OF_WORK =
  /^(?:of (?:[a-z-]+ ){0,4}(?:work|working|full|part|pay|salary)\b|(?:of )?(?:freelanc\w*|contracting))\b/;
const WORKED =
  /^(?:of )?(?:[a-z]+ ){0,2}(?:exp|experience|yoe)\b|^(?:in|into|as|dev|back|behind|under|down|on the job|of (?:cod|program|develop|work|practice|java|python|php|back))/;
const WORKING =
  /\b(?:with|after|have|has|had|having|been|did|done|worked|working|coded|coding|spent)(?: (?:about|around|over|more than|at least|almost|nearly|only|just|these|those|my|the|been|for|working|coding|programming))*$/;

function textAround(items: readonly Item[], at: number): { before: string; after: string } {
  const join = (list: readonly Item[]): string => list.map(({ text }) => text).join(' ');
  return { before: join(items.slice(Math.max(0, at - 6), at)), after: join(items.slice(at + 1, at + 6)) };
}

/** Whether the quantity at `at` counts time at work: “with 5 years”, “8 years in”. */
function isExperience(items: readonly Item[], at: number, isAdding: boolean): boolean {
  const { before, after } = textAround(items, at);
  const { text = '', unit } = items[at] ?? {};
  if ((unit !== 'year' && unit !== 'month') || OTHERWISE.test(after)) return false;
  if (/yoe|\+|plus/.test(text) || /^(?:of )?(?:[a-z]+ ){0,2}(?:exp|experience)\b/.test(after)) return true;
  if (isAdding || /\b(?:next|coming|past|in|over|within)$/.test(before)) return false;
  return unit === 'year' && (WORKED.test(after) || WORKING.test(before));
}

/** Whether the quantity at `at` is a duration to add something up over. */
function isSpan(items: readonly Item[], at: number, isAdding: boolean): boolean {
  const { kind, unit, to = 0, from = 0 } = items[at] ?? {};
  if (kind !== 'quantity' || unit === undefined || unit === 'hour' || to >= 1000) return false;
  const before = items[at - 1]?.text ?? '';
  const { after } = textAround(items, at);
  if (OTHERWISE.test(after)) return false;
  // “Half a day” counts nothing else.
  if (OF_WORK.test(after) || (to < 1 && unit !== 'year')) return true;
  // "In ten years" asks for a later time, "in three weeks" usually for a sum.
  if (before === 'in' && unit === 'year' && from >= 1) return isAdding;
  return (
    isAdding || FOR.includes(before) || /^(?:per|a|each|every|for the) quarter|quarterly/.test(items[at]?.text ?? '')
  );
}

/** Reads what a text says about time; `text` is in lower case with its numbers in digits. */
export function readTimes(text: string): Times {
  const items = readItems(text);
  if (items.every(({ unit }) => unit === undefined)) return { experience: [] };
  const isAdding = ADDING.test(text);
  const found = findHours(items);
  const used = found?.used ?? new Set<number>();
  const free = items.map((item, at) => ({ item, at })).filter(({ item, at }) => item.unit && !used.has(at));
  const worked = free.filter(({ at, item }) => item.kind === 'quantity' && isExperience(items, at, isAdding));
  // “A fortnight at 8 hours a day”, “a 3 day gig at 8 hours a day”: so many hours for each of its days.
  const each = found?.hours.per;
  const isWorkedThrough = ({ kind, unit }: Item): boolean =>
    kind === 'quantity' && unit !== undefined && each !== undefined && PERIODS.indexOf(unit) >= PERIODS.indexOf(each);
  const spanning = free.find(
    ({ at, item }) =>
      !worked.some((one) => one.item === item) && (isSpan(items, at, isAdding) || isWorkedThrough(item)),
  )?.item;
  const span = found?.span ?? (spanning?.unit && { value: spanning.to ?? 0, unit: spanning.unit });
  // "5 days a week" says how much work there is, not the period of the answer.
  const isAsked = ({ item: { kind }, at }: (typeof free)[number]): boolean =>
    kind === 'adverb' || (kind === 'rate' && items[at - 1]?.kind !== 'quantity');
  const periods = free.filter(isAsked).map(({ item }) => item);
  const per = (periods.find(({ kind }) => kind === 'adverb') ?? periods.at(-1))?.unit;
  const years = ({ unit, from = 0, to = 0 }: Item) =>
    unit === 'month' ? { from: from / 12, to: to / 12 } : { from, to };
  return {
    ...(found && { hours: found.hours }),
    ...(span && !found?.isTotal && { span }),
    ...(per && { per }),
    experience: worked.map(({ item }) => years(item)),
  };
}
