// The whole page: follows what this person sees, and draws the parts that show it.
import { useEffect, useState } from 'react';
import type { State } from '../shared/state.js';
import { Announcer } from './announcer.js';
import { Banners } from './banners.js';
import { focusMessage } from './composer.js';
import { Conversation } from './conversation.js';
import { Home } from './home.js';
import { Modal } from './modal.js';
import { type PageLocation, usePageLocation } from './page-location.js';
import { follow, send, UNREACHABLE } from './server-connection.js';
import { Sidebar } from './sidebar.js';
import { useTheme } from './theme.js';
import { Thread } from './thread.js';
import { useNewMessages } from './use-new-messages.js';
import { directOf, useWorkspace, type Workspace, WorkspaceProvider } from './workspace-context.js';

export function Page() {
  const [location, go] = usePageLocation();
  const [state, setState] = useState<State>();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const show = (next: State): void => {
      setLost(false);
      setState(next);
    };
    return follow(location.person, show, () => setLost(true));
  }, [location.person]);
  // For a moment after switching, the state is still the other person's.
  const isOther = location.person !== undefined && state !== undefined && state.person.id !== location.person;
  if (state === undefined || isOther) return <p className="waiting">{isLost ? UNREACHABLE : 'Opening…'}</p>;
  return <WorkspacePage key={state.person.id} state={state} location={location} go={go} isLost={isLost} />;
}

interface WorkspacePageProps {
  readonly state: State;
  readonly location: PageLocation;
  readonly go: (location: PageLocation) => void;
  readonly isLost: boolean;
}

function WorkspacePage({ state, location, go, isLost }: WorkspacePageProps) {
  const [theme, chooseTheme] = useTheme();
  const [refusal, setRefusal] = useState('');
  const [isSidebarOpen, setSidebarOpen] = useState(false);
  const person = state.person.id;
  const found = state.channels.find(({ id }) => id === location.channel) ?? directOf(state) ?? state.channels[0];
  const channel = location.channel === 'home' ? 'home' : found;
  const channelId = channel === 'home' ? undefined : channel?.id;

  const workspace: Workspace | undefined = channel && {
    state,
    theme,
    channel,
    thread: channel === 'home' ? undefined : location.thread,
    sidebar: { isOpen: isSidebarOpen, setOpen: setSidebarOpen },
    go: (next) => go({ person, ...next }),
    async perform(action) {
      const result = await send({ ...action, person });
      setRefusal(result.ok ? '' : result.error);
      return result;
    },
  };
  const { announcement, answeredThread } = useNewMessages(state, channelId);
  useEffect(() => {
    if (answeredThread !== undefined && answeredThread.channel === channelId) go({ person, ...answeredThread });
  }, [answeredThread, channelId, go, person]);
  if (workspace === undefined) return <p className="waiting">There is no channel in this workspace.</p>;
  return (
    <WorkspaceProvider value={workspace}>
      <div className="page">
        <button type="button" className="skip" onClick={focusMessage}>
          Skip to message field
        </button>
        <Sidebar chooseTheme={chooseTheme} switchTo={(id) => go({ person: id })} />
        <main>
          <h1 className="visually-hidden">Local workspace</h1>
          <Banners isLost={isLost} refusal={refusal} dismiss={() => setRefusal('')} />
          <Panes />
        </main>
        <Modal />
        <Announcer text={announcement} />
      </div>
    </WorkspaceProvider>
  );
}

/** The Home tab, or a conversation with the thread beside it that is open. */
function Panes() {
  const { channel, thread } = useWorkspace();
  if (channel === 'home') return <Home />;
  return (
    <div className="panes">
      <Conversation key={channel.id} channel={channel} />
      {thread !== undefined && <Thread key={thread} channel={channel} root={thread} />}
    </div>
  );
}
