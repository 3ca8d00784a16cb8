// Gives all that one person sees, as the page draws it.
import type { BlockKitNode, ShownMessage, ShownView, State } from '../shared/state.js';
import type { Message } from './conversations.js';
import { BOT } from './fake-ids.js';
import { channelsOf, findPerson, PEOPLE } from './people.js';
import type { Slack } from './slack-emulator.js';
import { wordsOf } from './traffic-log.js';
import type { View } from './views.js';

/** What only the supervisor knows: the state of the bot and of the edits. */
export type BotHealth = Pick<State, 'botState' | 'faults' | 'edits' | 'isReading' | 'changedAt'>;

/** Gives what a person sees in a browser tab; undefined if there is no such person. `questions` are the examples. */
export function createUserView(slack: Slack, questions: readonly string[], health: () => BotHealth) {
  const { conversations, manifest, traffic, isAgent } = slack.workspace;
  const bot = { id: BOT.userId, name: manifest.name, isBot: true };

  function showMessage(message: Message): ShownMessage {
    const { ts, thread, user, text, blocks, viewer, isEdited } = message;
    const brought = user === BOT.userId ? traffic.causeOf(ts) : undefined;
    const asker = findPerson(brought?.trace.user);
    return {
      ts,
      ...(thread !== undefined && thread !== ts && { threadTs: thread }),
      author: user === BOT.userId ? bot : { ...(findPerson(user) ?? { id: user, name: user }), isBot: false },
      text,
      ...(blocks.length > 0 && { blocks }),
      isEphemeral: viewer !== undefined,
      ...(isEdited && { isEdited }),
      ...(brought && asker && { askedBy: { ...asker, words: wordsOf(brought.trace.sent) }, ms: brought.ms }),
    };
  }

  return (id: string, tab?: string): State | undefined => {
    const person = findPerson(id);
    if (person === undefined) return undefined;
    const channels = channelsOf(id);
    const home = slack.homeOf(id);
    const modals = slack.views.stackOf(id, tab);
    const errors = modals.at(-1) && slack.errorsIn(modals.at(-1) as View);
    return {
      person,
      people: PEOPLE,
      bot,
      about: manifest.description,
      channels,
      messages: Object.fromEntries(
        channels.map((channel) => [channel.id, conversations.seenBy(id, channel.id).map(showMessage)]),
      ),
      ...(home && { home: showView(home) }),
      modals: modals.map(showView),
      ...(errors && Object.keys(errors).length > 0 && { modalErrors: errors }),
      commands: manifest.commands.map(({ isEscaped: _, ...command }) => command),
      shortcuts: manifest.shortcuts,
      questions,
      ...health(),
      isAgent,
    };
  };
}

export type UserView = ReturnType<typeof createUserView>;

function showView({ id, type, title, submit, close, blocks, state }: View): ShownView {
  const shown = (value: unknown): BlockKitNode | null =>
    typeof value === 'object' ? (value as BlockKitNode | null) : null;
  return { id, type, title: shown(title), submit: shown(submit), close: shown(close), blocks, values: state.values };
}
