// Before Bolt, over HTTP: turns away what Slack never sends, for some of it would end the process within Bolt.

import type { IncomingMessage } from 'node:http';
import type { HTTPReceiver } from '@slack/bolt';
import type { Log } from '../operations/log.js';
import { bolt } from './bolt.js';
import { describeFailure } from './failure.js';
import { NoPayloadError } from './held-app.js';
import { field } from './payload.js';

/** Where Slack calls: Bolt's own default, and what the manifest for HTTP names. */
const EVENTS_PATH = '/slack/events';

/** Slack's payloads are a few kilobytes, a message of 40,000 characters some 200. */
const BODY_LIMIT = 1024 * 1024;

/** Bolt refuses requests that are older; Slack asks for the same in the other direction. */
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
  advice: 'Slack has not signed it, or more than five minutes ago. Check SLACK_SIGNING_SECRET if answers fail to come',
};
const EARLY: Refusal = {
  status: 401,
  code: 'from_the_future',
  advice: 'It was signed more than five minutes from now. Check the clock of this machine',
};
const TOO_LARGE: Refusal = {
  status: 413,
  code: 'too_large',
  advice: 'Slack sends nothing of that size. Nothing to do',
};
const CUT_OFF: Refusal = {
  status: 400,
  code: 'cut_off',
  advice: 'It ended too early. Nothing to do unless it goes on',
};
const NO_PAYLOAD: Refusal = { status: 400, ...describeFailure(new NoPayloadError()) };

/** Puts the check in front of a receiver that has not been started. */
export function guardFrontDoor(receiver: HTTPReceiver, signingSecret: string, log: Log): void {
  const pass = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST' || pathOf(request) !== EVENTS_PATH) return pass(request, response);
    void refusalOf(request, signingSecret).then((refusal) => {
      if (refusal === undefined) return pass(request, response);
      log.warn(`A request was refused with ${refusal.status}. ${refusal.advice}`, { code: refusal.code });
      response.writeHead(refusal.status).end();
    });
  };
}

/** As Bolt reads it, so that there is no other way of writing the path that only Bolt understands. */
function pathOf({ url }: IncomingMessage): string {
  return new URL(url ?? '', 'http://localhost').pathname;
}

async function refusalOf(request: IncomingMessage, signingSecret: string): Promise<Refusal | undefined> {
  const { bufferIncomingMessage, parseAndVerifyHTTPRequest, parseHTTPRequestBody } = bolt.HTTPModuleFunctions;
  try {
    // Bolt takes what has been read here, and does not read it again.
    await bufferIncomingMessage(request, BODY_LIMIT);
  } catch (error) {
    return field(error, 'type') === 'entity.too.large' ? TOO_LARGE : CUT_OFF;
  }
  try {
    const buffered = await parseAndVerifyHTTPRequest({ enabled: true, signingSecret }, request);
    if (secondsAhead(request) > MOST_SECONDS_AHEAD) return EARLY;
    return isPayload(buffered.rawBody, () => parseHTTPRequestBody(buffered)) ? undefined : NO_PAYLOAD;
  } catch {
    return UNSIGNED;
  }
}

function secondsAhead({ headers }: IncomingMessage): number {
  return Number(headers['x-slack-request-timestamp']) - Date.now() / 1000;
}

/** What begins like this is an object, or is refused by Bolt itself as unreadable. */
const OBJECT = /^(\{|payload=(%7B|\{))/i;

/** Whether Bolt will find an object; read here as well only where its beginning does not tell. */
function isPayload(body: Buffer, read: () => unknown): boolean {
  if (OBJECT.test(body.toString('latin1', 0, 16))) return true;
  try {
    const payload = read();
    return typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  } catch {
    return false;
  }
}
