// Receives in Socket Mode: this process calls Slack, and ends if Slack refuses the connection for good.
import { type Logger, webApi } from '@slack/bolt';
import type { Dispatcher } from 'undici';
import type { SocketConfig } from '../../config/slack-config.js';
import type { Log } from '../../operations/log.js';
import { describeFailure, TEMPORARY_REFUSALS } from '../slack-errors.js';
import { reportUnlessLeft, type SlackReceiver } from './receivers.js';
import { SocketConnection } from './socket-connection.js';

/** An unreachable Slack is tried for about five minutes; then the process ends and its supervisor starts another. */
const RECONNECT = { retries: 35, factor: 1.3, minTimeout: 1_000, maxTimeout: 10_000 };

const OK = 200;

/** Receives in Socket Mode, where each envelope is acknowledged separately. `dispatcher` leads through a proxy. */
export function createSocketReceiver(
  config: SocketConfig,
  clientOptions: webApi.WebClientOptions,
  log: Log,
  logger: Logger,
  dispatcher?: Dispatcher,
): SlackReceiver {
  let tellLost: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    tellLost = reject;
  });
  lost.catch(() => undefined);
  const options = {
    appToken: config.appToken,
    logger,
    ...(dispatcher && { dispatcher }),
    installerOptions: {
      clientOptions: {
        ...clientOptions,
        retryConfig: RECONNECT,
        fetch: watchRefusals(log, tellLost, clientOptions.fetch ?? fetch),
      },
    },
    processEventErrorHandler: async ({ error }: { error: Error }) => {
      reportUnlessLeft(error, log);
      return false;
    },
  };
  const connection = new SocketConnection(options, log, tellLost);
  return {
    receiver: {
      init: (app) => connection.init(app),
      start: () => connection.open(),
      stop: () => connection.close(),
    },
    async open() {
      await Promise.race([connection.open(), lost]);
      return 'connected by WebSocket';
    },
    isOpen: () => connection.isOpen(),
    whyNotOpen: () => connection.failure()?.cause,
    // The WebSocket stays open for pending acknowledgements.
    async close(drained) {
      await drained;
      await connection.close();
    },
    lost,
  };
}

/**
 * A fetch that reports if Slack refuses the connection for good. The client knows five such refusals and retries
 * for ever after all others, such as a missing scope.
 */
function watchRefusals(log: Log, tellLost: (error: Error) => void, call: webApi.FetchFunction): webApi.FetchFunction {
  const warnOfRetry = (error: unknown): void => {
    const { code, advice } = describeFailure(error);
    log.warn(`No connection to Slack yet. Trying again. ${advice}`, { code });
  };
  const noteRefusal = (body: string): void => {
    const result = parse(body);
    if (!isRefused(result)) return;
    const refusal = new webApi.WebAPIPlatformError(result);
    if (TEMPORARY_REFUSALS.includes(result.error)) warnOfRetry(refusal);
    else tellLost(refusal);
  };
  return async (url, init) => {
    const response = await call(url, init).catch((error) => {
      const failure = new webApi.WebAPIRequestError(error);
      warnOfRetry(failure);
      throw failure;
    });
    if (response.status !== OK) {
      warnOfRetry(new webApi.WebAPIHTTPError(response.status, response.statusText, {}, ''));
      return response;
    }
    const read = response.text.bind(response);
    response.text = async () => {
      const body = await read();
      noteRefusal(body);
      return body;
    };
    return response;
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isRefused(result: unknown): result is { ok: false; error: string } {
  if (typeof result !== 'object' || result === null) return false;
  return 'ok' in result && result.ok === false && 'error' in result && typeof result.error === 'string';
}
