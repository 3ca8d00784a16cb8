// Routes the page's requests: its files, its actions, the states it follows, and the details of an answer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ActionResult, UserAction } from '../shared/state.js';
import { PERSON } from './fake-ids.js';
import { sendPageFile } from './page-files.js';
import type { Slack } from './slack-emulator.js';
import { questionsUpTo, wordsOf } from './traffic-log.js';
import { readUserAction } from './user-action-schema.js';
import type { UserView } from './user-view.js';

/** What the routes need. `explain` says why the last of these questions is understood as it is. */
export interface PageRoutesOptions {
  readonly slack: Slack;
  readonly viewFor: UserView;
  readonly act: (action: UserAction) => Promise<ActionResult>;
  readonly explain: (questions: readonly string[]) => Promise<string>;
  /** Where the page's files are. */
  readonly pageFolder: string;
}

/** A page that follows what one person sees. */
interface Follower {
  readonly person: string;
  readonly tab: string | undefined;
  readonly response: ServerResponse;
}

type Route = (response: ServerResponse, url: URL, request: IncomingMessage) => void | Promise<void>;

const MOST_BYTES = 100_000;
const NOT_BUILT = 'The page is not built. Run: npm run build\n';
const NO_QUESTION = 'This answers a button, so there was no text to understand.\n';
const UNKNOWN_MESSAGE = 'Nothing is known about this message.\n';
const NO_PERSON = 'There is no such person here.\n';
const CRASHED = 'Something went wrong in the local workspace. The terminal shows what.';

/** Answers the page, and tells every open page of changes. */
export class PageRoutes {
  readonly #options: PageRoutesOptions;
  readonly #followers = new Set<Follower>();
  readonly #routes: Readonly<Record<string, Route>>;
  #isTelling = false;

  constructor(options: PageRoutesOptions) {
    this.#options = options;
    this.#routes = {
      'GET /local/events': (response, url) => this.#follow(response, url),
      'POST /local/action': (response, _, request) => this.#act(response, request),
      'GET /local/why': (response, url) => this.#explain(response, url),
      'GET /local/traffic': (response, url) => this.#showTraffic(response, url),
    };
  }

  /** Sends every page what its person sees now; several changes at once are sent as one. */
  notify(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    setImmediate(() => {
      this.#isTelling = false;
      for (const follower of this.#followers) this.#sendState(follower);
    });
  }

  /** Handles a request of the page; false for those of the app. */
  takeRequest(request: IncomingMessage, response: ServerResponse): boolean {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const route = this.#routes[`${request.method} ${url.pathname}`];
    if (route !== undefined) {
      Promise.resolve(route(response, url, request)).catch((error: unknown) => {
        console.error(error);
        sendJson(response, 500, { ok: false, error: CRASHED });
      });
      return true;
    }
    if (/^\/(api|response)\//.test(url.pathname)) return false;
    const isSent = request.method === 'GET' && sendPageFile(this.#options.pageFolder, url.pathname, response);
    if (!isSent) sendText(response, 404, url.pathname === '/' ? NOT_BUILT : 'There is nothing here.\n');
    return true;
  }

  #follow(response: ServerResponse, { searchParams }: URL): void {
    // A page that is opened for the first time names no one.
    const person = searchParams.get('person') ?? PERSON;
    if (this.#options.viewFor(person) === undefined) return void sendText(response, 404, NO_PERSON);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const follower = { person, tab: searchParams.get('tab') ?? undefined, response };
    this.#followers.add(follower);
    response.on('close', () => this.#followers.delete(follower));
    this.#sendState(follower);
  }

  #sendState({ person, tab, response }: Follower): void {
    response.write(`event: state\ndata: ${JSON.stringify(this.#options.viewFor(person, tab))}\n\n`);
  }

  async #act(response: ServerResponse, request: IncomingMessage): Promise<void> {
    // A form on another site can't send JSON.
    if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
      return sendJson(response, 415, { ok: false, error: 'An action must be sent as application/json.' });
    const body = await readBody(request);
    if (body === undefined) return sendJson(response, 413, { ok: false, error: 'This is too long.' });
    const action = readUserAction(body);
    if (typeof action === 'string') return sendJson(response, 400, { ok: false, error: action });
    sendJson(response, 200, await this.#options.act(action));
    this.notify();
  }

  async #explain(response: ServerResponse, { searchParams }: URL): Promise<void> {
    const { traffic } = this.#options.slack.workspace;
    const cause = traffic.causeOf(searchParams.get('ts') ?? '');
    if (cause === undefined) return void sendText(response, 404, UNKNOWN_MESSAGE);
    const questions = questionsUpTo(cause.trace, traffic.all());
    sendText(response, 200, questions.length === 0 ? NO_QUESTION : await this.#options.explain(questions));
  }

  #showTraffic(response: ServerResponse, { searchParams }: URL): void {
    const cause = this.#options.slack.workspace.traffic.causeOf(searchParams.get('ts') ?? '');
    if (cause === undefined) return void sendText(response, 404, UNKNOWN_MESSAGE);
    const { sent, acknowledged, calls } = cause.trace;
    sendJson(response, 200, { words: wordsOf(sent), ms: cause.ms, sent, acknowledged, calls });
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
