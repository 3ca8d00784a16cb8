// Keeps this process connected to Slack: opens the next connection before it closes the last, and retries for ever.
import { type App, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { ReconnectPause } from './reconnect-pause.js';
import { LONGEST_SILENCE_MS, SILENT, type SocketFailure, type SocketWatch, watchSocket } from './socket-failure.js';
import { guardSocket } from './socket-guard.js';

type Client = SocketModeReceiver['client'];
type SocketModeReceiverOptions = ConstructorParameters<typeof SocketModeReceiver>[0];

/** How long a connection that Slack replaces stays open for pending acknowledgements; after that, Slack closes it itself. */
const LAST_ACKNOWLEDGEMENTS_MS = 10_000;

/** The WebSocket didn't open, though the Web API has given its address. */
class SocketError extends Error {
  readonly host: string;
  readonly failure: SocketFailure;

  constructor(host: string, failure: SocketFailure) {
    super(failure.cause);
    this.host = host;
    this.failure = failure;
  }
}

/** A connection on which Slack has said hello. */
interface OpenConnection {
  readonly client: Client;
  readonly since: number;
  /** Envelopes that aren't acknowledged yet. */
  readonly due: Set<unknown>;
}

/**
 * One client of Bolt for each connection, so that a new one is open before the old one ends, and each acknowledgement
 * goes back on the connection that brought its envelope. Bolt's own way waits for five seconds in between.
 */
export class SocketConnection {
  readonly #options: SocketModeReceiverOptions;
  readonly #log: Log;
  readonly #giveUp: (error: Error) => void;
  readonly #open = new Set<OpenConnection>();
  readonly #leaving = new WeakSet<OpenConnection>();
  readonly #pause = new ReconnectPause();
  #app: App | undefined;
  #opening: Client | undefined;
  #reopening: Promise<void> | undefined;
  #failure: SocketFailure | undefined;
  #isClosing = false;

  /** `giveUp` is called with what no retry can change: Slack's Web API can no longer be reached. */
  constructor(options: SocketModeReceiverOptions, log: Log, giveUp: (error: Error) => void) {
    this.#options = { ...options, autoReconnectEnabled: false };
    this.#log = log;
    this.#giveUp = giveUp;
  }

  init(app: App): void {
    this.#app = app;
  }

  isOpen(): boolean {
    return [...this.#open].some(({ client }) => client.websocket?.isActive() === true);
  }

  /** Why no WebSocket opens, while that is so. */
  failure(): SocketFailure | undefined {
    return this.#failure;
  }

  /** Resolves once there is a connection, however long that takes. */
  open(): Promise<void> {
    this.#reopening ??= this.#tryUntilOpen().finally(() => {
      this.#reopening = undefined;
    });
    return this.#reopening;
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    this.#isClosing = true;
    const clients = [...this.#open].map(({ client }) => client);
    if (this.#opening !== undefined) clients.push(this.#opening);
    await Promise.all(clients.map((client) => client.disconnect()));
  }

  async #tryUntilOpen(): Promise<void> {
    for (;;) {
      const pause = this.#pause.next();
      // A global timer, as Bolt's client has them.
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      if (this.#isClosing) return;
      try {
        await this.#openOne();
        return;
      } catch (error) {
        if (this.#isClosing) return;
        this.#note(error);
      }
    }
  }

  /** Rejects with a SocketError if the WebSocket is to blame, with the Web API's error otherwise. */
  async #openOne(): Promise<void> {
    const receiver = new SocketModeReceiver(this.#options);
    const { client } = receiver;
    if (this.#app !== undefined) receiver.init(this.#app);
    const connection: OpenConnection = { client, since: performance.now(), due: new Set() };
    client.on('slack_event', ({ envelope_id }) => connection.due.add(envelope_id));
    client.on('outgoing_message', ({ envelope_id }) => connection.due.delete(envelope_id));
    const attempt = watchAttempt(client);
    guardSocket(client, this.#log, () => {
      // Slack announces it more than once.
      if (!this.#leaving.has(connection)) this.#replace(connection);
    });
    this.#opening = client;
    try {
      await Promise.race([receiver.start(), attempt.silence]);
    } catch (error) {
      void client.disconnect();
      throw attempt.failure() ?? error;
    } finally {
      attempt.stop();
      this.#opening = undefined;
    }
    client.on('error', () =>
      this.#log.warn('Lost the connection to Slack. Reconnecting. No action needed unless this continues', {
        code: 'connection_lost',
      }),
    );
    client.once('disconnected', () => this.#ended(connection));
    this.#open.add(connection);
    this.#pause.opened();
    if (this.#failure !== undefined) this.#log.info('Connected to Slack', { code: 'connected' });
    this.#failure = undefined;
    if (this.#isClosing) await client.disconnect();
    // Once what opened this one has ended, since there's only one such at a time.
    else if (this.#leaving.has(connection)) setImmediate(() => this.#replace(connection));
  }

  #ended(connection: OpenConnection): void {
    this.#open.delete(connection);
    this.#pause.ended(performance.now() - connection.since);
    if (!this.#isClosing && this.#open.size === 0) void this.open();
  }

  /** Slack is about to close this connection: it's closed once another one is open, and what arrived on it is answered. */
  #replace(connection: OpenConnection): void {
    this.#leaving.add(connection);
    // Slack can announce it in the same moment as hello.
    if (!this.#open.has(connection)) return;
    void this.open().then(() => leaveWhenAcknowledged(connection));
  }

  /** One line for each cause, however often it's retried. */
  #note(error: unknown): void {
    this.#pause.failed();
    if (error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError) {
      this.#isClosing = true;
      this.#giveUp(error);
    }
    if (!(error instanceof SocketError)) return;
    const { host, failure } = error;
    if (failure.code !== this.#failure?.code) this.#log.warn(describeBlocked(host, failure), { code: failure.code });
    this.#failure = failure;
  }
}

function describeBlocked(host: string, { cause }: SocketFailure): string {
  const remedy = `Let this host through the firewall, set HTTPS_PROXY if there is a proxy, or use HTTP instead of Socket Mode`;
  return `Slack’s Web API answers, but the WebSocket to ${host} doesn’t open: ${cause}. ${remedy}. Trying again, at growing intervals`;
}

/** Closes a connection on which nothing new arrives, once everything on it is acknowledged. */
function leaveWhenAcknowledged({ client, due }: OpenConnection): void {
  const leave = (): void => void client.disconnect();
  const leaveIfDone = (): void => {
    if (due.size === 0) leave();
  };
  // It is sent in the same turn, after this event.
  client.on('outgoing_message', () => setImmediate(leaveIfDone));
  setTimeout(leave, LAST_ACKNOWLEDGEMENTS_MS).unref();
  leaveIfDone();
}

/** Watches a client's start, from the moment the Web API has given it an address. */
function watchAttempt(client: Client) {
  let timer: NodeJS.Timeout | undefined;
  let watch: SocketWatch | undefined;
  let host = '';
  let isSilent = false;
  const silence = new Promise<never>((_, reject) => {
    client.once('authenticated', ({ url }) => {
      host = new URL(url).host;
      watch = watchSocket(url);
      timer = setTimeout(() => {
        isSilent = true;
        reject(new Error(SILENT.cause));
      }, LONGEST_SILENCE_MS);
    });
  });
  return {
    silence,
    /** Undefined until the Web API has given an address. */
    failure: () => watch && new SocketError(host, isSilent ? SILENT : watch.failure()),
    stop() {
      clearTimeout(timer);
      watch?.stop();
    },
  };
}
