// Between Slack and the doors: Bolt's app, which tells Slack "taken" only when the answer has been handed over.
import { App, type ReceiverEvent } from '@slack/bolt';

/** Thrown for an event that arrives while the app is closing; Slack will send it again, to the next process. */
export class ClosingError extends Error {
  constructor() {
    super('The app is closing and takes no more events');
    this.name = 'ClosingError';
  }
}

/**
 * Bolt acknowledges events before it calls a listener, in Socket Mode always. This app keeps that acknowledgement back
 * until the listeners are done, so that a crash or a failed post in between makes Slack send the event again.
 * It also knows what is under way, so that a stop can wait for it.
 */
export class HeldApp extends App {
  readonly #underWay = new Set<Promise<void>>();
  #isClosing = false;

  override async processEvent(event: ReceiverEvent): Promise<void> {
    const isRepeatedBySlack = event.body.event !== undefined;
    // Commands and presses come once only: they are still answered while there is a line to answer on.
    if (this.#isClosing && isRepeatedBySlack) throw new ClosingError();
    const work = this.#process(event, isRepeatedBySlack);
    this.#underWay.add(work);
    try {
      await work;
    } finally {
      this.#underWay.delete(work);
    }
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
      await event.ack(response);
    };
    await super.processEvent({ ...event, ack });
    // Payloads that no listener wants are acknowledged as well; left open, Slack would call it a failure.
    if (!isAcknowledged) await event.ack();
  }
}
