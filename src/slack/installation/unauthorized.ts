// Handles payloads of workspaces for which there's no token to answer with.
import type { Log } from '../../operations/log.js';
import { InstallationFault } from '../../store/installations.js';
import { field, inputIdsIn, text } from '../inbound/payload.js';
import { NOT_READY } from '../message/fixed-messages.js';
import { NotInstalledError } from './authorize.js';

/** `acknowledge` what will never be answered; `leave` to Slack what can be answered when it's sent again. */
export type Verdict = 'acknowledge' | 'leave';

const QUIET_MS = 60 * 60_000;
const MOST_TOLD = 1_000;
const PATIENCE_MS = 3_000;

/** Sets the acknowledgement of a payload. */
export type AcknowledgeWith = (body: object, acknowledgement: unknown) => void;

/** Interprets an error of Bolt's authorization; undefined for any other error. */
export type UnauthorizedHandler = (error: unknown, body: object) => Promise<Verdict | undefined>;

/** Builds the handler. `now` counts milliseconds. */
export function createUnauthorizedHandler(
  log: Log,
  acknowledgeWith: AcknowledgeWith,
  now: () => number = () => performance.now(),
): UnauthorizedHandler {
  const toldAt = new Map<string, number>();

  /** At most one log line an hour for each workspace, however much is asked there. */
  const report = (level: 'warn' | 'error', code: string, line: string): void => {
    const at = toldAt.get(line);
    if (at !== undefined && now() - at < QUIET_MS) return;
    if (toldAt.size >= MOST_TOLD) toldAt.clear();
    toldAt.set(line, now());
    log[level](line, { code });
  };

  return async (error, body) => {
    const cause = field(error, 'original');
    if (cause instanceof NotInstalledError) {
      report(
        'warn',
        'not_installed',
        `${cause.workspace} hasn’t installed the app, or has removed it. No action needed`,
      );
      return 'acknowledge';
    }
    if (!(cause instanceof InstallationFault)) return undefined;
    // If the store is out of reach, it has reported that itself.
    if (cause.kind !== 'unavailable') report('error', cause.kind, cause.message);
    const input = text(body, 'type') === 'view_submission' ? inputIdsIn(body)[0] : undefined;
    // A submitted form stays open, with its content, if one of its inputs has an error.
    if (input !== undefined) acknowledgeWith(body, { response_action: 'errors', errors: { [input]: NOT_READY.text } });
    await apologise(text(body, 'response_url'));
    return 'leave';
  };
}

/** Without a token there's still the address that came with a command or a clicked button. */
async function apologise(responseUrl: string | undefined): Promise<void> {
  if (responseUrl === undefined) return;
  const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...NOT_READY });
  const headers = { 'content-type': 'application/json' };
  await fetch(responseUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => undefined,
  );
}
