// Beside the road: payloads of workspaces for which there is no token that could answer.

import type { Log } from '../../operations/log.js';
import { InstallationFault } from '../../store/installations.js';
import { field, text } from '../inbound/payload.js';
import { NOT_READY } from '../message/fixed-messages.js';
import { NotInstalledError } from './authorize.js';

/** `acknowledge` what nobody will ever answer; `leave` to Slack what may be answered when it is sent again. */
export type Verdict = 'acknowledge' | 'leave';

const QUIET_MS = 60 * 60_000;
const MOST_TOLD = 1_000;
const PATIENCE_MS = 3_000;

/** Says something with the acknowledgement of a payload. */
export type Reply = (body: object, reply: unknown) => void;

/** Judges what Bolt's authorisation failed with; undefined for any other error. `now` counts milliseconds. */
export function createUnauthorised(log: Log, reply: Reply, now: () => number = () => performance.now()) {
  const toldAt = new Map<string, number>();

  /** A line an hour for each workspace, however much is asked there. */
  const tell = (level: 'warn' | 'error', code: string, line: string): void => {
    const at = toldAt.get(line);
    if (at !== undefined && now() - at < QUIET_MS) return;
    if (toldAt.size >= MOST_TOLD) toldAt.clear();
    toldAt.set(line, now());
    log[level](line, { code });
  };

  return async (error: unknown, body: object): Promise<Verdict | undefined> => {
    const cause = field(error, 'original');
    if (cause instanceof NotInstalledError) {
      tell('warn', 'not_installed', `${cause.workspace} has not installed the app, or has removed it. Nothing to do`);
      return 'acknowledge';
    }
    if (!(cause instanceof InstallationFault)) return undefined;
    // The store tells itself when it is out of reach.
    if (cause.kind !== 'unavailable') tell('error', cause.kind, cause.message);
    const input = inputIn(body);
    if (input !== undefined) reply(body, { response_action: 'errors', errors: { [input]: NOT_READY.text } });
    await apologise(text(body, 'response_url'));
    return 'leave';
  };
}

/** A form that was submitted stays open, with what was written in it, where one of its inputs has an error. */
function inputIn(body: unknown): string | undefined {
  if (text(body, 'type') !== 'view_submission') return undefined;
  const values = field(field(field(body, 'view'), 'state'), 'values');
  return typeof values === 'object' && values !== null ? Object.keys(values)[0] : undefined;
}

/** Without a token there is still the address that came with a command or a press. */
async function apologise(responseUrl: string | undefined): Promise<void> {
  if (responseUrl === undefined) return;
  const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...NOT_READY });
  const headers = { 'content-type': 'application/json' };
  await fetch(responseUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => undefined,
  );
}
