// Two machines on one store: what a mentor publishes at one is in force at the other, and the asker hears of it once.
import Sqlite from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { SUBSCRIPTION_MS } from '../../src/store/tables/retention.js';
import { DATABASES } from '../helpers/databases.js';
import { freshFile } from '../helpers/fresh-store.js';
import { ANA, ANSWER, BEN, LOCKERS, personAt } from '../helpers/mentors.js';
import { type RunningApp, startApp } from '../helpers/running-app.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';
import { type Slack, startSlack } from '../helpers/slack-emulator.js';

const bot = await loadShippedBot();

describe.each(DATABASES)('on $name', (database) => {
  let where: DatabaseLocation;
  let slack: Slack;
  const stores: Store[] = [];
  const apps: RunningApp[] = [];
  const start = async (): Promise<RunningApp> => {
    const store = await openStore({ ...where, keepsTexts: true, warn: () => undefined });
    const app = await startApp('http', { bot, store, slack, admins: [ANA] });
    stores.push(store);
    apps.push(app);
    return app;
  };
  beforeEach(async () => {
    where = await database.fresh();
    slack = await startSlack();
  });
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.stop();
    for (const store of stores.splice(0)) await store.close();
    await slack.stop();
  });

  it('an answer written at one machine is given at the other, changed there, and withdrawn', async () => {
    const [one, other] = [await start(), await start()];
    const [ana, ben] = [personAt(one, ANA), personAt(other, BEN)];
    const untilAsked = async (words: string | RegExp) => {
      for (let said = ''; !said.match(words); ) said = await ben.ask(LOCKERS.reworded);
    };
    await ana.answer(ANSWER);
    await untilAsked('boiler room');
    const there = personAt(other, ANA);
    await there.openHome();
    await there.pressHome(LOCKERS.question);
    await there.press('Edit');
    await there.submit({ text: 'Helmets go to reception.' });
    await untilAsked('reception');
    await ana.openHome();
    await ana.pressHome(LOCKERS.question);
    await ana.press('Withdraw');
    await untilAsked(/couldn’t find|Closest/);
  });

  it('the asker is told once, though both machines learn of the answer', async () => {
    const [one, other] = [await start(), await start()];
    const ben = personAt(other, BEN);
    await ben.ask(LOCKERS.question);
    await ben.pressLast('Tell me when this is answered');
    await personAt(one, ANA).answer(ANSWER);
    await slack.until(() => ben.messages().length === 2);
    const [, second] = stores;
    while ((await second?.subscriptions([]).list())?.length !== 0) await other.settled();
    for (let said = ''; !said.includes('boiler room'); ) said = await personAt(other, ANA).ask(LOCKERS.reworded);
    await Promise.all(apps.map((app) => app.settled()));
    expect(ben.messages().filter((text) => text.includes('It’s answered now'))).toHaveLength(1);
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
    const store = await openStore({ ...where, keepsTexts: true, warn: () => undefined });
    stores.push(store);
    apps.push(await startApp('http', { bot: edited, store, slack }));
    await slack.until(() => ben.messages().some((text) => text.includes('It’s answered now')));
    await ana.ask('who waters the plants on the third floor?');
    await ana.pressLast('Tell me when this is answered');
    expect(await ana.ask('forget me')).toContain('1 request to be told of an answer');
    expect(await store.subscriptions([]).list()).toEqual([]);
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
    time += SUBSCRIPTION_MS + 1;
    await store.sweep();
    expect(await store.subscriptions([]).list()).toEqual([]);
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
});

it('a message that was being sent when the machine was killed is sent by another one, under the same id', async () => {
  const file = freshFile();
  const slack = await startSlack();
  const open = () => openStore({ file, keepsTexts: true, warn: () => undefined });
  const store = await open();
  await store.subscriptions([]).add({ workspace: 'T00FAKETEAM', person: BEN, question: LOCKERS.question });
  const [subscription] = (await store.subscriptions([]).list()) ?? [];
  // As a machine leaves it that was killed eleven minutes ago.
  expect(await store.subscriptions([]).claim(subscription?.id ?? '')).toBe(true);
  expect(await store.subscriptions([]).claim(subscription?.id ?? '')).toBe(false);
  const database = new Sqlite(file);
  database.exec('update subscriptions set claimed_at = claimed_at - 660000');
  database.close();
  const edited = bot.withAnswers([
    {
      id: 'lockers',
      questions: [LOCKERS.question],
      text: LOCKERS.text,
      source: { kind: 'experience' },
      author: 'Ana',
      at: 0,
    },
  ]);
  const app = await startApp('socket', { bot: edited, store, slack });
  await slack.until(() => slack.messagesIn('D00FAKEUSER2').length === 1);
  expect(slack.said().at(-1)?.args.client_msg_id).toMatch(/^[\da-f-]{36}$/);
  await app.stop();
  await store.close();
  await slack.stop();
});
