// Watches one attempt to open a WebSocket and says why it failed, as far as undici's diagnostics channels know.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { field, text } from '../inbound/payload.js';

/** Why no WebSocket opened: a code for the log, and a cause in words without secrets. */
export interface SocketFailure {
  readonly code: string;
  readonly cause: string;
}

/** One attempt that is watched. */
export interface SocketWatch {
  /** What is known so far; without any sign, that it was silent. */
  failure(): SocketFailure;
  stop(): void;
}

/** How long Slack may take from the address to its hello; it usually takes less than one second. */
export const LONGEST_SILENCE_MS = 20_000;

export const SILENT: SocketFailure = {
  code: 'no_hello',
  cause: `it stayed silent for ${LONGEST_SILENCE_MS / 1000} s`,
};
const UNKNOWN: SocketFailure = { code: 'websocket_failed', cause: 'it failed before Slack said hello' };
const CERTIFICATE = 'its certificate is not trusted; if a proxy opens TLS, set NODE_EXTRA_CA_CERTS';

const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was reset',
  UND_ERR_SOCKET: 'the connection was closed',
  ENOTFOUND: 'its name could not be resolved',
  EAI_AGAIN: 'its name could not be resolved',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to it',
  ETIMEDOUT: 'nothing answered',
  UND_ERR_CONNECT_TIMEOUT: 'nothing answered',
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
};

/** A proxy's response instead of a tunnel is only in the words of the error. */
const PROXY_STATUS = /Proxy response \((\d{3})\)/;

/** Starts to watch connections to the host of this address. */
export function watchSocket(address: string): SocketWatch {
  const { host } = new URL(address);
  let failure = UNKNOWN;
  const onError = (message: unknown): void => {
    if (hostOf(message) === host) failure = failureOf(field(message, 'error'));
  };
  const onHeaders = (message: unknown): void => {
    const status = field(field(message, 'response'), 'statusCode');
    if (hostOf(message) !== host || typeof status !== 'number' || status === SWITCHING) return;
    failure = { code: `http_${status}`, cause: `it was answered with status ${status}` };
  };
  const listeners = [
    ['undici:client:connectError', onError],
    ['undici:request:error', onError],
    ['undici:request:headers', onHeaders],
  ] as const;
  for (const [name, listener] of listeners) subscribe(name, listener);
  return {
    failure: () => failure,
    stop() {
      for (const [name, listener] of listeners) unsubscribe(name, listener);
    },
  };
}

/** The status by which a server opens a WebSocket. */
const SWITCHING = 101;

/** The host in a message of a channel. */
function hostOf(message: unknown): string | undefined {
  const origin = text(field(message, 'request'), 'origin');
  if (origin !== undefined && URL.canParse(origin)) return new URL(origin).host;
  return text(field(message, 'connectParams'), 'host');
}

function failureOf(error: unknown): SocketFailure {
  const status = PROXY_STATUS.exec(text(error, 'message') ?? '')?.[1];
  if (status !== undefined) return { code: `proxy_${status}`, cause: `the proxy answered with status ${status}` };
  const code = text(error, 'code') ?? UNKNOWN.code;
  return { code, cause: CAUSES[code] ?? UNKNOWN.cause };
}
