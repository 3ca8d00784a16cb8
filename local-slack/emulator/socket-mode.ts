// Emulates Socket Mode: envelopes out, acknowledgements in, and events sent again that weren't acknowledged.
import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ChangeNotifier } from './change-notifier.js';
import { APP_ID } from './fake-ids.js';

export interface Envelope {
  /** `events_api`, `slash_commands` or `interactive`; a test may send what no app knows. */
  readonly type: string;
  readonly payload: unknown;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

/** How Slack deals with what is not acknowledged. */
export interface SocketManner {
  /** Who may connect. */
  readonly isWelcome?: (request: IncomingMessage) => boolean;
  /** True where events are sent again, at once over a new line and in time over the same one. */
  readonly sendsAgain?: boolean;
}

const DEADLINE_MS = 3_000;
/** After the deadline has passed: at once, then a minute, then five. */
const PAUSES_MS = [0, 60_000, 300_000];

interface Waiting {
  readonly id: string;
  readonly envelope: Envelope;
  readonly attempt: number;
  readonly client: WebSocket | undefined;
  readonly timer: NodeJS.Timeout | undefined;
}

export function createSocketMode(server: Server, { changed, until }: ChangeNotifier, manner: SocketManner = {}) {
  const { isWelcome = () => true, sendsAgain = false } = manner;
  /** What came with each acknowledgement of an envelope. */
  const acknowledged = new Map<string, readonly unknown[]>();
  const waiting = new Map<string, Waiting>();
  const sockets = new WebSocketServer({ noServer: true });
  let envelopes = 0;
  let deliveries = 0;
  const openClients = (): WebSocket[] => [...sockets.clients].filter((client) => client.readyState === client.OPEN);

  server.on('upgrade', (request, socket, head) => {
    if (!isWelcome(request)) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  sockets.on('connection', (client: WebSocket) => {
    client.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      // An envelope that is sent again has an id of its own; who waits, waits for the first.
      const id = String(envelope_id).replace(/-again-\d+$/, '');
      acknowledged.set(id, [...(acknowledged.get(id) ?? []), payload]);
      clearTimeout(waiting.get(id)?.timer);
      waiting.delete(id);
      changed();
    });
    client.on('close', () => {
      sendUnsent();
      changed();
    });
    client.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: APP_ID } }));
    sendUnsent();
    changed();
  });

  /** What was sent over a line that is closed now, or over none, goes over the one that is open. */
  function sendUnsent(): void {
    if (!sendsAgain || openClients().length === 0) return;
    for (const { id, envelope, attempt, client, timer } of waiting.values()) {
      if (client !== undefined && client.readyState === client.OPEN) continue;
      clearTimeout(timer);
      deliver(id, envelope, client === undefined ? attempt : attempt + 1, 'connection_failed');
    }
  }

  function deliver(id: string, envelope: Envelope, attempt: number, reason = 'timeout'): void {
    const client = openClients().at(-1);
    deliveries += 1;
    const own = attempt === 0 ? id : `${id}-again-${deliveries}`;
    const accepts_response_payload = envelope.type !== 'events_api';
    const retry = attempt === 0 ? {} : { retry_attempt: attempt, retry_reason: reason };
    client?.send(JSON.stringify({ envelope_id: own, accepts_response_payload, ...envelope, ...retry }));
    if (sendsAgain && envelope.type === 'events_api')
      waiting.set(id, { id, envelope, attempt, client, timer: client && sendAgainLater(id, envelope, attempt) });
  }

  function sendAgainLater(id: string, envelope: Envelope, attempt: number): NodeJS.Timeout | undefined {
    const pause = PAUSES_MS[attempt];
    if (pause === undefined) return undefined;
    return setTimeout(() => deliver(id, envelope, attempt + 1), DEADLINE_MS + pause).unref();
  }

  return {
    connections: () => openClients().length,
    /** Sends an envelope on the newest connection; tells its id. */
    send(envelope: Envelope): string {
      envelopes += 1;
      const id = `envelope-${envelopes}`;
      deliver(id, envelope, 0);
      return id;
    },
    isAcknowledged: (id: string) => acknowledged.has(id),
    /** How often; an app may acknowledge an envelope that came twice. */
    acknowledgements: (id: string) => acknowledged.get(id)?.length ?? 0,
    /** Resolves to what came with the acknowledgement. */
    async acknowledgement(id: string): Promise<unknown> {
      await until(() => acknowledged.has(id));
      return acknowledged.get(id)?.at(-1);
    },
    disconnectAll(reason: string): void {
      for (const client of sockets.clients) client.send(JSON.stringify({ type: 'disconnect', reason }));
    },
    /** Breaks every line without a word. */
    cut(): void {
      for (const client of sockets.clients) client.terminate();
    },
    /** The lines of now stay open, but nothing is heard on them any more and no ping is answered. */
    fallSilent(): void {
      for (const client of sockets.clients) client.pause();
    },
    terminate(): void {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
      for (const client of sockets.clients) client.terminate();
    },
  };
}
