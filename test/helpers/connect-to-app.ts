// Connects the emulator to an app: sends payloads as Slack does, over HTTP or Socket Mode, and acts as its user.
import { createHmac } from 'node:crypto';
import { kindOf } from '../../local-slack/emulator/send-to-app.js';
import { createTestUser } from '../../local-slack/emulator/test-user.js';
import type { Config } from '../../src/config/slack-config.js';
import { command } from './payloads.js';
import type { Envelope, Receipt, Slack } from './slack-emulator.js';

export const SIGNING_SECRET = 'fake-signing-secret';
export type Mode = Exclude<Config['mode'], 'oauth'>;
export const MODES: readonly Mode[] = ['http', 'socket'];

export type Body = Record<string, unknown>;
export interface Retry {
  readonly number: number;
  readonly reason: string;
}

/**
 * Connects to an app that listens on `port` (HTTP) or is connected already (Socket Mode). `deliver` sends a payload and waits
 * for the result; `failed` resolves when the app fails on one, which Slack can't see in Socket Mode.
 */
export function connectToApp(mode: Mode, slack: Slack, port = 0, failed?: (body: Body) => Promise<void>) {
  const viaSocket = async (body: Body, retry?: Retry): Promise<Receipt> => {
    const id = slack.send(envelope(body, retry));
    const acknowledged = slack.acknowledgement(id).then((payload) => ({ isAcknowledged: true, payload }));
    if (failed === undefined) return acknowledged;
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
  return { deliver, ...createTestUser(slack, deliver) };
}

/** The Socket Mode envelope around a payload. */
export function envelope(payload: Body, retry?: Retry): Envelope {
  return {
    type: kindOf(payload),
    payload,
    ...(retry === undefined ? {} : { retry_attempt: retry.number, retry_reason: retry.reason }),
  };
}

/** Posts a payload to the app's HTTP address, signed as Slack signs. A test sets `secret` or `age` (s) to get it wrong. */
export async function postSigned(
  port: number,
  body: Body,
  retry?: Retry,
  { secret = SIGNING_SECRET, age = 0 } = {},
): Promise<Receipt> {
  const { raw, headers } = signBody(body, { secret, age });
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    headers: {
      ...headers,
      ...(retry === undefined ? {} : { 'x-slack-retry-num': `${retry.number}`, 'x-slack-retry-reason': retry.reason }),
    },
    body: raw,
  });
  return readReceipt(response.status, await response.text());
}

/** What Slack reads from the response to a payload sent over HTTP. */
export function readReceipt(status: number, text: string): Receipt {
  const payload: unknown = text.startsWith('{') ? JSON.parse(text) : text;
  return { isAcknowledged: status === 200, status, payload };
}

/** A payload as Slack sends it over HTTP: its body and the headers that sign it. */
export function signBody(body: Body, { secret = SIGNING_SECRET, age = 0 } = {}) {
  const isEvent = 'event' in body;
  const fields = 'command' in body ? (body as Record<string, string>) : { payload: JSON.stringify(body) };
  const raw = isEvent ? JSON.stringify(body) : new URLSearchParams(fields).toString();
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${raw}`).digest('hex');
  return {
    raw,
    headers: {
      'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  };
}
