// Emulates Socket Mode: envelopes out, acknowledgements in, and events sent again that weren't acknowledged.
import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ChangeNotifier } from './change-notifier.js';
import { APP_ID } from './fake-ids.js';

/** What is sent to the app over Socket Mode. */
export interface Envelope {
  /** `events_api`, `slash_commands` or `interactive`; a test may send a type that no app knows. */
  readonly type: string;
  readonly payload: unknown;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

/** How connections and missing acknowledgements are handled. */
export interface SocketModeOptions {
  /** Who may connect. */
  readonly isWelcome?: (request: IncomingMessage) => boolean;
  /** True if events are sent again: at once over a new connection, and later over the same one. */
  readonly sendsAgain?: boolean;
}

const DEADLINE_MS = 3_000;
/** After the deadline has passed: at once, then after one minute, then after five. */
const PAUSES_MS = [0, 60_000, 300_000];

interface Unacknowledged {
  readonly id: string;
  readonly envelope: Envelope;
  readonly attempt: number;
  readonly client: WebSocket | undefined;
  readonly timer: NodeJS.Timeout | undefined;
}

/** The connections of the app, and what was sent over them. */
export class SocketMode {
  readonly #notifier: ChangeNotifier;
  readonly #sendsAgain: boolean;
  readonly #sockets = new WebSocketServer({ noServer: true });
  /** What came with each acknowledgement, by envelope. */
  readonly #acknowledged = new Map<string, readonly unknown[]>();
  readonly #waiting = new Map<string, Unacknowledged>();
  #preferred: WebSocket | undefined;
  #envelopes = 0;
  #deliveries = 0;

  /** Accepts connections that reach `server`. */
  constructor(server: Server, notifier: ChangeNotifier, options: SocketModeOptions = {}) {
    const { isWelcome = () => true, sendsAgain = false } = options;
    this.#notifier = notifier;
    this.#sendsAgain = sendsAgain;
    server.on('upgrade', (request, socket, head) => {
      if (!isWelcome(request)) return void socket.destroy();
      this.#sockets.handleUpgrade(request, socket, head, (client) => this.#connect(client));
    });
  }

  connections(): number {
    return this.#openClients().length;
  }

  /** Sends everything over the newest connection while it's open, even after another one was opened. */
  useNewestConnection(): void {
    this.#preferred = this.#openClients().at(-1);
  }

  /** Sends an envelope; gives its id. */
  send(envelope: Envelope): string {
    this.#envelopes += 1;
    const id = `envelope-${this.#envelopes}`;
    this.#deliver(id, envelope, 0);
    return id;
  }

  isAcknowledged(id: string): boolean {
    return this.#acknowledged.has(id);
  }

  /** How many times it was acknowledged; an app may do so for each time it was sent. */
  acknowledgements(id: string): number {
    return this.#acknowledged.get(id)?.length ?? 0;
  }

  /** Resolves to what came with the acknowledgement. */
  async acknowledgement(id: string): Promise<unknown> {
    await this.#notifier.until(() => this.#acknowledged.has(id));
    return this.#acknowledged.get(id)?.at(-1);
  }

  /** Asks the app to reconnect, as Slack does. */
  disconnectAll(reason: string): void {
    for (const client of this.#sockets.clients) client.send(JSON.stringify({ type: 'disconnect', reason }));
  }

  /** Breaks every connection without a word. */
  cut(): void {
    for (const client of this.#sockets.clients) client.terminate();
  }

  /** Keeps the present connections open, but reads nothing from them and answers no ping. */
  fallSilent(): void {
    for (const client of this.#sockets.clients) client.pause();
  }

  terminate(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.cut();
  }

  #connect(client: WebSocket): void {
    client.on('message', (data) => this.#takeAcknowledgement(String(data)));
    client.on('close', () => {
      this.#sendUnsent();
      this.#notifier.changed();
    });
    client.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: APP_ID } }));
    this.#sendUnsent();
    this.#notifier.changed();
  }

  #takeAcknowledgement(text: string): void {
    const { envelope_id, payload } = JSON.parse(text);
    // An envelope that is sent again has an id of its own; those who wait, wait for the first.
    const id = String(envelope_id).replace(/-again-\d+$/, '');
    this.#acknowledged.set(id, [...(this.#acknowledged.get(id) ?? []), payload]);
    clearTimeout(this.#waiting.get(id)?.timer);
    this.#waiting.delete(id);
    this.#notifier.changed();
  }

  #openClients(): WebSocket[] {
    return [...this.#sockets.clients].filter((client) => client.readyState === client.OPEN);
  }

  #receiver(): WebSocket | undefined {
    const open = this.#openClients();
    return open.find((client) => client === this.#preferred) ?? open.at(-1);
  }

  /** What was sent over a connection that has closed, or over none, is sent over an open one. */
  #sendUnsent(): void {
    if (!this.#sendsAgain || this.connections() === 0) return;
    for (const { id, envelope, attempt, client, timer } of this.#waiting.values()) {
      if (client !== undefined && client.readyState === client.OPEN) continue;
      clearTimeout(timer);
      this.#deliver(id, envelope, client === undefined ? attempt : attempt + 1, 'connection_failed');
    }
  }

  #deliver(id: string, envelope: Envelope, attempt: number, reason = 'timeout'): void {
    const client = this.#receiver();
    this.#deliveries += 1;
    const own = attempt === 0 ? id : `${id}-again-${this.#deliveries}`;
    const accepts_response_payload = envelope.type !== 'events_api';
    const retry = attempt === 0 ? {} : { retry_attempt: attempt, retry_reason: reason };
    client?.send(JSON.stringify({ envelope_id: own, accepts_response_payload, ...envelope, ...retry }));
    if (!this.#sendsAgain || envelope.type !== 'events_api') return;
    const timer = client && this.#sendAgainLater(id, envelope, attempt);
    this.#waiting.set(id, { id, envelope, attempt, client, timer });
  }

  #sendAgainLater(id: string, envelope: Envelope, attempt: number): NodeJS.Timeout | undefined {
    const pause = PAUSES_MS[attempt];
    if (pause === undefined) return undefined;
    return setTimeout(() => this.#deliver(id, envelope, attempt + 1), DEADLINE_MS + pause).unref();
  }
}
