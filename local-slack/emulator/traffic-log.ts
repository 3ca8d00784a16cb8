// Records what each action of a person caused: the payload to the app, the app's calls, and how long each took.

import type { JsonObject } from './api-results.js';
import type { Message } from './conversations.js';
import { type BlockKitNode, node, nodes, words } from './rules/block-kit-node.js';

/** A call of the app with its result, `at` milliseconds after the person's action. */
export interface TracedCall {
  readonly at: number;
  readonly method: string;
  readonly args: unknown;
  readonly result: unknown;
}

/** One action of a person and everything that followed from it. */
export interface Trace {
  readonly sent: JsonObject;
  readonly user: string;
  readonly startedAt: number;
  acknowledged?: { readonly at: number; readonly payload: unknown };
  readonly calls: TracedCall[];
}

/** The trace that brought a message, and after how many milliseconds. */
export interface Cause {
  readonly trace: Trace;
  readonly ms: number;
}

const MOST_TRACES = 500;

/** How long, in milliseconds, a question may follow up on those before it. */
const FOLLOW_UP_MS = 15 * 60 * 1000;

/** The traces of one workspace, and which of them brought each message. */
export class TrafficLog {
  readonly #byMessage = new Map<string, Cause>();
  #traces: readonly Trace[] = [];
  #current: Trace | undefined;

  /** This payload is on its way to the app. */
  begin(sent: JsonObject, user: string): void {
    const trace = { sent, user, startedAt: performance.now(), calls: [] };
    this.#traces = [...this.#traces.slice(1 - MOST_TRACES), trace];
  }

  /** Does what a call asks for, and records both. */
  call<T>(method: string, path: string, args: JsonObject, work: () => T): T {
    const trace = this.#traceOf(path, args);
    const at = trace === undefined ? 0 : since(trace);
    const result = this.#during(trace, work);
    trace?.calls.push({ at, method, args, result });
    return result;
  }

  /** Does what an acknowledgement asks for, and records it. */
  acknowledge(sent: JsonObject, payload: unknown, work: () => void): void {
    const trace = this.#last((one) => one.sent === sent);
    if (trace !== undefined) trace.acknowledged = { at: since(trace), payload };
    this.#during(trace, work);
  }

  /** The current action has posted or edited this message. */
  brought({ ts }: Message): void {
    if (this.#current !== undefined) this.#byMessage.set(ts, { trace: this.#current, ms: since(this.#current) });
  }

  /** What brought a message of the bot. */
  causeOf(ts: string): Cause | undefined {
    return this.#byMessage.get(ts);
  }

  /** All traces, the oldest first. */
  all(): readonly Trace[] {
    return this.#traces;
  }

  #last(isIt: (trace: Trace) => boolean): Trace | undefined {
    return this.#traces.findLast(isIt);
  }

  /** Slack doesn't say which action a call belongs to; the ids in it do, the most reliable first. */
  #traceOf(path: string, args: JsonObject): Trace | undefined {
    const { trigger_id, channel, channel_id, thread_ts, user, user_id, view_id } = args;
    if (path.startsWith('/response')) return this.#last(({ sent }) => String(sent.response_url).endsWith(path));
    const place = channel ?? channel_id;
    const isThere = ({ sent }: Trace): boolean => place !== undefined && placeOf(sent).channel === place;
    const isInThread = (trace: Trace): boolean => {
      const { ts, thread } = placeOf(trace.sent);
      return thread_ts !== undefined && isThere(trace) && [ts, thread].includes(thread_ts);
    };
    return (
      this.#last(({ sent }) => trigger_id !== undefined && sent.trigger_id === trigger_id) ??
      this.#last(isInThread) ??
      this.#last(isThere) ??
      this.#last((trace) => trace.user === (user ?? user_id)) ??
      (view_id === undefined ? undefined : this.#traces.at(-1))
    );
  }

  #during<T>(trace: Trace | undefined, work: () => T): T {
    const before = this.#current;
    this.#current = trace;
    try {
      return work();
    } finally {
      this.#current = before;
    }
  }
}

const since = ({ startedAt }: Trace): number => Math.round((performance.now() - startedAt) * 10) / 10;

/** The question of this trace, after those in the same conversation that it may follow up on; empty for a button. */
export function questionsUpTo(trace: Trace, traces: readonly Trace[]): string[] {
  const question = questionOf(trace.sent);
  if (question === undefined) return [];
  const before = traces
    .filter(({ startedAt }) => startedAt < trace.startedAt && trace.startedAt - startedAt < FOLLOW_UP_MS)
    .filter((one) => conversationOf(one) === conversationOf(trace))
    .flatMap(({ sent }) => questionOf(sent) ?? []);
  return [...before, question];
}

/** The conversation it's part of: a thread, a direct conversation, or a person's commands in a channel. */
function conversationOf({ sent, user }: Trace): string {
  const { channel, ts, thread } = placeOf(sent);
  const isDirect = node(sent.event).channel_type === 'im';
  return [channel, thread ?? (isDirect ? '' : ts), sent.event === undefined ? user : ''].join(' ');
}

function placeOf(sent: JsonObject): { readonly channel: unknown; readonly ts: unknown; readonly thread: unknown } {
  const [event, container, message] = [node(sent.event), node(sent.container), node(sent.message)];
  return {
    channel: event.channel ?? sent.channel_id ?? node(sent.channel).id ?? container.channel_id,
    ts: event.ts ?? message.ts ?? container.message_ts,
    thread: event.thread_ts ?? message.thread_ts ?? container.thread_ts,
  };
}

/** What someone asked with: the text they wrote, or the words on what they clicked. */
export function wordsOf(sent: JsonObject): string {
  if (typeof sent.command === 'string') return `${sent.command} ${sent.text}`.trim();
  if (sent.type === 'block_actions') return labelOf(nodes(sent.actions)[0]);
  return questionOf(sent) ?? String(sent.callback_id ?? node(sent.event).type);
}

/** The question in a payload, as people read it; undefined if there is none, as with most buttons. */
export function questionOf(sent: JsonObject): string | undefined {
  return textIn(sent)
    ?.replaceAll(/<@\w+(\|[^<>]*)?>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

function textIn(sent: JsonObject): string | undefined {
  const { text } = node(sent.event);
  if (typeof sent.command === 'string') return String(sent.text);
  if (typeof text === 'string') return text;
  if (sent.type === 'message_action') return String(node(sent.message).text);
  const values = node(node(node(sent.view).state).values);
  const inputs = Object.values(values).flatMap((block) => Object.values(node(block)).map(node));
  const input = inputs.find(({ value }) => typeof value === 'string')?.value;
  return sent.type === 'view_submission' && typeof input === 'string' ? input : undefined;
}

function labelOf(action: BlockKitNode | undefined): string {
  const { text, selected_option, selected_options } = node(action);
  return (
    words(text) || [selected_option, ...nodes(selected_options)].map((option) => words(node(option).text)).join('')
  );
}
