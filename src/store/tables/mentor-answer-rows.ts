// Reads and writes the versions of mentors' answers; of two who write the same version, the first one does.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import type { AnswerDraft, AnswerReturn, AnswerVersion } from '../mentors.js';
import type { Hash } from './id-hashing.js';
import type { MentorAnswersTable, Tables } from './schema.js';

/** The setting that changes whenever any answer does. */
const CHANGE = 'mentor-answers';

/** As every database takes it: PostgreSQL refuses the character zero. A mentor's links and addresses are meant to be seen. */
const storable = (text: string): string => text.replaceAll('\0', '');

/** The name in place of one that was deleted. */
const NAMELESS = 'a mentor';

/** The rows of mentors' answers in a database. Every method rejects when the database does. */
export class MentorAnswerRows {
  readonly #db: Kysely<Tables>;
  readonly #hash: Hash;

  constructor(db: Kysely<Tables>, hash: Hash) {
    this.#db = db;
    this.#hash = hash;
  }

  /** A text that differs after each change of any answer; empty before the first. */
  async change(): Promise<string> {
    const query = this.#db.selectFrom('settings').select('value').where('name', '=', CHANGE);
    return (await query.executeTakeFirst())?.value ?? '';
  }

  latest(workspace: string): Promise<AnswerVersion[]> {
    return readLatestAnswers(this.#db, workspace);
  }

  /** All versions of one answer, the last one first. */
  async history(workspace: string, id: string): Promise<AnswerVersion[]> {
    const query = this.#db.selectFrom('mentor_answers').selectAll().where('workspace', '=', workspace);
    const rows = await query.where('id', '=', id).orderBy('version', 'desc').execute();
    return rows.map(readRow);
  }

  workspaces(): Promise<string[]> {
    return readAnsweringWorkspaces(this.#db);
  }

  /** The name that a person last signed with; empty if none. */
  async signatureOf(workspace: string, person: string): Promise<string> {
    const query = this.#db.selectFrom('mentor_answers').select('author').where('workspace', '=', workspace);
    const own = query.where('writer', '=', this.#hash('person', workspace, person));
    return (await own.orderBy('written_at', 'desc').limit(1).executeTakeFirst())?.author ?? '';
  }

  /** Writes the next version; false when that version is there already and says something else. */
  save({ workspace, id, after, person, writtenAt, ...content }: AnswerDraft, at: number): Promise<boolean> {
    const writer = this.#personIn(workspace, person);
    return this.#add({
      workspace,
      id,
      version: after + 1,
      is_live: 1,
      questions: storable(JSON.stringify(content.questions)),
      text: storable(content.text),
      source: storable(JSON.stringify(content.source)),
      author: storable(content.author),
      writer,
      written_at: writtenAt ?? at,
      changed_by: storable(content.author),
      person: writer,
      at,
    });
  }

  /** The same with an earlier version. */
  async restore({ workspace, id, after, version, isLive, person = '' }: AnswerReturn, at: number): Promise<boolean> {
    const row = await this.#find(workspace, id, version);
    if (row === undefined) return false;
    const changed_by = (await this.signatureOf(workspace, person)) || NAMELESS;
    const own = { person: this.#personIn(workspace, person), changed_by, at };
    return this.#add({ ...row, ...own, version: after + 1, is_live: Number(isLive) });
  }

  #add(row: MentorAnswersTable): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('mentor_answers')
        .values(row)
        .onConflict((conflict) => conflict.columns(['workspace', 'id', 'version']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) {
        // A write whose answer got lost is tried again: it's the same then.
        const found = await transaction
          .selectFrom('mentor_answers')
          .selectAll()
          .where('workspace', '=', row.workspace)
          .where('id', '=', row.id)
          .where('version', '=', row.version)
          .executeTakeFirst();
        return found !== undefined && isDeepStrictEqual(withoutTimes(found), withoutTimes(row));
      }
      await noteChange(transaction);
      return true;
    });
  }

  #find(workspace: string, id: string, version: number): Promise<MentorAnswersTable | undefined> {
    const query = this.#db.selectFrom('mentor_answers').selectAll().where('workspace', '=', workspace);
    return query.where('id', '=', id).where('version', '=', version).executeTakeFirst();
  }

  #personIn(workspace: string, person: string | undefined): string {
    return person === undefined ? '' : this.#hash('person', workspace, person);
  }
}

/** The last version of each answer, the newest first. */
export async function readLatestAnswers(db: Kysely<Tables>, workspace: string): Promise<AnswerVersion[]> {
  const rows = await db
    .selectFrom('mentor_answers as own')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('version', '=', (eb) =>
      eb
        .selectFrom('mentor_answers as all')
        .select(({ fn }) => fn.max('all.version').as('version'))
        .whereRef('all.workspace', '=', 'own.workspace')
        .whereRef('all.id', '=', 'own.id'),
    )
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(readRow);
}

/** The workspaces that have answers. */
export async function readAnsweringWorkspaces(db: Kysely<Tables>): Promise<string[]> {
  const query = db.selectFrom('mentor_answers').select('workspace').distinct();
  return (await query.orderBy('workspace').execute()).map(({ workspace }) => workspace);
}

const withoutTimes = ({ at: _, written_at: __, ...row }: MentorAnswersTable) => row;

/** Lets every machine know that answers have changed. */
export async function noteChange(transaction: Transaction<Tables>): Promise<void> {
  const value = randomUUID();
  await transaction
    .insertInto('settings')
    .values({ name: CHANGE, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** Puts no name in the place of a person's, who is given as a hash; says under how many texts. */
export async function deleteAuthor(transaction: Transaction<Tables>, person: string): Promise<number> {
  const signed = transaction.updateTable('mentor_answers').set({ author: NAMELESS, writer: '' });
  const count = (await signed.where('writer', '=', person).executeTakeFirstOrThrow()).numUpdatedRows;
  const made = transaction.updateTable('mentor_answers').set({ changed_by: NAMELESS, person: '' });
  await made.where('person', '=', person).execute();
  if (count > 0n) await noteChange(transaction);
  return Number(count);
}

function readRow(row: MentorAnswersTable): AnswerVersion {
  const { id, version, is_live, questions, text, source, author, written_at, changed_by, at } = row;
  return {
    id,
    version: Number(version),
    isLive: Number(is_live) === 1,
    questions: JSON.parse(questions) as AnswerVersion['questions'],
    text,
    source: JSON.parse(source) as AnswerVersion['source'],
    author,
    at: Number(written_at),
    changedBy: changed_by,
    changedAt: Number(at),
  };
}
