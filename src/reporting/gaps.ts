// Groups noted questions by what the documents left open: a subject that none mentions, the nearest section, or alike words.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Gap, type GapKind, isAnswered } from '../answering/answer.js';
import type { Bot } from '../answering/bot.js';
import type { UnansweredQuestion } from '../store/store.js';
import { printable } from './printable.js';
import { byCount, collectWordings, type Group, groupAlike, mergeWordings } from './question-groups.js';

/** Something that people asked for and the documents left open, with all questions about it that are still open. */
export interface OpenGap extends Group {
  /** The subject, else the nearest section's heading, else the wording that was used most. */
  readonly name: string;
  /** Why it is open: the reason of most of its questions. */
  readonly kind: GapKind;
  /** Set if `name` is a subject that no document mentions. */
  readonly isSubject?: true;
  /** The document's id and the section's heading, if the section that comes nearest is all that is known. */
  readonly nearest?: NonNullable<Gap['nearest']>;
}

/** A gap as reports show it. */
export interface ReportedGap extends OpenGap {
  /** How many of its questions the present data answer, each asked again as it was written. */
  readonly answeredNow: number;
}

/** So many wordings of a gap are asked again, those asked most: it bounds the time that a report can take. */
const MOST_ASKED_AGAIN = 20;

/** The gaps asked for most, apart from those that the present data answer by now. */
export interface GapShortlist {
  readonly open: readonly ReportedGap[];
  readonly answered: readonly ReportedGap[];
  /** How many more gaps there are, that were not asked again. */
  readonly others: number;
}

type AskedBot = Pick<Bot, 'answer'>;

/** The bot that answers in a workspace: with what its mentors have written. */
export type BotOf = (workspace: string) => AskedBot;

/** What a group of questions has in common besides their words. */
type CommonGround = Pick<OpenGap, 'name' | 'isSubject' | 'nearest'>;

/**
 * All open gaps, the most asked first, of those the newest. A question that lacks two subjects belongs to both. The words of
 * the documents' titles tell no questions apart.
 */
export function listGaps(questions: readonly UnansweredQuestion[], { documents }: Pick<Bot, 'documents'>): OpenGap[] {
  const grounds = new Map<string, { readonly ground: CommonGround; readonly own: UnansweredQuestion[] }>();
  const others: UnansweredQuestion[] = [];
  const readable = questions.map((question) => ({ ...question, text: printable(question.text) }));
  for (const question of readable.filter(({ text }) => text !== '')) {
    const found = groundsOf(question);
    if (found.length === 0) others.push(question);
    for (const [key, ground] of found) {
      const known = grounds.get(key) ?? { ground, own: [] };
      known.own.push(question);
      grounds.set(key, known);
    }
  }
  const byGround = [...grounds.values()].map(({ ground, own }) => ({
    ...mergeWordings(collectWordings(own)),
    ...ground,
    kind: mostFrequent(own.map(({ kind }) => kind)),
  }));
  const kinds = new Map(others.map(({ id, kind }) => [id, kind]));
  const byWords = groupAlike(
    others,
    documents.map(({ title }) => title),
  ).map((group) => {
    const kind = mostFrequent(group.ids.flatMap((id) => kinds.get(id) ?? []));
    return { ...group, name: group.text, kind };
  });
  return [...byGround, ...byWords].toSorted(byCount);
}

/**
 * Asks the gaps again, those asked for most first, until `most` are open, or twice as many were asked. Others get their turn
 * between two gaps: a person who opens the Home tab keeps nobody waiting.
 */
export async function shortlist(gaps: readonly OpenGap[], botOf: BotOf, most: number): Promise<GapShortlist> {
  const [open, answered]: [ReportedGap[], ReportedGap[]] = [[], []];
  for (const gap of gaps.slice(0, 2 * most)) {
    if (open.length === most) break;
    const asked = askAgain(gap, botOf);
    (isClosed(asked) ? answered : open).push(asked);
    await nextTurn();
  }
  return { open, answered, others: gaps.length - open.length - answered.length };
}

/** Whether the present data answer all of its questions. */
export const isClosed = ({ answeredNow, count }: ReportedGap): boolean => answeredNow === count;

/** The gap that the note with this id belongs to; undefined once it is settled. */
export const findGap = (gaps: readonly OpenGap[], id: string): OpenGap | undefined =>
  gaps.find(({ ids }) => ids.includes(id));

/** What a question has in common with others, under a key; nothing if only its words tell. */
function groundsOf({ subjects, nearest }: Gap): (readonly [key: string, ground: CommonGround])[] {
  const names = subjects.map(printable).filter((name) => name !== '');
  if (names.length > 0) return names.map((name) => [`subject ${name.toLowerCase()}`, { name, isSubject: true }]);
  if (nearest === undefined) return [];
  const { document, section } = nearest;
  return [[`section ${document} ${section}`, { name: section, nearest: { document, section } }]];
}

/** Asks the questions of a gap again, each of the bot of its workspace. */
export function askAgain(gap: OpenGap, botOf: BotOf): ReportedGap {
  const isOpen = (text: string, bot: AskedBot): boolean => {
    const answer = bot.answer({ text });
    if (!isAnswered(answer) && answer.outcome !== 'passage') return true;
    const lacking = answer.gap?.subjects ?? [];
    return gap.isSubject ? lacking.some((name) => isSame(name, gap.name)) : answer.gap !== undefined;
  };
  let answeredNow = 0;
  for (const { text, byWorkspace } of gap.wordings.slice(0, MOST_ASKED_AGAIN)) {
    // Most workspaces share one bot, which is asked once.
    const counts = new Map<AskedBot, number>();
    for (const [workspace, count] of byWorkspace)
      counts.set(botOf(workspace), (counts.get(botOf(workspace)) ?? 0) + count);
    for (const [bot, count] of counts) if (!isOpen(text, bot)) answeredNow += count;
  }
  return { ...gap, answeredNow };
}

const isSame = (a: string, b: string): boolean => printable(a).toLowerCase() === b.toLowerCase();

function mostFrequent(kinds: readonly GapKind[]): GapKind {
  const counts = new Map<GapKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? 'refused';
}
