// Keeps unreadable Socket Mode messages from ending the process, and reports when Slack ends a connection.
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { text } from '../inbound/payload.js';
import { own, REMEDY_OF_END } from '../slack-refusals.js';

/**
 * Guards one of Bolt's clients. `endAnnounced` is called when Slack is about to close the connection; the client, which
 * would close it at once, isn't told.
 */
export function guardSocket(client: SocketModeReceiver['client'], log: Log, endAnnounced: () => void): void {
  // The client reads messages in an async function that isn't awaited: an unreadable one would end the process as a rejection.
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  for (const read of readers) {
    client.on('ws_message', async (...message: unknown[]) => {
      const end = announcedEnd(message[0]);
      if (end !== undefined) {
        const remedy = own(REMEDY_OF_END, end.reason);
        if (remedy !== undefined) log.warn(`Slack ends a connection. ${remedy}`, { code: end.reason });
        return endAnnounced();
      }
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

/**
 * That Slack ends the connection, with its reason. Only the client reads nearly every message: quotation marks in what a
 * person wrote are escaped.
 */
function announcedEnd(message: unknown): { readonly reason: string } | undefined {
  if (typeof message !== 'string' || !message.includes('"disconnect"')) return undefined;
  try {
    const payload: unknown = JSON.parse(message);
    return text(payload, 'type') === 'disconnect' ? { reason: text(payload, 'reason') ?? '' } : undefined;
  } catch {
    return undefined;
  }
}
