// Routes the page's requests: its files, its actions, the states it follows, and the details of an answer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ActionResult, UserAction } from '../shared/state.js';
import { PERSON } from './fake-ids.js';
import { sendPageFile } from './page-files.js';
import type { Slack } from './slack-emulator.js';
import { wordsOf } from './traffic-log.js';
import { readUserAction } from './user-action-schema.js';
import type { UserView } from './user-view.js';

/** What the routes need. `explain` tells why the last question of a talk is understood as it is. */
export interface PageRoutesOptions {
  readonly slack: Slack;
  readonly see: UserView;
  readonly act: (act: UserAction) => Promise<ActionResult>;
  readonly explain: (talk: readonly string[]) => Promise<string>;
  /** Where the page's files are. */
  readonly pageFolder: string;
}

type Answer = (response: ServerResponse, url: URL, request: IncomingMessage) => void | Promise<void>;

const MOST_BYTES = 100_000;
const NOT_BUILT = 'The page is not built. Run: npm run build\n';
const NO_QUESTION = 'A button asked for this, so no words had to be understood.\n';

export function createPageRoutes({ slack, see, act, explain, pageFolder }: PageRoutesOptions) {
  const listeners = new Set<{ readonly person: string; readonly response: ServerResponse }>();
  let isTelling = false;

  /** Tells everybody what they see now; several changes at once are one. */
  function tell(): void {
    if (isTelling) return;
    isTelling = true;
    setImmediate(() => {
      isTelling = false;
      for (const { person, response } of listeners) sendState(person, response);
    });
  }

  function sendState(person: string, response: ServerResponse): void {
    response.write(`event: state\ndata: ${JSON.stringify(see(person))}\n\n`);
  }

  const listen: Answer = (response, url) => {
    // A page that is opened for the first time knows nobody yet.
    const person = url.searchParams.get('person') ?? PERSON;
    if (see(person) === undefined) return sendText(response, 404, 'There is no such person here.\n');
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const listener = { person, response };
    listeners.add(listener);
    response.on('close', () => listeners.delete(listener));
    sendState(person, response);
  };

  const doAct: Answer = async (response, _, request) => {
    // A form of another site can send no JSON.
    if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
      return sendJson(response, 415, { ok: false, error: 'An act is sent as application/json.' });
    const body = await readBody(request);
    if (body === undefined) return sendJson(response, 413, { ok: false, error: 'This is too long.' });
    const read = readUserAction(body);
    if (typeof read === 'string') return sendJson(response, 400, { ok: false, error: read });
    sendJson(response, 200, await act(read));
    tell();
  };

  const tellWhy: Answer = async (response, url) => {
    const brought = slack.workspace.traffic.of(url.searchParams.get('ts') ?? '');
    if (brought === undefined) return sendText(response, 404, 'Nothing is known of this message.\n');
    const talk = slack.workspace.traffic.talkOf(brought.trace);
    sendText(response, 200, talk.length === 0 ? NO_QUESTION : await explain(talk));
  };

  const tellWire: Answer = (response, url) => {
    const brought = slack.workspace.traffic.of(url.searchParams.get('ts') ?? '');
    if (brought === undefined) return sendText(response, 404, 'Nothing is known of this message.\n');
    const { sent, acknowledged, calls } = brought.trace;
    sendJson(response, 200, { words: wordsOf(sent), ms: brought.ms, sent, acknowledged, calls });
  };

  const routes: Readonly<Record<string, Answer>> = {
    'GET /local/events': listen,
    'POST /local/act': doAct,
    'GET /local/why': tellWhy,
    'GET /local/wire': tellWire,
  };

  return {
    tell,
    /** Takes a request of the page; false for those of the app. */
    takeRequest(request: IncomingMessage, response: ServerResponse): boolean {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const route = routes[`${request.method} ${url.pathname}`];
      if (route !== undefined) {
        Promise.resolve(route(response, url, request)).catch((error: unknown) => {
          console.error(error);
          sendJson(response, 500, { ok: false, error: 'The local workspace has a fault; the terminal tells which.' });
        });
        return true;
      }
      if (/^\/(api|response)\//.test(url.pathname)) return false;
      const isSent = request.method === 'GET' && sendPageFile(pageFolder, url.pathname, response);
      if (!isSent) sendText(response, 404, url.pathname === '/' ? NOT_BUILT : 'There is nothing here.\n');
      return true;
    },
  };
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
