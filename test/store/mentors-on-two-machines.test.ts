// Several machines on one store, one after the other or at once: who waits is told once, and what is stored about people is kept from others.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/answering/bot.js';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { SUBSCRIPTION_MS } from '../../src/store/tables/retention.js';
import { DATABASES } from '../helpers/databases.js';
import { closeConnections, flakyConnection } from '../helpers/flaky-connection.js';
import { ANA, ANSWER, BEN, LOCKERS, personAt } from '../helpers/mentors.js';
import { type RunningApp, startApp } from '../helpers/running-app.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';
import { type Slack, startSlack, TEAM } from '../helpers/slack-emulator.js';

const bot = await loadShippedBot();

/** The bot of other data, in which a file answers. */
const edited = bot.withAnswers([
  {
    id: 'lockers',
    questions: [LOCKERS.question],
    text: LOCKERS.text,
    source: { kind: 'experience' },
    author: 'Data',
    at: 0,
  },
]);

/** The bot of one document, before and after an edit. */
const [unedited, answering] = await (async () => {
  const dir = mkdtempSync(join(tmpdir(), 'advisor-house-'));
  mkdirSync(join(dir, 'documents'));
  const load = (text: string) => {
    writeFileSync(join(dir, 'documents', 'house.md'), text);
    return loadShippedBot(dir);
  };
  const kitchen = '# The house\n\n## Kitchen\n\nThe kitchen closes at nine in the evening.\n';
  const helmets = '## Helmets\n\nCyclists leave their helmets in the lockers behind the boiler room.\n';
  return [await load(kitchen), await load(`${kitchen}\n${helmets}`)];
})();

describe.each(DATABASES)('on $name', (database) => {
  let where: DatabaseLocation;
  let slack: Slack;
  const stores: Store[] = [];
  const apps: RunningApp[] = [];
  const start = async (own: Bot = bot): Promise<RunningApp> => {
    const store = await openStore({ ...where, keepsTexts: true, warn: () => undefined });
    const app = await startApp('http', { bot: own, store, slack, admins: [ANA] });
    stores.push(store);
    apps.push(app);
    return app;
  };
  const stopAll = async (): Promise<void> => {
    for (const app of apps.splice(0)) await app.stop();
    for (const store of stores.splice(0)) await store.close();
  };
  const untilNobodyWaits = () =>
    expect.poll(async () => (await stores.at(-1)?.subscriptions([]).list())?.length).toBe(0);
  beforeEach(async () => {
    where = await database.fresh();
    slack = await startSlack();
  });
  afterEach(async () => {
    await stopAll();
    await slack.stop();
    await closeConnections();
  });

  it('a person who was told just when the store went away is not told again, by either machine', async () => {
    const server = 'server' in where ? await flakyConnection(where.server) : undefined;
    const direct = where;
    if (server !== undefined) where = { ...where, server: server.url };
    const [one, other] = [await start(), await start()];
    const [ana, ben] = [personAt(one, ANA), personAt(other, BEN)];
    await ben.ask(LOCKERS.question);
    await ben.pressLast('Tell me when this is answered');
    await ana.openHome();
    await ana.pressHome('Write an answer');
    const release = slack.hold('chat.postMessage');
    await one.submit(ana.view(), ANSWER);
    await slack.until(() => slack.said().length === 3);
    const unlock = server === undefined ? await database.lock(direct) : undefined;
    await server?.cut();
    release();
    await slack.until(() => ben.told().length > 0);
    await unlock?.();
    await server?.restore();
    await untilNobodyWaits();
    for (const app of apps) await personAt(app, ANA).askUntil(LOCKERS.reworded, 'boiler room');
    await Promise.all(apps.map((app) => app.settled()));
    expect(ben.told()).toHaveLength(1);
  });

  it('an edit of a document that answers tells the asker at the next start, and not again at those that follow', async () => {
    const before = await start(unedited);
    await personAt(before, BEN).ask(LOCKERS.question);
    await personAt(before, BEN).pressLast('Tell me when this is answered');
    await stopAll();
    for (const _ of ['the next start', 'one that follows']) {
      const app = await start(answering);
      await slack.until(() => personAt(app, BEN).told().length > 0);
      await untilNobodyWaits();
      await app.settled();
      expect(personAt(app, BEN).told()).toEqual([expect.stringContaining('behind the boiler room')]);
      await stopAll();
    }
  });

  it('a later start with data that answer tells the asker; Undo and “forget me” end the request', async () => {
    const asked = await start();
    const [ana, ben] = [personAt(asked, ANA), personAt(asked, BEN)];
    await ben.ask(LOCKERS.question);
    await ben.pressLast('Tell me when this is answered');
    await ana.ask('who waters the plants on the third floor?');
    await ana.pressLast('Tell me when this is answered');
    await ana.pressLast('You’ll be told. Undo');
    expect(await stores[0]?.subscriptions([]).list()).toHaveLength(1);
    await start(edited);
    await slack.until(() => ben.told().length > 0);
    await ana.ask('who waters the plants on the third floor?');
    await ana.pressLast('Tell me when this is answered');
    expect(await ana.ask('forget me')).toContain('1 request to be told of an answer');
    await untilNobodyWaits();
  });

  it('neither the person nor the question of such a request can be read in the database, and it ends after 30 days', async () => {
    let time = Date.now();
    const store = await openStore({ ...where, keepsTexts: true, now: () => time, warn: () => undefined });
    stores.push(store);
    const subscription = { workspace: 'T1', person: 'U0SECRETID', question: 'the kraken?' };
    await store.subscriptions([]).add(subscription);
    await store.mentors([]).choose('T1', ['U0SECRETID']);
    expect(await database.read(where)).not.toMatch(/U0SECRETID|kraken/);
    expect(await store.subscriptions([]).list()).toMatchObject([subscription]);
    expect(await store.mentors([]).list('T1')).toEqual(['U0SECRETID']);
    time += SUBSCRIPTION_MS - 1;
    await store.subscriptions([]).add({ ...subscription, question: 'who asks again?' });
    expect(await store.subscriptions([]).list()).toHaveLength(2);
    time += 1;
    expect(await store.subscriptions([]).list()).toMatchObject([{ question: 'who asks again?' }]);
    await store.subscriptions([]).add({ ...subscription, question: 'who asks again?' });
    time += SUBSCRIPTION_MS - 1;
    expect(await store.subscriptions([]).list()).toHaveLength(1);
    time += 1;
    await store.sweep();
    expect(Number(await database.value(where, 'select count(*) as n from subscriptions'))).toBe(0);
  });

  it('a start that stores no words deletes what people want to be told of', async () => {
    const before = await openStore({ ...where, keepsTexts: true, warn: () => undefined });
    await before.subscriptions([]).add({ workspace: 'T1', person: 'U1', question: 'Why?' });
    await before.close();
    const store = await openStore({ ...where, keepsTexts: false, warn: () => undefined });
    stores.push(store);
    expect(await store.subscriptions([]).list()).toEqual([]);
  });

  it('forgetting a mentor leaves the text without the name; erasing a workspace leaves nothing', async () => {
    const store = await openStore({ ...where, keepsTexts: true, warn: () => undefined });
    stores.push(store);
    const mentors = store.mentors([]);
    const own = { workspace: 'T1', id: 'a', after: 0, person: 'U1', source: { kind: 'experience' } as const };
    expect(await mentors.save({ ...own, questions: ['Why?'], text: 'So.', author: 'Ana' })).toBe('saved');
    expect(await mentors.save({ ...own, questions: ['Why?'], text: 'So.', author: 'Ana' })).toBe('saved');
    expect(await mentors.save({ ...own, questions: ['Why?'], text: 'No.', author: 'Ben', person: 'U2' })).toBe(
      'changed',
    );
    expect(await store.forget('T1', 'U1')).toMatchObject({ signed: 1 });
    expect(await mentors.answers('T1')).toMatchObject([{ text: 'So.', author: 'a mentor', changedBy: 'a mentor' }]);
    expect(await mentors.answers('T2')).toEqual([]);
    await store.erase('T1');
    expect(await mentors.answers('T1')).toEqual([]);
  });

  it('a message that was being sent when the machine was killed is sent by another one, under the same id', async () => {
    const before = await openStore({ ...where, keepsTexts: true, warn: () => undefined });
    stores.push(before);
    await before.subscriptions([]).add({ workspace: TEAM.id, person: BEN, question: LOCKERS.question });
    const [subscription] = (await before.subscriptions([]).list()) ?? [];
    // As a machine leaves it that was killed eleven minutes ago.
    expect(await before.subscriptions([]).claim(subscription?.id ?? '')).toBe(true);
    expect(await before.subscriptions([]).claim(subscription?.id ?? '')).toBe(false);
    await database.run(where, 'update subscriptions set claimed_at = claimed_at - 660000');
    const ben = personAt(await start(edited), BEN);
    await slack.until(() => ben.told().length === 1);
    expect(slack.said().at(-1)?.args.client_msg_id).toMatch(/^[\da-f-]{36}$/);
  });
});
