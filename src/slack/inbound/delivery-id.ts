// Gives each delivery by Slack an id and its arrival time, and finds both again in Bolt's context.
import { randomUUID } from 'node:crypto';
import type { Context, ReceiverEvent } from '@slack/bolt';
import type { Fields } from '../../operations/log.js';
import { text } from './payload.js';

/** One delivery by Slack. */
export interface DeliveryId {
  /** For the log: `request` differs each time, `event` is Slack's id of what it may send again. Neither identifies a person. */
  readonly logFields: Fields;
  /** On the clock of `performance.now()`, in milliseconds. */
  readonly receivedAt: number;
}

const KEY = 'delivery';

/** The same event with its delivery; Bolt passes that on to all listeners in their context. */
export function noteDelivery(event: ReceiverEvent): ReceiverEvent {
  const id = text(event.body, 'event_id');
  const logFields = {
    request: randomUUID().slice(0, 8),
    ...(id !== undefined && { event: id }),
    ...(event.retryNum !== undefined && { retry: event.retryNum }),
  };
  const delivery: DeliveryId = { logFields, receivedAt: performance.now() };
  return { ...event, customProperties: { ...event.customProperties, [KEY]: delivery } };
}

/** The delivery that a listener's context belongs to. */
export function deliveryIn(context: Context): DeliveryId | undefined {
  return context[KEY];
}
