// The app's Home, as the app has published it for this person.
import { AppTabs } from './app-tabs.js';
import { Blocks } from './blocks.js';
import { useWorkspace } from './workspace-context.js';

export function Home() {
  const { home, bot } = useWorkspace().state;
  return (
    <section className="pane" aria-labelledby="place">
      <header>
        <h2 id="pane">{bot.name}</h2>
        <AppTabs isHome />
      </header>
      <div className="home">
        {home === undefined ? (
          <p className="empty">The app has published no Home yet.</p>
        ) : (
          <Blocks blocks={home.blocks} on={home.id} />
        )}
      </div>
    </section>
  );
}
