// The app's two tabs, Home and Messages, as in Slack.
import { useEffect, useRef } from 'react';
import { directOf, useWorkspace } from './workspace-context.js';

/** The app is told of each visit, as in Slack, but only once it runs. */
export function AppTabs({ isHome }: { readonly isHome: boolean }) {
  const { state, go, perform } = useWorkspace();
  const { botState } = state;
  const told = useRef('');
  useEffect(() => {
    const visit = `${isHome} ${botState}`;
    if (told.current === visit) return;
    told.current = visit;
    if (botState === 'ready') void perform({ type: isHome ? 'openHome' : 'openMessages' });
  }, [isHome, botState, perform]);
  const direct = directOf(state);
  return (
    <nav className="tabs" aria-label={state.bot.name}>
      <button type="button" aria-current={isHome ? 'page' : undefined} onClick={() => go({ channel: 'home' })}>
        Home
      </button>
      <button
        type="button"
        aria-current={isHome ? undefined : 'page'}
        onClick={() => go(direct === undefined ? {} : { channel: direct.id })}
      >
        Messages
      </button>
    </nav>
  );
}
