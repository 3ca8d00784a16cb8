// Within the store: what came of questions becomes rows, those of several questions in one transaction.
import type { CompiledQuery, Kysely } from 'kysely';
import type { Asked } from '../store.js';
import type { Claims } from './claims.js';
import { type Hash, within } from './hash-key.js';
import { compileOnce, NUMBER, TEXT } from './query.js';
import { DAY_MS } from './retention.js';
import type { Schema } from './schema.js';

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

/** A query, and the row that it writes. */
interface Write {
  readonly row: string;
  readonly query: CompiledQuery;
  readonly note: Note;
}

/** Everybody takes rows in one order, so that no two who write at once wait for each other. */
const byRow = (one: Write, other: Write): number => (one.row < other.row ? -1 : one.row > other.row ? 1 : 0);

/** Returns a function that writes all of these notes, or nothing of them. */
export function createNotes(
  db: Kysely<Schema>,
  claims: Claims,
  hash: Hash,
  keepsTexts: boolean,
): (notes: readonly Note[]) => Promise<void> {
  const queries = compileQueries(db);

  const listMarks = (note: Note): Write[] => {
    if (note.done === undefined) return [];
    const { workspace, key: named, owner } = note.done;
    const key = hash('key', named);
    return [{ row: key, query: claims.done(workspace, key, owner, note.at), note }];
  };

  const listWrites = (note: Note): Write[] => {
    const { asked, at } = note;
    const writes: Write[] = [];
    if (asked === undefined) return writes;
    const { workspace, door, outcome, topics, conversation, unanswered } = asked;
    const person = hash('person', workspace, asked.person);
    const count = { day: Math.floor(at / DAY_MS), workspace, door, outcome, topic: topics[0] ?? '' };
    writes.push({ row: `counts ${Object.values(count).join(' ')}`, query: queries.count(count), note });
    if (conversation !== undefined) {
      const id = hash('conversation', within(workspace, conversation.id));
      const context = JSON.stringify(conversation.context);
      writes.push({
        row: `conversations ${id}`,
        query: queries.converse({ id, workspace, person, context, at }),
        note,
      });
    }
    if (unanswered !== undefined && keepsTexts) {
      const id = hash('question', unanswered.id);
      const query = queries.miss({ id, workspace, person, text: storable(unanswered.text), outcome, at });
      writes.push({ row: `unanswered ${id}`, query, note });
    }
    return writes;
  };

  return async (notes) => {
    await db.transaction().execute(async (transaction) => {
      const writtenBefore = new Set<Note>();
      for (const { query, note } of notes.flatMap(listMarks).sort(byRow)) {
        const { numAffectedRows } = await transaction.executeQuery(query);
        if (numAffectedRows === 0n) writtenBefore.add(note);
      }
      // A write whose answer got lost is tried again, and what has a key counts once all the same. What has none, a command
      // or a press, may count twice then: a row for each of them would cost everybody more than that figure is worth.
      const others = notes.filter((note) => !writtenBefore.has(note)).flatMap(listWrites);
      for (const { query } of others.sort(byRow)) await transaction.executeQuery(query);
    });
  };
}

/** Words as every database takes them: PostgreSQL refuses the character zero. */
export const storable = (text: string): string => text.replaceAll('\0', '');

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
  };
}
