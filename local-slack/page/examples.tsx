// Shows example questions in an empty conversation.
import type { Channel } from '../shared/state.js';
import { focusMessage } from './composer.js';
import { handleOf, useWorkspace } from './workspace-context.js';

export function Examples({ channel }: { readonly channel: Channel }) {
  const { state, perform } = useWorkspace();
  const command = state.commands[0]?.command;
  const isDirect = channel.kind === 'direct';
  const ask = (question: string): void => {
    const text = isDirect || command === undefined ? question : `${command} ${question}`;
    // The questions disappear, and the focus with them.
    focusMessage();
    void perform({ type: 'say', channel: channel.id, text });
  };
  return (
    <div className="empty">
      <h3>Ask {state.bot.name} something</h3>
      <p>{state.about}.</p>
      <p>
        {isDirect
          ? 'Pick a question or type your own. Only you and the bot see this conversation.'
          : `Pick a question or type your own. Start with ${command} for an answer only you see, or @${handleOf(state)} for an answer everyone sees.`}
      </p>
      <ul>
        {state.questions.map((question) => (
          <li key={question}>
            <button type="button" onClick={() => ask(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
