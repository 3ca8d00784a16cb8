// Runs several instances behind a balancer, on one PostgreSQL server: real processes, some of them killed.
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Body, connectToApp, SIGNING_SECRET } from '../helpers/connect-to-app.js';
import { HASH_KEY, POSTGRESQL } from '../helpers/databases.js';
import { type Launched, launch } from '../helpers/local-slack-process.js';
import { CHANNEL, command, freshTs, MENTION, mention, PERSON } from '../helpers/payloads.js';
import { query } from '../helpers/postgres-server.js';
import { BOT, type Slack, startSlack } from '../helpers/slack-emulator.js';

interface Instance {
  readonly process: Launched;
  deliver(body: Body): Promise<boolean>;
}

let slack: Slack;
let server: string;
const instances: Instance[] = [];
beforeEach(async () => {
  slack = await startSlack();
  const where = await POSTGRESQL.fresh();
  server = 'server' in where ? where.server : '';
});
afterEach(async () => {
  for (const { process } of instances.splice(0)) process.process.kill('SIGKILL');
  await slack.stop();
});

/** Starts instances of the app as in production, all at once. */
async function start(count: number): Promise<Instance[]> {
  const env = {
    NODE_ENV: 'production',
    SLACK_BOT_TOKEN: BOT.token,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: server,
    HASH_KEY,
  };
  const processes = Array.from({ length: count }, () => launch(env, { entrance: 'dist/src/main.js' }));
  const started = await Promise.all(
    processes.map(async (process) => {
      const [, found] = await process.says(/port (\d+)/);
      const port = Number(found);
      const line = connectToApp('http', slack, port);
      return {
        process,
        deliver: (body: Body) =>
          line.deliver(body).then(
            ({ isAcknowledged }) => isAcknowledged,
            () => false,
          ),
      };
    }),
  );
  instances.push(...started);
  return started;
}

/** Waits until a query finds something: a database says nothing by itself when a row or a lock appears. */
async function untilFound(text: string): Promise<void> {
  while ((await query(server, text)).length === 0) await pause(20);
}

/** How many answers each message got. */
const answersTo = (times: readonly string[]): number[] => {
  const threads = slack.messagesIn(CHANNEL).map(({ thread }) => thread);
  return times.map((ts) => threads.filter((thread) => thread === ts).length);
};

it('a message is answered once, even if its events reach all instances, at the same time or later', async () => {
  const all = await start(3);
  const ts = freshTs();
  const events = Array.from({ length: 12 }, () => mention({ ts, text: `${MENTION} do I need a degree?` }));
  const taken = await Promise.all(events.map((event, index) => all[index % 3]?.deliver(event)));
  for (const instance of all) taken.push(await instance.deliver(mention({ ts })));
  expect(new Set(taken)).toEqual(new Set([true]));
  expect(answersTo([ts])).toEqual([1]);
  expect(all.map(({ process }) => process.output().err)).toEqual(['', '', '']);
});

it('a conversation continues on whichever instance its next message reaches', async () => {
  const [one, other] = await start(2);
  const ts = freshTs();
  await one?.deliver(mention({ ts, text: `${MENTION} what does a senior earn in India?` }));
  await other?.deliver(mention({ thread_ts: ts, text: `${MENTION} and outside?` }));
  await one?.deliver(mention({ thread_ts: ts, text: `${MENTION} how much is that a month` }));
  const said = slack.messagesIn(CHANNEL).filter(({ thread }) => thread === ts);
  expect(said.map(({ text }) => text)).toEqual([
    expect.stringContaining('19 LPA'),
    expect.stringContaining('$135,586 a year'),
    expect.stringContaining('$11,298.83 a month'),
  ]);
});

it('what is asked on one instance can be deleted on another', async () => {
  const [one, other] = await start(2);
  await one?.deliver(command({ text: 'what does a nurse earn?' }));
  // It's stored once the answer has been posted.
  await untilFound('select id from unanswered');
  await other?.deliver(command({ text: 'forget me' }));
  await slack.until(() => slack.ephemeralsFor(PERSON).length === 2);
  expect(slack.ephemeralsFor(PERSON).at(-1)?.text).toContain('1 unanswered question');
});

it('renewing claims among many questions blocks none of them', async () => {
  const [instance] = await start(1);
  // One question stays open until the end.
  slack.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '10' } });
  const times = Array.from({ length: 24 }, () => freshTs());
  const release = slack.hold('chat.postMessage');
  const delivering = times.map((ts) => instance?.deliver(mention({ ts, text: `${MENTION} do I need a degree?` })));
  const beats = async (): Promise<unknown> => (await query(server, 'select sum(beat)::int as beats from answered'))[0];
  await slack.until(() => slack.said().length === times.length);
  const before = await beats();
  while (JSON.stringify(await beats()) === JSON.stringify(before)) await pause(20);
  // Claims are renewed every two seconds: a second after one renewal, the lock is there in time for the next.
  // Answers are stored in the order of their keys. The second of them stays locked for as long as the next renewal takes,
  // which goes in the order in which the questions came.
  await pause(1000);
  const second = 'select key from answered order by key limit 1 offset 1 for update';
  const locked = query(server, `begin; ${second}; select pg_sleep(1.5); commit`);
  release();
  await locked;
  expect(await Promise.all(delivering)).toEqual(times.map(() => true));
  const { out, err } = instance?.process.output() ?? {};
  expect(`${out}${err}`).not.toContain('40P01');
  const [noted] = await query(server, 'select count(*)::int as questions from answered where done_at is not null');
  expect(noted?.questions).toBe(times.length);
});

describe('an instance that is killed', () => {
  it('between claiming a question and answering it leaves it to another one when Slack retries', async () => {
    const [doomed, other] = await start(2);
    const ts = freshTs();
    const event = mention({ ts, text: `${MENTION} do I need a degree?` });
    // It claims the question, and then can't read the conversation.
    const locked = query(server, 'begin; lock table conversations; select pg_sleep(30); commit').catch(() => undefined);
    const lock = `select pid from pg_locks join pg_database on pg_database.oid = database
      where datname = current_database() and mode = 'AccessExclusiveLock' and relation = 'conversations'::regclass`;
    await untilFound(lock);
    const delivered = doomed?.deliver(event);
    await untilFound('select key from answered');
    doomed?.process.process.kill('SIGKILL');
    expect(await delivered).toBe(false);
    await query(server, `select pg_terminate_backend(pid) from (${lock}) as holder`);
    await locked;
    expect(answersTo([ts])).toEqual([0]);
    expect(await other?.deliver(event)).toBe(true);
    expect(answersTo([ts])).toEqual([1]);
  });

  it('at any moment among many questions leaves each with exactly one answer', async () => {
    const [doomed, other] = await start(2);
    const times = Array.from({ length: 40 }, () => freshTs());
    const send = (instance: Instance | undefined, ts: string) =>
      instance?.deliver(mention({ ts, text: `${MENTION} do I need a degree?` }));
    const delivering = Promise.all(times.map(async (ts, index) => [ts, await send(index % 2 ? other : doomed, ts)]));
    await slack.until(() => slack.said().length >= 10);
    doomed?.process.process.kill('SIGKILL');
    const lost = (await delivering).filter(([, isTaken]) => isTaken !== true).map(([ts]) => String(ts));
    expect(lost.length).toBeGreaterThan(0);
    // Slack retries if it got no acknowledgement.
    const again = await Promise.all(lost.map((ts) => send(other, ts)));
    expect(new Set(again)).toEqual(new Set([true]));
    expect(new Set(answersTo(times))).toEqual(new Set([1]));
    const [counted] = await query(server, 'select sum(count)::int as questions from counts');
    expect(counted?.questions).toBe(40);
  });
});
