// Answers HTTP calls of the Web API and of response_url, and fails or holds them where a test wants that.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApiResult, isRefusal, type JsonObject } from './api-results.js';
import type { ChangeNotifier } from './change-notifier.js';
import { createWebApi } from './web-api.js';
import type { WorkspaceState } from './workspace-state.js';

/** One call: a method's name, or `response_url`. */
export interface Call {
  readonly method: string;
  readonly token: string;
  readonly args: JsonObject;
}

/** What a method does instead of succeeding. */
export type InjectedFailure =
  | { readonly error: string }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** The connection breaks before the call has arrived, after it was done, or in the middle of the answer. */
  | { readonly reset: 'before' | 'after' | 'halfway' };

/** The HTTP side of one workspace. */
export class ApiServer {
  readonly calls: Call[] = [];
  readonly #workspace: WorkspaceState;
  readonly #notifier: ChangeNotifier;
  readonly #callMethod: (method: string, args: JsonObject, token: string) => ApiResult;
  readonly #failures = new Map<string, InjectedFailure[]>();
  readonly #held = new Map<string, Promise<void>>();

  /** `socketUrl` is where Socket Mode connects to. */
  constructor(workspace: WorkspaceState, notifier: ChangeNotifier, socketUrl: string) {
    this.#workspace = workspace;
    this.#notifier = notifier;
    this.#callMethod = createWebApi(workspace, socketUrl);
  }

  fail(method: string, failures: InjectedFailure[]): void {
    this.#failures.set(method, failures);
  }

  hold(method: string): () => void {
    let release: () => void = () => undefined;
    this.#held.set(method, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#held.delete(method);
      release();
    };
  }

  /** Answers one request; rejects if it can't be read. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const call = readCall(path, request, await readText(request));
    const failure = this.#failures.get(call.method)?.shift();
    const reset = failure !== undefined && 'reset' in failure ? failure.reset : undefined;
    if (reset === 'before') return void request.socket.destroy();
    this.calls.push(call);
    this.#notifier.changed();
    await this.#held.get(call.method);
    if (failure !== undefined && 'status' in failure)
      return void response.writeHead(failure.status, failure.headers).end(failure.body ?? '');
    const refusal = failure !== undefined && 'error' in failure ? failure : undefined;
    const result = this.#workspace.traffic.call(call.method, path, call.args, () => refusal ?? this.#run(path, call));
    this.#notifier.changed();
    if (reset === 'after') return void request.socket.destroy();
    if (refusal === undefined && isRefusal(result)) this.#workspace.refused.push({ ...result, method: call.method });
    const answer = writeAnswer(response, result, isResponseUrl(path));
    if (reset === undefined) return void response.end(answer);
    response.write(answer.slice(0, answer.length / 2), () => request.socket.destroy());
  }

  #run(path: string, { method, args, token }: Call): ApiResult {
    return isResponseUrl(path) ? this.#workspace.responseUrls.use(path, args) : this.#callMethod(method, args, token);
  }
}

const isResponseUrl = (path: string): boolean => path.startsWith('/response');

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function readCall(path: string, { headers }: IncomingMessage, body: string): Call {
  const isJson = isResponseUrl(path) || headers['content-type']?.startsWith('application/json') === true;
  return {
    method: isResponseUrl(path) ? 'response_url' : path.replace('/api/', ''),
    token: headers.authorization?.replace('Bearer ', '') ?? '',
    args: isJson ? JSON.parse(body) : decodeForm(body),
  };
}

/** Writes the head; gives the body that belongs to it. */
function writeAnswer(response: ServerResponse, result: ApiResult, isResponse: boolean): string {
  const { status = isResponse && isRefusal(result) ? 400 : 200, ...fields } = result as JsonObject & {
    status?: number;
  };
  const answer = JSON.stringify({ ok: !isRefusal(result), ...fields });
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
  return answer;
}

/** Nested values arrive as JSON within the form. */
function decodeForm(body: string): JsonObject {
  const args: JsonObject = Object.fromEntries(new URLSearchParams(body));
  for (const name of ['blocks', 'view', 'prompts'])
    if (typeof args[name] === 'string') args[name] = JSON.parse(args[name]);
  return args;
}
