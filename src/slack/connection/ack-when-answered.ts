// Changes one thing in Bolt's App: an event is acknowledged only once its answer has been delivered.
import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { Meter } from '../../operations/meter.js';
import { noteDelivery } from '../inbound/delivery-id.js';
import { field, isPresent, text } from '../inbound/payload.js';
import { isNoteOfMissedEvents } from './missed-events.js';

/** An event is left unacknowledged on purpose, with the reason in the log; Slack will send it again. */
export class LeaveForRetryError extends Error {
  constructor(cause?: unknown) {
    super('The event is left to be sent again', { cause });
    this.name = 'LeaveForRetryError';
  }
}

/** The payload is an object, but of no kind that Bolt recognises. */
export class UnreadablePayloadError extends Error {
  readonly code = 'no_payload';
}

/** Slack's own ids of conversations, and times of messages, which are ids too. */
const FORMS = {
  channel: /^[A-Z][A-Z\d]{1,30}$/,
  ts: /^\d{1,20}\.\d{1,20}$/,
  thread_ts: /^\d{1,20}\.\d{1,20}$/,
} as const;

/**
 * Whether an event says what it is, its ids have Slack's form, and, where it lists whom it is for, it names a workspace
 * or an organisation there.
 */
function isReadableEvent(body: ReceiverEvent['body']): boolean {
  if (text(body.event, 'type') === undefined) return false;
  for (const [name, form] of Object.entries(FORMS)) {
    const id = field(body.event, name);
    if (typeof id === 'string' && !form.test(id)) return false;
  }
  const { authorizations } = body;
  if (!Array.isArray(authorizations) || authorizations.length === 0) return true;
  return ['team_id', 'enterprise_id'].some((name) => text(authorizations[0], name) !== undefined);
}

/** Why Slack sends an event again, in its own words. */
const RETRY_REASONS = [
  'http_timeout',
  'too_many_redirects',
  'connection_failed',
  'ssl_error',
  'http_error',
  'unknown_error',
];

/**
 * Bolt acknowledges events before it calls a listener, in Socket Mode always. This app delays that acknowledgement
 * until the listeners are done, so that after a crash or a failed post Slack sends the event again. It also knows
 * which answers are open, so that a stop can wait for them.
 */
export class AckWhenAnsweredApp extends App {
  readonly #underWay = new Set<Promise<void>>();
  readonly #meter: Meter | undefined;
  readonly #log: Log;
  readonly #acknowledgements = new WeakMap<object, unknown>();
  #isClosing = false;

  constructor(options: AppOptions, log: Log, meter?: Meter) {
    super(options);
    this.#meter = meter;
    this.#log = log;
  }

  /** Takes a payload from the receiver. Rejects with a LeaveForRetryError if it must not be acknowledged. */
  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (!isPresent(event.body)) throw new UnreadablePayloadError();
    if (isNoteOfMissedEvents(event.body, this.#log)) return event.ack();
    const isRepeatedBySlack = event.body.event !== undefined;
    if (isRepeatedBySlack && !isReadableEvent(event.body)) throw new UnreadablePayloadError();
    if (event.retryNum) this.#meter?.retried(RETRY_REASONS.find((reason) => reason === event.retryReason) ?? 'other');
    // Slack sends commands and clicks only once: they are answered as long as there's a connection.
    if (this.#isClosing && isRepeatedBySlack) throw new LeaveForRetryError();
    await this.track(this.#process(noteDelivery(event), isRepeatedBySlack));
  }

  /** Lets a stop wait for this work, though Slack doesn't have to; settles as the work does. */
  async track(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    try {
      await work;
    } finally {
      this.#underWay.delete(work);
    }
  }

  /** The acknowledgement of a payload for which no listener is called. */
  acknowledgeWith(body: object, acknowledgement: unknown): void {
    this.#acknowledgements.set(body, acknowledgement);
  }

  /** From now on, events are left to the next process. */
  close(): void {
    this.#isClosing = true;
  }

  /** Resolves when no answer is open. */
  async drained(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #process(event: ReceiverEvent, isHeldBack: boolean): Promise<void> {
    let isAcknowledged = false;
    const ack: ReceiverEvent['ack'] = async (response) => {
      if (isHeldBack) return;
      isAcknowledged = true;
      await event.ack(response ?? this.#acknowledgements.get(event.body));
    };
    // What fails in a listener is handled by the app's own error handler: this is Bolt, at a loss with the payload.
    await super.processEvent({ ...event, ack }).catch((error: unknown) => {
      throw error instanceof TypeError ? new UnreadablePayloadError() : error;
    });
    // Payloads that no listener wants are acknowledged as well; otherwise Slack would report a failure.
    if (!isAcknowledged) await event.ack();
  }
}
