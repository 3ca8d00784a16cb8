// Emulates Slack on this machine: the Web API methods the bot uses, response_url, and Socket Mode.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from './api-results.js';
import { ApiServer, type Call, type InjectedFailure } from './api-server.js';
import { createChangeNotifier } from './change-notifier.js';
import type { Message } from './conversations.js';
import { isFromHere } from './origin-guard.js';
import { type InputErrors, PayloadExchange, type Receipt } from './payload-exchange.js';
import { type Envelope, SocketMode, type SocketModeOptions } from './socket-mode.js';
import type { View } from './views.js';
import { createWorkspaceState, type Refused, type WorkspaceOptions, type WorkspaceState } from './workspace-state.js';

export type { Call, InjectedFailure } from './api-server.js';
export type { Message } from './conversations.js';
export { APP_TOKEN, BOT, CHANNEL, DIRECT, PERSON, TEAM } from './fake-ids.js';
export type { Receipt } from './payload-exchange.js';
export type { Envelope } from './socket-mode.js';
export type { View } from './views.js';
export type { WorkspaceOptions };

/** How the emulator is set up. */
export interface SlackOptions extends WorkspaceOptions, Pick<SocketModeOptions, 'sendsAgain'> {
  /** A free one unless set. */
  readonly port?: number;
  /** Handles a request that isn't the app's; gives true if it has. */
  readonly takeRequest?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** Starts the emulator on this machine only; rejects with Node's error if the port is in use. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const server = createServer();
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve),
  );
  return new Slack(server, options);
}

/** A running emulator: what it has seen, and what a test or the page makes happen in it. */
export class Slack {
  readonly port: number;
  readonly apiUrl: string;
  readonly workspace: WorkspaceState;
  /** Each call that has reached the emulator, in order. */
  readonly calls: Call[];
  readonly #origin: string;
  readonly #server: Server;
  readonly #api: ApiServer;
  readonly #socketMode: SocketMode;
  readonly #exchange: PayloadExchange;
  readonly #notifier = createChangeNotifier();

  /** `server` listens already. */
  constructor(server: Server, options: SlackOptions) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    this.#origin = `http://127.0.0.1:${this.port}`;
    this.apiUrl = `${this.#origin}/api/`;
    this.workspace = createWorkspaceState(options);
    this.#exchange = new PayloadExchange(this.workspace, this.#origin);
    this.#api = new ApiServer(this.workspace, this.#notifier, `ws://127.0.0.1:${this.port}/link`);
    this.calls = this.#api.calls;
    this.#socketMode = new SocketMode(server, this.#notifier, { ...options, isWelcome: isFromHere });
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      // A link on the app's own install page, which has another port, leads to Slack's consent page.
      if (request.method === 'GET' && request.url?.startsWith('/oauth/v2/authorize?'))
        return this.#redirectFromConsent(request, response);
      if (!isFromHere(request))
        return void response.writeHead(403).end('Only this machine and its own page may ask.\n');
      if (options.takeRequest?.(request, response) === true) return;
      this.#api.handle(request, response).catch(() => response.writeHead(400).end());
    });
  }

  // What was seen.

  /** The calls that say something to a person. */
  said(): Call[] {
    return this.calls.filter(({ method }) => method.startsWith('chat.') || method === 'response_url');
  }

  /** What Slack has refused, with the reasons; a test may want that to be nothing. */
  get refused(): Refused[] {
    return this.workspace.refused;
  }

  findMessage(channel: string, ts: string): Message | undefined {
    return this.workspace.conversations.find(channel, ts);
  }

  messagesIn(channel: string, thread?: string): Message[] {
    return this.workspace.conversations.messagesIn(channel, thread);
  }

  ephemeralsFor(user: string): Message[] {
    return this.workspace.conversations.ephemeralsFor(user);
  }

  get views(): WorkspaceState['views'] {
    return this.workspace.views;
  }

  viewOf(user: string): View | undefined {
    return this.views.viewOf(user);
  }

  homeOf(user: string): View | undefined {
    return this.views.homeOf(user);
  }

  findView(id: unknown): View | undefined {
    return this.views.find(id);
  }

  errorsIn(view: View): InputErrors {
    return this.#exchange.errorsIn(view);
  }

  get installs(): WorkspaceState['installs'] {
    return this.workspace.installs;
  }

  statusesOf(channel: string, thread: string): string[] {
    return this.workspace.sessions.statusesOf(channel, thread);
  }

  promptsIn(channel: string): unknown {
    return this.workspace.sessions.promptsIn(channel);
  }

  /** Resolves once this is true. */
  until(isSo: () => boolean): Promise<void> {
    return this.#notifier.until(isSo);
  }

  /** Calls this at each change from now on. */
  onChange(listener: () => void): void {
    this.#notifier.onChange(listener);
  }

  // What is made to happen.

  /** The next calls of this method fail, one failure each. */
  fail(method: string, ...failures: InjectedFailure[]): void {
    this.#api.fail(method, failures);
  }

  /** Answers of this method wait until the returned function is called. */
  hold(method: string): () => void {
    return this.#api.hold(method);
  }

  /** Lets so many seconds go by, for trigger_ids and response_urls. */
  pass(seconds: number): void {
    this.workspace.clock.pass(seconds);
  }

  /** From now on Slack accepts this type of block, or doesn't. */
  takeBlocks(type: string, isTaken: boolean): void {
    this.workspace.takeBlocks(type, isTaken);
  }

  /** The bot is no member of this channel from now on. */
  leave(channel: string): void {
    this.workspace.conversations.leave(channel);
  }

  join(channel: string): void {
    this.workspace.conversations.join(channel);
  }

  archive(channel: string): void {
    this.workspace.conversations.archive(channel);
  }

  showErrors(view: View, errors: InputErrors): void {
    this.#exchange.showErrors(view, errors);
  }

  /** A new response_url of PERSON in CHANNEL, for payloads that a test makes itself. */
  get responseUrl(): string {
    return `${this.#origin}${this.workspace.freshResponsePath()}`;
  }

  // The way to the app.

  /** The payload as it's sent; `tab` is the browser tab in which someone acted. */
  stamp(body: JsonObject, tab?: string): JsonObject {
    return this.#exchange.stamp(body, tab);
  }

  /** Does what came with an acknowledgement, and tells those who wait for it. */
  take(body: JsonObject, receipt: Receipt): void {
    this.#exchange.take(body, receipt);
    this.#notifier.changed();
  }

  /** Sends an envelope over Socket Mode; gives its id. */
  send(envelope: Envelope): string {
    return this.#socketMode.send(envelope);
  }

  connections(): number {
    return this.#socketMode.connections();
  }

  useNewestConnection(): void {
    this.#socketMode.useNewestConnection();
  }

  isAcknowledged(id: string): boolean {
    return this.#socketMode.isAcknowledged(id);
  }

  acknowledgements(id: string): number {
    return this.#socketMode.acknowledgements(id);
  }

  acknowledgement(id: string): Promise<unknown> {
    return this.#socketMode.acknowledgement(id);
  }

  disconnectAll(reason: string): void {
    this.#socketMode.disconnectAll(reason);
  }

  cut(): void {
    this.#socketMode.cut();
  }

  fallSilent(): void {
    this.#socketMode.fallSilent();
  }

  async stop(): Promise<void> {
    this.#socketMode.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Slack's consent page, on which the decision is made already. */
  #redirectFromConsent({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const location = this.installs.decide(new URL(url, this.#origin));
    response.writeHead(location === undefined ? 404 : 302, location === undefined ? {} : { location }).end();
  }
}
