// The stand-in's Socket Mode: envelopes out, acknowledgements in.
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { APP_ID } from './ids.js';
import type { Watch } from './watch.js';

export interface Envelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: unknown;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

export function createSocketMode(server: Server, { changed, until }: Watch) {
  const acknowledged = new Map<string, unknown>();
  const sockets = new WebSocketServer({ noServer: true });
  let envelopes = 0;
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request)),
  );
  sockets.on('connection', (client: WebSocket) => {
    client.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      acknowledged.set(envelope_id, payload);
      changed();
    });
    client.on('close', changed);
    client.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: APP_ID } }));
    changed();
  });
  return {
    connections: () => [...sockets.clients].filter((client) => client.readyState === client.OPEN).length,
    /** Sends an envelope on the newest connection; tells its id. */
    send(envelope: Envelope): string {
      envelopes += 1;
      const envelope_id = `envelope-${envelopes}`;
      const accepts_response_payload = envelope.type !== 'events_api';
      [...sockets.clients].at(-1)?.send(JSON.stringify({ envelope_id, accepts_response_payload, ...envelope }));
      return envelope_id;
    },
    isAcknowledged: (id: string) => acknowledged.has(id),
    /** Resolves to what came with the acknowledgement. */
    async acknowledgement(id: string): Promise<unknown> {
      await until(() => acknowledged.has(id));
      return acknowledged.get(id);
    },
    disconnectAll(reason: string): void {
      for (const client of sockets.clients) client.send(JSON.stringify({ type: 'disconnect', reason }));
    },
    terminate(): void {
      for (const client of sockets.clients) client.terminate();
    },
  };
}
