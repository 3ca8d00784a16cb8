// Two instances on one PostgreSQL server behind a real PgBouncer in transaction mode.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToApp, SIGNING_SECRET } from '../helpers/connect-to-app.js';
import { HASH_KEY, POSTGRESQL } from '../helpers/databases.js';
import { type Launched, launch } from '../helpers/local-slack-process.js';
import { CHANNEL, freshTs, MENTION, mention } from '../helpers/payloads.js';
import { noPgBouncer, startPgBouncer } from '../helpers/pgbouncer.js';
import { query } from '../helpers/postgres-server.js';
import { BOT, type Slack, startSlack } from '../helpers/slack-emulator.js';

const MESSAGES = 40;

describe.skipIf(noPgBouncer !== undefined)(`behind PgBouncer${noPgBouncer ? ` (skipped: ${noPgBouncer})` : ''}`, () => {
  let slack: Slack;
  let pooler: Awaited<ReturnType<typeof startPgBouncer>>;
  const processes: Launched[] = [];
  beforeEach(async () => {
    slack = await startSlack();
    const where = await POSTGRESQL.fresh();
    pooler = await startPgBouncer('server' in where ? where.server : '');
  });
  afterEach(async () => {
    for (const process of processes.splice(0)) process.process.kill('SIGKILL');
    await pooler.stop();
    await slack.stop();
  });

  async function start(address: string) {
    const env = {
      NODE_ENV: 'production',
      SLACK_BOT_TOKEN: BOT.token,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: address,
      HASH_KEY,
    };
    const process = launch(env, { entrance: 'dist/src/main.js' });
    processes.push(process);
    const [, port] = await process.says(/port (\d+)/);
    return connectToApp('http', slack, Number(port));
  }

  it('each message that reaches both instances is answered once, and no session keeps anything', async () => {
    const both = [await start(pooler.address), await start(pooler.bareAddress)];
    const times = Array.from({ length: MESSAGES }, freshTs);
    await Promise.all(
      times.flatMap((ts) =>
        both.map((instance) => instance.deliver(mention({ ts, text: `${MENTION} do I need a degree?` }))),
      ),
    );
    const threads = slack.messagesIn(CHANNEL).map(({ thread }) => thread ?? '');
    expect(threads.toSorted()).toEqual(times.toSorted());
    // A busy machine may take longer than Slack waits, which isn't a fault.
    const lines = processes.flatMap((process) => process.output().err.split('\n'));
    expect(lines.filter((line) => line !== '' && !/ code=slow_answer /.test(line))).toEqual([]);
    const left =
      "select current_setting('statement_timeout') as timeout, (select count(*)::int from pg_prepared_statements) as prepared";
    const sessions = await Promise.all(Array.from({ length: 3 }, () => query(pooler.address, left)));
    for (const [session] of sessions) expect(session).toEqual({ timeout: '0', prepared: 0 });
  });
});
