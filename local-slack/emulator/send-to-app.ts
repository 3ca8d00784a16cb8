// Sends a payload to the app over Socket Mode and waits as long as Slack would.
import { setTimeout as pause } from 'node:timers/promises';
import type { ActionResult } from '../shared/state.js';
import type { JsonObject } from './api-results.js';
import type { Slack } from './slack-emulator.js';
import type { Envelope } from './socket-mode.js';

const PATIENCE_MS = 3_000;
const OK: ActionResult = { ok: true };

/** The type of envelope for a payload. */
export function kindOf(payload: JsonObject): Envelope['type'] {
  if ('event' in payload) return 'events_api';
  return 'command' in payload ? 'slash_commands' : 'interactive';
}

/** Why an action is refused, in a sentence for the person. */
export class ActionRefused extends Error {}

export function createAppSender(slack: Slack) {
  const { manifest } = slack.workspace;

  return {
    /** Sends an event if the app has subscribed to it, and waits for nothing. */
    sendEvent(name: string, body: JsonObject): ActionResult {
      if (!manifest.events.includes(name)) return OK;
      const sent = slack.stamp(body);
      const id = slack.send({ type: 'events_api', payload: sent });
      void slack.acknowledgement(id).then((payload) => slack.take(sent, { isAcknowledged: true, payload }));
      return OK;
    },

    /**
     * Sends what has to be acknowledged within three seconds. `name` is what the person is told has failed, `tab` the
     * browser tab they are in.
     */
    async sendAction(name: string, body: JsonObject, tab?: string): Promise<ActionResult> {
      if (!('command' in body) && !manifest.isInteractive)
        throw new ActionRefused('This app is not configured to handle interactive responses.');
      if (slack.connections() === 0)
        throw new ActionRefused(`${name} failed with the error “dispatch_failed”: the bot is not connected.`);
      const sent = slack.stamp(body, tab);
      const id = slack.send({ type: kindOf(sent), payload: sent });
      // A late acknowledgement still counts, as in Slack; the person is told that it took too long.
      const acknowledged = slack.acknowledgement(id).then((payload) => {
        slack.take(sent, { isAcknowledged: true, payload });
        return true;
      });
      const patience = new AbortController();
      const isInTime = await Promise.race([
        acknowledged,
        pause(PATIENCE_MS, false, { signal: patience.signal, ref: false }),
      ]);
      patience.abort();
      if (!isInTime)
        throw new ActionRefused(`${name} failed with the error “operation_timeout”: no answer within 3 seconds.`);
      return OK;
    },
  };
}

export type AppSender = ReturnType<typeof createAppSender>;
