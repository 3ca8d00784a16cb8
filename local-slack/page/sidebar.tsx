// The column at the side: who one is, and where one can go. On narrow screens it is a drawer.
import { useEffect, useState } from 'react';
import type { Theme } from './theme.js';
import { directOf, useWorkspace } from './workspace-context.js';

interface SidebarProps {
  readonly theme: Theme;
  readonly chooseTheme: (theme: Theme) => void;
  /** Looks at the workspace as another person. */
  readonly switchTo: (person: string) => void;
}

const STATES = { starting: 'starting', ready: 'online', stopped: 'stopped' } as const;

export function Sidebar({ theme, chooseTheme, switchTo }: SidebarProps) {
  const [isOpen, setOpen] = useState(false);
  const { state, channel, go } = useWorkspace();
  const direct = directOf(state);
  const isApp = channel === 'home' || channel.kind === 'direct';
  const visit = (id: string): void => {
    setOpen(false);
    go({ channel: id });
  };
  useEffect(() => {
    const closeOnEscape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setOpen(false);
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, []);
  return (
    <>
      <button
        type="button"
        className="sidebar-toggle"
        aria-expanded={isOpen}
        aria-controls="sidebar"
        aria-label={isOpen ? 'Close the list of channels' : 'Open the list of channels'}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? '✕' : '☰'}
      </button>
      <nav id="sidebar" className={isOpen ? 'sidebar is-open' : 'sidebar'} aria-label="Workspace">
        <p className="title">Local workspace</p>
        <People switchTo={switchTo} />
        <div>
          <h2>Channels</h2>
          <ul>
            {state.channels
              .filter(({ kind }) => kind === 'channel')
              .map((one) => (
                <li key={one.id}>
                  <Entry isHere={channel === one} onClick={() => visit(one.id)}>
                    <span aria-hidden="true">#</span> {one.name}
                  </Entry>
                </li>
              ))}
          </ul>
          <h2>Apps</h2>
          <ul>
            <li>
              <Entry isHere={isApp} onClick={() => visit(direct?.id ?? 'home')}>
                <span className={`status-dot is-${state.botState}`} aria-hidden="true" /> {state.bot.name}
                <span className="bot-state">{STATES[state.botState]}</span>
              </Entry>
            </li>
          </ul>
        </div>
        <footer>
          <button
            type="button"
            aria-pressed={theme === 'dark'}
            onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}
          >
            Dark colours
          </button>
          <p>On this machine only. Nothing here reaches Slack.</p>
        </footer>
      </nav>
    </>
  );
}

interface EntryProps {
  readonly isHere: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Entry({ isHere, onClick, children }: EntryProps) {
  return (
    <button type="button" className="entry" aria-current={isHere ? 'page' : undefined} onClick={onClick}>
      {children}
    </button>
  );
}

function People({ switchTo }: Pick<SidebarProps, 'switchTo'>) {
  const { people, person } = useWorkspace().state;
  return (
    <fieldset className="people">
      <legend>You are</legend>
      {people.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name="person" checked={id === person.id} onChange={() => switchTo(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
