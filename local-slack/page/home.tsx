// The app's Home tab, as the app has published it for this person.
import { Blocks } from './blocks.js';
import { PaneHeader } from './pane-header.js';
import { useWorkspace } from './workspace-context.js';

export function Home() {
  const { home, bot } = useWorkspace().state;
  return (
    <section className="pane" aria-labelledby="pane-title">
      <PaneHeader title={bot.name} tab="home" />
      <div className="home">
        {home === undefined ? (
          <p className="empty">The Home tab isn’t ready yet.</p>
        ) : (
          <Blocks blocks={home.blocks} on={home.id} />
        )}
      </div>
    </section>
  );
}
