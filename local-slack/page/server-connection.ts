// The page's line to the workspace's server: states come in, acts go out.
import type { ActionResult, State, UserAction } from '../shared/state.js';

const RETRY_MS = 1_000;

/** Tells what this person sees, from now on and at each change; returns how to hang up. */
export function listen(person: string | undefined, onState: (state: State) => void, onLost: () => void): () => void {
  const query = person === undefined ? '' : `?${new URLSearchParams({ person })}`;
  let source: EventSource;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource(`/local/events${query}`);
    source.addEventListener('state', ({ data }) => onState(JSON.parse(data)));
    source.addEventListener('error', () => {
      onLost();
      // A browser tries again by itself after a line that broke, but not after a refusal.
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
    });
  };
  open();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}

/** Does it in the workspace, and says what came of it. */
export async function send(act: UserAction): Promise<ActionResult> {
  try {
    const response = await fetch('/local/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    return await response.json();
  } catch {
    return { ok: false, error: 'The workspace does not answer. Is npm start still running?' };
  }
}

/** What lies behind a message: `why` it was answered so, or what went over the `wire`. */
export async function readAnswerDetails(what: 'why' | 'wire', ts: string): Promise<string> {
  try {
    const response = await fetch(`/local/${what}?${new URLSearchParams({ ts })}`);
    return what === 'wire' && response.ok ? JSON.stringify(await response.json(), null, 2) : await response.text();
  } catch {
    return 'The workspace does not answer. Is npm start still running?';
  }
}
