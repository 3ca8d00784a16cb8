// Emulates Slack on this machine: the Web API methods the bot uses, response_url, and Socket Mode.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRefusal, type JsonObject } from './api-results.js';
import { createChangeNotifier } from './change-notifier.js';
import { isFromHere } from './origin-guard.js';
import { createPayloadExchange } from './payload-exchange.js';
import { createSocketMode, type SocketManner } from './socket-mode.js';
import { createWebApi } from './web-api.js';
import { createWorkspaceState, type WorkspaceOptions } from './workspace-state.js';

export type { Message } from './conversations.js';
export { APP_TOKEN, BOT, CHANNEL, DIRECT, PERSON, TEAM } from './fake-ids.js';
export type { Receipt } from './payload-exchange.js';
export type { Envelope } from './socket-mode.js';
export type { View } from './views.js';
export type { WorkspaceOptions };

/** One call that reached the stand-in: a method's name, or `response_url`. */
export interface Call {
  readonly method: string;
  readonly token: string;
  readonly args: JsonObject;
}

/** What a method does instead of succeeding. */
export type InjectedFailure =
  | { readonly error: string }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** The connection breaks before the call has arrived, after it was done, or in the middle of the answer to it. */
  | { readonly reset: 'before' | 'after' | 'halfway' };

/** What else the stand-in can be told. */
export interface SlackOptions extends WorkspaceOptions, Pick<SocketManner, 'sendsAgain'> {
  /** A free one unless said otherwise. */
  readonly port?: number;
  /** Takes a request that is not the app's: true if it has. */
  readonly takeRequest?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** Starts the stand-in on this machine only; rejects with Node's error when the port is taken. */
export async function startSlack(options: SlackOptions = {}) {
  const calls: Call[] = [];
  const failures = new Map<string, InjectedFailure[]>();
  const held = new Map<string, Promise<void>>();
  const watch = createChangeNotifier();
  const server = createServer((request, response) => {
    // A link of the app's own page leads here, from another port.
    if (request.method === 'GET' && request.url?.startsWith('/oauth/v2/authorize?'))
      return takeDecision(request, response);
    if (!isFromHere(request))
      return void response.writeHead(403).end('Only this machine may ask, and no other website.\n');
    if (options.takeRequest?.(request, response) === true) return;
    handle(request, response).catch(() => response.writeHead(400).end());
  });
  const socketMode = createSocketMode(server, watch, { ...options, isWelcome: isFromHere });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve),
  );
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const workspace = createWorkspaceState(options);
  const { conversations, views, sessions, responseUrls, refused, clock } = workspace;
  const exchange = createPayloadExchange(workspace, () => origin);
  const callMethod = createWebApi(workspace, () => `ws://127.0.0.1:${port}/link`);

  /** Slack's own page on which somebody lets the app in; the decision is made already. */
  function takeDecision({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const location = workspace.installs.decide(new URL(url, origin));
    response.writeHead(location === undefined ? 404 : 302, location === undefined ? {} : { location }).end();
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    const isResponse = path.startsWith('/response');
    const method = isResponse ? 'response_url' : path.replace('/api/', '');
    const isJson = isResponse || request.headers['content-type']?.startsWith('application/json') === true;
    const args: JsonObject = isJson ? JSON.parse(body) : decodeForm(body);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const failure = failures.get(method)?.shift();
    if (failure !== undefined && 'reset' in failure && failure.reset === 'before') return void request.socket.destroy();
    calls.push({ method, token, args });
    watch.changed();
    await held.get(method);
    if (failure !== undefined && 'status' in failure) {
      response.writeHead(failure.status, failure.headers).end(failure.body ?? '');
      return;
    }
    const refusal = failure !== undefined && 'error' in failure ? failure : undefined;
    const result = workspace.traffic.call(
      method,
      path,
      args,
      () => refusal ?? (isResponse ? responseUrls.use(path, args) : callMethod(method, args, token)),
    );
    watch.changed();
    if (failure !== undefined && 'reset' in failure && failure.reset === 'after') return void request.socket.destroy();
    if (refusal === undefined && isRefusal(result)) refused.push({ ...result, method });
    const { status = isResponse && isRefusal(result) ? 400 : 200, ...fields } = result as JsonObject & {
      status?: number;
    };
    const answer = JSON.stringify({ ok: !isRefusal(result), ...fields });
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    if (failure === undefined || 'error' in failure) return void response.end(answer);
    response.write(answer.slice(0, answer.length / 2), () => request.socket.destroy());
  }

  return {
    apiUrl: `${origin}/api/`,
    port,
    workspace,
    /** A fresh response_url of PERSON in CHANNEL, for payloads that a test makes itself. */
    get responseUrl(): string {
      return `${origin}${workspace.freshResponsePath()}`;
    },
    calls,
    /** The calls that say something to a person. */
    said: () => calls.filter(({ method }) => method.startsWith('chat.') || method === 'response_url'),
    /** What Slack has refused, with the reasons; a test may want that to be nothing. */
    refused,
    /** The next calls of this method fail, one failure each. */
    fail: (method: string, ...next: InjectedFailure[]) => failures.set(method, next),
    /** Answers of this method wait until the returned function is called. */
    hold(method: string): () => void {
      let release: () => void = () => undefined;
      held.set(method, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(method);
        release();
      };
    },
    until: watch.until,
    onChange: watch.onChange,
    ...socketMode,
    ...exchange,
    /** Does what came with an acknowledgement, and tells those who wait for it. */
    take(...[body, receipt]: Parameters<typeof exchange.take>): void {
      exchange.take(body, receipt);
      watch.changed();
    },
    /** Lets so many seconds go by, for trigger_ids and response_urls. */
    pass: clock.pass,
    takeCharts: workspace.takeCharts,
    leave: conversations.leave,
    join: conversations.join,
    archive: conversations.archive,
    findMessage: conversations.find,
    messagesIn: conversations.messagesIn,
    ephemeralsFor: conversations.ephemeralsFor,
    viewOf: views.viewOf,
    homeOf: views.homeOf,
    findView: views.find,
    views,
    installs: workspace.installs,
    statusesOf: sessions.statusesOf,
    promptsIn: sessions.promptsIn,
    async stop(): Promise<void> {
      socketMode.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Slack = Awaited<ReturnType<typeof startSlack>>;

/** Nested values arrive as JSON within the form. */
function decodeForm(body: string): JsonObject {
  const args: JsonObject = Object.fromEntries(new URLSearchParams(body));
  for (const name of ['blocks', 'view', 'prompts'])
    if (typeof args[name] === 'string') args[name] = JSON.parse(args[name]);
  return args;
}
