// Within the store: what is written and read, the same whether the tables are in a file or in memory.
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Context } from '../context.js';
import type { Asked, Figures, Forgotten, Vote } from '../store.js';
import { type Claims, createClaims } from './claims.js';
import { readFigures } from './figures.js';
import { type Hash, within } from './hash-key.js';
import { createInstallationRows, type InstallationRows } from './installation-rows.js';
import { compileOnce, NUMBER, TEXT } from './query.js';
import { CONVERSATION_MS, DAY_MS } from './retention.js';
import type { Schema } from './schema.js';
import { sweepTables } from './sweep.js';

/** A question that is answered: its key, which names its workspace as well, and who answered it. */
export interface Done {
  readonly workspace: string;
  readonly key: string;
  readonly owner: string;
}

/** What came of one question; a note without a key is of one that Slack sends once. */
export interface Note {
  readonly done?: Done;
  readonly asked: Asked | undefined;
  readonly at: number;
}

/** All tables that keep something of workspaces. */
const OF_WORKSPACES = ['answered', 'conversations', 'counts', 'votes', 'unanswered'] as const;

/** Everything takes Slack's own ids and hashes them; times are milliseconds since 1970. Rejects when the database does. */
export interface Records extends Omit<Claims, 'done'> {
  /** Writes all that there is to these questions, or nothing of it. */
  note(notes: readonly Note[]): Promise<void>;
  recall(workspace: string, conversation: string, at: number): Promise<Context | undefined>;
  /** Says whether there was anything to delete. */
  settle(workspace: string, unanswered: string): Promise<boolean>;
  vote(vote: Vote, at: number): Promise<void>;
  forget(workspace: string, person: string): Promise<Forgotten>;
  erase(workspace: string): Promise<void>;
  figures(from: number, to: number, workspace: string | undefined): Promise<Figures>;
  /** Says whether anything was deleted. */
  sweep(at: number): Promise<boolean>;
  readonly installations: InstallationRows;
}

/** A query, and the row that it writes. */
interface Write {
  readonly row: string;
  readonly query: CompiledQuery;
}

/** Everybody takes rows in one order, so that no two who write at once wait for each other. */
const byRow = (one: Write, other: Write): number => (one.row < other.row ? -1 : one.row > other.row ? 1 : 0);

/** Records in a database. `keepsTexts` is whether words that people wrote may be written. */
export function createRecords(db: Kysely<Schema>, hash: Hash, keepsTexts: boolean): Records {
  const claims = createClaims(db);
  const queries = compileQueries(db);

  const listWrites = ({ done, asked, at }: Note): Write[] => {
    const writes: Write[] = [];
    if (done !== undefined) {
      const key = hash('key', done.key);
      writes.push({ row: `answered ${key}`, query: claims.done(done.workspace, key, done.owner, at) });
    }
    if (asked === undefined) return writes;
    const { workspace, door, outcome, topics, conversation, unanswered } = asked;
    const person = hash('person', workspace, asked.person);
    const count = { day: Math.floor(at / DAY_MS), workspace, door, outcome, topic: topics[0] ?? '' };
    writes.push({ row: `counts ${Object.values(count).join(' ')}`, query: queries.count(count) });
    if (conversation !== undefined) {
      const id = hash('conversation', within(workspace, conversation.id));
      const context = JSON.stringify(conversation.context);
      writes.push({ row: `conversations ${id}`, query: queries.converse({ id, workspace, person, context, at }) });
    }
    if (unanswered !== undefined && keepsTexts) {
      const id = hash('question', unanswered.id);
      const query = queries.miss({ id, workspace, person, text: unanswered.text, outcome, at });
      writes.push({ row: `unanswered ${id}`, query });
    }
    return writes;
  };

  return {
    find: (key, owner) => claims.find(hash('key', key), owner),
    take: (workspace, key, owner, at) => claims.take(workspace, hash('key', key), owner, at),
    takeOver: (key, from, owner) => claims.takeOver(hash('key', key), from, owner),
    beat: claims.beat,
    release: (key, owner) => claims.release(hash('key', key), owner),

    async note(notes) {
      const writes = notes.flatMap(listWrites).sort(byRow);
      await db.transaction().execute(async (transaction) => {
        for (const { query } of writes) await transaction.executeQuery(query);
      });
    },

    async recall(workspace, conversation, at) {
      const id = hash('conversation', within(workspace, conversation));
      const [row] = (await db.executeQuery(queries.recall({ id, workspace, after: at - CONVERSATION_MS }))).rows;
      return row === undefined ? undefined : (JSON.parse(row.context) as Context);
    },

    async settle(workspace, unanswered) {
      const [result] = await db
        .deleteFrom('unanswered')
        .where('id', '=', hash('question', unanswered))
        .where('workspace', '=', workspace)
        .execute();
      return result !== undefined && result.numDeletedRows > 0n;
    },

    async vote(vote, at) {
      const { workspace, outcome, topics, isHelpful, reason = null } = vote;
      const comment = keepsTexts ? (vote.comment ?? null) : null;
      const said = { workspace, outcome, topic: topics[0] ?? '', is_helpful: Number(isHelpful), reason, comment, at };
      await db
        .insertInto('votes')
        .values({
          person: hash('person', workspace, vote.person),
          answer: hash('answer', within(workspace, vote.answer)),
          ...said,
        })
        .onConflict((conflict) => conflict.columns(['person', 'answer']).doUpdateSet(said))
        .execute();
    },

    forget: (workspace, id) =>
      db.transaction().execute(async (transaction) => {
        const person = hash('person', workspace, id);
        const deleteIn = async (table: 'votes' | 'unanswered' | 'conversations'): Promise<number> => {
          const { numDeletedRows } = await transaction
            .deleteFrom(table)
            .where('person', '=', person)
            .executeTakeFirstOrThrow();
          return Number(numDeletedRows);
        };
        const votes = await deleteIn('votes');
        return { votes, questions: await deleteIn('unanswered'), conversations: await deleteIn('conversations') };
      }),

    erase: (workspace) =>
      db.transaction().execute(async (transaction) => {
        for (const table of OF_WORKSPACES)
          await transaction.deleteFrom(table).where('workspace', '=', workspace).execute();
      }),

    figures: (from, to, workspace) => readFigures(db, from, to, workspace),
    sweep: (at) => sweepTables(db, at),
    installations: createInstallationRows(db),
  };
}

/** The queries on the way of each question. */
function compileQueries(db: Kysely<Schema>) {
  return {
    count: compileOnce(
      { day: NUMBER, workspace: TEXT, door: TEXT, outcome: 'answer' as Asked['outcome'], topic: TEXT },
      (gaps) =>
        db
          .insertInto('counts')
          .values({ ...gaps, count: 1 })
          .onConflict((conflict) =>
            conflict
              .columns(['day', 'workspace', 'door', 'outcome', 'topic'])
              .doUpdateSet((eb) => ({ count: eb('counts.count', '+', 1) })),
          ),
    ),
    converse: compileOnce({ id: TEXT, workspace: TEXT, person: TEXT, context: TEXT, at: NUMBER }, (gaps) => {
      const { id: _, ...rest } = gaps;
      return db
        .insertInto('conversations')
        .values(gaps)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(rest));
    }),
    miss: compileOnce(
      {
        id: TEXT,
        workspace: TEXT,
        person: TEXT,
        text: TEXT,
        outcome: 'answer' as Asked['outcome'],
        at: NUMBER,
      },
      (gaps) =>
        db
          .insertInto('unanswered')
          .values(gaps)
          .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    // A conversation of before workspaces were told apart here is told apart by its id.
    recall: compileOnce({ id: TEXT, workspace: TEXT, after: NUMBER }, ({ id, workspace, after }) =>
      db
        .selectFrom('conversations')
        .select('context')
        .where('id', '=', id)
        .where('workspace', 'in', [workspace, sql.lit('')])
        .where('at', '>', after),
    ),
  };
}
