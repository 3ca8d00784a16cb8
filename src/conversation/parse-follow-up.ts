// A step of understanding talk: what the words of a text amount to, before anybody looks at what was said before.

import type { SlotName, Slots } from '../understanding/slots.js';
import { isOfClass, type Token } from '../understanding/text/synonyms.js';
import type { Context } from './context.js';
import { COURTESIES, type Courtesy, MEANT, MOVES, type Move, type Piece } from './phrase-roles.js';

/** A short text, taken apart. */
export interface Gist {
  /** It begins by going on from something: “and”, “what about”. */
  readonly hasLead: boolean;
  /** It points at something said before: “that”. */
  readonly pointsBack: boolean;
  readonly moves: readonly Move[];
  /** Its words without the courtesies and leads around them. */
  readonly tokens: readonly Token[];
  readonly slots: Slots;
  /** The slots that it names. */
  readonly named: readonly SlotName[];
  /** The words that are neither slots nor talk: those of a topic, or of something else. */
  readonly content: readonly Token[];
  /** It names our job, as a whole question would. */
  readonly namesJob: boolean;
  /** It names a currency and nothing else. */
  readonly namesMoney: boolean;
}

/** The most telling courtesy of a text is answered. */
const BY_WEIGHT: readonly Courtesy[] = ['farewell', 'thanks', 'greeting', 'fine'];
/** "And with 5 years?" can only mean years of experience. */
const YEARS = /(\d\s?\+?\s?(?:years?|yrs?))\b(?!\s*(?:of\s)?exp)/i;

const isCourtesy = (role: string): boolean => COURTESIES.some((one) => one === role);
const isMove = (role: string): role is Move => MOVES.some((one) => one === role);
const isAround = ({ role }: Piece): boolean => role === 'filler' || role === 'lead' || isCourtesy(role);

/** Whether a piece is neither talk nor a filler. */
export const isContent = ({ role }: Piece): boolean => role === 'content' || role === MEANT;

function listNamed(slots: Slots): SlotName[] {
  const lists = (['levels', 'places', 'technologies', 'amounts'] as const).filter((name) => slots[name].length > 0);
  const values = (['hours', 'span', 'per'] as const).filter((name) => slots[name] !== undefined);
  return [...lists, ...values];
}

/** Whether a token only fills a slot, or names our job and so asks for nothing else. */
function isSlot(token: Token, { technologies, amounts }: Slots): boolean {
  const [word = ''] = token.words;
  const isSum = amounts.length > 0;
  if (token.concept !== undefined)
    return isOfClass(token, 'slot') || isOfClass(token, 'own') || (isSum && isOfClass(token, 'money'));
  return technologies.some((name) => name.toLowerCase() === word) || (isSum && /^(?:k|l|lpa)$/.test(word));
}

/** Takes a text apart. `slots` are those of the text by itself. */
export function findGist(
  text: string,
  pieces: readonly Piece[],
  slots: Slots,
  findSlots: (text: string, tokens: readonly Token[]) => Slots,
): Gist {
  const start = pieces.findIndex((piece) => !isAround(piece));
  const inner = start < 0 ? [] : pieces.slice(start, pieces.findLastIndex((piece) => !isAround(piece)) + 1);
  const before = start < 0 ? pieces : pieces.slice(0, start);
  const tokens = inner.flatMap((piece) => piece.tokens);
  const found = { ...slots, ...findMeant(text, pieces, tokens, findSlots) };
  const rest = inner.flatMap((piece) => (isContent(piece) ? piece.tokens : []));
  const content = rest.filter((token) => !isSlot(token, found));
  const isMoney = (token: Token): boolean => isOfClass(token, 'money');
  return {
    hasLead: before.some(({ role }) => role === 'lead'),
    pointsBack: inner.some(({ role }) => role === 'lean'),
    moves: inner.map(({ role }) => role).filter(isMove),
    tokens,
    slots: found,
    named: listNamed(found),
    content,
    namesJob: rest.some((token) => isOfClass(token, 'own')),
    namesMoney: content.length > 0 && content.every(isMoney),
  };
}

/** What a text says only in talk: other words for a place or level, years that can only be years of experience. */
function findMeant(
  text: string,
  pieces: readonly Piece[],
  tokens: readonly Token[],
  findSlots: (text: string, tokens: readonly Token[]) => Slots,
): Partial<Slots> {
  const { levels } = YEARS.test(text) ? findSlots(text.replace(YEARS, '$1 experience'), tokens) : { levels: [] };
  const isMeant = pieces.some(({ role }) => role === MEANT);
  const meant = isMeant ? findSlots(text, tokens) : undefined;
  // Slips in "per month" are mended in the words only.
  const { per } = findSlots(tokens.flatMap(({ words }) => words).join(' '), []);
  return {
    ...(meant && { levels: meant.levels, places: meant.places }),
    ...(levels.length > 0 && { levels }),
    ...(per && { per }),
  };
}

/** "And for 40?": a number alone means hours where hours were spoken of, unless it can pick one of the topics offered. */
export function takeNumber(gist: Gist, text: string, before: Context | undefined): Gist {
  const value = Number(/^\D*(\d{1,3})\D*$/.exec(text)?.[1] ?? 0);
  const hours = before?.topics.length ? before.slots.hours : undefined;
  const isBare = gist.content.length === 0 && gist.named.length === 0 && !gist.namesJob;
  if (before === undefined || hours === undefined || !isBare || value <= before.offered.length) return gist;
  return { ...gist, slots: { ...gist.slots, hours: { ...hours, value } }, named: ['hours'] };
}

/** The courtesy of a text that is nothing else. */
export function findCourtesy(pieces: readonly Piece[]): Courtesy | undefined {
  const isPolite = pieces.every((piece) => isAround(piece) && piece.role !== 'lead');
  return isPolite ? BY_WEIGHT.find((one) => pieces.some(({ role }) => role === one)) : undefined;
}
