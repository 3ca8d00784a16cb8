// Reads the log: which lines belong together, and what is in none of them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatLine } from '../../src/operations/log.js';
import { command, DIRECT, directMessage, mention, PERSON } from '../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../helpers/running-app.js';

const RETRY = { number: 1, reason: 'http_error' };

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp(mode);
  });
  afterEach(() => running.stop());

  /** The ids on each line. */
  const named = (name: string): (string | undefined)[] =>
    running.lines.map((line) => new RegExp(` ${name}=(\\S+)`).exec(line)?.[1]);

  it('all lines of one delivery have the same id, and those of the next a different one', async () => {
    running.slack.fail('chat.postMessage', { error: 'internal_error' });
    await running.deliver(mention());
    await running.deliver(command());
    const [answer, failure, ...later] = named('request');
    expect(running.lines[1]).toMatch(/^error surface=app_mention code=internal_error /);
    expect(answer).toMatch(/^[0-9a-f]{8}$/);
    expect(failure).toBe(answer);
    expect(later).not.toContain(answer);
  });

  it('lines of two deliveries at the same moment have different ids', async () => {
    const release = running.slack.hold('chat.postMessage');
    const both = [running.deliver(mention()), running.deliver(directMessage())];
    await running.slack.until(() => running.slack.said().length === 2);
    running.slack.fail('chat.postMessage', { error: 'internal_error' });
    release();
    await Promise.all(both);
    expect(new Set(named('request')).size).toBe(2);
  });

  it('a retry shows: a new delivery of the same event, from the beginning again', async () => {
    const body = directMessage();
    await running.deliver(body);
    await running.deliver(body, RETRY);
    const [first, second] = named('request');
    expect(first).not.toBe(second);
    expect(named('event')).toEqual([body.event_id, body.event_id]);
    expect(named('retry')).toEqual([undefined, '1']);
  });

  it('lines of Slack’s libraries have no people, tokens or addresses', async () => {
    const said = [
      `[ERROR] no such field for ${PERSON}`,
      '[WARN] the token xoxe.xoxb-1-Mi0yLTk and xoxb-fake-1',
      '[WARN] see https://hooks.slack.com/commands/T00FAKETEAM/123/abc',
    ];
    const refusal = { ok: false, error: 'internal_error', response_metadata: { messages: said } };
    running.slack.fail('chat.postMessage', { status: 200, body: JSON.stringify(refusal) });
    await running.deliver(mention());
    const lines = running.lines.filter((line) => line.includes('from=slack-library'));
    expect(lines.length).toBe(3);
    expect(lines.join('\n')).not.toMatch(/FAKE|abc|Mi0yLTk|xoxb-f/);
  });

  it('no line has a question, a person or a token', async () => {
    const text = 'what does my neighbour Zebedee earn?';
    for (const body of [command({ text }), directMessage({ text }), mention({ text })]) await running.deliver(body);
    running.slack.fail('chat.postMessage', { status: 200, body: `<html>${text}</html>` });
    await running.deliver(mention({ text }));
    running.slack.fail('chat.postMessage', { reset: 'before' });
    await running.deliver(directMessage({ text }));
    expect(running.lines.length).toBeGreaterThan(6);
    expect(running.lines.join('\n')).not.toMatch(new RegExp(`Zebedee|${PERSON}|${DIRECT}|xoxb-|xapp-`));
  });
});

describe('a log line', () => {
  it('as JSON is one object with the message last', () => {
    const line = formatLine('json', 'warn', 'Two\nlines', { code: 'x', 'retry-after': 3 }, { request: 'abc' });
    expect(line.split('\n').length).toBe(1);
    expect(Object.entries(JSON.parse(line))).toEqual([
      ['time', expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)],
      ['level', 'warn'],
      ['request', 'abc'],
      ['code', 'x'],
      ['retry-after', 3],
      ['message', 'Two lines'],
    ]);
  });

  it('as text begins with the level and what to search for', () => {
    const fields = { surface: 'direct message', code: 'x' };
    expect(formatLine('text', 'error', 'What to do.', fields, { request: 'abc' })).toBe(
      'error surface="direct message" code=x What to do. request=abc',
    );
  });

  it.each([
    ['a token', 'xoxb-1-a_b', 'xoxb-…'],
    ['a rotated token', 'with xoxe.xoxp-1-abc!', 'with xoxe-…!'],
    ['a person', 'for U0123ABCD, W0123ABCD', 'for U…, W…'],
    ['a word in capitals', 'UNREACHABLE WORKSPACE', 'UNREACHABLE WORKSPACE'],
    ['a database with its password', 'postgres://me:secret@db/x', 'postgres://…@db/x'],
    ['a WebSocket with its ticket', 'wss://wss.slack.test/link/?ticket=1', 'wss://wss.slack.test/link/?…'],
    ['a page of Slack', 'https://api.slack.com/apps > your app', 'https://api.slack.com/apps > your app'],
  ])('hides secrets: %s', (_, said, shown) => {
    expect(formatLine('text', 'warn', said)).toBe(`warn ${shown}`);
    expect(JSON.parse(formatLine('json', 'warn', '', { said })).said).toBe(shown);
  });
});
