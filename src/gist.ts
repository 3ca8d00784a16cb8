// A step of understanding talk: what the words of a text amount to, before anybody looks at what was said before.
import type { Token } from './concepts.js';
import {
  COURTESIES,
  type Courtesy,
  cutPieces,
  type FollowUpIndex,
  MOVES,
  type Move,
  type Piece,
} from './follow-up-words.js';
import type { SlotName, Slots } from './slots.js';

/** A short text, taken apart. */
export interface Gist {
  /** Set when the text is nothing but courtesy. */
  readonly courtesy: Courtesy | undefined;
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
}

/** What finding the gist needs of the bot. */
export interface GistParts {
  readonly words: FollowUpIndex;
  read(text: string): readonly Token[];
  findSlots(text: string, tokens: readonly Token[]): Slots;
}

/** What stands for a slot, and what names our job and so asks for nothing else. */
const SLOTS = ['place', 'fresher', 'experienced', 'tech'];
const JOB = ['role', 'backend', 'fullstack'];
const MONEY = ['rupees', 'dollars'];
/** The most telling courtesy of a text is answered. */
const BY_WEIGHT: readonly Courtesy[] = ['farewell', 'thanks', 'greeting', 'fine'];
/** "And with 5 years?" can only mean years of experience. */
const YEARS = /(\d\s?\+?\s?(?:years?|yrs?))\b(?!\s*(?:of\s)?exp)/i;

const isCourtesy = (role: string): boolean => COURTESIES.some((one) => one === role);
const isMove = (role: string): role is Move => MOVES.some((one) => one === role);
const isAround = ({ role }: Piece): boolean => role === 'filler' || role === 'lead' || isCourtesy(role);

function listNamed(slots: Slots): SlotName[] {
  const lists = (['levels', 'places', 'technologies', 'amounts'] as const).filter((name) => slots[name].length > 0);
  const values = (['hours', 'span', 'per'] as const).filter((name) => slots[name] !== undefined);
  return [...lists, ...values];
}

function isSlot({ concept, words: [word = ''] }: Token, { technologies, amounts }: Slots): boolean {
  const isSum = amounts.length > 0;
  if (concept !== undefined) return [...SLOTS, ...JOB, ...(isSum ? MONEY : [])].includes(concept);
  return technologies.some((name) => name.toLowerCase() === word) || (isSum && /^(?:k|l|lpa)$/.test(word));
}

/** Takes a text apart. */
export function findGist(text: string, tokens: readonly Token[], { words, read, findSlots }: GistParts): Gist {
  const pieces = cutPieces(words, tokens, read);
  const start = pieces.findIndex((piece) => !isAround(piece));
  const inner = start < 0 ? [] : pieces.slice(start, pieces.findLastIndex((piece) => !isAround(piece)) + 1);
  const before = start < 0 ? pieces : pieces.slice(0, start);
  const isOnlyPolite = inner.length === 0 && pieces.every(({ role }) => role !== 'lead');
  const meant = pieces.flatMap((piece) => piece.tokens);
  const slots = findSlots(text.replace(YEARS, '$1 experience'), meant);
  const rest = inner.flatMap((piece) => (piece.role === 'content' ? piece.tokens : []));
  return {
    courtesy: isOnlyPolite ? BY_WEIGHT.find((one) => pieces.some(({ role }) => role === one)) : undefined,
    hasLead: before.some(({ role }) => role === 'lead'),
    pointsBack: inner.some(({ role }) => role === 'lean'),
    moves: inner.map(({ role }) => role).filter(isMove),
    tokens: inner.flatMap((piece) => piece.tokens),
    slots,
    named: listNamed(slots),
    content: rest.filter((token) => !isSlot(token, slots)),
    namesJob: rest.some(({ concept }) => concept !== undefined && JOB.includes(concept)),
  };
}
