// At the line of Socket Mode: what breaks on it, told in one line each, and what can't be read ends no process.
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../operations/log.js';

/** Watches over Bolt's client, which connects again by itself. */
export function guardLine(client: SocketModeReceiver['client'], log: Log): void {
  client.on('error', () =>
    log.warn('The line to Slack broke, connecting again. Nothing to do unless it goes on', { code: 'line_broken' }),
  );
  // The client reads messages in a function that nobody waits for: what it can't read would be a rejection unheard.
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  for (const read of readers) {
    client.on('ws_message', async (...message: unknown[]) => {
      try {
        await read.apply(client, message);
      } catch {
        log.warn('Slack sent what this version can’t read; it was left aside. Update the app if it goes on', {
          code: 'no_payload',
        });
      }
    });
  }
}
