// Finds what "both" or "the second one" picks from what was said before.

import { ELSEWHERE, INDIA, type SlotName } from '../understanding/slots.js';
import type { Context } from './context.js';
import type { Move } from './phrase-roles.js';

/** Slots that any topic may be asked for. */
export const isWhomOrWhere = (name: SlotName): boolean => name === 'levels' || name === 'places';

/** "Both" adds the other place, or else the other level; undefined if there was none. */
export function widen(slots: Context['slots'], move: Move): Context['slots'] | undefined {
  if (move === 'places' || (move === 'both' && slots.places.length > 0)) return { ...slots, places: [] };
  return move === 'levels' || (move === 'both' && slots.levels.length > 0) ? { ...slots, levels: [] } : undefined;
}

/** “The other one” is the other level, or else the other place; undefined if not exactly one was named. */
export function turnOver(slots: Context['slots'], move: Move): Context['slots'] | undefined {
  if (move !== 'other') return undefined;
  const [[level, ...levels], [place, ...places]] = [slots.levels, slots.places];
  if (level !== undefined && levels.length === 0)
    return { ...slots, levels: [level === 'fresher' ? 'experienced' : 'fresher'] };
  if (place === undefined || places.length > 0) return undefined;
  return { ...slots, places: [place.id === 'india' ? ELSEWHERE : INDIA] };
}

/** "The second one": those of the offered topics that are meant; none if that isn't certain. */
export function pick(move: Move, offered: readonly string[], text: string): readonly string[] {
  if (move === 'both') return offered;
  if (move === 'last' || (move === 'yes' && offered.length === 1)) return offered.slice(-1);
  const number =
    move === 'numbered' ? Number(/^[^\d+-]*(\d)\D*$/.exec(text)?.[1]) : ['first', 'second', 'third'].indexOf(move) + 1;
  return number > 0 ? offered.slice(number - 1, number) : [];
}
