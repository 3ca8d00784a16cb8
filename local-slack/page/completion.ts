// What the message field suggestions to complete while somebody writes: the commands, and the names after an @.
import type { State } from '../shared/state.js';
import { handleOf } from './workspace-context.js';

export interface Suggestion {
  /** What is put in place of what was begun. */
  readonly insert: string;
  readonly hint: string;
}

/** What was begun before the caret, from `start` on, and what it could become. */
export interface Completion {
  readonly start: number;
  readonly suggestions: readonly Suggestion[];
}

const NONE: Completion = { start: 0, suggestions: [] };

/** Commands stand at the beginning only, and not in threads: Slack takes none there. */
export function completionOf(state: State, text: string, isThread: boolean): Completion {
  if (/^\/\S*$/.test(text)) {
    if (isThread) return NONE;
    const suggestions = state.commands
      .filter(({ command }) => command.startsWith(text))
      .map(({ command, description, usageHint }) => ({
        insert: `${command} `,
        hint: `${usageHint} ${description}`.trim(),
      }));
    return { start: 0, suggestions };
  }
  const begun = /(?:^|\s)@([\w-]*)$/.exec(text)?.[1];
  if (begun === undefined) return NONE;
  const hints = [
    { id: state.bot.id, name: handleOf(state), hint: 'ask so that everybody sees the answer' },
    ...state.people.map((one) => ({ ...one, hint: '' })),
  ];
  const suggestions = hints
    .filter(({ id }) => id !== state.person.id)
    .filter(({ name }) => name.toLowerCase().startsWith(begun.toLowerCase()))
    .map(({ name, hint }) => ({ insert: `@${name} `, hint }));
  return { start: text.length - begun.length - 1, suggestions };
}
