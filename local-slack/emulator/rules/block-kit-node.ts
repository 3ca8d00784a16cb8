// Reads any value as a Block Kit node, and checks its texts.
import type { BlockKitNode } from '../../shared/state.js';

export type { BlockKitNode };

export type Surface = 'message' | 'modal' | 'home';

/** What is read as nodes, whatever it is; what is none becomes a node without a type. */
export function nodes(value: unknown): BlockKitNode[] {
  return Array.isArray(value) ? value.map(node) : [];
}

export function node(value: unknown): BlockKitNode {
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...fields, type: typeof fields.type === 'string' ? fields.type : 'nothing' };
}

/** The words of a text object. */
export function words(value: unknown): string {
  const { text } = node(value);
  return typeof text === 'string' ? text : '';
}

/** The faults of a text object that may stay away unless `isRequired`. */
export function textFaults(value: unknown, name: string, longest: number, kind = ['plain_text'], isRequired = true) {
  if (value === undefined) return isRequired ? [`${name} is missing`] : [];
  const { length } = words(value);
  return [
    ...fault(!kind.includes(node(value).type), `${name} is ${node(value).type}, not ${kind.join(' or ')}`),
    ...fault(length < 1 || length > longest, `${name} of ${length} characters, 1 to ${longest} are taken`),
  ];
}

/** The faults of a plain string that may stay away. */
export function stringFaults(value: unknown, name: string, longest: number, shortest = 1): string[] {
  if (value === undefined) return [];
  if (typeof value !== 'string') return [`${name} is no text`];
  const isFit = value.length >= shortest && value.length <= longest;
  return fault(!isFit, `${name} of ${value.length} characters, ${shortest} to ${longest} are taken`);
}

/** The faults of a list by its length. */
export function countFaults(count: number, name: string, fewest: number, most: number): string[] {
  return fault(count < fewest || count > most, `${count} ${name}, ${fewest} to ${most} are taken`);
}

/** Slack takes no field that it does not know. */
export function fieldFaults(value: BlockKitNode, known: readonly string[]): string[] {
  const strange = Object.keys(value).filter((name) => name !== 'type' && !known.includes(name));
  return strange.map((name) => `${value.type} has the unknown field ${name}`);
}

export function fault(isSo: boolean, words: string): string[] {
  return isSo ? [words] : [];
}

/** The values that occur more than once. */
export function repeated(values: readonly unknown[]): unknown[] {
  return values.filter((value, index) => value !== undefined && values.indexOf(value) !== index);
}
