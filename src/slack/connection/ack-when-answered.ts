// Between Slack and the doors: Bolt's app, which tells Slack "taken" only when the answer has been handed over.
import type { AppOptions, ReceiverEvent } from '@slack/bolt';
import type { Meter } from '../../operations/meter.js';
import { bolt } from '../bolt.js';
import { noteArrival } from '../inbound/delivery-id.js';
import { isPresent, text } from '../inbound/payload.js';

/** An event is left unacknowledged on purpose, and whoever left it has said why; Slack will send it again. */
export class LeftToSlackError extends Error {
  constructor(cause?: unknown) {
    super('The event is left to be sent again', { cause });
    this.name = 'LeftToSlackError';
  }
}

/** What came is an object, but no payload that Bolt could sort. */
export class NoPayloadError extends Error {
  readonly code = 'no_payload';
}

/** Why Slack sends an event again, in its own words. */
const REASONS = ['http_timeout', 'too_many_redirects', 'connection_failed', 'ssl_error', 'http_error', 'unknown_error'];

/**
 * Bolt acknowledges events before it calls a listener, in Socket Mode always. This app keeps that acknowledgement back
 * until the listeners are done, so that a crash or a failed post in between makes Slack send the event again.
 * It also knows what is under way, so that a stop can wait for it.
 */
export class HeldApp extends bolt.App {
  readonly #underWay = new Set<Promise<void>>();
  readonly #meter: Meter | undefined;
  readonly #replies = new WeakMap<object, unknown>();
  #isClosing = false;

  constructor(options: AppOptions, meter?: Meter) {
    super(options);
    this.#meter = meter;
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (!isPresent(event.body)) throw new NoPayloadError();
    const isRepeatedBySlack = event.body.event !== undefined;
    if (isRepeatedBySlack && text(event.body.event, 'type') === undefined) throw new NoPayloadError();
    if (event.retryNum) this.#meter?.retried(REASONS.find((reason) => reason === event.retryReason) ?? 'other');
    // Commands and presses come once only: they are still answered while there is a line to answer on.
    if (this.#isClosing && isRepeatedBySlack) throw new LeftToSlackError();
    await this.finish(this.#process(noteArrival(event), isRepeatedBySlack));
  }

  /** Lets a stop wait for this work, though Slack need not; settles as the work does. */
  async finish(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    try {
      await work;
    } finally {
      this.#underWay.delete(work);
    }
  }

  /** What the acknowledgement of a payload says where no listener is called for it. */
  replyTo(body: object, reply: unknown): void {
    this.#replies.set(body, reply);
  }

  /** From now on events are left to the next process. */
  close(): void {
    this.#isClosing = true;
  }

  /** Resolves when nothing is under way. */
  async drained(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #process(event: ReceiverEvent, isHeld: boolean): Promise<void> {
    let isAcknowledged = false;
    const ack: ReceiverEvent['ack'] = async (response) => {
      if (isHeld) return;
      isAcknowledged = true;
      await event.ack(response ?? this.#replies.get(event.body));
    };
    await super.processEvent({ ...event, ack });
    // Payloads that no listener wants are acknowledged as well; left open, Slack would call it a failure.
    if (!isAcknowledged) await event.ack();
  }
}
