// Measures how long the app is without a connection after Slack asks it to reconnect, in Socket Mode.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_TOKEN, BOT, startSlack } from '../../local-slack/emulator/slack-emulator.js';
import { findProjectRoot } from '../../src/config/project-root.js';
import { type Figure, median } from '../shared/figures.js';
import { endWithUs, OURS } from '../shared/processes.js';

/** As many as are replaced without a pause. */
const TIMES = 3;

/** The real process before an emulated Slack, which announces the end of each connection. */
export async function measureReconnect(): Promise<Figure[]> {
  const slack = await startSlack();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const env = {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: BOT.token,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, [join(findProjectRoot(), OURS)], { cwd: folder, env, stdio: 'ignore' });
  endWithUs(child);
  await slack.until(() => slack.connections() === 1);
  const without: number[] = [];
  const untilNew: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const asked = performance.now();
    let goneAt: number | undefined;
    let isNew = false;
    let gap = 0;
    slack.disconnectAll('warning');
    await slack.until(() => {
      const open = slack.connections();
      if (open === 0) goneAt ??= performance.now();
      if (!isNew && (open === 2 || (goneAt !== undefined && open === 1))) {
        isNew = true;
        gap = goneAt === undefined ? 0 : performance.now() - goneAt;
        untilNew.push(performance.now() - asked);
      }
      return isNew && open === 1;
    });
    without.push(gap);
  }
  child.kill('SIGKILL');
  await once(child, 'close');
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      name: 'Slack’s “disconnect” to the next connection',
      value: median(untilNew),
      unit: 'ms',
      wanted: { most: 1_000 },
    },
    { name: 'without any connection in between', value: Math.max(...without), unit: 'ms', wanted: { most: 1_000 } },
  ];
}
