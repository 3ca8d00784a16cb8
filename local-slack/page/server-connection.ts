// Connects the page with the local Slack: states come in, a person's actions go out.
import type { ActionResult, State, UserAction } from '../shared/state.js';

const RETRY_MS = 1_000;

/** What is shown when the local Slack doesn't answer. */
export const UNREACHABLE = 'Can’t reach the local workspace. Run npm start again and this page will reconnect.';

/** This tab, so that a window opens only where someone asked for it. */
const TAB = Math.random().toString(36).slice(2);

/** Calls `onState` with all that this person sees, now and at each change; returns how to stop. */
export function follow(person: string | undefined, onState: (state: State) => void, onLost: () => void): () => void {
  const query = new URLSearchParams({ tab: TAB, ...(person !== undefined && { person }) });
  let source: EventSource;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource(`/local/events?${query}`);
    source.addEventListener('state', ({ data }) => onState(JSON.parse(data)));
    source.addEventListener('error', () => {
      onLost();
      // A browser reconnects by itself after a lost connection, but not after a refusal.
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
    });
  };
  open();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}

/** Does it in the local Slack; a failure comes back as a sentence. */
export async function send(action: UserAction): Promise<ActionResult> {
  try {
    const response = await fetch('/local/action', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...action, tab: TAB }),
    });
    return await response.json();
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}

/** `why` the bot gave this answer, or the `traffic` with Slack that it caused. */
export type Detail = 'why' | 'traffic';

/** Reads a detail of the message with this ts, as text. */
export async function readAnswerDetail(detail: Detail, ts: string): Promise<string> {
  try {
    const response = await fetch(`/local/${detail}?${new URLSearchParams({ ts })}`);
    return detail === 'traffic' && response.ok ? JSON.stringify(await response.json(), null, 2) : await response.text();
  } catch {
    return UNREACHABLE;
  }
}
