// One channel or the direct conversation: its messages, and the field to write in.
import type { Channel } from '../shared/state.js';
import { Composer } from './composer.js';
import { Examples } from './examples.js';
import { MessageList } from './message-list.js';
import { PaneHeader } from './pane-header.js';
import { useWorkspace } from './workspace-context.js';

export function Conversation({ channel }: { readonly channel: Channel }) {
  const { state } = useWorkspace();
  const messages = state.messages[channel.id] ?? [];
  const isDirect = channel.kind === 'direct';
  const title = isDirect ? state.bot.name : `#${channel.name}`;
  return (
    <section className="pane" aria-labelledby="pane-title">
      <PaneHeader title={title} {...(isDirect && { tab: 'messages' })} />
      <MessageList
        messages={messages.filter(({ ts, threadTs }) => threadTs === undefined || threadTs === ts)}
        all={messages}
      >
        {messages.length === 0 && <Examples channel={channel} />}
      </MessageList>
      <Composer channel={channel} label={`Message ${title}`} />
    </section>
  );
}
