// Reads the figures of a period from the tables.
import type { Kysely } from 'kysely';
import { type GapKind, type Outcome, readOutcome } from '../../answering/answer.js';
import { neutralWords } from '../neutral-words.js';
import { type Figures, REASONS, type UnansweredQuestion } from '../store.js';
import { DAY_MS } from './retention.js';
import type { Tables } from './schema.js';

/** The figures from a time until another; questions are counted by whole days in UTC, the first one included. */
export async function readFigures(
  db: Kysely<Tables>,
  from: number,
  to: number,
  workspace: string | undefined,
): Promise<Figures> {
  const counts = await db
    .selectFrom('counts')
    .select(({ fn }) => ['door', 'outcome', 'topic', fn.sum('count').as('count')])
    .where('day', '>=', Math.floor(from / DAY_MS))
    .where('day', '<', Math.ceil(to / DAY_MS))
    .$if(workspace !== undefined, (query) => query.where('workspace', '=', workspace ?? ''))
    .groupBy(['door', 'outcome', 'topic'])
    .orderBy('count', 'desc')
    .orderBy('door')
    .orderBy('outcome')
    .orderBy('topic')
    .execute();
  const days = await db
    .selectFrom('counts')
    .select(({ fn }) => ['day', 'outcome', 'topic', fn.sum('count').as('count')])
    .where('day', '>=', Math.floor(from / DAY_MS))
    .where('day', '<', Math.ceil(to / DAY_MS))
    .$if(workspace !== undefined, (query) => query.where('workspace', '=', workspace ?? ''))
    .groupBy(['day', 'outcome', 'topic'])
    .orderBy('day')
    .orderBy('outcome')
    .orderBy('topic')
    .execute();
  const votes = await db
    .selectFrom('votes')
    .select(['topic', 'outcome', 'is_helpful', 'reason', 'comment'])
    .where('at', '>=', from)
    .where('at', '<=', to)
    .$if(workspace !== undefined, (query) => query.where('workspace', '=', workspace ?? ''))
    .orderBy('at', 'desc')
    .execute();
  const unanswered = await db
    .selectFrom('unanswered')
    .select(['id', 'text', 'outcome', 'at', 'kind', 'subjects', 'document', 'section'])
    .where('at', '>=', from)
    .where('at', '<=', to)
    .$if(workspace !== undefined, (query) => query.where('workspace', '=', workspace ?? ''))
    .orderBy('at', 'desc')
    .execute();

  const votesOn = new Map<string, number>();
  for (const { topic } of votes) votesOn.set(topic, (votesOn.get(topic) ?? 0) + 1);
  // A reason of another version is left out rather than told as something else.
  const reasonIn = (text: string | null) => REASONS.find((reason) => reason === text);
  return {
    from,
    to,
    questions: mergeCounts(counts),
    days: days.map(({ day, outcome, topic, count }) => ({
      day: day * DAY_MS,
      outcome: nameOutcome(outcome),
      topic,
      count: Number(count),
    })),
    votes: votes
      .toSorted((a, b) => (votesOn.get(b.topic) ?? 0) - (votesOn.get(a.topic) ?? 0))
      .map(({ topic, outcome, is_helpful, reason: text, comment }) => {
        const reason = reasonIn(text);
        return {
          topic,
          outcome: nameOutcome(outcome),
          isHelpful: Number(is_helpful) === 1,
          ...(reason === undefined ? {} : { reason }),
          ...(comment === null ? {} : { comment: neutralWords(comment) }),
        };
      }),
    unanswered: unanswered.map(toQuestion),
  };
}

type QuestionRow = Pick<
  Tables['unanswered'],
  'id' | 'text' | 'outcome' | 'at' | 'kind' | 'subjects' | 'document' | 'section'
>;

/** A version beside this one may still write what names somebody, and notes no kind. */
function toQuestion({
  id,
  text,
  outcome: named,
  at,
  kind,
  subjects,
  document,
  section,
}: QuestionRow): UnansweredQuestion {
  const outcome = nameOutcome(named);
  const kindByOutcome: GapKind = outcome === 'clarify' ? 'offered' : 'refused';
  return {
    id,
    text: neutralWords(text),
    outcome,
    at: Number(at),
    kind: kind === '' ? kindByOutcome : kind,
    subjects: subjects.split('\n').filter((name) => name !== ''),
    ...(section !== '' && { nearest: { document, section } }),
  };
}

/** Rows that another version wrote have its names. */
const nameOutcome = (outcome: Outcome): Outcome => readOutcome(outcome) ?? outcome;

/** Counts under an outcome's older and newer name are one. */
function mergeCounts(
  rows: readonly (Pick<Tables['counts'], 'door' | 'outcome' | 'topic'> & {
    readonly count: number | string | bigint;
  })[],
): Figures['questions'] {
  const merged = new Map<string, Figures['questions'][number]>();
  for (const { count, door, outcome, topic } of rows) {
    const question = { surface: door, outcome: nameOutcome(outcome), topic };
    const key = JSON.stringify([door, question.outcome, question.topic]);
    merged.set(key, { ...question, count: (merged.get(key)?.count ?? 0) + Number(count) });
  }
  return [...merged.values()];
}
