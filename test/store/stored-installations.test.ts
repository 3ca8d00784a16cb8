// Stored installations: encrypted, bound to their row, and only readable with the right key.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import Sqlite from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import type { TokenKey } from '../../src/config/token-keys.js';
import type { Installation } from '../../src/store/installations.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { DATABASES } from '../helpers/databases.js';
import { freshFile } from '../helpers/fresh-store.js';
import { ACME, freshKey, startOAuthApp, UMBRELLA } from '../helpers/oauth-app.js';
import { command, directMessage, from, PERSON } from '../helpers/payloads.js';
import { query } from '../helpers/postgres-server.js';
import { runAsProcess, runInProcess } from '../helpers/run-command.js';

const TOKEN = 'xoxb-fake-a-secret-token';
const installation = (workspace: string, botToken = TOKEN): Installation => ({
  workspace,
  botToken,
  botId: 'B00BOT',
  botUserId: 'U00BOT',
  installer: 'U00INSTALLER',
});

describe.each(DATABASES)('on $name', (database) => {
  let where: DatabaseLocation;
  let store: Store;
  const key = freshKey('2026-11');
  /** A warning of the store fails the test. */
  const open = () =>
    openStore({
      ...where,
      keepsTexts: true,
      warn: (message) => {
        throw new Error(message);
      },
    });
  beforeEach(async () => {
    where = await database.fresh();
    store = await open();
  });
  afterEach(() => store.close());

  /** Changes the rows without the store's knowledge. */
  async function tamper(sql: string): Promise<void> {
    if ('server' in where) return void (await query(where.server, sql));
    const file = new Sqlite(where.file);
    file.prepare(sql).run();
    file.close();
  }

  describe('an installation', () => {
    it('is read back as it was stored, with its time', async () => {
      const installations = store.installations([key]);
      expect(await installations.save(installation('T00ONE'))).toBe('first');
      expect(await installations.find('T00ONE')).toEqual({ ...installation('T00ONE'), at: expect.any(Number) });
      expect(await installations.find('T00TWO')).toBeUndefined();
    });

    it('replaces the one before', async () => {
      const installations = store.installations([key]);
      await installations.save(installation('T00ONE'));
      expect(await installations.save(installation('T00ONE', 'xoxb-fake-newer'))).toBe('again');
      expect(await installations.find('T00ONE')).toMatchObject({ botToken: 'xoxb-fake-newer' });
      expect(await installations.count()).toBe(1);
    });

    it('by two processes at once is the first one for only one of them', async () => {
      const stores = [store, await open()];
      const times = await Promise.all(stores.map((one) => one.installations([key]).save(installation('T00ONE'))));
      await stores[1]?.close();
      expect(times.sort()).toEqual(['again', 'first']);
    });

    it('is in the file without its token or the person who made it', async () => {
      await store.installations([key]).save(installation('T00ONE'));
      await store.close();
      const bytes = await database.read(where);
      expect(bytes).toContain('T00ONE');
      expect(bytes).not.toMatch(/secret-token|xoxb|U00INSTALLER/);
    });

    it('is encrypted differently each time', async () => {
      const installations = store.installations([key]);
      const sealed = async () => {
        await installations.save(installation('T00ONE'));
        return database.value(where, 'select nonce || sealed from installations');
      };
      expect(await sealed()).not.toBe(await sealed());
    });
  });

  describe('a changed row isn’t read, and the log says so', () => {
    const changed = /can’t be decrypted: the key 2026-11 of TOKEN_KEYS has changed, or the row was\./;

    it.each([
      ['key_name', "update installations set key_name = 'another'", /TOKEN_KEYS has no key another/],
      ['nonce', 'update installations set nonce = substr(nonce, 2) || substr(nonce, 1, 1)', changed],
      ['nonce, cut short', 'update installations set nonce = substr(nonce, 1, 8)', changed],
      ['at', 'update installations set at = at + 1', changed],
      ['sealed, cut short', 'update installations set sealed = substr(sealed, 1, 20)', changed],
      ['sealed, emptied', "update installations set sealed = ''", changed],
    ])('with a different %s', async (_, sql, words) => {
      const installations = store.installations([key]);
      await installations.save(installation('T00ONE'));
      await tamper(sql);
      await expect(installations.find('T00ONE')).rejects.toThrow(words);
      expect(await installations.check()).toEqual([expect.stringMatching(words)]);
    });

    it('with any single character of the encrypted text changed', async () => {
      const installations = store.installations([key]);
      await installations.save(installation('T00ONE'));
      const sealed = String(await database.value(where, 'select sealed from installations'));
      const write = (text: string) => tamper(`update installations set sealed = '${text}'`);
      for (let index = 0; index < sealed.length; index += 1) {
        const other = sealed[index] === 'A' ? 'B' : 'A';
        await write(sealed.slice(0, index) + other + sealed.slice(index + 1));
        await expect(installations.find('T00ONE'), `character ${index}`).rejects.toThrow(changed);
      }
      await write(sealed);
      expect(await installations.find('T00ONE')).toBeDefined();
    });

    it('moved to another workspace', async () => {
      const installations = store.installations([key]);
      await installations.save(installation('T00ONE', 'xoxb-fake-one'));
      await installations.save(installation('T00TWO', 'xoxb-fake-two'));
      for (const column of ['nonce', 'sealed', 'at', 'key_name'])
        await tamper(
          `update installations set ${column} = (select ${column} from installations where workspace = 'T00ONE')`,
        );
      await expect(installations.find('T00TWO')).rejects.toThrow(changed);
      expect(await installations.find('T00ONE')).toMatchObject({ botToken: 'xoxb-fake-one' });
      await tamper("delete from installations where workspace = 'T00TWO'");
      await tamper("update installations set workspace = 'T00TWO'");
      await expect(installations.find('T00TWO')).rejects.toThrow(changed);
      expect(await installations.find('T00ONE')).toBeUndefined();
    });

    it('if the key has different bytes under the same name', async () => {
      await store.installations([key]).save(installation('T00ONE'));
      await expect(store.installations([freshKey(key.name)]).find('T00ONE')).rejects.toThrow(changed);
    });

    it('and no log line has a token or a key', async () => {
      const installations = store.installations([key]);
      await installations.save(installation('T00ONE'));
      await tamper('update installations set at = at + 1');
      const [sentence = ''] = await installations.check();
      expect(sentence).not.toMatch(/xoxb|U00/);
      expect(sentence).not.toContain(key.key.toString('base64'));
    });
  });

  describe('a change of keys', () => {
    const older = freshKey('2026-05');

    it('old and new installations are read, and the first key encrypts', async () => {
      await store.installations([older]).save(installation('T00ONE'));
      const both = store.installations([key, older]);
      await both.save(installation('T00TWO'));
      expect(await both.find('T00ONE')).toBeDefined();
      await expect(store.installations([older]).find('T00TWO')).rejects.toThrow(/no key 2026-11/);
    });

    it('encrypts everything with the first key, and finds nothing to do the second time', async () => {
      const before = store.installations([older]);
      for (const id of ['T00ONE', 'T00TWO']) await before.save(installation(id));
      const both = store.installations([key, older]);
      const since = (await before.find('T00ONE'))?.at;
      expect(await both.rotate()).toEqual({ changed: 2, unchanged: 0, faults: [] });
      expect(await both.rotate()).toEqual({ changed: 0, unchanged: 2, faults: [] });
      expect(await store.installations([key]).find('T00ONE')).toEqual({ ...installation('T00ONE'), at: since });
    });

    it('leaves an installation made meanwhile as it is', async () => {
      const ids = Array.from({ length: 30 }, (_, index) => `T00NUMBER${index}`);
      for (const id of ids) await store.installations([older]).save(installation(id));
      const [both, elsewhere] = [store, await open()].map((one) => one.installations([key, older]));
      const again = ids.filter((_, index) => index % 2 === 0).map((id) => installation(id, 'xoxb-fake-newer'));
      await Promise.all([both?.rotate(), ...again.map((newer) => elsewhere?.save(newer))]);
      for (const [index, id] of ids.entries())
        expect(await store.installations([key]).find(id)).toMatchObject({
          botToken: index % 2 ? TOKEN : 'xoxb-fake-newer',
        });
    });

    it('skips an unreadable row and names it', async () => {
      const before = store.installations([older]);
      for (const id of ['T00ONE', 'T00TWO']) await before.save(installation(id));
      await tamper("update installations set at = at + 1 where workspace = 'T00ONE'");
      const rotated = await store.installations([key, older]).rotate();
      expect(rotated).toEqual({ changed: 1, unchanged: 0, faults: [expect.stringContaining('T00ONE')] });
    });
  });

  describe('npm run store -- rotate-keys', () => {
    const write = ({ name, key: bytes }: TokenKey): string => `${name}:${bytes.toString('base64')}`;
    const around = (...keys: string[]) => ({
      env: {
        DATABASE_URL: 'server' in where ? where.server : `file:${where.file}`,
        ...(where.hashKey !== undefined && { HASH_KEY: where.hashKey }),
        TOKEN_KEYS: keys.join(','),
      },
    });

    it('works next to a running app, and says which keys are no longer needed', async () => {
      const older = freshKey('2026-05');
      const running = await startOAuthApp({ store, keys: [key, older] });
      await store.installations([older]).save(installation(ACME.id, 'xoxb-fake-bot-token'));
      const { stdout } = await runAsProcess('store', ['rotate-keys'], around(write(key), write(older)));
      expect(stdout).toBe(
        'Encrypted with 2026-11 now: 1. Already encrypted with it: 0.\nNo installation needs 2026-05 any longer.\n',
      );
      await running.deliver(from({ team: ACME.id }, directMessage()));
      await running.stop();
      expect(running.slack.said().length).toBe(1);
    });

    it.each([
      ['without a key', [], /TOKEN_KEYS is missing/],
      [
        'with a key that is too short',
        [`a:${randomBytes(16).toString('base64')}`],
        /the key a must be 32 bytes in base64/,
      ],
      ['without the key that is needed', [write(freshKey('other'))], /TOKEN_KEYS has no key 2026-11/],
    ])('fails %s', async (_, keys, words) => {
      await store.installations([key]).save(installation('T00ONE'));
      const { status, stderr } = await runInProcess('store', ['rotate-keys'], around(...keys));
      expect(status).toBe(1);
      expect(stderr).toMatch(words);
    });
  });

  describe('if a token can’t be read', () => {
    it('the person gets a calm message if Slack allows one, and the event is left for Slack to send again', async () => {
      const running = await startOAuthApp({ store, keys: [freshKey(key.name)] });
      await store.installations([key]).save(installation(ACME.id));
      await running.deliver(from({ team: ACME.id }, command()));
      expect(running.slack.ephemeralsFor(PERSON).map(({ text }) => text)).toEqual([
        expect.stringMatching(/^I can’t answer in this workspace right now\. /),
      ]);
      expect(await running.deliver(from({ team: ACME.id }, directMessage()))).toMatchObject({ isAcknowledged: false });
      await running.stop();
      expect(running.lines).toEqual([expect.stringMatching(/^error code=unreadable The token of T00ACME can’t be/)]);
    });

    it('because the database is gone, those who asked before are still answered, and others are asked to try later', async () => {
      const running = await startOAuthApp({ store, keys: [key] });
      const installations = store.installations([key]);
      for (const { id } of [ACME, UMBRELLA]) await installations.save(installation(id, 'xoxb-fake-bot-token'));
      await running.deliver(from({ team: ACME.id }, directMessage()));
      await tamper('alter table installations rename to elsewhere');
      await running.deliver(from({ team: ACME.id }, directMessage()));
      expect(running.slack.said().length).toBe(2);
      expect(await running.deliver(from({ team: UMBRELLA.id }, directMessage()))).toMatchObject({
        isAcknowledged: false,
      });
      await running.stop();
    });
  });
});

it('a change of keys includes what is installed meanwhile with the old one', async () => {
  const file = freshFile();
  const [key, older] = [freshKey('2026-11'), freshKey('2026-05')];
  const store = await openStore({ file, keepsTexts: true, warn: (message) => expect.unreachable(message) });
  for (const id of ['T00ONE', 'T00TWO']) await store.installations([older]).save(installation(id));
  const database = new Sqlite(file);
  // As if the second one were installed again just when the first one gets the new key.
  database.exec(`
    create table again as select * from installations where workspace = 'T00TWO';
    create trigger meanwhile after update on installations when new.workspace = 'T00ONE' begin
      update installations set (key_name, nonce, sealed, at) = (select key_name, nonce, sealed, at from again)
        where workspace = 'T00TWO';
    end`);
  await store.installations([older]).save(installation('T00TWO', 'xoxb-fake-before'));
  const rotated = await store.installations([key, older]).rotate();
  expect(rotated).toEqual({ changed: 2, unchanged: 0, faults: [] });
  expect(await store.installations([key]).find('T00TWO')).toMatchObject({ botToken: TOKEN });
  database.close();
  await store.close();
});

it('while the file can be read but not written, first-time askers are answered too', async () => {
  const file = freshFile();
  const keys = [freshKey('2026-11')];
  const store = await openStore({ file, keepsTexts: true, warn: () => undefined });
  const running = await startOAuthApp({ store, keys });
  await store.installations(keys).save(installation(ACME.id, 'xoxb-fake-bot-token'));
  const holder = new Sqlite(file);
  holder.exec('begin immediate');
  // What is in memory now has to be written before anything else.
  await store.settle(ACME.id, 'a question');
  expect(await running.deliver(from({ team: ACME.id }, directMessage()))).toMatchObject({ isAcknowledged: true });
  expect(running.slack.said().length).toBe(1);
  holder.close();
  await running.stop();
  await store.close();
});

it('npm run store -- rotate-keys creates no store if there is none, and takes keys in quotation marks as the app does', async () => {
  const elsewhere = freshFile();
  const env = { DATABASE_URL: `file:${elsewhere}`, TOKEN_KEYS: `"a:${'A'.repeat(43)}"` };
  const { status, stderr } = await runInProcess('store', ['rotate-keys'], { env });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^There is no store at .* If it’s somewhere else, set DATABASE_URL\.\n$/);
  expect(existsSync(elsewhere)).toBe(false);
});
