// Shows one thread beside its conversation.
import type { Channel } from '../shared/state.js';
import { Composer } from './composer.js';
import { MessageList } from './message-list.js';
import { handleOf, useWorkspace } from './workspace-context.js';

interface ThreadProps {
  readonly channel: Channel;
  /** The ts of the message that began it. */
  readonly root: string;
}

export function Thread({ channel, root }: ThreadProps) {
  const { state, go } = useWorkspace();
  const messages = (state.messages[channel.id] ?? []).filter(({ ts, threadTs }) => ts === root || threadTs === root);
  // Slack doesn't tell apps of replies that mention no one.
  const hint = channel.kind === 'direct' ? {} : { hint: `Reply, or mention @${handleOf(state)} to ask the bot` };
  return (
    <section className="pane thread" aria-labelledby="thread">
      <header>
        <h2 id="thread">Thread</h2>
        <button
          type="button"
          className="icon"
          aria-label="Close the thread"
          onClick={() => go({ channel: channel.id })}
        >
          ✕
        </button>
      </header>
      <MessageList messages={messages} all={messages} isThread>
        {messages.length === 0 && <p className="empty">This message no longer exists.</p>}
      </MessageList>
      <Composer channel={channel} threadTs={root} label="Reply in thread" {...hint} />
    </section>
  );
}
