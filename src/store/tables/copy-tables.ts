// Copies the rows of each kind from one store into another; of two for the same thing, the newer one stays.
import type { InsertResult, Kysely, Transaction } from 'kysely';
import { noteChange } from './mentor-answer-rows.js';
import { STORE_ID } from './migrations.js';
import { storable } from './neutral-texts.js';
import type { Tables } from './schema.js';

type From = Kysely<Tables>;
type To = Transaction<Tables>;
type CopyTable = (from: From, to: To) => Promise<{ readonly found: number; readonly moved: number }>;

/** The number of rows in one query. */
const PIECE = 500;

/** Each kind, with its name for operators. */
export const COPIES: Readonly<Record<string, CopyTable>> = {
  installations: async (from, to) =>
    insert(await from.selectFrom('installations').selectAll().execute(), (rows) =>
      to
        .insertInto('installations')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .column('workspace')
            .doUpdateSet((eb) => ({
              key_name: eb.ref('excluded.key_name'),
              nonce: eb.ref('excluded.nonce'),
              sealed: eb.ref('excluded.sealed'),
              at: eb.ref('excluded.at'),
            }))
            .whereRef('installations.at', '<', 'excluded.at'),
        )
        .executeTakeFirstOrThrow(),
    ),

  'answered messages': async (from, to) =>
    insert(await from.selectFrom('answered').selectAll().where('done_at', 'is not', null).execute(), (rows) =>
      to
        .insertInto('answered')
        .values(rows)
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirstOrThrow(),
    ),

  conversations: async (from, to) =>
    insert(await from.selectFrom('conversations').selectAll().execute(), (rows) =>
      to
        .insertInto('conversations')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet((eb) => ({ context: eb.ref('excluded.context'), at: eb.ref('excluded.at') }))
            .whereRef('conversations.at', '<', 'excluded.at'),
        )
        .executeTakeFirstOrThrow(),
    ),

  'unanswered questions': async (from, to) =>
    insert(await from.selectFrom('unanswered').selectAll().execute(), (rows) =>
      to
        .insertInto('unanswered')
        .values(rows.map((row) => ({ ...row, text: storable(row.text), is_neutral: 1 })))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow(),
    ),

  votes: async (from, to) =>
    insert(await from.selectFrom('votes').selectAll().execute(), (rows) =>
      to
        .insertInto('votes')
        .values(rows.map((row) => ({ ...row, comment: row.comment && storable(row.comment), is_neutral: 1 })))
        .onConflict((conflict) =>
          conflict
            .columns(['person', 'answer'])
            .doUpdateSet((eb) => ({
              outcome: eb.ref('excluded.outcome'),
              topic: eb.ref('excluded.topic'),
              is_helpful: eb.ref('excluded.is_helpful'),
              reason: eb.ref('excluded.reason'),
              comment: eb.ref('excluded.comment'),
              at: eb.ref('excluded.at'),
              is_neutral: eb.ref('excluded.is_neutral'),
            }))
            .whereRef('votes.at', '<', 'excluded.at'),
        )
        .executeTakeFirstOrThrow(),
    ),

  'versions of answers': async (from, to) => {
    const copied = await insert(await from.selectFrom('mentor_answers').selectAll().execute(), (rows) =>
      to
        .insertInto('mentor_answers')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['workspace', 'id', 'version']).doNothing())
        .executeTakeFirstOrThrow(),
    );
    if (copied.moved > 0) await noteChange(to);
    return copied;
  },

  mentors: async (from, to) =>
    insert(await from.selectFrom('mentors').selectAll().execute(), (rows) =>
      to
        .insertInto('mentors')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['workspace', 'person']).doNothing())
        .executeTakeFirstOrThrow(),
    ),

  'people who wait for an answer': async (from, to) =>
    insert(await from.selectFrom('subscriptions').selectAll().execute(), (rows) =>
      to
        .insertInto('subscriptions')
        .values(rows)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow(),
    ),

  'counted questions': moveCounts,
};

async function insert<Row>(
  rows: readonly Row[],
  write: (rows: readonly Row[]) => Promise<InsertResult>,
): Promise<{ found: number; moved: number }> {
  let moved = 0;
  for (let start = 0; start < rows.length; start += PIECE) {
    const { numInsertedOrUpdatedRows } = await write(rows.slice(start, start + PIECE));
    moved += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  return { found: rows.length, moved };
}

/** Adds up counts, but only what hasn't been added from the same store before. */
async function moveCounts(from: From, to: To): Promise<{ found: number; moved: number }> {
  const source = await idOf(from);
  const before = await broughtFrom(source, to);
  let found = 0;
  let moved = 0;
  for (const { count: counted, ...which } of await from.selectFrom('counts').selectAll().execute()) {
    const count = Number(counted);
    const added = count - (before.get(nameOf(which)) ?? 0);
    found += count;
    if (added <= 0) continue;
    moved += added;
    const keys = ['day', 'workspace', 'door', 'outcome', 'topic'] as const;
    await to
      .insertInto('counts')
      .values({ ...which, count: added })
      .onConflict((conflict) => conflict.columns(keys).doUpdateSet((eb) => ({ count: eb('counts.count', '+', added) })))
      .execute();
    await to
      .insertInto('moved_counts')
      .values({ ...which, source, count })
      .onConflict((conflict) => conflict.columns(['source', ...keys]).doUpdateSet({ count }))
      .execute();
  }
  return { found, moved };
}

/** Identifies a store, but not its copies. */
export async function idOf(db: Kysely<Tables>): Promise<string> {
  const find = db.selectFrom('settings').select('value').where('name', '=', STORE_ID);
  return (await find.executeTakeFirstOrThrow()).value;
}

/** Whether any counts in a store came from the one with that id. */
export async function hasCountsFrom(source: string, db: Kysely<Tables>): Promise<boolean> {
  const find = db.selectFrom('moved_counts').select('source').where('source', '=', source).limit(1);
  return (await find.executeTakeFirst()) !== undefined;
}

/** How much of each count in a store came from the one with that id. */
async function broughtFrom(source: string, db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('moved_counts').selectAll().where('source', '=', source).execute();
  return new Map(rows.map((row) => [nameOf(row), Number(row.count)]));
}

interface CountKey {
  readonly day: number;
  readonly workspace: string;
  readonly door: string;
  readonly outcome: string;
  readonly topic: string;
}

const nameOf = ({ day, workspace, door, outcome, topic }: CountKey): string =>
  JSON.stringify([day, workspace, door, outcome, topic]);
