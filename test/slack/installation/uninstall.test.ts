// A workspace removes the app: Slack's two events in any order, twice or late, and what remains.
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { freshFile, freshStore } from '../../helpers/fresh-store.js';
import { ACME, type OAuthApp, ORGANISATION, startOAuthApp, UMBRELLA } from '../../helpers/oauth-app.js';
import { appUninstalled, directMessage, from, type PayloadOrigin, tokensRevoked } from '../../helpers/payloads.js';

let running: OAuthApp;
beforeEach(async () => {
  running = await startOAuthApp();
  await running.install({ team: ACME });
  await running.install({ team: UMBRELLA, enterprise: ORGANISATION });
});
afterEach(() => running.stop());

const ofAcme = { team: ACME.id };
const ofUmbrella = { team: UMBRELLA.id, enterprise: ORGANISATION.id };
const ofOrganisation = { ...ofUmbrella, isOrgWide: true };

const isAnswered = async (whose: PayloadOrigin): Promise<boolean> => {
  const before = running.slack.said().length;
  await running.deliver(from(whose, directMessage()));
  return running.slack.said().length > before;
};
const counted = async (workspace: string): Promise<number> =>
  (await running.store.figures(0, workspace)).questions.length;
const revoked = (id: string, eventTime?: number) => tokensRevoked([`U00BOT${id}`], eventTime);
const seconds = (ms: number): number => Math.floor(ms / 1000);

describe('when a workspace removes the app', () => {
  it.each([
    ['app_uninstalled, then tokens_revoked', () => [appUninstalled(), revoked(ACME.id)]],
    ['tokens_revoked, then app_uninstalled', () => [revoked(ACME.id), appUninstalled()]],
    ['each twice', () => [revoked(ACME.id), appUninstalled(), appUninstalled(), revoked(ACME.id)]],
    ['app_uninstalled alone', () => [appUninstalled()]],
  ])('%s: its token and all its data are gone, and nothing of another workspace', async (_, events) => {
    expect([await isAnswered(ofAcme), await isAnswered(ofUmbrella)]).toEqual([true, true]);
    running.slack.installs.revoke(ACME.id);
    for (const event of events())
      expect(await running.deliver(from(ofAcme, event))).toMatchObject({ isAcknowledged: true });
    expect(await running.installations.find(ACME.id)).toBeUndefined();
    expect([await counted(ACME.id), await counted(UMBRELLA.id)]).toEqual([0, 1]);
    expect([await isAnswered(ofAcme), await isAnswered(ofUmbrella)]).toEqual([false, true]);
  });

  it('the events of an unknown workspace do nothing', async () => {
    for (const event of [appUninstalled(), revoked('T00OTHER')])
      expect(await running.deliver(from({ team: 'T00OTHER' }, event))).toMatchObject({ isAcknowledged: true });
    expect(await running.installations.count()).toBe(2);
  });

  it('and installs it again, it’s greeted and answered as before', async () => {
    running.slack.installs.revoke(ACME.id);
    await running.deliver(from(ofAcme, appUninstalled()));
    const before = running.slack.said().length;
    await running.install({ team: ACME });
    expect(running.slack.said().length).toBe(before + 1);
    expect(await isAnswered(ofAcme)).toBe(true);
  });

  it('late events of the removal remove nothing after a new installation', async () => {
    const then = seconds(Date.now()) - 60;
    for (const event of [appUninstalled(then), revoked(ACME.id, then)])
      expect(await running.deliver(from(ofAcme, event))).toMatchObject({ isAcknowledged: true });
    expect(await isAnswered(ofAcme)).toBe(true);
  });

  it('events that only look late because this clock is ahead are believed if Slack no longer knows the token', async () => {
    running.slack.installs.revoke(ACME.id);
    await running.deliver(from(ofAcme, appUninstalled(seconds(Date.now()) - 60)));
    expect(await running.installations.find(ACME.id)).toBeUndefined();
  });

  it.each([
    ['is out of order', { status: 500 }],
    ['has no time for it', { status: 429, headers: { 'retry-after': '1' } }],
    ['refuses for its own sake', { error: 'internal_error' }],
  ])('late events are left for Slack to send again if Slack, asked, %s', async (_, failure) => {
    running.slack.fail('auth.test', failure);
    const late = appUninstalled(seconds(Date.now()) - 60);
    expect(await running.deliver(from(ofAcme, late))).toMatchObject({ isAcknowledged: false });
    expect(await running.installations.find(ACME.id)).toBeDefined();
  });

  it('while answering, that answer is lost and no other', async () => {
    const release = running.slack.hold('chat.postMessage');
    const said = running.slack.said().length;
    const receipt = running.deliver(from(ofAcme, directMessage()));
    await running.slack.until(() => running.slack.said().length === said + 1);
    running.slack.installs.revoke(ACME.id);
    await running.deliver(from(ofAcme, appUninstalled()));
    running.slack.fail('chat.postMessage', { error: 'account_inactive' });
    release();
    expect(await receipt).toMatchObject({ isAcknowledged: false });
    expect(await isAnswered(ofAcme)).toBe(false);
    expect(await isAnswered(ofUmbrella)).toBe(true);
  });
});

describe('an answer posted just before the removal and stored after it', () => {
  const MINUTES = 60_000;
  let now: number;
  let file: string;
  let store: Store;
  let app: OAuthApp;
  beforeEach(async () => {
    now = Date.now();
    file = freshFile();
    store = await freshStore({ file, now: () => now });
    app = await startOAuthApp({ store });
    await app.install({ team: ACME });
    const release = app.slack.hold('chat.postMessage');
    const said = app.slack.said().length;
    const receipt = app.deliver(from(ofAcme, directMessage()));
    await app.slack.until(() => app.slack.said().length === said + 1);
    await app.deliver(from(ofAcme, appUninstalled(seconds(now) + 1)));
    release();
    await receipt;
    expect(await kept()).toBe(1);
  });
  afterEach(async () => {
    await app.stop();
    await store.close();
  });
  const kept = async () => (await store.figures(0)).questions.reduce((sum, { count }) => sum + count, 0);

  it('is deleted by the next sweep, after a minute in which others may still arrive', async () => {
    await store.sweep();
    expect(await kept()).toBe(1);
    now += 10 * MINUTES;
    await store.sweep();
    expect(await kept()).toBe(0);
  });

  it('is deleted when the app stops at the latest', async () => {
    await app.stop();
    await store.close();
    const database = new Sqlite(file);
    const left = database.prepare('select count(*) as rows from counts').get();
    database.close();
    expect(left).toMatchObject({ rows: 0 });
  });

  it('doesn’t cost any new data if the app was installed again meanwhile', async () => {
    await app.install({ team: ACME });
    await app.deliver(from(ofAcme, directMessage()));
    now += 10 * MINUTES;
    await store.sweep();
    expect(await kept()).toBe(2);
  });
});

describe('a person’s token', () => {
  it('that is revoked changes nothing', async () => {
    const event = {
      ...tokensRevoked([]),
      event: { type: 'tokens_revoked', tokens: { oauth: ['U00ANA'] }, event_ts: '1.1' },
    };
    await running.deliver(from(ofAcme, event));
    expect(await isAnswered(ofAcme)).toBe(true);
  });
});

describe('an organisation', () => {
  beforeEach(() => running.install({ team: UMBRELLA, enterprise: ORGANISATION, isOrgWide: true }));

  it('that removes the app leaves what one of its workspaces installed itself', async () => {
    expect([await isAnswered(ofOrganisation), await isAnswered(ofUmbrella)]).toEqual([true, true]);
    running.slack.installs.revoke(ORGANISATION.id);
    await running.deliver(from(ofOrganisation, appUninstalled()));
    expect([await counted(ORGANISATION.id), await counted(UMBRELLA.id)]).toEqual([0, 1]);
    expect([await isAnswered(ofOrganisation), await isAnswered(ofUmbrella)]).toEqual([false, true]);
  });

  it('is told apart from its workspace by whose bot was revoked, which is all the event says', async () => {
    running.slack.installs.revoke(ORGANISATION.id);
    await running.deliver(from({ ...ofOrganisation, team: ORGANISATION.id }, revoked(ORGANISATION.id)));
    expect([await isAnswered(ofOrganisation), await isAnswered(ofUmbrella)]).toEqual([false, true]);
  });

  it('keeps the app if only one of its workspaces removes its own', async () => {
    running.slack.installs.revoke(UMBRELLA.id);
    for (const event of [revoked(UMBRELLA.id), appUninstalled()]) await running.deliver(from(ofUmbrella, event));
    expect([await isAnswered(ofOrganisation), await isAnswered(ofUmbrella)]).toEqual([true, false]);
  });
});

it('a removal that couldn’t be written is left for Slack to send again, and then the token goes', async () => {
  const file = freshFile();
  const store = await freshStore({ file, warn: () => undefined });
  const app = await startOAuthApp({ store });
  await app.install({ team: ACME });
  const rename = (from: string, to: string): void => {
    const database = new Sqlite(file);
    database.prepare(`alter table ${from} rename to ${to}`).run();
    database.close();
  };
  const news = from(ofAcme, appUninstalled());
  rename('installations', 'elsewhere');
  expect(await app.deliver(news)).toMatchObject({ isAcknowledged: false });
  rename('elsewhere', 'installations');
  // Slack sends again after a while, too.
  while (!(await app.deliver(news, { number: 1, reason: 'http_error' })).isAcknowledged) await pause(50);
  expect(await app.installations.find(ACME.id)).toBeUndefined();
  await app.stop();
  await store.close();
});

it('a removal is sent again until all stored data is deleted, not only the token', async () => {
  const file = freshFile();
  const store = await freshStore({ file, warn: () => undefined });
  let holder: Sqlite.Database | undefined;
  const erase = (workspace: string): Promise<void> => {
    holder ??= new Sqlite(file);
    if (!holder.inTransaction) holder.exec('begin immediate');
    return store.erase(workspace);
  };
  const app = await startOAuthApp({ store: { ...store, erase } });
  await app.install({ team: ACME });
  await app.deliver(from(ofAcme, directMessage()));
  // Another process locks the file while it should be erased, for longer than anyone waits.
  expect(await app.deliver(from(ofAcme, appUninstalled()))).toMatchObject({ isAcknowledged: false });
  expect(await app.installations.find(ACME.id)).toBeDefined();
  holder?.close();
  await app.stop();
  await store.close();
});
