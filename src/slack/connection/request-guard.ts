// Refuses requests that Slack never sends, since some of them would crash the process within Bolt.
import type { IncomingMessage } from 'node:http';
import { type BufferedIncomingMessage, HTTPModuleFunctions, type HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { field } from '../inbound/payload.js';
import { describeFailure } from '../slack-errors.js';
import { UnreadablePayloadError } from './ack-when-answered.js';

/** Where Slack calls: Bolt's own default, and what the manifest for HTTP names. */
const EVENTS_PATH = '/slack/events';

/** Slack's payloads have a few kilobytes; a message of 40,000 characters has about 200. */
const BODY_LIMIT = 1024 * 1024;

/** Bolt refuses older requests; the same limit applies in the other direction. */
const MOST_SECONDS_AHEAD = 300;

/** Why a request is refused, and with which status. */
interface Refusal {
  readonly status: 400 | 401 | 413;
  readonly code: string;
  readonly advice: string;
}

const UNSIGNED: Refusal = {
  status: 401,
  code: 'bad_signature',
  advice: 'not signed by Slack, or signed more than 5 minutes ago. Check SLACK_SIGNING_SECRET if answers don’t arrive',
};
const EARLY: Refusal = {
  status: 401,
  code: 'from_the_future',
  advice: 'signed more than 5 minutes in the future. Check the clock of this machine',
};
const TOO_LARGE: Refusal = {
  status: 413,
  code: 'too_large',
  advice: 'Slack sends nothing this large. No action needed',
};
const CUT_OFF: Refusal = {
  status: 400,
  code: 'cut_off',
  advice: 'it ended too early. No action needed unless this continues',
};
const NO_PAYLOAD: Refusal = { status: 400, ...describeFailure(new UnreadablePayloadError()) };

/** Logs that a request was refused. */
function warnOf({ status, code, advice }: Refusal, log: Log): void {
  log.warn(`Refused a request (${status}): ${advice}`, { code });
}

/** The same for a request that Bolt itself has refused for its signature. */
export const warnOfUnsigned = (log: Log): void => warnOf(UNSIGNED, log);

/** Adds the check to a receiver that hasn't been started. */
export function guardRequests(receiver: HTTPReceiver, signingSecret: string, log: Log): void {
  const pass = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST' || pathOf(request) !== EVENTS_PATH) return pass(request, response);
    void refusalOf(request, signingSecret).then((refusal) => {
      if (refusal === undefined) return pass(request, response);
      warnOf(refusal, log);
      response.writeHead(refusal.status).end();
      // A body that wasn't read to its end would keep the connection's next request from being read.
      request.resume();
    });
  };
}

/** Read as Bolt reads it, so that Bolt can't understand any path differently. */
function pathOf({ url }: IncomingMessage): string {
  return new URL(url ?? '', 'http://localhost').pathname;
}

/** Requests that look normal are left to Bolt, which checks the signature. */
async function refusalOf(request: IncomingMessage, signingSecret: string): Promise<Refusal | undefined> {
  const { bufferIncomingMessage, parseAndVerifyHTTPRequest } = HTTPModuleFunctions;
  let buffered: BufferedIncomingMessage;
  try {
    // Bolt uses the body that was read here instead of reading it again.
    buffered = await bufferIncomingMessage(request, BODY_LIMIT);
  } catch (error) {
    return field(error, 'type') === 'entity.too.large' ? TOO_LARGE : CUT_OFF;
  }
  const isEarly = secondsAhead(request) > MOST_SECONDS_AHEAD;
  if (!isEarly && isPayload(buffered)) return undefined;
  try {
    await parseAndVerifyHTTPRequest({ enabled: true, signingSecret }, buffered);
  } catch {
    return UNSIGNED;
  }
  if (isEarly) return EARLY;
  return isPayload(buffered) ? undefined : NO_PAYLOAD;
}

function secondsAhead({ headers }: IncomingMessage): number {
  return Number(headers['x-slack-request-timestamp']) - Date.now() / 1000;
}

/** Anything that begins like this is an object, or Bolt itself refuses it as unreadable. */
const OBJECT = /^(\{|payload=(%7B|\{))/i;

/** Whether Bolt will find an object; the body is only parsed here if its beginning doesn't say. */
function isPayload(request: BufferedIncomingMessage): boolean {
  if (OBJECT.test(request.rawBody.toString('latin1', 0, 16))) return true;
  try {
    const payload: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  } catch {
    return false;
  }
}
