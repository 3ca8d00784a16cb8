// Writes the results of questions as rows, those of several questions in one transaction.
import type { Kysely, Transaction } from 'kysely';
import type { Asked } from '../store.js';
import { type ClaimedQuestion, markAnswered } from './claims.js';
import { type Hash, workspaceKey } from './id-hashing.js';
import { storable } from './neutral-texts.js';
import { DAY_MS } from './retention.js';
import type { Tables } from './schema.js';

/** The result of one question, with its time (ms since 1970); one that Slack only sends once wasn't claimed. */
export interface Note {
  readonly claimed?: ClaimedQuestion & { readonly owner: string };
  readonly asked: Asked | undefined;
  readonly at: number;
}

/** How results become rows. */
export interface NoteOptions {
  readonly hash: Hash;
  /** Whether words that people wrote may be written. */
  readonly keepsTexts: boolean;
}

/**
 * Writes all of these or none. A write whose response was lost is tried again, and claimed questions still count once.
 * Commands and buttons may then count twice: a row for each would cost more than that figure is worth.
 */
export function writeNotes(
  db: Kysely<Tables>,
  notes: readonly Note[],
  { hash, keepsTexts }: NoteOptions,
): Promise<void> {
  const keyOf = ({ key }: ClaimedQuestion): string => hash('key', key);
  const answered = notes.flatMap(({ claimed, at }) => (claimed ? { ...claimed, key: keyOf(claimed), at } : []));
  return db.transaction().execute(async (transaction) => {
    const marked = await markAnswered(transaction, answered);
    const fresh = notes.filter(({ claimed }) => claimed === undefined || marked.has(keyOf(claimed)));
    await writeConversations(transaction, listConversations(fresh, hash));
    if (keepsTexts) await writeUnanswered(transaction, listUnanswered(fresh, hash));
    // Many questions share these rows, so they come last and stay locked for the shortest time.
    await addCounts(transaction, listCounts(fresh));
  });
}

function listConversations(notes: readonly Note[], hash: Hash): ConversationRow[] {
  const rows = notes.flatMap(({ asked, at }) => {
    if (asked?.conversation === undefined) return [];
    const { workspace, conversation } = asked;
    const id = hash('conversation', workspaceKey(workspace, conversation.id));
    const person = hash('person', workspace, asked.person);
    return { id, workspace, person, context: JSON.stringify(conversation.context), at };
  });
  // One query can't write a row twice, so only the last one of each conversation is written.
  return inOrder([...new Map(rows.map((row) => [row.id, row])).values()], ({ id }) => id);
}

/** The name of a subject can be a word of the question. */
const nameOnOneLine = (name: string): string => storable(name).replaceAll(/\s+/g, ' ').trim();

function listUnanswered(notes: readonly Note[], hash: Hash): UnansweredRow[] {
  const rows = notes.flatMap(({ asked, at }) => {
    if (asked?.unanswered === undefined) return [];
    const { workspace, outcome, unanswered } = asked;
    const { kind, subjects, nearest } = unanswered;
    return {
      id: hash('question', unanswered.id),
      workspace,
      person: hash('person', workspace, asked.person),
      text: storable(unanswered.text),
      outcome,
      at,
      kind,
      subjects: subjects.map(nameOnOneLine).join('\n'),
      document: nearest?.document ?? '',
      section: nearest?.section ?? '',
      is_neutral: 1,
    };
  });
  return inOrder(rows, ({ id }) => id);
}

type TableRow<Table extends keyof Tables, Column extends keyof Tables[Table]> = Readonly<Pick<Tables[Table], Column>>;
type ConversationRow = TableRow<'conversations', 'id' | 'workspace' | 'person' | 'context' | 'at'>;
type UnansweredRow = Tables['unanswered'];
type CountRow = TableRow<'counts', 'day' | 'workspace' | 'door' | 'outcome' | 'topic' | 'count'>;

/** Everyone takes rows in one order, so that no two who write at once wait for each other. */
function inOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const names = new Map(items.map((item) => [item, nameOf(item)]));
  const name = (item: Item): string => names.get(item) ?? '';
  return items.toSorted((one, other) => (name(one) < name(other) ? -1 : name(one) > name(other) ? 1 : 0));
}

function listCounts(notes: readonly Note[]): CountRow[] {
  const counts = new Map<string, CountRow>();
  for (const { asked, at } of notes) {
    if (asked === undefined) continue;
    const { workspace, surface: door, outcome, topics } = asked;
    const row = { day: Math.floor(at / DAY_MS), workspace, door, outcome, topic: topics[0] ?? '' };
    const name = Object.values(row).join(' ');
    counts.set(name, { ...row, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return inOrder([...counts.values()], ({ count: _, ...row }) => Object.values(row).join(' '));
}

async function writeConversations(transaction: Transaction<Tables>, rows: readonly ConversationRow[]): Promise<void> {
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

async function writeUnanswered(transaction: Transaction<Tables>, rows: readonly UnansweredRow[]): Promise<void> {
  if (rows.length === 0) return;
  const insert = transaction.insertInto('unanswered').values(rows);
  await insert.onConflict((conflict) => conflict.column('id').doNothing()).execute();
}

async function addCounts(transaction: Transaction<Tables>, rows: readonly CountRow[]): Promise<void> {
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
