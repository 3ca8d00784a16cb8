// Where a delivery comes in: its names, which tie its lines together, and the moment from which it is timed.
import { randomUUID } from 'node:crypto';
import type { Context, ReceiverEvent } from '@slack/bolt';
import type { Fields } from '../../operations/log.js';
import { text } from './payload.js';

/** One delivery by Slack. */
export interface Arrival {
  /** `request` is another one each time, `event` Slack's id of what it may send again; nobody's name, no words. */
  readonly names: Fields;
  /** On the clock of `performance.now()`. */
  readonly at: number;
}

const KEY = 'arrival';

/** Notes the arrival on what came; Bolt hands it on to all listeners in their context. */
export function noteArrival(event: ReceiverEvent): ReceiverEvent {
  const id = text(event.body, 'event_id');
  const names = {
    request: randomUUID().slice(0, 8),
    ...(id !== undefined && { event: id }),
    ...(event.retryNum !== undefined && { retry: event.retryNum }),
  };
  const arrival: Arrival = { names, at: performance.now() };
  return { ...event, customProperties: { ...event.customProperties, [KEY]: arrival } };
}

/** The arrival in what Bolt tells a listener. */
export function arrivalIn(context: Context): Arrival | undefined {
  return context[KEY];
}
