// One channel or the direct conversation: its messages, and the field to write in.
import type { Channel } from '../shared/state.js';
import { AppTabs } from './app-tabs.js';
import { Composer } from './composer.js';
import { Examples } from './examples.js';
import { MessageList } from './message-list.js';
import { useWorkspace } from './workspace-context.js';

export function Conversation({ channel }: { readonly channel: Channel }) {
  const { state } = useWorkspace();
  const messages = state.messages[channel.id] ?? [];
  const isDirect = channel.kind === 'direct';
  const name = isDirect ? channel.name : `#${channel.name}`;
  return (
    <section className="pane" aria-labelledby="place">
      <header>
        <h2 id="pane">{isDirect ? state.bot.name : name}</h2>
        {isDirect && <AppTabs isHome={false} />}
      </header>
      <MessageList
        messages={messages.filter(({ ts, threadTs }) => threadTs === undefined || threadTs === ts)}
        all={messages}
      >
        {messages.length === 0 && <Examples channel={channel} />}
      </MessageList>
      <Composer channel={channel} label={`Message ${isDirect ? state.bot.name : name}`} />
    </section>
  );
}
