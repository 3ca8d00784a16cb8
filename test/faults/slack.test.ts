// Faults of Slack's events and Web API: what people and the operator see, over HTTP and Socket Mode.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { describeMessages, type FaultCase, openChapter, operatorLines } from '../helpers/fault-page.js';
import { freshFile, freshStore } from '../helpers/fresh-store.js';
import {
  CHANNEL,
  DIRECT,
  directMessage,
  freshTs,
  globalShortcut,
  mention,
  messageShortcut,
  PERSON,
} from '../helpers/payloads.js';
import { MODES, type Mode, type RunningApp, startApp } from '../helpers/running-app.js';
import { type Slack, startSlack } from '../helpers/slack-emulator.js';

const QUESTION = 'what do they earn?';
const ANSWER = `You asked: ${QUESTION}`;
const ANSWERED = 'the answer, once';
const NETWORK = 'Couldn’t reach Slack. Check the network, any proxy and SLACK_API_URL';
const BUSY = 'Slack is busy. No action needed unless this continues';
const ROOM = 'The bot can’t post in that channel. If it should, add it again';
const AGAIN = 'Slack will resend the event';
const TOKENS =
  'Copy SLACK_BOT_TOKEN again from https://api.slack.com/apps > your app > OAuth & Permissions, SLACK_APP_TOKEN from Basic Information; if many workspaces install the app, have this one install it again';

type Body = Record<string, unknown>;

/** Two instances of the app on one store, and their clock. */
interface Scene {
  readonly slack: Slack;
  readonly first: RunningApp;
  /** Sends to either instance through a balancer. Socket Mode has none: Slack sends to the newest connection. */
  readonly second: RunningApp;
  pass(minutes: number): void;
  /** As Slack sends an event: again at once, after one and after five minutes, until it's acknowledged. */
  send(body: Body): Promise<boolean>;
}

interface Case extends FaultCase {
  /** Set if the fault differs, or doesn't exist, in the other mode. */
  readonly only?: Mode;
  readonly inject: (scene: Scene) => Promise<unknown>;
}

const PAUSES = [0, 1, 5];
const REASON = 'http_timeout';
const inMinutes = [...PAUSES.entries()].map(([index, minutes]) => ({
  minutes,
  retry: { number: index + 1, reason: REASON },
}));
/** The same message with a different event id. */
const renamed = (body: Body): Body => ({ ...body, event_id: `Ev${freshTs()}` });

const failing =
  (...failures: Parameters<Slack['fail']>[1][]) =>
  async ({ slack, send }: Scene) => {
    slack.fail('chat.postMessage', ...failures);
    await send(directMessage());
  };

const EVENTS: readonly Case[] = [
  {
    fault: 'an answered event is sent again at once, after one and after five minutes',
    person: ANSWERED,
    operator: [],
    async inject({ first, pass }) {
      const body = directMessage();
      await first.deliver(body);
      for (const { minutes, retry } of inMinutes) {
        pass(minutes);
        expect(await first.deliver(body, retry)).toMatchObject({ isAcknowledged: true });
      }
    },
  },
  {
    fault: 'the same, each time with a different event ID',
    person: ANSWERED,
    operator: [],
    async inject({ first, pass }) {
      const body = directMessage();
      await first.deliver(body);
      for (const { minutes, retry } of inMinutes) {
        pass(minutes);
        await first.deliver(renamed(body), retry);
      }
    },
  },
  {
    fault: 'the same, alternating between two instances',
    only: 'http',
    person: ANSWERED,
    operator: [],
    async inject({ first, second, pass }) {
      const body = directMessage();
      await first.deliver(body);
      for (const { minutes, retry } of inMinutes) {
        pass(minutes);
        await (retry.number % 2 === 1 ? second : first).deliver(body, retry);
      }
    },
  },
  {
    fault: 'eleven events for one message at the same moment, to two instances',
    only: 'http',
    person: ANSWERED,
    operator: [],
    async inject({ slack, first, second }) {
      const body = directMessage();
      const release = slack.hold('chat.postMessage');
      const all = Array.from({ length: 11 }, (_, index) => (index % 2 ? second : first).deliver(renamed(body)));
      await slack.until(() => slack.said().length > 0);
      release();
      expect((await Promise.all(all)).filter(({ isAcknowledged }) => !isAcknowledged)).toEqual([]);
    },
  },
  {
    fault: 'an event is sent again to another instance while it’s being answered',
    only: 'http',
    person: ANSWERED,
    operator: [],
    async inject({ slack, first, second }) {
      const body = directMessage();
      const release = slack.hold('chat.postMessage');
      const both = [first.deliver(body)];
      await slack.until(() => slack.said().length > 0);
      both.push(second.deliver(body, { number: 1, reason: REASON }));
      release();
      await Promise.all(both);
    },
  },
  {
    fault: 'the second delivery of an event arrives before the first',
    only: 'http',
    person: ANSWERED,
    operator: [],
    async inject({ first, second }) {
      const body = directMessage();
      await second.deliver(body, { number: 1, reason: REASON });
      await first.deliver(body);
    },
  },
  {
    fault: 'two messages arrive in the wrong order (each gets an answer)',
    person: 'the answer, 2 times',
    operator: [],
    async inject({ first }) {
      const [earlier, later] = [directMessage(), directMessage()];
      await first.deliver(later);
      await first.deliver(earlier);
    },
  },
];

const CALLS: readonly Case[] = [
  {
    fault: 'too many calls: Slack asks to wait a second',
    person: ANSWERED,
    operator: [],
    inject: failing({ status: 429, headers: { 'retry-after': '1' } }),
  },
  {
    fault: 'too many calls: Slack asks to wait an hour',
    person: ANSWERED,
    operator: [`error surface=message code=ratelimited ${BUSY}. ${AGAIN}`],
    inject: failing({ status: 429, headers: { 'retry-after': '3600' } }),
  },
  {
    fault: 'too many calls: Slack doesn’t say how long to wait',
    person: ANSWERED,
    operator: [`error surface=message code=ratelimited ${BUSY}. ${AGAIN}`],
    inject: failing({ status: 429 }),
  },
  {
    fault: 'Slack answers the post with status 500',
    person: ANSWERED,
    operator: [`error surface=message code=http_500 ${NETWORK}. ${AGAIN}`],
    inject: failing({ status: 500 }),
  },
  {
    fault: 'Slack answers the post with internal_error, three times',
    person: ANSWERED,
    operator: Array.from({ length: 3 }, () => `error surface=message code=internal_error ${BUSY}. ${AGAIN}`),
    inject: failing(...Array.from({ length: 3 }, () => ({ error: 'internal_error' }))),
  },
  {
    fault: 'Slack answers every attempt with status 500, for more than six minutes',
    person: 'nothing',
    operator: Array.from({ length: 4 }, () => `error surface=message code=http_500 ${NETWORK}. ${AGAIN}`),
    inject: failing(...Array.from({ length: 4 }, () => ({ status: 500 }))),
  },
  {
    fault: 'a page of HTML instead of Slack’s response',
    person: ANSWERED,
    operator: [`error surface=message code=unreadable_response ${NETWORK}. ${AGAIN}`],
    inject: failing({ status: 200, body: '<html><body>Please log in to the proxy</body></html>' }),
  },
  {
    fault: 'the connection breaks before Slack has received the post',
    person: ANSWERED,
    operator: [`error surface=message code=UND_ERR_SOCKET ${NETWORK}. ${AGAIN}`],
    inject: failing({ reset: 'before' }),
  },
  {
    fault: 'the connection breaks after Slack has accepted the post',
    person: ANSWERED,
    operator: [`error surface=message code=UND_ERR_SOCKET ${NETWORK}. ${AGAIN}`],
    inject: failing({ reset: 'after' }),
  },
  {
    fault: 'Slack has accepted the post, and its response breaks off halfway',
    person: ANSWERED,
    operator: [`error surface=message code=UND_ERR_SOCKET ${NETWORK}. ${AGAIN}`],
    inject: failing({ reset: 'halfway' }),
  },
  {
    fault: 'Slack is silent for ten seconds, but accepts the post',
    only: 'http',
    person: ANSWERED,
    operator: [
      'warn code=slow_answer An answer took longer than 3 s. Slack will resend the event',
      `error surface=message code=TimeoutError ${NETWORK}. ${AGAIN}`,
    ],
    async inject({ slack, first }) {
      const body = directMessage();
      const release = slack.hold('chat.postMessage');
      const once = await first.deliver(body);
      expect(once).toMatchObject({ isAcknowledged: false });
      const again = first.deliver(body, { number: 1, reason: REASON });
      await slack.until(() => slack.said().length > 1);
      release();
      expect(await again).toMatchObject({ isAcknowledged: true });
    },
  },
  {
    fault: 'the token is revoked',
    person: 'nothing',
    operator: Array.from({ length: 4 }, () => `error surface=message code=token_revoked ${TOKENS}. ${AGAIN}`),
    inject: failing(...Array.from({ length: 4 }, () => ({ error: 'token_revoked' }))),
  },
  {
    fault: 'the app is uninstalled while it answers',
    person: 'nothing',
    operator: Array.from({ length: 4 }, () => `error surface=message code=account_inactive ${TOKENS}. ${AGAIN}`),
    inject: failing(...Array.from({ length: 4 }, () => ({ error: 'account_inactive' }))),
  },
  {
    fault: 'the bot is removed from the channel of a mention before it has answered',
    person: '“I can’t answer in that channel because I’m not in it. Add me with /invite, or ask me here.”',
    operator: [`warn surface=mention code=not_in_channel Told the person in a direct message. ${ROOM}`],
    async inject({ slack, send }) {
      slack.leave(CHANNEL);
      const body = mention();
      await send(body);
      await send(renamed(body));
    },
  },
  {
    fault: 'the channel of a mention is archived before the bot has answered',
    person: '“I can’t answer in that channel: it’s archived or limits who can post. You can ask me here.”',
    operator: [`warn surface=mention code=is_archived Told the person in a direct message. ${ROOM}`],
    async inject({ slack, send }) {
      slack.archive(CHANNEL);
      await send(mention());
    },
  },
];

const told = (surface: string, code: string, advice: string): string =>
  `warn surface=${surface} code=${code} Told the person in a direct message. ${advice}`;
const SORRY = '“Something went wrong and I couldn’t answer. Please try again in a moment.”';
const replying =
  (failure: Parameters<Slack['fail']>[1]) =>
  async ({ slack, first }: Scene) => {
    slack.fail('response_url', failure);
    await first.deliver(messageShortcut('answer_message'));
  };

/** Slack sends shortcuts only once, so that what fails is said at once. */
const REPLIES: readonly Case[] = [
  {
    fault: 'Slack no longer takes the reply to a shortcut (status 404)',
    person: ANSWERED,
    operator: [
      told(
        '"message shortcut"',
        'response_url_404',
        'Slack no longer takes replies to this click or command: they end after 30 minutes or 5 replies, and with their channel. No action needed',
      ),
    ],
    inject: replying({ status: 404 }),
  },
  {
    fault: 'Slack takes no reply to a shortcut since there were too many (status 429)',
    person: ANSWERED,
    operator: [told('"message shortcut"', 'response_url_429', BUSY)],
    inject: replying({ status: 429 }),
  },
  {
    fault: 'Slack answers the reply to a shortcut with status 500',
    person: SORRY,
    operator: [told('"message shortcut"', 'response_url_500', BUSY)],
    inject: replying({ status: 500 }),
  },
  {
    fault: 'the connection breaks before Slack has received the reply to a shortcut',
    person: SORRY,
    operator: [told('"message shortcut"', 'UND_ERR_SOCKET', NETWORK)],
    inject: replying({ reset: 'before' }),
  },
  {
    fault: 'the connection breaks after Slack has accepted the reply to a shortcut',
    person: `${ANSWERED}, then ${SORRY}`,
    operator: [told('"message shortcut"', 'UND_ERR_SOCKET', NETWORK)],
    inject: replying({ reset: 'after' }),
  },
  {
    fault: 'Slack doesn’t open the window to ask in, in time',
    person: '“If the window didn’t open, please try again, or ask me here.”',
    operator: [
      told(
        'form',
        'expired_trigger_id',
        'Slack only lets a window open within 3 s. If this continues, check the load on this machine',
      ),
    ],
    async inject({ slack, first }) {
      slack.fail('views.open', { error: 'expired_trigger_id' });
      await first.deliver(globalShortcut('ask_question'));
    },
  },
];

const chapter = openChapter('Slack’s events and calls');

describe.each(MODES)('over %s', (mode: Mode) => {
  let scene: Scene;
  const stores: Store[] = [];
  beforeEach(async () => {
    const slack = await startSlack();
    const file = freshFile();
    let clock = Date.UTC(2026, 4, 10, 12);
    const start = async () => {
      const store = await freshStore({ file, now: () => clock });
      stores.push(store);
      return startApp(mode, { slack, store });
    };
    const first = await start();
    const second = mode === 'http' ? await start() : first;
    const pass = (minutes: number): void => {
      clock += minutes * 60_000;
      slack.pass(minutes * 60);
    };
    const send = async (body: Body): Promise<boolean> => {
      if ((await first.deliver(body)).isAcknowledged) return true;
      for (const { minutes, retry } of inMinutes) {
        pass(minutes);
        if ((await first.deliver(body, retry)).isAcknowledged) return true;
      }
      return false;
    };
    scene = { slack, first, second, pass, send };
  });
  afterEach(async () => {
    await Promise.all([scene.first.stop(), scene.second.stop()]);
    for (const store of stores.splice(0)) await store.close();
    await scene.slack.stop();
  });

  const cases = [...EVENTS, ...CALLS, ...REPLIES].filter(({ only = mode }) => only === mode);
  it.each(cases)('$fault: $person', async ({ inject, ...expected }) => {
    const { slack, first, second } = scene;
    await inject(scene);
    await Promise.all([first.settled(), second.settled()]);
    const lines = first === second ? first.lines : [...first.lines, ...second.lines];
    expect(lines.join('\n')).not.toMatch(new RegExp(`${QUESTION.slice(0, -1)}|${PERSON}|${DIRECT}|xox|xapp|proxy</`));
    const messages = [...slack.messagesIn(CHANNEL), ...slack.ephemeralsFor(PERSON), ...slack.messagesIn(DIRECT)];
    chapter.note(expected, { person: describeMessages(messages, ANSWER), operator: operatorLines(lines) });
  });
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());
