// The app's two tabs, Home and Messages, as in Slack.
import { useEffect, useRef } from 'react';
import { directOf, useWorkspace } from './workspace-context.js';

/** Reports each visit to the app, as Slack does, once the app runs. */
export function AppTabs({ isHome }: { readonly isHome: boolean }) {
  const { state, go, perform } = useWorkspace();
  const { botState } = state;
  const reported = useRef('');
  useEffect(() => {
    const visit = `${isHome} ${botState}`;
    if (reported.current === visit) return;
    reported.current = visit;
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
