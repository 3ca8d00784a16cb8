// The whole page: the line to the server, and the parts that show what comes over it.
import { useEffect, useState } from 'react';
import type { State } from '../shared/state.js';
import { Announcer } from './announcer.js';
import { Banners } from './banners.js';
import { focusMessage } from './composer.js';
import { Conversation } from './conversation.js';
import { Home } from './home.js';
import { Modal } from './modal.js';
import { type PageLocation, usePageLocation } from './page-location.js';
import { listen, send } from './server-connection.js';
import { Sidebar } from './sidebar.js';
import { useTheme } from './theme.js';
import { Thread } from './thread.js';
import { useNewMessages } from './use-new-messages.js';
import { directOf, type Workspace, WorkspaceProvider } from './workspace-context.js';

export function Page() {
  const [place, go] = usePageLocation();
  const [state, setState] = useState<State>();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const take = (next: State): void => {
      setLost(false);
      setState(next);
    };
    return listen(place.person, take, () => setLost(true));
  }, [place.person]);
  // What another person saw is not shown for a moment after switching.
  const isOther = place.person !== undefined && state !== undefined && state.person.id !== place.person;
  if (state === undefined || isOther)
    return (
      <p className="waiting">{isLost ? 'The workspace does not answer. Is npm start still running?' : 'Opening…'}</p>
    );
  return <Shown key={state.person.id} state={state} place={place} go={go} isLost={isLost} />;
}

interface ShownProps {
  readonly state: State;
  readonly place: PageLocation;
  readonly go: (place: PageLocation) => void;
  readonly isLost: boolean;
}

function Shown({ state, place, go, isLost }: ShownProps) {
  const [theme, chooseTheme] = useTheme();
  const [refusal, setRefusal] = useState('');
  const person = state.person.id;
  const found = state.channels.find(({ id }) => id === place.channel) ?? directOf(state) ?? state.channels[0];
  const channel = place.channel === 'home' ? 'home' : found;
  const channelId = channel === 'home' ? undefined : channel?.id;

  const workspace: Workspace | undefined = channel && {
    state,
    theme,
    channel,
    thread: channel === 'home' ? undefined : place.thread,
    go: (next) => go({ person, ...next }),
    async perform(action) {
      const done = await send({ ...action, person });
      setRefusal(done.ok ? '' : done.error);
      return done;
    },
  };
  const { arrived, answered } = useNewMessages(state, channelId);
  useEffect(() => {
    if (answered !== undefined && answered.channel === channelId) go({ person, ...answered });
  }, [answered, channelId, go, person]);
  if (workspace === undefined) return <p className="waiting">There is no channel in this workspace.</p>;
  return (
    <WorkspaceProvider value={workspace}>
      <div className="page">
        <button type="button" className="skip" onClick={focusMessage}>
          To the message field
        </button>
        <Sidebar theme={theme} chooseTheme={chooseTheme} switchTo={(id) => go({ person: id })} />
        <main>
          <h1 className="visually-hidden">Local workspace</h1>
          <Banners isLost={isLost} refusal={refusal} dismiss={() => setRefusal('')} />
          {channel === 'home' || channel === undefined ? (
            <Home />
          ) : (
            <div className="panes">
              <Conversation key={channel.id} channel={channel} />
              {workspace.thread !== undefined && (
                <Thread key={workspace.thread} channel={channel} root={workspace.thread} />
              )}
            </div>
          )}
        </main>
        <Modal />
        <Announcer said={arrived} />
      </div>
    </WorkspaceProvider>
  );
}
