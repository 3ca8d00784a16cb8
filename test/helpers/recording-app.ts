// A small Bolt app that knows nothing of careers: it records what it gets and answers as a test asks it to.

import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import { connectToApp, type Mode, SIGNING_SECRET } from './connect-to-app.js';
import { APP_TOKEN, BOT, startSlack } from './slack-emulator.js';

type Fields = Record<string, unknown>;
interface Way {
  readonly body: Fields;
  readonly respond: (answer: Fields) => Promise<unknown>;
}

interface Listened extends Way {
  readonly ack?: (answer?: unknown) => Promise<void>;
}

/** Starts it on an emulator of its own, connected to it. */
export async function startRecordingApp(mode: Mode) {
  const slack = await startSlack();
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const logLevel = LogLevel.ERROR;
  const http = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logLevel });
  const socket = new SocketModeReceiver({ appToken: APP_TOKEN, logLevel, installerOptions: { clientOptions } });
  const app = new App({
    receiver: mode === 'http' ? http : socket,
    authorize: async () => ({ botToken: BOT.token, botId: BOT.botId, botUserId: BOT.userId }),
    clientOptions,
    logLevel,
  });
  const heard: Fields[] = [];
  let answer: unknown;
  let afterwards: (way: Way) => Promise<unknown> = async () => undefined;
  const hear = async (way: object): Promise<void> => {
    const { body, ack, respond } = way as Listened;
    heard.push(body);
    if (answer === undefined) await ack?.();
    else await ack?.(answer);
    await afterwards({ body, respond });
  };
  app.command(/./, hear);
  app.action(/./, hear);
  app.shortcut(/./, hear);
  app.view(/./, hear);
  app.view({ callback_id: /./, type: 'view_closed' }, hear);
  app.event('app_home_opened', hear);
  let port = 0;
  if (mode === 'http') {
    const address: AddressInfo | string | null = (await http.start(0)).address();
    port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  } else await socket.start();
  return {
    slack,
    heard,
    client: new webApi.WebClient(BOT.token, { ...clientOptions, logLevel }),
    /** Sets what the next payloads are acknowledged with, and what is done after that. */
    answerWith(acknowledgement: unknown, next: typeof afterwards = async () => undefined): void {
      answer = acknowledgement;
      afterwards = next;
    },
    ...connectToApp(mode, slack, port),
    async stop(): Promise<void> {
      if (mode === 'http') await http.stop();
      else await socket.client.disconnect();
      await slack.stop();
    },
  };
}

export type RecordingApp = Awaited<ReturnType<typeof startRecordingApp>>;
