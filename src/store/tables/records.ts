// Within the store: what is written and read, the same whether the tables are in a file or in memory.
import type { Context } from '../../conversation/context.js';
import type { Figures, Forgotten, Vote } from '../store.js';
import { type Claims, createClaims } from './claims.js';
import type { OpenDatabase } from './database.js';
import { readFigures } from './figures.js';
import { workspaceKey } from './id-hashing.js';
import { createInstallationRows, type InstallationRows } from './installation-rows.js';
import { createNotes, type Note, storable } from './notes.js';
import { CONVERSATION_MS } from './retention.js';
import { sweep } from './sweep.js';

/** All tables that keep something of workspaces. */
const OF_WORKSPACES = ['answered', 'conversations', 'counts', 'moved_counts', 'unanswered', 'votes'] as const;

/** A conversation in a workspace. */
export interface ConversationPlace {
  readonly workspace: string;
  readonly conversation: string;
}

/** Everything takes Slack's own ids and hashes them; times are milliseconds since 1970. Rejects when the database does. */
export interface Records extends Omit<Claims, 'done'> {
  /** Writes all that there is to these questions, or nothing of it. */
  note(notes: readonly Note[]): Promise<void>;
  /** What was said last in each of these, in their order; undefined where nothing was, or too long ago. */
  recall(places: readonly ConversationPlace[], at: number): Promise<readonly (Context | undefined)[]>;
  /** Says whether there was anything to delete. */
  settle(workspace: string, unanswered: string): Promise<boolean>;
  vote(vote: Vote, at: number): Promise<void>;
  forget(workspace: string, person: string): Promise<Forgotten>;
  erase(workspace: string): Promise<void>;
  figures(from: number, to: number, workspace: string | undefined): Promise<Figures>;
  /** Deletes what is due. Says whether there was any. */
  sweep(at: number): Promise<boolean>;
  readonly installations: InstallationRows;
  /** What the server's clock says, if there is a server. */
  time(): Promise<number | undefined>;
}

/** Records in a database. `keepsTexts` is whether words that people wrote may be written. */
export function createRecords(opened: OpenDatabase, keepsTexts: boolean): Records {
  const { db, hash, time } = opened;
  const claims = createClaims(db);
  const note = createNotes(db, claims, hash, keepsTexts);
  return {
    async find(keys, owner) {
      const hashed = keys.map((key) => hash('key', key));
      const found = await claims.find(hashed, owner);
      return new Map(
        keys.flatMap((key, place) => {
          const taken = found.get(hashed[place] ?? '');
          return taken === undefined ? [] : [[key, taken] as const];
        }),
      );
    },
    take: (wanted, owner, at) =>
      claims.take(
        wanted.map(({ workspace, key }) => ({ workspace, key: hash('key', key) })),
        owner,
        at,
      ),
    takeOver: (key, from, owner) => claims.takeOver(hash('key', key), from, owner),
    beat: claims.beat,
    release: (key, owner) => claims.release(hash('key', key), owner),

    note,

    async recall(places, at) {
      const ids = places.map(({ workspace, conversation }) =>
        hash('conversation', workspaceKey(workspace, conversation)),
      );
      const columns = ['id', 'workspace', 'context', 'at'] as const;
      const rows = await db.selectFrom('conversations').select(columns).where('id', 'in', ids).execute();
      const known = new Map(rows.map((row) => [row.id, row]));
      return places.map(({ workspace }, place) => {
        const row = known.get(ids[place] ?? '');
        // A conversation of before workspaces were told apart here is told apart by its id.
        const isIts = row?.workspace === workspace || row?.workspace === '';
        if (row === undefined || !isIts || row.at <= at - CONVERSATION_MS) return undefined;
        return JSON.parse(row.context) as Context;
      });
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
      const comment = keepsTexts && vote.comment !== undefined ? storable(vote.comment) : null;
      const said = { workspace, outcome, topic: topics[0] ?? '', is_helpful: Number(isHelpful), reason, comment, at };
      await db
        .insertInto('votes')
        .values({
          person: hash('person', workspace, vote.person),
          answer: hash('answer', workspaceKey(workspace, vote.answer)),
          ...said,
        })
        .onConflict((conflict) => {
          const conflicting = conflict.columns(['person', 'answer']);
          if (vote.reason !== undefined || vote.comment !== undefined) return conflicting.doUpdateSet(said);
          return conflicting.doUpdateSet((eb) => {
            const unlessTurned = (column: 'reason' | 'comment') =>
              eb
                .case()
                .when('votes.is_helpful', '=', said.is_helpful)
                .then(eb.ref(`votes.${column}`))
                .else(null)
                .end();
            return { ...said, reason: unlessTurned('reason'), comment: unlessTurned('comment') };
          });
        })
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
        const conversations = await deleteIn('conversations');
        const questions = await deleteIn('unanswered');
        return { conversations, questions, votes: await deleteIn('votes') };
      }),

    erase: (workspace) =>
      db.transaction().execute(async (transaction) => {
        for (const table of OF_WORKSPACES)
          await transaction.deleteFrom(table).where('workspace', '=', workspace).execute();
      }),

    figures: (from, to, workspace) => readFigures(db, from, to, workspace),
    sweep: (at) => sweep(db, at),
    installations: createInstallationRows(db),
    time: async () => time?.(),
  };
}
