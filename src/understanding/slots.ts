// A step of understanding: what a question says of level, place, money, hours and technologies, as values.

import { type Amount, findAmounts } from './amounts.js';
import { findEverydayNames, type TechnologyCues } from './technology-names.js';
import { findAllPhrases, findPhrases, type PhraseIndex, type Token } from './text/synonyms.js';

/** A stretch of time that pay or hours are asked for. */
export type Period = 'hour' | 'day' | 'week' | 'month' | 'year';
/** The two levels that the documents know. */
export type Level = 'fresher' | 'experienced';
/** The two places that the documents know. */
export type PlaceId = 'india' | 'outside-india';

/** Hours that the person names, and in what stretch of time. */
export interface Hours {
  readonly value: number;
  readonly per?: Period;
}

/** What a question says besides its topic; empty lists where it says nothing. */
export interface Slots {
  readonly levels: readonly Level[];
  readonly places: readonly { readonly id: PlaceId; readonly name: string }[];
  readonly amounts: readonly Amount[];
  readonly hours?: Hours;
  /** How long altogether: "for 4 weeks". */
  readonly span?: { readonly value: number; readonly unit: Period };
  /** The stretch of time the answer should be in. */
  readonly per?: Period;
  /** Usual spellings, in the order of the question. */
  readonly technologies: readonly string[];
}

/** A slot by its name. */
export type SlotName = keyof Slots;

/** What finding slots needs from the language data. */
export interface SlotIndexes {
  readonly levels: PhraseIndex;
  readonly places: PhraseIndex;
  readonly technologies: PhraseIndex;
  readonly everyday: readonly string[];
  readonly cues: TechnologyCues;
}

const PERIODS: Readonly<Record<string, Period>> = {
  hour: 'hour',
  hr: 'hour',
  hourly: 'hour',
  day: 'day',
  daily: 'day',
  week: 'week',
  wk: 'week',
  weekly: 'week',
  month: 'month',
  mo: 'month',
  mth: 'month',
  monthly: 'month',
  year: 'year',
  yr: 'year',
  annum: 'year',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
};
const PERIOD_WORDS = 'hour|hr|day|week|wk|month|mth|mo|year|yr|annum';
const PER = new RegExp(`(?:\\b(?:per|an?|each|every|one|in a)\\s+|/\\s?)(${PERIOD_WORDS})s?\\b`, 'g');
const ADVERB = /\b(hourly|daily|weekly|monthly|yearly|annual|annually)\b/;
const HOURS =
  /(?<!\d)(\d{1,3}(?:\.\d{1,2})?)[\s-]?(?:hours?|hrs?|h)\b(?:\s*(?:per|an?|each|every|\/|of work (?:a|per))?\s*(day|week|wk|month|year)\b)?/;
const SPAN = /\b(?:for|over|during|in)\s(?:the next\s)?(\d{1,3})\s(day|week|month|year)s?\b/;
const YEARS = /(\d{1,2})\s?(?:\+|plus)?\s?(?:(?:-|–|to)\s?(\d{1,2})\s?\+?\s?)?(?:years?|yrs?|yoe)\b/g;
const NOT_EXPERIENCE = /\b(?:in|next|last|past|coming|over|within|after|every|for the)\s$/;

function findPeriod(text: string): Period | undefined {
  const adverb = ADVERB.exec(text)?.[1];
  if (adverb !== undefined) return PERIODS[adverb];
  // "20 hours a week" says how much work there is, not what the answer should be in.
  const rest = text.replace(HOURS, ' ');
  const found = [...rest.matchAll(PER)].at(-1)?.[1];
  return found === undefined ? undefined : PERIODS[found];
}

function findYears(text: string): Level[] {
  const levels: Level[] = [];
  for (const match of text.matchAll(YEARS)) {
    const [, from = '', to] = match;
    const written = match[0];
    const after = text.slice(match.index + written.length, match.index + written.length + 30);
    const isExperience = /yoe$/.test(written) || /^[\s']*(?:of\s)?(?:\w+\s)?(?:exp|in\b|as\b|dev|back|yoe)/.test(after);
    if (NOT_EXPERIENCE.test(text.slice(0, match.index)) || /^\s*(?:old|degree|course|from now|time)/.test(after))
      continue;
    if (!isExperience && !/\+/.test(written)) continue;
    levels.push(
      Number(to ?? from) <= 1 ? 'fresher' : Number(from) >= 2 || to === undefined ? 'experienced' : 'fresher',
    );
  }
  return levels;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Finds the slots of a question. `text` is free of mark-up, in its own case; `tokens` are its tokens. */
export function findSlots(text: string, tokens: readonly Token[], indexes: SlotIndexes): Slots {
  const words = tokens.flatMap((token) => token.words);
  const lower = text.toLowerCase();
  const levels = unique([...findAllPhrases(indexes.levels, words), ...findYears(lower)]) as Level[];
  const amounts = findAmounts(lower);
  const places = findPlaces(tokens, indexes.places);
  const named = findPhrases(indexes.technologies, words);
  const hours = HOURS.exec(lower);
  const hoursPer = hours?.[2];
  const per = findPeriod(lower);
  const span = SPAN.exec(lower);
  const spanUnit = PERIODS[span?.[2] ?? ''];
  return {
    levels,
    places,
    amounts,
    technologies: unique([...named, ...findEverydayNames(text, indexes.everyday, indexes.technologies, indexes.cues)]),
    ...(hours && {
      hours: {
        value: Number(hours[1]),
        ...(hoursPer !== undefined && PERIODS[hoursPer] && { per: PERIODS[hoursPer] }),
      },
    }),
    ...(spanUnit && { span: { value: Number(span?.[1]), unit: spanUnit } }),
    ...(per && { per }),
  };
}

function findPlaces(tokens: readonly Token[], index: PhraseIndex): { id: PlaceId; name: string }[] {
  const places: { id: PlaceId; name: string }[] = [];
  for (const { concept, words } of tokens) {
    if (concept !== 'place') continue;
    const [id] = findAllPhrases(index, words);
    if (id === 'india' || id === 'outside-india') places.push({ id, name: words.join(' ') });
  }
  return places;
}
