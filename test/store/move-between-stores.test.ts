// Moves one store into another with the real command: nothing is lost and nothing counted twice.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import { moveStore } from '../../src/store/move-store.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { DATABASES, HASH_KEY, POSTGRESQL } from '../helpers/databases.js';
import { freshFile } from '../helpers/fresh-store.js';
import { freshKey } from '../helpers/oauth-app.js';
import { type Ran, runAsProcess, runInProcess } from '../helpers/run-command.js';
import { ask, seed, vote } from '../helpers/seeded-store.js';
import { TEAM } from '../helpers/slack-emulator.js';

const CONTEXT = { topics: ['salary'], offered: [], slots: { levels: [], places: [], technologies: [] } };
const KEYS = [freshKey('first')];
const INSTALLATION = { workspace: TEAM.id, botToken: 'xoxb-fake-moved', botId: 'B1', botUserId: 'U1', installer: 'U2' };

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function open(where: DatabaseLocation): Promise<Store> {
  const warn = (message: string) => expect.unreachable(message);
  const store = await openStore({ ...where, keepsTexts: true, warn });
  stores.push(store);
  return store;
}

/** Waits until the clock goes on, so that what is stored next is newer. */
async function nextMillisecond(): Promise<void> {
  const at = Date.now();
  while (Date.now() === at) await new Promise(setImmediate);
}

/** A conversation with one answered message. */
const talk = (store: Store): Promise<unknown> =>
  store.once(TEAM.id, 'message', async () => ({
    workspace: TEAM.id,
    person: 'U1',
    surface: 'mention',
    outcome: 'answer',
    topics: ['salary'],
    conversation: { id: 'thread', context: CONTEXT },
  }));

const figuresOf = async (store: Store) => ({ ...(await store.figures(0)), to: 0 });

const file = (): DatabaseLocation => ({ file: freshFile(), hashKey: HASH_KEY });

describe.each(DATABASES)('to $name', (database) => {
  let from: DatabaseLocation;
  let to: DatabaseLocation;
  let old: Store;
  beforeEach(async () => {
    // From each kind to the other.
    from = database === POSTGRESQL ? file() : await POSTGRESQL.fresh();
    to = database === POSTGRESQL ? await POSTGRESQL.fresh() : file();
    old = await open(from);
    await seed(old);
    await talk(old);
    await old.installations(KEYS).save(INSTALLATION);
  });

  it('everything arrives', async () => {
    expect(await moveStore(from, to)).toContainEqual({ kind: 'votes', found: 4, moved: 4 });
    const store = await open(to);
    expect(await figuresOf(store)).toEqual(await figuresOf(old));
    expect(await store.once(TEAM.id, 'message', () => expect.unreachable())).toBe('done before');
    expect(await store.recall(TEAM.id, 'thread')).toEqual(CONTEXT);
    expect(await store.installations(KEYS).find(TEAM.id)).toMatchObject(INSTALLATION);
    expect(await store.forget(TEAM.id, 'U1')).toMatchObject({ conversations: 1 });
  });

  it('a second run moves nothing, and a later one moves what is new', async () => {
    await moveStore(from, to);
    expect((await moveStore(from, to)).map(({ moved }) => moved)).toEqual(Array(9).fill(0));
    const store = await open(to);
    expect(await figuresOf(store)).toEqual(await figuresOf(old));
    await ask(old, 'command', 'answer', 'salary');
    await ask(old, 'command', 'out-of-scope', 'something new');
    await vote(old, {});
    expect((await moveStore(from, to)).map(({ kind, moved }) => [kind, moved])).toEqual([
      ['installations', 0],
      ['answered messages', 2],
      ['conversations', 0],
      ['unanswered questions', 1],
      ['votes', 1],
      ['versions of answers', 0],
      ['mentors', 0],
      ['people who wait for an answer', 0],
      ['counted questions', 2],
    ]);
    expect(await figuresOf(store)).toEqual(await figuresOf(old));
  });

  it('what the new store has stays, and is added to', async () => {
    const store = await open(to);
    const same = { workspace: TEAM.id, person: 'U9', answer: 'a', outcome: 'answer', topics: [] } as const;
    await old.vote({ ...same, isHelpful: false });
    await ask(store, 'command', 'answer', 'salary');
    await nextMillisecond();
    await store.vote({ ...same, isHelpful: true });
    const before = (await old.figures(0)).questions.reduce((all, { count }) => all + count, 0);
    await moveStore(from, to);
    const { questions, votes } = await store.figures(0);
    expect(questions.reduce((all, { count }) => all + count, 0)).toBe(before + 1);
    expect(votes.filter(({ topic, outcome }) => topic === '' && outcome === 'answer')).toMatchObject([
      { isHelpful: true },
    ]);
  });

  it('moving back is refused, since that would count twice; a third store accepts both', async () => {
    const before = await figuresOf(old);
    await moveStore(from, to);
    const store = await open(to);
    await ask(store, 'command', 'answer', 'salary');
    await expect(moveStore(to, from)).rejects.toThrow(
      /was moved to .* before, .* count its questions twice\. Name a new/,
    );
    const third = file();
    await moveStore(to, third);
    expect((await figuresOf(await open(third))).questions).toEqual((await figuresOf(store)).questions);
    expect(await figuresOf(old)).toEqual(before);
  });

  it('nothing of an erased workspace comes back', async () => {
    await moveStore(from, to);
    const store = await open(to);
    await store.installations(KEYS).remove(TEAM.id);
    await store.erase(TEAM.id);
    expect(await database.read(to)).not.toContain(TEAM.id);
  });
});

it('with a different key nothing is moved, and the error names the right one', async () => {
  const from = { file: freshFile() };
  const to = await POSTGRESQL.fresh();
  await seed(await open(from));
  await expect(moveStore(from, to)).rejects.toThrow(
    /uses a different hash key .* HASH_KEY="\$\(cat var\/hash\.key\)"$/,
  );
  expect(await POSTGRESQL.value(to, 'select count(*) from votes')).toBe(0);
});

it('into itself nothing is moved, and the error says so', async () => {
  const where = file();
  const store = await open(where);
  await seed(store);
  const before = await figuresOf(store);
  await expect(moveStore(where, where)).rejects.toThrow(/is the one to move to, or a copy of it\. Name .* --to/);
  expect(await figuresOf(store)).toEqual(before);
});

describe('the command', () => {
  const run = (args: readonly string[], env: Record<string, string> = { HASH_KEY }): Promise<Ran> =>
    runInProcess('store', ['move', ...args], { env });

  it('says what it has moved', async () => {
    const from = freshFile();
    const to = await POSTGRESQL.fresh();
    await seed(await open({ file: from, hashKey: HASH_KEY }));
    const args = ['--from', `file:${from}`];
    const env = { HASH_KEY, DATABASE_URL: 'server' in to ? to.server : '' };
    const lines = (moved: readonly number[]): string =>
      [
        'Moved (anything else was there already):',
        '  installations                  0 of 0',
        `  answered messages              ${moved[0]} of 10`,
        '  conversations                  0 of 0',
        `  unanswered questions           ${moved[1]} of 4`,
        `  votes                          ${moved[2]} of 4`,
        '  versions of answers            0 of 0',
        '  mentors                        0 of 0',
        '  people who wait for an answer  0 of 0',
        `  counted questions              ${moved[3]} of 10`,
        '',
      ].join('\n');
    const moved = await runAsProcess('store', ['move', ...args], { env });
    expect(moved).toEqual({ status: 0, stderr: '', stdout: lines([10, 4, 4, 10]) });
    expect((await run(args, env)).stdout).toBe(lines([0, 0, 0, 0]));
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['nothing to move from', [], 2, /^--from is missing/],
    ['an unknown flag', ['--form', 'file:a'], 2, /npm run store -- move --from/],
    ['no store there', ['--from', 'file:nowhere.sqlite'], 1, /^There is no store at nowhere\.sqlite\. /],
    ['a different kind of database', ['--from', 'mysql://u:a-secret@db/a'], 1, /--from must be a file/],
    [
      'a server that is not there',
      ['--from', 'postgres://u:a-secret@127.0.0.1:9/a'],
      1,
      /^The store postgres:\/\/127\.0\.0\.1:9\/a can’t be reached \(ECONNREFUSED\)\. Check that/,
    ],
  ])('%s: says what’s wrong', async (_, args, status, words) => {
    const result = await run(args);
    expect(result).toMatchObject({ status, stdout: '' });
    expect(result.stderr).toMatch(words);
    expect(result.stderr).not.toContain('a-secret');
  });
});
