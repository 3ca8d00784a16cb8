// Runs the real app with Bolt's real receivers on the emulator, over HTTP or Socket Mode.
import type { Bot } from '../../src/answering/bot.js';
import type { Config } from '../../src/config/slack-config.js';
import { createLog } from '../../src/operations/log.js';
import { createApp } from '../../src/slack/app.js';
import type { AckWhenAnsweredApp } from '../../src/slack/connection/ack-when-answered.js';
import type { Store } from '../../src/store/store.js';
import { type Body, connectToApp, type Mode, SIGNING_SECRET } from './connect-to-app.js';
import { freshStore } from './fresh-store.js';
import { APP_TOKEN, BOT, type Slack, startSlack, type WorkspaceOptions } from './slack-emulator.js';
import { tinyBot } from './tiny-bot.js';

export { envelope, MODES, type Mode, postSigned, SIGNING_SECRET } from './connect-to-app.js';

/** What a test can change. */
export interface Setting {
  readonly bot?: Bot;
  /** The app's store, to test a restart. */
  readonly store?: Store;
  /** Who sees the report in the Home tab. */
  readonly admins?: readonly string[];
  /** Whether the app is set up as an agent; by default, whatever the workspace is. */
  readonly isAgent?: boolean;
  /** An emulator that outlives the app, to test a restart. */
  readonly slack?: Slack;
  /** The app's clock, in milliseconds. */
  readonly now?: () => number;
  /** The kind of workspace for a new emulator. */
  readonly workspace?: WorkspaceOptions;
}

/** Starts the emulator and the app, and connects them. */
export async function startApp(mode: Mode, setting: Setting = {}) {
  const { bot = tinyBot, admins = [], workspace, isAgent = workspace?.isAgent ?? false } = setting;
  const store = setting.store ?? (await freshStore());
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
    setting.now,
  );
  const failed = watchFailures(app.bolt);
  const standing = await app.start();
  const port = Number(/\d+$/.exec(standing.where)?.[0]);
  const line = connectToApp(mode, slack, port, failed);
  return {
    slack,
    app,
    lines,
    standing,
    ...line,
    /** Resolves when the app has finished everything it was given. */
    settled: () => app.bolt.drained(),
    port,
    async stop(): Promise<void> {
      await app.stop(1_000);
      if (setting.store === undefined) await store.close();
      if (setting.slack === undefined) await slack.stop();
    },
  };
}

export type RunningApp = Awaited<ReturnType<typeof startApp>>;

/** Resolves when the app fails on a payload. In Socket Mode, Slack only sees that an acknowledgement is missing. */
function watchFailures(bolt: AckWhenAnsweredApp): (body: Body) => Promise<void> {
  const waiting = new Map<unknown, () => void>();
  const process = bolt.processEvent.bind(bolt);
  bolt.processEvent = (event) =>
    process(event).catch((error) => {
      waiting.get(event.body.event_id)?.();
      throw error;
    });
  return ({ event_id }) => new Promise((resolve) => waiting.set(event_id, resolve));
}

/** The top-level text of each message. */
export function texts(calls: readonly { args: Record<string, unknown> }[]): unknown[] {
  return calls.map(({ args }) => args.text);
}

export type { Receipt, Slack } from './slack-emulator.js';
