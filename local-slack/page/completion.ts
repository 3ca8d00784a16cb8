// Suggests completions in the message field: commands, and names after an @.
import type { State } from '../shared/state.js';
import { handleOf } from './workspace-context.js';

export interface Suggestion {
  /** What replaces what was typed so far. */
  readonly insert: string;
  readonly hint: string;
}

/** What was typed before the caret, from `start` on, and what it could become. */
export interface Completion {
  readonly start: number;
  readonly suggestions: readonly Suggestion[];
}

const NONE: Completion = { start: 0, suggestions: [] };

/** Commands are suggested at the beginning only, and not in threads, where Slack takes none. */
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
    { id: state.bot.id, name: handleOf(state), hint: 'everyone sees the answer' },
    ...state.people.map((one) => ({ ...one, hint: '' })),
  ];
  const suggestions = hints
    .filter(({ id }) => id !== state.person.id)
    .filter(({ name }) => name.toLowerCase().startsWith(begun.toLowerCase()))
    .map(({ name, hint }) => ({ insert: `@${name} `, hint }));
  return { start: text.length - begun.length - 1, suggestions };
}
