// The lines to Slack: Bolt's receivers, for HTTP and for Socket Mode, set up so that a failure is seen by Slack.
import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { CustomRoute, Logger, Receiver, webApi } from '@slack/bolt';
import type { HttpConfig, OAuthConfig, SocketConfig } from '../../config/slack-config.js';
import type { Log } from '../../operations/log.js';
import { bolt } from '../bolt.js';
import { describeFailure, PASSING } from '../slack-errors.js';
import { LeftToSlackError, NoPayloadError } from './ack-when-answered.js';
import { guardFrontDoor } from './request-guard.js';
import { guardLine } from './socket-guard.js';

/** A receiver and how it is opened; `open` resolves to where it listens, in words. */
export interface Line {
  readonly receiver: Receiver;
  open(): Promise<string>;
  /** Takes nothing new, and ends once `drained` says that all answers are handed over. */
  close(drained: Promise<void>): Promise<void>;
  isOpen(): boolean;
  /** Rejects when Slack closes the line for good. */
  readonly lost: Promise<never>;
}

/** Slack calls this process. What is not answered with 200 is sent again. `customRoutes` are pages besides. */
export function httpLine(
  config: HttpConfig | OAuthConfig,
  log: Log,
  logger: Logger,
  customRoutes: CustomRoute[] = [],
): Line {
  const receiver = new bolt.HTTPReceiver({
    signingSecret: config.signingSecret,
    logger,
    customRoutes,
    // Slack has given up on this request and will send it again, but the answer under way is still handed over.
    unhandledRequestHandler: () =>
      log.warn('An answer took longer than 3 s; Slack will ask again', { code: 'slow_answer' }),
    processEventErrorHandler: async ({ error, response }) => {
      reportUnlessLeft(error, log);
      if (!response.headersSent) response.writeHead(error instanceof NoPayloadError ? 400 : 500).end();
      return true;
    },
    dispatchErrorHandler: ({ response }) => response.writeHead(404).end(),
  });
  guardFrontDoor(receiver, config.signingSecret, log);
  let server: Server | undefined;
  const underWay = new Set<ServerResponse>();
  let isClosing = false;
  return {
    receiver,
    async open() {
      server = await receiver.start(config.port, { keepAliveTimeout: IDLE_MS });
      server.prependListener('request', (_, response) => {
        if (isClosing) sayLast(response);
        else underWay.add(response.once('close', () => underWay.delete(response)));
      });
      const address: AddressInfo | string | null = server.address();
      return `listening on port ${typeof address === 'object' ? address?.port : address}`;
    },
    isOpen: () => server?.listening === true,
    async close(drained) {
      if (server === undefined) return;
      isClosing = true;
      for (const response of underWay) sayLast(response);
      const closed = once(server, 'close');
      // Not the HTTP server's own close, which cuts connections on which a request may be on its way.
      NetServer.prototype.close.call(server);
      await pause(LAST_WORDS_MS);
      await drained;
      // Connections that Slack keeps open for later would hold the end up for seconds.
      setImmediate(() => server?.closeIdleConnections());
      await closed;
    },
    lost: new Promise(() => undefined),
  };
}

/**
 * Longer than balancers keep a connection open in which nothing happens: one minute most of them, ten Google's. Whoever
 * closes first must be the one who sends, or a question is lost on a connection that was just being closed.
 */
const IDLE_MS = 650_000;

/** What is on its way on an open connection still comes in, and is answered as the last one on it. */
const LAST_WORDS_MS = 25;

/** Tells a balancer to send its next request on another connection, for this one is about to end. */
function sayLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

/** What fails before or after the listeners, a payload that Bolt cannot read for instance, is reported here. */
function reportUnlessLeft(error: Error, log: Log): void {
  if (error instanceof LeftToSlackError) return;
  const { code, advice } = describeFailure(error);
  log.error(advice, { code });
}

/** An unreachable Slack is tried for about five minutes; then the process ends and its supervisor begins anew. */
const RECONNECT = { retries: 35, factor: 1.3, minTimeout: 1_000, maxTimeout: 10_000 };

const OK = 200;

/** This process calls Slack, whose envelopes are acknowledged one by one. */
export function socketLine(
  config: SocketConfig,
  clientOptions: webApi.WebClientOptions,
  log: Log,
  logger: Logger,
  call: typeof fetch = fetch,
): Line {
  let tellLost: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    tellLost = reject;
  });
  lost.catch(() => undefined);
  const receiver = new bolt.SocketModeReceiver({
    appToken: config.appToken,
    logger,
    installerOptions: {
      clientOptions: {
        ...clientOptions,
        retryConfig: RECONNECT,
        fetch: watchingFetch(log, tellLost, call),
      },
    },
    processEventErrorHandler: async ({ error }) => {
      reportUnlessLeft(error, log);
      return false;
    },
  });
  guardLine(receiver.client, log);
  return {
    receiver,
    async open() {
      await Promise.race([receiver.start(), lost]);
      return 'connected by WebSocket';
    },
    isOpen: () => receiver.client.websocket?.isActive() === true,
    // The WebSocket stays open for the acknowledgements that are still due.
    async close(drained) {
      await drained;
      await receiver.client.disconnect();
    },
    lost,
  };
}

/**
 * A fetch that tells when Slack refuses the connection for good. The client knows five such refusals and goes on trying
 * for ever after all others, a missing scope for instance.
 */
function watchingFetch(log: Log, tellLost: (error: Error) => void, call: typeof fetch): webApi.FetchFunction {
  const tryAgain = (error: unknown): void => {
    const { code, advice } = describeFailure(error);
    log.warn(`No connection to Slack yet, trying again. ${advice}`, { code });
  };
  return async (url, init) => {
    const response = await call(url, init).catch((error) => {
      const failure = new bolt.webApi.WebAPIRequestError(error);
      tryAgain(failure);
      throw failure;
    });
    if (response.status !== OK) {
      tryAgain(new bolt.webApi.WebAPIHTTPError(response.status, response.statusText, {}, ''));
      return response;
    }
    const result: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (!isRefusal(result)) return response;
    const refusal = new bolt.webApi.WebAPIPlatformError(result);
    if (PASSING.includes(result.error)) tryAgain(refusal);
    else tellLost(refusal);
    return response;
  };
}

function isRefusal(result: unknown): result is { ok: false; error: string } {
  if (typeof result !== 'object' || result === null) return false;
  return 'ok' in result && result.ok === false && 'error' in result && typeof result.error === 'string';
}
