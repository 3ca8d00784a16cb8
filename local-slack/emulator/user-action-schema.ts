// Reads and checks an action as the page sends it, before anything is done with it.
import * as v from 'valibot';
import type { UserAction } from '../shared/state.js';

const id = v.pipe(v.string(), v.maxLength(255));
const given = v.union([v.pipe(v.string(), v.maxLength(3_000)), v.array(id)]);
/** More than Slack accepts from a person in one message. */
const MOST_TEXT = 12_000;

/** Who acts, and in which browser tab. */
const whose = { person: id, tab: v.exactOptional(id) };

const action = v.variant('type', [
  v.strictObject({
    type: v.literal('say'),
    ...whose,
    channel: id,
    text: v.pipe(v.string(), v.maxLength(MOST_TEXT)),
    threadTs: v.exactOptional(id),
  }),
  v.strictObject({
    type: v.literal('press'),
    ...whose,
    on: id,
    blockId: id,
    actionId: id,
    value: v.exactOptional(given),
    values: v.exactOptional(v.record(id, v.record(id, given))),
  }),
  v.strictObject({
    type: v.literal('submit'),
    ...whose,
    viewId: id,
    values: v.record(id, v.record(id, given)),
  }),
  v.strictObject({ type: v.literal('close'), ...whose, viewId: id }),
  v.strictObject({ type: v.literal('shortcut'), ...whose, callbackId: id, ts: v.exactOptional(id) }),
  v.strictObject({ type: v.literal('openHome'), ...whose }),
  v.strictObject({ type: v.literal('openMessages'), ...whose }),
]);

/** The action, or a sentence that says why it isn't one. */
export function readUserAction(body: string): UserAction | string {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return 'An action must be JSON.';
  }
  const { success, output, issues } = v.safeParse(action, json);
  return success ? output : `This isn’t an action: ${issues.map(({ message }) => message).join('; ')}.`;
}
