// Before the road: says in an editor's words what a schema finds wrong in a data file.
import type { BaseIssue } from 'valibot';
import type { FaultText } from '../data-error.js';

/** Problem and remedy for one issue of the schema. `keys` are the keys that the entry may have. */
export function describeIssue(issue: BaseIssue<unknown>, keys: readonly string[]): FaultText {
  const path = (issue.path ?? []).map((item) => String(item.key)).join('.');
  if (issue.expected === 'never') {
    return { problem: `has the unknown key “${path}”`, remedy: `remove it or use one of ${keys.join(', ')}` };
  }
  if (issue.input === undefined) return { problem: `lacks “${path}”`, remedy: `add the line “${path}: …”` };
  const value = JSON.stringify(issue.input);
  const remedy = describeRemedy(issue);
  return path === '' ? { problem: `is ${value}`, remedy } : { problem: `has ${value} as “${path}”`, remedy };
}

function describeRemedy(issue: BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return `it ${issue.message}`;
  if (issue.expected === 'string') return 'write a text (in quotation marks, if it looks like a number)';
  if (issue.expected === 'number') return 'write a number, without separators and without quotation marks';
  if (issue.expected === 'Array') return 'write a list';
  if (issue.expected === 'Object') return 'write an entry of the form “key: value”';
  const choices = new Set((issue.expected ?? '').replace(/[()]/g, '').split(' | '));
  return `use ${choices.size > 1 ? 'one of ' : ''}${[...choices].join(', ')}`;
}
