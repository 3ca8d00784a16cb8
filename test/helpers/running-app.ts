// The real app with Bolt's real receivers, in front of the stand-in for Slack, in either mode.
import { createHmac } from 'node:crypto';
import type { Bot } from '../../src/bot.js';
import type { Config } from '../../src/config.js';
import { createApp } from '../../src/slack/app.js';
import type { HeldApp } from '../../src/slack/held-app.js';
import { createLog } from '../../src/slack/logger.js';
import type { Store } from '../../src/store.js';
import { tinyStore } from '../../src/tiny-store.js';
import { createHands } from './hands.js';
import { command } from './payloads.js';
import {
  APP_TOKEN,
  BOT,
  type Envelope,
  type Receipt,
  type Slack,
  startSlack,
  type WorkspaceOptions,
} from './slack-stand-in.js';
import { tinyBot } from './tiny-bot.js';

export const SIGNING_SECRET = 'fake-signing-secret';
export type Mode = Config['mode'];
export const MODES: readonly Mode[] = ['http', 'socket'];

type Body = Record<string, unknown>;
export interface Retry {
  readonly number: number;
  readonly reason: string;
}

/** What a test can have otherwise. */
export interface Setting {
  readonly bot?: Bot;
  /** What the app remembers, for what happens over a restart. */
  readonly store?: Store;
  /** Who sees the report in the Home. */
  readonly admins?: readonly string[];
  /** Whether the app believes to be an agent; as the workspace has it unless said otherwise. */
  readonly isAgent?: boolean;
  /** A stand-in that runs already and outlives the app, for what happens over a restart. */
  readonly slack?: Slack;
  /** What kind of workspace a new stand-in is. */
  readonly workspace?: WorkspaceOptions;
}

/** Starts stand-in and app; `deliver` sends a payload as Slack does and waits for what becomes of it. */
export async function startApp(mode: Mode, setting: Setting = {}) {
  const { bot = tinyBot, store = tinyStore(), admins = [], workspace, isAgent = workspace?.isAgent ?? false } = setting;
  const slack = setting.slack ?? (await startSlack(workspace));
  const lines: string[] = [];
  const common = { botToken: BOT.token, apiUrl: slack.apiUrl, logLevel: 'debug' as const, admins, isAgent };
  const config: Config =
    mode === 'http'
      ? { ...common, mode, signingSecret: SIGNING_SECRET, port: 0 }
      : { ...common, mode, appToken: APP_TOKEN, ignoresSigningSecret: false };
  const app = createApp(
    config,
    bot,
    store,
    createLog('debug', (line) => lines.push(line)),
  );
  const failed = watchFailures(app.bolt);
  const standing = await app.start();
  const port = Number(/\d+$/.exec(standing.where)?.[0]);
  const viaSocket = async (body: Body, retry?: Retry): Promise<Receipt> => {
    const id = slack.send(envelope(body, retry));
    const acknowledged = slack.acknowledgement(id).then((payload) => ({ isAcknowledged: true, payload }));
    // A late acknowledgement would arrive before that of a command sent after the failure.
    const refused = failed(body)
      .then(() => slack.acknowledgement(slack.send(envelope(command()))))
      .then(() => ({ isAcknowledged: slack.isAcknowledged(id) }));
    return Promise.race([acknowledged, refused]);
  };
  const deliver = async (body: Body, retry?: Retry): Promise<Receipt> => {
    const stamped = slack.stamp(body);
    const receipt = await (mode === 'http' ? postSigned(port, stamped, retry) : viaSocket(stamped, retry));
    slack.take(stamped, receipt);
    return receipt;
  };
  return {
    slack,
    app,
    lines,
    standing,
    deliver,
    ...createHands(slack, deliver),
    /** Resolves when the app has finished everything that it was given. */
    settled: () => app.bolt.drained(),
    port,
    async stop(): Promise<void> {
      await app.stop(1_000);
      if (setting.slack === undefined) await slack.stop();
    },
  };
}

export type RunningApp = Awaited<ReturnType<typeof startApp>>;

/** Tells when the app fails on a payload: in Socket Mode Slack sees no more of that than an acknowledgement missing. */
function watchFailures(bolt: HeldApp): (body: Body) => Promise<void> {
  const waiting = new Map<unknown, () => void>();
  const process = bolt.processEvent.bind(bolt);
  bolt.processEvent = (event) =>
    process(event).catch((error) => {
      waiting.get(event.body.event_id)?.();
      throw error;
    });
  return ({ event_id }) => new Promise((resolve) => waiting.set(event_id, resolve));
}

/** The Socket Mode envelope around a payload. */
export function envelope(payload: Body, retry?: Retry): Envelope {
  const type = 'event' in payload ? 'events_api' : 'command' in payload ? 'slash_commands' : 'interactive';
  return { type, payload, ...(retry === undefined ? {} : { retry_attempt: retry.number, retry_reason: retry.reason }) };
}

/** Posts a payload to the app's HTTP address, signed as Slack signs. `secret` and `age` (s) are there to get it wrong. */
export async function postSigned(
  port: number,
  body: Body,
  retry?: Retry,
  { secret = SIGNING_SECRET, age = 0 } = {},
): Promise<Receipt> {
  const isEvent = 'event' in body;
  const fields = 'command' in body ? (body as Record<string, string>) : { payload: JSON.stringify(body) };
  const raw = isEvent ? JSON.stringify(body) : new URLSearchParams(fields).toString();
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${raw}`).digest('hex');
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...(retry === undefined ? {} : { 'x-slack-retry-num': `${retry.number}`, 'x-slack-retry-reason': retry.reason }),
    },
    body: raw,
  });
  const text = await response.text();
  const payload: unknown = text.startsWith('{') ? JSON.parse(text) : text;
  return { isAcknowledged: response.status === 200, status: response.status, payload };
}

/** What a message says, as its top-level text. */
export function texts(calls: readonly { args: Record<string, unknown> }[]): unknown[] {
  return calls.map(({ args }) => args.text);
}

export type { Receipt, Slack };
