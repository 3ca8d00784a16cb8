// Reads and checks an action as the page sends it, before anything is done with it.
import * as v from 'valibot';
import type { UserAction } from '../shared/state.js';

const id = v.pipe(v.string(), v.maxLength(255));
const given = v.union([v.pipe(v.string(), v.maxLength(3_000)), v.array(id)]);
/** Longer than Slack takes from a person in one message. */
const MOST_TEXT = 12_000;

const act = v.variant('type', [
  v.strictObject({
    type: v.literal('say'),
    person: id,
    channel: id,
    text: v.pipe(v.string(), v.maxLength(MOST_TEXT)),
    threadTs: v.exactOptional(id),
  }),
  v.strictObject({
    type: v.literal('press'),
    person: id,
    on: id,
    blockId: id,
    actionId: id,
    value: v.exactOptional(given),
  }),
  v.strictObject({
    type: v.literal('submit'),
    person: id,
    viewId: id,
    values: v.record(id, v.record(id, given)),
  }),
  v.strictObject({ type: v.literal('close'), person: id, viewId: id }),
  v.strictObject({ type: v.literal('shortcut'), person: id, callbackId: id, ts: v.exactOptional(id) }),
  v.strictObject({ type: v.literal('openHome'), person: id }),
  v.strictObject({ type: v.literal('openMessages'), person: id }),
]);

/** The act, or a sentence on why it is none. */
export function readUserAction(body: string): UserAction | string {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return 'An act is JSON.';
  }
  const { success, output, issues } = v.safeParse(act, json);
  return success ? output : `This is no act: ${issues.map(({ message }) => message).join('; ')}.`;
}
