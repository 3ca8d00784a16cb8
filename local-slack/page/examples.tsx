// What an empty conversation shows: questions to click for somebody who does not know what to ask.
import type { Channel } from '../shared/state.js';
import { focusMessage } from './composer.js';
import { handleOf, useWorkspace } from './workspace-context.js';

export function Examples({ channel }: { readonly channel: Channel }) {
  const { state, perform } = useWorkspace();
  const command = state.commands[0]?.command;
  const isDirect = channel.kind === 'direct';
  const ask = (question: string): void => {
    const text = isDirect || command === undefined ? question : `${command} ${question}`;
    // The questions go away, and the focus with them.
    focusMessage();
    void perform({ type: 'say', channel: channel.id, text });
  };
  return (
    <div className="empty">
      <h3>Ask {state.bot.name} something</h3>
      <p>{state.about}.</p>
      <p>
        {isDirect
          ? 'Click a question, or write your own below. Only you and the bot read this.'
          : `Click a question, or write your own below: ${command} and your question for an answer that only you see, @${handleOf(state)} and your question for all.`}
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
