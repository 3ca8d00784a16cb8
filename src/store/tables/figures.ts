// Reads the figures of a period from the tables.
import type { Kysely } from 'kysely';
import { type GapKind, type Outcome, readOutcome } from '../../answering/answer.js';
import { neutralWords } from '../neutral-words.js';
import { type Figures, REASONS, type UnansweredQuestion } from '../store.js';
import { DAY_MS } from './retention.js';
import type { Tables } from './schema.js';

/** A period, in milliseconds since 1970, and a workspace unless it's all of them. */
interface FiguresPeriod {
  readonly from: number;
  readonly to: number;
  readonly workspace: string | undefined;
}

/** The figures from a time until another; questions are counted by whole days in UTC, the first and the last one included. */
export async function readFigures(
  db: Kysely<Tables>,
  from: number,
  to: number,
  workspace: string | undefined,
): Promise<Figures> {
  const period = { from, to, workspace };
  const counts = await countsIn(db, period)
    .select(({ fn }) => ['door', 'outcome', 'topic', fn.sum('count').as('count')])
    .groupBy(['door', 'outcome', 'topic'])
    .orderBy('count', 'desc')
    .orderBy('door')
    .orderBy('outcome')
    .orderBy('topic')
    .execute();
  const unanswered = await db
    .selectFrom('unanswered')
    .select(['id', 'workspace', 'text', 'outcome', 'at', 'kind', 'subjects', 'document', 'section'])
    .where('at', '>=', from)
    .where('at', '<=', to)
    .$if(workspace !== undefined, (query) => query.where('workspace', '=', workspace ?? ''))
    .orderBy('at', 'desc')
    .execute();
  return {
    from,
    to,
    questions: mergeCounts(counts),
    days: await readDays(db, period),
    votes: await readVotes(db, period),
    unanswered: unanswered.map(toQuestion),
  };
}

const countsIn = (db: Kysely<Tables>, { from, to, workspace }: FiguresPeriod) =>
  db
    .selectFrom('counts')
    .where('day', '>=', Math.floor(from / DAY_MS))
    .where('day', '<', Math.ceil(to / DAY_MS))
    .$if(workspace !== undefined, (query) => query.where('workspace', '=', workspace ?? ''));

async function readDays(db: Kysely<Tables>, period: FiguresPeriod): Promise<Figures['days']> {
  const days = await countsIn(db, period)
    .select(({ fn }) => ['day', 'outcome', 'topic', fn.sum('count').as('count')])
    .groupBy(['day', 'outcome', 'topic'])
    .orderBy('day')
    .orderBy('outcome')
    .orderBy('topic')
    .execute();
  return days.map(({ day, outcome, topic, count }) => ({
    day: day * DAY_MS,
    outcome: nameOutcome(outcome),
    topic,
    count: Number(count),
  }));
}

/** Topics with the most votes first, the latest vote of each topic first. */
async function readVotes(db: Kysely<Tables>, { from, to, workspace }: FiguresPeriod): Promise<Figures['votes']> {
  const votes = await db
    .selectFrom('votes')
    .select(['topic', 'outcome', 'is_helpful', 'reason', 'comment'])
    .where('at', '>=', from)
    .where('at', '<=', to)
    .$if(workspace !== undefined, (query) => query.where('workspace', '=', workspace ?? ''))
    .orderBy('at', 'desc')
    .execute();
  const votesOn = new Map<string, number>();
  for (const { topic } of votes) votesOn.set(topic, (votesOn.get(topic) ?? 0) + 1);
  // A reason of a different version is left out rather than misreported.
  const reasonIn = (text: string | null) => REASONS.find((reason) => reason === text);
  return votes
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
    });
}

type QuestionRow = Pick<
  Tables['unanswered'],
  'id' | 'workspace' | 'text' | 'outcome' | 'at' | 'kind' | 'subjects' | 'document' | 'section'
>;

/** An older version that runs at the same time may still write what names someone, and notes no kind. */
function toQuestion({
  id,
  workspace,
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
    workspace,
    text: neutralWords(text),
    outcome,
    at: Number(at),
    kind: kind === '' ? kindByOutcome : kind,
    subjects: subjects.split('\n').filter((name) => name !== ''),
    ...(section !== '' && { nearest: { document, section } }),
  };
}

/** Rows of a different version have that version's names. */
const nameOutcome = (outcome: Outcome): Outcome => readOutcome(outcome) ?? outcome;

/** Counts under an outcome's old and new name are one. */
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
