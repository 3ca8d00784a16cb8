// Sets up Bolt's HTTPReceiver: Slack calls this process, sees each failure, and nothing is lost at a stop.
import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type CustomRoute, HTTPReceiver, type Logger } from '@slack/bolt';
import type { HttpConfig, OAuthConfig } from '../../config/slack-config.js';
import type { Log } from '../../operations/log.js';
import { UnreadablePayloadError } from './ack-when-answered.js';
import { reportUnlessLeft, type SlackReceiver } from './receivers.js';
import { guardRequests } from './request-guard.js';

/**
 * Longer than balancers keep an idle connection open: most of them one minute, Google's ten. The sender must
 * be the one to close it, or a question is lost on a connection that was just being closed.
 */
const IDLE_MS = 650_000;

/** A request already on an open connection still arrives, and is answered as the last one on it. */
const LAST_REQUESTS_MS = 25;

/** Receives over HTTP. Slack sends everything again that isn't answered with 200. `customRoutes` are additional pages. */
export function createHttpReceiver(
  config: HttpConfig | OAuthConfig,
  log: Log,
  logger: Logger,
  customRoutes: CustomRoute[] = [],
): SlackReceiver {
  const receiver = new HTTPReceiver({
    signingSecret: config.signingSecret,
    logger,
    customRoutes,
    // Slack has given up on this request and will send it again, but the answer is still delivered.
    unhandledRequestHandler: () =>
      log.warn('An answer took longer than 3 s. Slack will resend the event', { code: 'slow_answer' }),
    processEventErrorHandler: async ({ error, response }) => {
      reportUnlessLeft(error, log);
      if (!response.headersSent) response.writeHead(error instanceof UnreadablePayloadError ? 400 : 500).end();
      return true;
    },
    dispatchErrorHandler: ({ response }) => response.writeHead(404).end(),
  });
  guardRequests(receiver, config.signingSecret, log);
  return {
    receiver,
    ...serverOf(receiver, config.port),
    whyNotOpen: () => undefined,
    lost: new Promise(() => undefined),
  };
}

/** Opens and closes the receiver's server. */
function serverOf(receiver: HTTPReceiver, port: number): Pick<SlackReceiver, 'open' | 'isOpen' | 'close'> {
  let server: Server | undefined;
  const underWay = new Set<ServerResponse>();
  let isClosing = false;
  return {
    async open() {
      server = await receiver.start(port, { keepAliveTimeout: IDLE_MS });
      server.prependListener('request', (_, response) => {
        if (isClosing) makeLastResponse(response);
        else underWay.add(response.once('close', () => underWay.delete(response)));
      });
      const address: AddressInfo | string | null = server.address();
      return `listening on port ${typeof address === 'object' ? address?.port : address}`;
    },
    isOpen: () => server?.listening === true,
    async close(drained) {
      if (server === undefined) return;
      isClosing = true;
      for (const response of underWay) makeLastResponse(response);
      const closed = once(server, 'close');
      // Not the HTTP server's own close, which cuts connections on which a request may be arriving.
      NetServer.prototype.close.call(server);
      await pause(LAST_REQUESTS_MS);
      await drained;
      // Connections that Slack keeps open would delay the end by seconds.
      setImmediate(() => server?.closeIdleConnections());
      await closed;
    },
  };
}

/** Tells a balancer to use another connection for its next request, since this one will close. */
function makeLastResponse(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
