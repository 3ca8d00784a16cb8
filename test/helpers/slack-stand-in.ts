// A stand-in for Slack on this machine: the Web API methods the bot uses, response_url, and Socket Mode.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { messageFaults } from './message-rules.js';

/** One call that reached the stand-in: a method's name, or `response_url`. */
export interface Call {
  readonly method: string;
  readonly token: string;
  readonly args: Record<string, unknown>;
}

/** What a method does instead of succeeding. */
export type Failure =
  | { readonly error: string }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | { readonly reset: 'before' | 'after' };

export interface Envelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: unknown;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

export const BOT = { token: 'xoxb-fake-bot-token', botId: 'B00FAKEBOT', userId: 'U00FAKEBOT', name: 'backend-career' };
export const APP_TOKEN = 'xapp-fake-app-token';
export const TEAM = { id: 'T00FAKETEAM', name: 'Fake Team' };

/** Starts the stand-in on a free port. */
export async function startSlack() {
  const calls: Call[] = [];
  const failures = new Map<string, Failure[]>();
  const held = new Map<string, Promise<void>>();
  const acknowledged = new Map<string, unknown>();
  const watchers = new Set<() => void>();
  const sockets = new WebSocketServer({ noServer: true });
  let envelopes = 0;

  const changed = (): void => {
    for (const watcher of watchers) watcher();
  };
  const server = createServer((request, response) => void handle(request, response));
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
    client.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A00FAKEAPP' } }));
    changed();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const isResponse = request.url?.startsWith('/response') === true;
    const method = isResponse ? 'response_url' : (request.url ?? '').replace('/api/', '');
    const args = isResponse ? JSON.parse(body) : decodeForm(body);
    const failure = failures.get(method)?.shift();
    if (failure !== undefined && 'reset' in failure && failure.reset === 'before') return void request.socket.destroy();
    calls.push({ method, token: request.headers.authorization?.replace('Bearer ', '') ?? '', args });
    changed();
    await held.get(method);
    if (failure !== undefined && 'reset' in failure) return void request.socket.destroy();
    if (failure !== undefined && 'status' in failure) {
      response.writeHead(failure.status, failure.headers).end(failure.body ?? '');
      return;
    }
    const result = failure ?? resultOf(method, args, port);
    const status = isResponse && 'error' in result ? 400 : 200;
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: !('error' in result), ...result }));
  }

  const until = async (isSo: () => boolean): Promise<void> => {
    if (isSo()) return;
    await new Promise<void>((resolve) => {
      const watcher = (): void => {
        if (!isSo()) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
    });
  };

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/response/T00FAKETEAM/1`,
    calls,
    /** The calls that say something to a person. */
    said: () => calls.filter(({ method }) => method.startsWith('chat.') || method === 'response_url'),
    /** The next calls of this method fail, one failure each. */
    fail: (method: string, ...next: Failure[]) => failures.set(method, next),
    /** Answers of this method wait until the returned function is called. */
    hold(method: string): () => void {
      let release: () => void = () => undefined;
      held.set(method, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(method);
        release();
      };
    },
    until,
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
    async stop(): Promise<void> {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Slack = Awaited<ReturnType<typeof startSlack>>;

/** Nested values arrive as JSON within the form. */
function decodeForm(body: string): Record<string, unknown> {
  const args: Record<string, unknown> = Object.fromEntries(new URLSearchParams(body));
  if (typeof args.blocks === 'string') args.blocks = JSON.parse(args.blocks);
  return args;
}

function resultOf(method: string, args: Record<string, unknown>, port: number): Record<string, unknown> {
  switch (method) {
    case 'auth.test':
      return { user_id: BOT.userId, bot_id: BOT.botId, user: BOT.name, team: TEAM.name, team_id: TEAM.id };
    case 'apps.connections.open':
      return { url: `ws://127.0.0.1:${port}/link` };
    case 'chat.postMessage':
    case 'response_url': {
      const faults = messageFaults(args);
      return faults.length > 0
        ? { error: 'invalid_blocks', faults }
        : { ts: '1700000099.000100', channel: args.channel };
    }
    default:
      return { error: 'unknown_method' };
  }
}
