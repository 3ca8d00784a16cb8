// Reads fields of a payload of unknown shape.
import { randomUUID } from 'node:crypto';

/** A field of an object, undefined for anything else; inherited fields do not count. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** The field if it's a non-empty string. */
export function text(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The text at the end of a path of fields. */
export function textAt(value: unknown, ...path: readonly [string, ...string[]]): string | undefined {
  const last = path[path.length - 1] ?? '';
  return text(
    path.slice(0, -1).reduce((inner: unknown, name) => field(inner, name), value),
    last,
  );
}

/** The clicked button or the choice that was made; Slack sends one at a time. */
export function actionIn(body: unknown): unknown {
  const actions = field(body, 'actions');
  return Array.isArray(actions) ? actions[0] : undefined;
}

/** What was filled in at a window's inputs: an object with a field for each block's id, or undefined. */
export function inputValuesIn(body: unknown): unknown {
  return field(field(field(body, 'view'), 'state'), 'values');
}

/** The ids of the window's inputs. */
export function inputIdsIn(body: unknown): string[] {
  const values = inputValuesIn(body);
  return typeof values === 'object' && values !== null ? Object.keys(values) : [];
}

const CONVERSATION_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The id of a window's conversation, which the window sends back; a new one if it isn't one of ours. */
export function windowIdIn(view: unknown): string {
  const id = text(view, 'private_metadata') ?? '';
  return CONVERSATION_ID.test(id) ? id : randomUUID();
}

/** Whether a field is there and not null. */
export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
