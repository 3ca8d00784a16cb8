// Sums the figures of a period up for a terminal, a spreadsheet and the Home tab.
import type { Outcome } from '../answering/answer.js';
import type { Figures } from '../store/store.js';
import { printable } from './printable.js';
import { type Group, groupAlike } from './question-groups.js';

/** How often something came up. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Votes on one topic, or on one outcome where no topic answered (then `topic` is empty). */
export interface Votes {
  readonly topic: string;
  readonly outcome: Outcome;
  readonly votes: number;
  readonly helpful: number;
}

/** What a period was like. People's words in it are single lines that can be printed anywhere. */
export interface Summary {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly questions: {
    readonly total: number;
    readonly bySurface: readonly Count[];
    readonly byOutcome: readonly Count[];
    readonly byTopic: readonly Count[];
    readonly each: Figures['questions'];
  };
  readonly votes: {
    readonly total: number;
    readonly helpful: number;
    readonly byTopic: readonly Votes[];
    readonly each: Figures['votes'];
  };
  readonly unanswered: readonly Group[];
}

/** Sums figures up. `titles` are those of the documents: their words tell unanswered questions not apart. */
export function summarise({ from, to, questions, votes, unanswered }: Figures, titles: readonly string[]): Summary {
  const answered = questions.filter(({ topic }) => topic !== '');
  const noted = unanswered.map(({ text, at }) => ({ text: printable(text), at })).filter(({ text }) => text !== '');
  return {
    from,
    to,
    questions: {
      total: sum(questions),
      bySurface: countBy(questions, ({ surface }) => surface),
      byOutcome: countBy(questions, ({ outcome }) => outcome),
      byTopic: countBy(answered, ({ topic }) => topic),
      each: questions,
    },
    votes: {
      total: votes.length,
      helpful: votes.filter(({ isHelpful }) => isHelpful).length,
      byTopic: countVotes(votes),
      each: votes.map(({ comment, ...vote }) => {
        const words = printable(comment ?? '');
        return { ...vote, ...(words !== '' && { comment: words }) };
      }),
    },
    unanswered: groupAlike(noted, titles),
  };
}

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((all, { count }) => all + count, 0);

const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function countBy<T extends { readonly count: number }>(rows: readonly T[], nameOf: (row: T) => string): Count[] {
  return [...groupBy(rows, nameOf)]
    .map(([name, own]) => ({ name, count: sum(own) }))
    .toSorted((a, b) => b.count - a.count || byName(a.name, b.name));
}

function countVotes(votes: Figures['votes']): Votes[] {
  const nameOf = ({ topic, outcome }: Figures['votes'][number]): string => (topic === '' ? outcome : `topic ${topic}`);
  return [...groupBy(votes, nameOf).values()]
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const { topic, outcome } = first;
      return [{ topic, outcome, votes: own.length, helpful: own.filter(({ isHelpful }) => isHelpful).length }];
    })
    .toSorted((a, b) => b.votes - a.votes || byName(a.topic, b.topic) || byName(a.outcome, b.outcome));
}

function groupBy<T>(rows: readonly T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  answer: 'answered',
  passage: 'shown a passage',
  'not-in-documents': 'not in the documents',
  clarify: 'asked to clarify',
  'out-of-scope': 'not answered',
  'about-bot': 'about the bot',
  'small-talk': 'small talk',
};

/** An outcome in words; one of another version stays as it is. */
export function nameOutcome(outcome: string): string {
  return Object.entries(OUTCOMES).find(([known]) => known === outcome)?.[1] ?? outcome;
}

/** "80%". */
export const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;

/** "12 of 15 votes (80%)". */
export function helpfulRate(helpful: number, total: number): string {
  if (total === 0) return 'no votes';
  return `${helpful} of ${total} ${total === 1 ? 'vote' : 'votes'} (${percent(helpful, total)})`;
}
