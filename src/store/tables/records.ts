// Writes and reads everything the store keeps, the same for tables in a database and in memory.
import type { Kysely } from 'kysely';
import type { TokenKey } from '../../config/token-keys.js';
import type { Context } from '../../conversation/context.js';
import type { Figures, Forgotten, Vote } from '../store.js';
import {
  type Claim,
  type ClaimedQuestion,
  claimQuestions,
  findClaims,
  type OthersClaim,
  releaseClaim,
  renewClaims,
  takeOverClaim,
} from './claims.js';
import type { OpenDatabase } from './database.js';
import { readFigures } from './figures.js';
import { type Hash, workspaceKey } from './id-hashing.js';
import { InstallationRows } from './installation-rows.js';
import { deleteAuthor, MentorAnswerRows } from './mentor-answer-rows.js';
import { cleanTexts, storable } from './neutral-texts.js';
import { type Note, writeNotes } from './notes.js';
import { PeopleRows } from './people-rows.js';
import { CONVERSATION_MS } from './retention.js';
import type { Tables } from './schema.js';
import { sweep } from './sweep.js';

/** All tables with data of workspaces. */
const OF_WORKSPACES = [
  'answered',
  'conversations',
  'counts',
  'mentor_answers',
  'mentors',
  'moved_counts',
  'subscriptions',
  'unanswered',
  'votes',
] as const;

/** All tables that keep something of people, but for names that stay in what they have written. */
const OF_PEOPLE = ['votes', 'unanswered', 'conversations', 'subscriptions', 'mentors'] as const;

/** A conversation in a workspace. */
export interface ConversationKey {
  readonly workspace: string;
  readonly conversation: string;
}

/** Everything takes Slack's own ids and hashes them; times are milliseconds since 1970. Rejects if the database does. */
export interface Records {
  /** Who has claimed a question, found without writing; undefined if no one has. */
  findClaim(key: string, owner: string): Promise<Claim | undefined>;
  /** Claims unclaimed questions, in order. */
  claim(questions: readonly ClaimedQuestion[], owner: string, at: number): Promise<readonly Claim[]>;
  /** Takes a question over from an owner who stopped renewing; false if it has renewed after all. */
  takeOver(key: string, from: OthersClaim, owner: string): Promise<boolean>;
  /** Renews everything the owner works on. */
  renewClaims(owner: string): Promise<void>;
  release(key: string, owner: string): Promise<void>;
  /** Writes everything about these questions, or nothing. */
  note(notes: readonly Note[]): Promise<void>;
  /** What was said last in each of these, in order; undefined if nothing was, or too long ago. */
  recall(conversations: readonly ConversationKey[], at: number): Promise<readonly (Context | undefined)[]>;
  /** Returns whether there was anything to delete. */
  settle(workspace: string, unanswered: string): Promise<boolean>;
  settleOffered(workspace: string, person: string, at: number): Promise<boolean>;
  vote(vote: Vote, at: number): Promise<void>;
  forget(workspace: string, person: string): Promise<Forgotten>;
  erase(workspace: string): Promise<void>;
  figures(from: number, to: number, workspace: string | undefined): Promise<Figures>;
  /** Deletes what is due, and cleans what an earlier version beside this one has stored. Says whether there was any. */
  sweep(at: number): Promise<boolean>;
  readonly installations: InstallationRows;
  readonly mentorAnswers: MentorAnswerRows;
  readonly people: PeopleRows;
  /** Encrypts people's ids where there are no TOKEN_KEYS. */
  readonly encryptionKey: TokenKey;
  /** The server's clock, if there is a server. */
  time(): Promise<number | undefined>;
}

/** Records in a database. `keepsTexts` is whether words that people wrote may be written. */
export function createRecords({ db, hash, encryptionKey, time }: OpenDatabase, keepsTexts: boolean): Records {
  const hashed = ({ workspace, key }: ClaimedQuestion) => ({ workspace, key: hash('key', key) });
  return {
    async findClaim(key, owner) {
      const hashedKey = hash('key', key);
      return (await findClaims(db, [hashedKey], owner)).get(hashedKey);
    },
    claim: (questions, owner, at) => claimQuestions(db, questions.map(hashed), owner, at),
    takeOver: (key, from, owner) => takeOverClaim(db, hash('key', key), from, owner),
    renewClaims: (owner) => renewClaims(db, owner),
    release: (key, owner) => releaseClaim(db, hash('key', key), owner),
    note: (notes) => writeNotes(db, notes, { hash, keepsTexts }),
    recall: (conversations, at) => recallConversations(db, hash, conversations, at),
    settle: (workspace, unanswered) => deleteUnanswered(db, workspace, hash('question', unanswered)),
    settleOffered: (workspace, person, at) => deleteOffered(db, workspace, hash('person', workspace, person), at),
    vote: (vote, at) => saveVote(db, hash, keepsTexts ? vote : withoutComment(vote), at),
    async forget(workspace, person) {
      // What a version beside this one has stored may name the person in others' words.
      await cleanTexts(db);
      return deletePerson(db, hash('person', workspace, person));
    },
    erase: (workspace) => deleteWorkspace(db, workspace),
    figures: (from, to, workspace) => readFigures(db, from, to, workspace),
    async sweep(at) {
      const isAnyDue = await sweep(db, at);
      return (await cleanTexts(db)) || isAnyDue;
    },
    installations: new InstallationRows(db),
    mentorAnswers: new MentorAnswerRows(db, hash),
    people: new PeopleRows(db, hash),
    encryptionKey,
    time: async () => time?.(),
  };
}

async function recallConversations(
  db: Kysely<Tables>,
  hash: Hash,
  conversations: readonly ConversationKey[],
  at: number,
): Promise<readonly (Context | undefined)[]> {
  const ids = conversations.map(({ workspace, conversation }) =>
    hash('conversation', workspaceKey(workspace, conversation)),
  );
  const columns = ['id', 'workspace', 'context', 'at'] as const;
  const rows = await db.selectFrom('conversations').select(columns).where('id', 'in', ids).execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return conversations.map(({ workspace }, index) => {
    const row = found.get(ids[index] ?? '');
    // A row from before workspaces were stored is found by its id.
    const isIts = row?.workspace === workspace || row?.workspace === '';
    if (row === undefined || !isIts || row.at <= at - CONVERSATION_MS) return undefined;
    return JSON.parse(row.context) as Context;
  });
}

async function deleteUnanswered(db: Kysely<Tables>, workspace: string, id: string): Promise<boolean> {
  const query = db.deleteFrom('unanswered').where('id', '=', id).where('workspace', '=', workspace);
  return (await query.executeTakeFirstOrThrow()).numDeletedRows > 0n;
}

/** The last question that topics were offered for, for as long as its conversation lasts. */
async function deleteOffered(db: Kysely<Tables>, workspace: string, person: string, at: number): Promise<boolean> {
  const last = await db
    .selectFrom('unanswered')
    .select('id')
    .where('workspace', '=', workspace)
    .where('person', '=', person)
    .where('kind', '=', 'offered')
    .where('at', '>', at - CONVERSATION_MS)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return false;
  const query = db.deleteFrom('unanswered').where('id', '=', last.id);
  return (await query.executeTakeFirstOrThrow()).numDeletedRows > 0n;
}

const withoutComment = ({ comment: _, ...vote }: Vote): Vote => vote;

/** Stores a vote in place of the person's last one on the answer; without words, it keeps the earlier ones. */
async function saveVote(db: Kysely<Tables>, hash: Hash, vote: Vote, at: number): Promise<void> {
  const { workspace, outcome, topics, isHelpful, reason = null } = vote;
  const comment = vote.comment === undefined ? null : storable(vote.comment);
  const values = {
    workspace,
    outcome,
    topic: topics[0] ?? '',
    is_helpful: Number(isHelpful),
    reason,
    comment,
    at,
    is_neutral: 1,
  };
  await db
    .insertInto('votes')
    .values({
      person: hash('person', workspace, vote.person),
      answer: hash('answer', workspaceKey(workspace, vote.answer)),
      ...values,
    })
    .onConflict((conflict) => {
      const conflicting = conflict.columns(['person', 'answer']);
      if (vote.reason !== undefined || vote.comment !== undefined) return conflicting.doUpdateSet(values);
      return conflicting.doUpdateSet((eb) => {
        const unlessTurned = (column: 'reason' | 'comment') =>
          eb
            .case()
            .when('votes.is_helpful', '=', values.is_helpful)
            .then(eb.ref(`votes.${column}`))
            .else(null)
            .end();
        const { is_neutral: _, ...rest } = values;
        return { ...rest, reason: unlessTurned('reason'), comment: unlessTurned('comment') };
      });
    })
    .execute();
}

function deletePerson(db: Kysely<Tables>, person: string): Promise<Forgotten> {
  return db.transaction().execute(async (transaction) => {
    const deleteIn = async (table: (typeof OF_PEOPLE)[number]): Promise<number> => {
      const query = transaction.deleteFrom(table).where('person', '=', person);
      return Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
    };
    const conversations = await deleteIn('conversations');
    const questions = await deleteIn('unanswered');
    const subscriptions = await deleteIn('subscriptions');
    const mentors = await deleteIn('mentors');
    const signed = await deleteAuthor(transaction, person);
    return { conversations, questions, subscriptions, mentors, signed, votes: await deleteIn('votes') };
  });
}

function deleteWorkspace(db: Kysely<Tables>, workspace: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    for (const table of OF_WORKSPACES) await transaction.deleteFrom(table).where('workspace', '=', workspace).execute();
  });
}
