// Lists who one can be and where one can go. On narrow screens it slides in over the page.
import { useEffect, useRef } from 'react';
import type { Theme } from './theme.js';
import { directOf, useWorkspace } from './workspace-context.js';

interface SidebarProps {
  readonly chooseTheme: (theme: Theme) => void;
  /** Shows the workspace as another person. */
  readonly switchTo: (person: string) => void;
}

export function Sidebar({ chooseTheme, switchTo }: SidebarProps) {
  const { theme, sidebar } = useWorkspace();
  const { isOpen, setOpen } = sidebar;
  const closeButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) closeButton.current?.focus();
    const closeOnEscape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setOpen(false);
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isOpen, setOpen]);
  return (
    <nav id="sidebar" className={isOpen ? 'sidebar is-open' : 'sidebar'} aria-label="Workspace">
      <div className="title">
        <p>Local workspace</p>
        <button
          ref={closeButton}
          type="button"
          className="sidebar-close"
          aria-label="Close the list of channels"
          onClick={() => setOpen(false)}
        >
          ✕
        </button>
      </div>
      <People switchTo={switchTo} />
      <Conversations />
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
  );
}

const STATES = { starting: 'starting', ready: 'online', stopped: 'stopped' } as const;

function Conversations() {
  const { state, channel, go, sidebar } = useWorkspace();
  const direct = directOf(state);
  const isApp = channel === 'home' || channel.kind === 'direct';
  const visit = (id: string): void => {
    sidebar.setOpen(false);
    go({ channel: id });
  };
  return (
    <div>
      <h2>Channels</h2>
      <ul>
        {state.channels
          .filter(({ kind }) => kind === 'channel')
          .map((one) => (
            <li key={one.id}>
              <Entry isCurrent={channel === one} onClick={() => visit(one.id)}>
                <span aria-hidden="true">#</span> {one.name}
              </Entry>
            </li>
          ))}
      </ul>
      <h2>Apps</h2>
      <ul>
        <li>
          <Entry isCurrent={isApp} onClick={() => visit(direct?.id ?? 'home')}>
            <span className={`status-dot is-${state.botState}`} aria-hidden="true" /> {state.bot.name}
            <span className="bot-state">{STATES[state.botState]}</span>
          </Entry>
        </li>
      </ul>
    </div>
  );
}

interface EntryProps {
  readonly isCurrent: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Entry({ isCurrent, onClick, children }: EntryProps) {
  return (
    <button type="button" className="entry" aria-current={isCurrent ? 'page' : undefined} onClick={onClick}>
      {children}
    </button>
  );
}

function People({ switchTo }: Pick<SidebarProps, 'switchTo'>) {
  const { people, person } = useWorkspace().state;
  return (
    <fieldset className="people">
      <legend>Viewing as</legend>
      {people.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name="person" checked={id === person.id} onChange={() => switchTo(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
