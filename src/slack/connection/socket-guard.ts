// Keeps messages of Socket Mode that can't be read from ending the process, and tells when Slack ends a connection.
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { text } from '../inbound/payload.js';

/**
 * Guards one of Bolt's clients. `endAnnounced` is called when Slack is about to close the connection; the client, which
 * would close it at once, doesn't hear of it.
 */
export function guardSocket(client: SocketModeReceiver['client'], log: Log, endAnnounced: () => void): void {
  // The client reads messages in a function that nobody waits for: what it can't read would end the process as a rejection.
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  for (const read of readers) {
    client.on('ws_message', async (...message: unknown[]) => {
      if (announcesEnd(message[0])) return endAnnounced();
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

/** Nearly every message is read by the client alone: what a person wrote has its quotation marks escaped. */
function announcesEnd(message: unknown): boolean {
  if (typeof message !== 'string' || !message.includes('"disconnect"')) return false;
  try {
    return text(JSON.parse(message), 'type') === 'disconnect';
  } catch {
    return false;
  }
}
