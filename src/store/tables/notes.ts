// Within the store: what came of questions becomes rows, those of several questions in one transaction.
import type { Kysely, Transaction } from 'kysely';
import type { Asked } from '../store.js';
import type { AnsweredQuestion, ClaimedQuestion, Claims } from './claims.js';
import { type Hash, workspaceKey } from './id-hashing.js';
import { DAY_MS } from './retention.js';
import type { Tables } from './schema.js';

/** What came of one question; a note without a key is of one that Slack sends once. */
export interface Note {
  readonly done?: ClaimedQuestion & { readonly owner: string };
  readonly asked: Asked | undefined;
  readonly at: number;
}

/** Some of what was to be written has been written before. */
class WrittenBefore extends Error {}

/** Returns a function that writes all of these notes, or nothing of them; one by one where some were written before. */
export function createNotes(
  db: Kysely<Tables>,
  claims: Claims,
  hash: Hash,
  keepsTexts: boolean,
): (notes: readonly Note[]) => Promise<void> {
  const listDone = (notes: readonly Note[]): AnsweredQuestion[] =>
    notes.flatMap(({ done, at }) => (done === undefined ? [] : { ...done, key: hash('key', done.key), at }));

  const listConversations = (notes: readonly Note[]): ConversationRow[] =>
    notes.flatMap(({ asked, at }) => {
      if (asked?.conversation === undefined) return [];
      const { workspace, conversation } = asked;
      const id = hash('conversation', workspaceKey(workspace, conversation.id));
      const person = hash('person', workspace, asked.person);
      return { id, workspace, person, context: JSON.stringify(conversation.context), at };
    });

  const listUnanswered = (notes: readonly Note[]): UnansweredRow[] =>
    notes.flatMap(({ asked, at }) => {
      if (asked?.unanswered === undefined || !keepsTexts) return [];
      const { workspace, outcome, unanswered } = asked;
      const person = hash('person', workspace, asked.person);
      return { id: hash('question', unanswered.id), workspace, person, text: storable(unanswered.text), outcome, at };
    });

  const write = (notes: readonly Note[]): Promise<void> =>
    db.transaction().execute(async (transaction) => {
      const done = inOrder(listDone(notes), ({ key }) => key);
      // A write whose answer got lost is tried again, and what has a key counts once all the same. What has none, a command
      // or a press, may count twice then: a row for each of them would cost everybody more than that figure is worth.
      if ((await claims.done(transaction, done)) < done.length) throw new WrittenBefore();
      await converse(transaction, lastOfEach(listConversations(notes)));
      await miss(
        transaction,
        inOrder(listUnanswered(notes), ({ id }) => id),
      );
      // Many questions share these rows, so that they are kept from others for the shortest time.
      await count(transaction, listCounts(notes));
    });

  return async (notes) => {
    try {
      await write(notes);
    } catch (error) {
      if (!(error instanceof WrittenBefore)) throw error;
      if (notes.length > 1) for (const note of notes) await write([note]).catch(unlessWritten);
    }
  };
}

const unlessWritten = (error: unknown): void => {
  if (!(error instanceof WrittenBefore)) throw error;
};

type Row<Table extends keyof Tables, Column extends keyof Tables[Table]> = Readonly<Pick<Tables[Table], Column>>;
type ConversationRow = Row<'conversations', 'id' | 'workspace' | 'person' | 'context' | 'at'>;
type UnansweredRow = Row<'unanswered', 'id' | 'workspace' | 'person' | 'text' | 'outcome' | 'at'>;
type CountRow = Row<'counts', 'day' | 'workspace' | 'door' | 'outcome' | 'topic' | 'count'>;

/** Everybody takes rows in one order, so that no two who write at once wait for each other. */
function inOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const names = new Map(items.map((item) => [item, nameOf(item)]));
  const name = (item: Item): string => names.get(item) ?? '';
  return items.toSorted((one, other) => (name(one) < name(other) ? -1 : name(one) > name(other) ? 1 : 0));
}

/** One query can't write a row twice. */
function lastOfEach(rows: readonly ConversationRow[]): ConversationRow[] {
  return inOrder([...new Map(rows.map((row) => [row.id, row])).values()], ({ id }) => id);
}

function listCounts(notes: readonly Note[]): CountRow[] {
  const counts = new Map<string, CountRow>();
  for (const { asked, at } of notes) {
    if (asked === undefined) continue;
    const { workspace, door, outcome, topics } = asked;
    const row = { day: Math.floor(at / DAY_MS), workspace, door, outcome, topic: topics[0] ?? '' };
    const name = Object.values(row).join(' ');
    counts.set(name, { ...row, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return inOrder([...counts.values()], ({ count: _, ...row }) => Object.values(row).join(' '));
}

/** Words as every database takes them: PostgreSQL refuses the character zero. */
export const storable = (text: string): string => text.replaceAll('\0', '');

async function converse(transaction: Transaction<Tables>, rows: readonly ConversationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction
    .insertInto('conversations')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        workspace: ref('excluded.workspace'),
        person: ref('excluded.person'),
        context: ref('excluded.context'),
        at: ref('excluded.at'),
      })),
    )
    .execute();
}

async function miss(transaction: Transaction<Tables>, rows: readonly UnansweredRow[]): Promise<void> {
  if (rows.length === 0) return;
  const insert = transaction.insertInto('unanswered').values(rows);
  await insert.onConflict((conflict) => conflict.column('id').doNothing()).execute();
}

async function count(transaction: Transaction<Tables>, rows: readonly CountRow[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction
    .insertInto('counts')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'workspace', 'door', 'outcome', 'topic'])
        .doUpdateSet((eb) => ({ count: eb('counts.count', '+', eb.ref('excluded.count')) })),
    )
    .execute();
}
