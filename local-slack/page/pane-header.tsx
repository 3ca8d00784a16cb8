// Names what is open, with the app's tabs, what became of the last edit, and on phones the button for the sidebar.
import { AppTabs } from './app-tabs.js';
import { timeOf } from './time.js';
import { useWorkspace } from './workspace-context.js';

interface PaneHeaderProps {
  readonly title: string;
  /** The tab of the app that is open; absent in a channel. */
  readonly tab?: 'home' | 'messages';
}

export function PaneHeader({ title, tab }: PaneHeaderProps) {
  const { sidebar } = useWorkspace();
  return (
    <header>
      <button
        type="button"
        className="sidebar-toggle"
        aria-expanded={sidebar.isOpen}
        aria-controls="sidebar"
        aria-label="Open the list of channels"
        onClick={() => sidebar.setOpen(true)}
      >
        ☰
      </button>
      <h2 id="pane-title">{title}</h2>
      {tab !== undefined && <AppTabs isHome={tab === 'home'} />}
      <ReloadStatus />
    </header>
  );
}

/** What became of the last edit of the data; empty before the first. */
function ReloadStatus() {
  const { isReading, changedAt } = useWorkspace().state;
  const changed = changedAt === undefined ? '' : `Changed ${timeOf(changedAt)}`;
  return (
    <p className="reload-status" role="status">
      {isReading ? 'Reading your change …' : changed}
    </p>
  );
}
