// Records what each action of a person caused: the payload to the app, the app's calls, and how long each took.

import type { JsonObject } from './api-results.js';
import type { Message } from './conversations.js';
import { type BlockKitNode, node, nodes, words } from './rules/block-kit-node.js';

/** A call of the app, with what it was answered, `at` milliseconds after the person's act. */
export interface TracedCall {
  readonly at: number;
  readonly method: string;
  readonly args: unknown;
  readonly result: unknown;
}

/** One act of a person and all that followed from it. */
export interface Trace {
  readonly sent: JsonObject;
  readonly user: string;
  readonly startedAt: number;
  acknowledged?: { readonly at: number; readonly payload: unknown };
  readonly calls: TracedCall[];
}

const MOST_TRACES = 500;

/** For as long, in milliseconds, a question may lean on those before it. */
const TALK_MS = 15 * 60 * 1000;

export function createTrafficLog() {
  let traces: readonly Trace[] = [];
  const byMessage = new Map<string, { readonly trace: Trace; readonly ms: number }>();
  let current: Trace | undefined;

  const last = (isIt: (trace: Trace) => boolean): Trace | undefined => traces.findLast(isIt);
  const since = ({ startedAt }: Trace): number => Math.round((performance.now() - startedAt) * 10) / 10;

  /** Slack doesn't say which act a call belongs to; what it names tells, the surest first. */
  function causeOf(path: string, args: JsonObject): Trace | undefined {
    const { trigger_id, channel, channel_id, thread_ts, user, user_id } = args;
    const place = channel ?? channel_id;
    const isThere = ({ sent }: Trace) => placeOf(sent).channel === place;
    return (
      (path.startsWith('/response') ? last(({ sent }) => String(sent.response_url).endsWith(path)) : undefined) ??
      (trigger_id === undefined ? undefined : last(({ sent }) => sent.trigger_id === trigger_id)) ??
      (thread_ts === undefined
        ? undefined
        : last(
            (trace) => isThere(trace) && [placeOf(trace.sent).ts, placeOf(trace.sent).thread].includes(thread_ts),
          )) ??
      (place === undefined ? undefined : last(isThere)) ??
      last((trace) => trace.user === (user ?? user_id)) ??
      (args.view_id === undefined ? undefined : traces.at(-1))
    );
  }

  function during<T>(trace: Trace | undefined, work: () => T): T {
    const before = current;
    current = trace;
    try {
      return work();
    } finally {
      current = before;
    }
  }

  return {
    /** From now on this payload is under way. */
    begin(sent: JsonObject, user: string): void {
      traces = [...traces.slice(1 - MOST_TRACES), { sent, user, startedAt: performance.now(), calls: [] }];
    },
    /** Does what a call asks for, and notes both. */
    call<T>(method: string, path: string, args: JsonObject, work: () => T): T {
      const trace = causeOf(path, args);
      const at = trace === undefined ? 0 : since(trace);
      const result = during(trace, work);
      trace?.calls.push({ at, method, args, result });
      return result;
    },
    /** Does what an acknowledgement asks for, and notes it. */
    acknowledge(sent: JsonObject, payload: unknown, work: () => void): void {
      const trace = last((one) => one.sent === sent);
      if (trace !== undefined) trace.acknowledged = { at: since(trace), payload };
      during(trace, work);
    },
    /** This message stands as the current act has brought it about. */
    brought({ ts }: Message): void {
      if (current !== undefined) byMessage.set(ts, { trace: current, ms: since(current) });
    },
    /** What brought a message of the bot's, and after how many milliseconds. */
    of: (ts: string) => byMessage.get(ts),
    /** The question that a trace began with, after those that it may lean on; empty where a button asked. */
    talkOf(trace: Trace): string[] {
      const question = questionOf(trace.sent);
      if (question === undefined) return [];
      const before = traces
        .filter(({ startedAt }) => startedAt < trace.startedAt && trace.startedAt - startedAt < TALK_MS)
        .filter((one) => talkIn(one) === talkIn(trace))
        .flatMap(({ sent }) => questionOf(sent) ?? []);
      return [...before, question];
    },
  };
}

export type TrafficLog = ReturnType<typeof createTrafficLog>;

/** The conversation that it is part of: a thread, a direct conversation, or a person's commands in a channel. */
function talkIn({ sent, user }: Trace): string {
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

/** The words by which somebody asked: what was written, or what stands on what was pressed. */
export function wordsOf(sent: JsonObject): string {
  if (typeof sent.command === 'string') return `${sent.command} ${sent.text}`.trim();
  if (sent.type === 'block_actions') return labelOf(nodes(sent.actions)[0]);
  return questionOf(sent) ?? String(sent.callback_id ?? node(sent.event).type);
}

/** The question in what was sent, as people read it; undefined where there is none, as with most buttons. */
export function questionOf(sent: JsonObject): string | undefined {
  const written = writtenIn(sent);
  return written
    ?.replaceAll(/<@\w+(\|[^<>]*)?>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

function writtenIn(sent: JsonObject): string | undefined {
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
