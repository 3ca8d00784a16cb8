// Faults of the Socket Mode connection: closed, cut, silent, refused for minutes; envelopes that repeat or are unknown.
import { SocketModeReceiver } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/operations/log.js';
import { guardSocket } from '../../src/slack/connection/socket-guard.js';
import { type AppProcess, startProcess } from '../helpers/app-process.js';
import { envelope } from '../helpers/connect-to-app.js';
import { describeMessages, type FaultCase, openChapter, operatorLines } from '../helpers/fault-page.js';
import { freshFile } from '../helpers/fresh-store.js';
import { DIRECT, directMessage } from '../helpers/payloads.js';
import { type Envelope, type Slack, startSlack } from '../helpers/slack-emulator.js';

const QUESTION = 'do I need a degree?';
/** The beginning of the answer. */
const ANSWER = 'degree';
const ANSWERED = 'the answer, once';
const NETWORK = 'Couldn’t reach Slack. Check the network, any proxy and SLACK_API_URL';
const BROKEN =
  'warn code=connection_lost Lost the connection to Slack. Reconnecting. No action needed unless this continues';
const TRYING = (code: string) => `warn code=${code} No connection to Slack yet. Trying again. ${NETWORK}`;

const TOKENS =
  'Copy SLACK_BOT_TOKEN again from https://api.slack.com/apps > your app > OAuth & Permissions, SLACK_APP_TOKEN from Basic Information; if many workspaces install the app, have this one install it again';

interface Scene {
  readonly slack: Slack;
  readonly app: AppProcess;
  /** Asks; resolves once the answer has been posted. */
  ask(): Promise<void>;
  /** The process has to end; its supervisor starts it again. */
  supervise(): Promise<void>;
}

interface Case extends FaultCase {
  readonly inject: (scene: Scene) => Promise<unknown>;
}

const disconnected =
  (reason: string) =>
  async ({ slack, ask }: Scene) => {
    slack.disconnectAll(reason);
    await ask();
  };

const unreadable =
  (sent: Envelope) =>
  async ({ slack, ask }: Scene) => {
    slack.send(sent);
    await ask();
  };

const CASES: readonly Case[] = [
  {
    fault: 'Slack announces that it will close the connection, and closes it',
    person: ANSWERED,
    operator: [],
    inject: disconnected('warning'),
  },
  {
    fault: 'Slack refreshes the connection',
    person: ANSWERED,
    operator: [],
    inject: disconnected('refresh_requested'),
  },
  {
    fault: 'Slack closes the connection since the app has too many',
    person: ANSWERED,
    operator: [
      'warn code=too_many_websockets Slack ends a connection. The app has more than the ten connections that Slack allows. ' +
        'Run fewer instances, or run the app over HTTP with SLACK_SIGNING_SECRET',
    ],
    inject: disconnected('too_many_websockets'),
  },
  {
    fault: 'Socket Mode is turned off, and on again',
    person: ANSWERED,
    operator: [
      'warn code=link_disabled Slack ends a connection. Socket Mode is off. Turn it on at https://api.slack.com/apps > ' +
        'your app > Socket Mode, or run the app over HTTP with SLACK_SIGNING_SECRET',
    ],
    inject: disconnected('link_disabled'),
  },
  {
    fault: 'Slack closes the connection for a reason that this version doesn’t know',
    person: ANSWERED,
    operator: [],
    inject: disconnected('constructor'),
  },
  {
    fault: 'Slack closes the connection with a code that it documents for something else',
    person: ANSWERED,
    operator: [],
    inject: disconnected('not_in_channel'),
  },
  {
    fault: 'the connection breaks without warning',
    person: ANSWERED,
    operator: [BROKEN],
    async inject({ slack, ask }) {
      slack.cut();
      await ask();
    },
  },
  {
    fault: 'the connection stays open but silent: no ping, and no reply to one',
    person: ANSWERED,
    operator: [],
    async inject({ slack, ask }) {
      slack.fallSilent();
      await ask();
    },
  },
  {
    fault: 'the connection breaks, and Slack can’t be reached for two minutes',
    person: ANSWERED,
    operator: [BROKEN, ...Array.from({ length: 15 }, () => TRYING('UND_ERR_SOCKET'))],
    async inject({ slack, ask }) {
      slack.fail('apps.connections.open', ...Array.from({ length: 15 }, () => ({ reset: 'before' as const })));
      slack.cut();
      await ask();
    },
  },
  {
    fault: 'the connection breaks, and Slack answers with status 500 for more than five minutes',
    person: ANSWERED,
    operator: [BROKEN, ...Array.from({ length: 36 }, () => TRYING('http_500')), `Stopped: http_500. ${NETWORK}.`],
    async inject({ slack, ask, supervise }) {
      slack.fail('apps.connections.open', ...Array.from({ length: 36 }, () => ({ status: 500 })));
      slack.cut();
      await Promise.all([ask(), supervise()]);
    },
  },
  {
    fault: 'the connection breaks, and Slack no longer accepts the token',
    person: ANSWERED,
    operator: [BROKEN, `Stopped: invalid_auth. ${TOKENS}.`],
    async inject({ slack, ask, supervise }) {
      slack.fail('apps.connections.open', { error: 'invalid_auth' });
      slack.cut();
      await Promise.all([ask(), supervise()]);
    },
  },
  {
    fault: 'an envelope arrives twice',
    person: ANSWERED,
    operator: [],
    async inject({ slack }) {
      const twice = { ...envelope(directMessage({ text: QUESTION })), envelope_id: 'twice' };
      for (let time = 0; time < 2; time += 1) slack.send(twice);
      await slack.until(() => slack.acknowledgements('twice') >= 2);
    },
  },
  {
    fault: 'an envelope of an unknown kind',
    person: ANSWERED,
    operator: [
      'warn from=slack-library Could not determine the type of an incoming event. No listeners will be called.',
    ],
    inject: unreadable({ type: 'news_of_2031', payload: { type: 'unheard_of' } }),
  },
  {
    fault: 'an envelope without a payload',
    person: ANSWERED,
    operator: [
      'error code=no_payload Slack doesn’t send requests like this. Check any proxy between Slack and the app',
    ],
    inject: unreadable({ type: 'interactive', payload: undefined }),
  },
  {
    fault: 'the envelope of an event, but without the event',
    person: ANSWERED,
    operator: [
      'warn code=no_payload Ignored a message from Slack that this version can’t read. If this continues, update the app',
    ],
    inject: unreadable({ type: 'events_api', payload: {} }),
  },
];

const chapter = openChapter('The connection in Socket Mode');

describe('in Socket Mode', () => {
  const file = freshFile();
  let slack: Slack;
  /** One after another, as a supervisor starts them: whatever the fault, the next message is answered. */
  const apps: AppProcess[] = [];
  const start = async (): Promise<AppProcess> => {
    const app = await startProcess('socket', slack, { file, connectionSpeed: 20 });
    apps.push(app);
    return app;
  };
  beforeAll(async () => {
    slack = await startSlack({ sendsAgain: true });
    await start();
  });
  afterAll(async () => {
    for (const { child } of apps) child.kill('SIGKILL');
    await slack.stop();
  });

  /** All lines of all of them. */
  const linesOfAll = async (): Promise<string[]> => (await Promise.all(apps.map((app) => app.allLines()))).flat();

  it.each(CASES)('$fault: $person', async ({ inject, ...expected }) => {
    const app = apps.at(-1) ?? (await start());
    const before = (await linesOfAll()).length;
    const posted = slack.messagesIn(DIRECT).length;
    await inject({
      slack,
      app,
      async ask() {
        await slack.acknowledgement(slack.send(envelope(directMessage({ text: QUESTION }))));
      },
      async supervise() {
        expect(await app.ended).toBe(1);
        await start();
      },
    });
    chapter.note(expected, {
      person: describeMessages(slack.messagesIn(DIRECT).slice(posted), ANSWER),
      operator: operatorLines((await linesOfAll()).slice(before)),
    });
  });
});

it('other listeners on the connection still get every message, and an error in one of them doesn’t end the process', async () => {
  const lines: string[] = [];
  const { client } = new SocketModeReceiver({ appToken: 'xapp-1-fake' });
  let heard = 0;
  client.on('ws_message', async () => {
    heard += 1;
    throw new Error('unreadable');
  });
  const readers = client.listenerCount('ws_message');
  guardSocket(
    client,
    createLog('warn', (line) => lines.push(line)),
    () => undefined,
  );
  expect(client.listenerCount('ws_message')).toBe(readers);
  client.emit('ws_message', JSON.stringify({ type: 'unknown' }), false);
  await expect.poll(() => [heard, lines.length]).toEqual([1, 1]);
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());
