// Reports in one line what breaks in Socket Mode, and keeps what can't be read from ending the process.
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../operations/log.js';

/** Guards Bolt's client, which connects again by itself. */
export function guardSocket(client: SocketModeReceiver['client'], log: Log): void {
  client.on('error', () =>
    log.warn('Lost the connection to Slack. Reconnecting. No action needed unless this continues', {
      code: 'connection_lost',
    }),
  );
  // The client reads messages in a function that nobody waits for: what it can't read would end the process as a rejection.
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  for (const read of readers) {
    client.on('ws_message', async (...message: unknown[]) => {
      try {
        await read.apply(client, message);
      } catch {
        log.warn('Ignored a message from Slack that this version can’t read. If this continues, update the app', {
          code: 'no_payload',
        });
      }
    });
  }
}
