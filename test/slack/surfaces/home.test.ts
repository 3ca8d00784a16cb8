// The Home tab: what it says, who sees it and when, and where its buttons and its menu put their answers.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodes } from '../../../local-slack/emulator/rules/block-kit-node.js';
import { collectTexts } from '../../../local-slack/emulator/rules/message-rules.js';
import { viewFaults } from '../../../local-slack/emulator/rules/view-rules.js';
import { labelsIn } from '../../../local-slack/emulator/test-user.js';
import type { Bot } from '../../../src/answering/bot.js';
import { homeView } from '../../../src/slack/surfaces/home.js';
import { CONVERSATION_MS, DAY_MS, UNANSWERED_MS, VOTE_MS } from '../../../src/store/tables/retention.js';
import { freshStore } from '../../helpers/fresh-store.js';
import { homeOpened, PERSON } from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import { loadShippedBot } from '../../helpers/shipped-bot.js';
import { tinyBot } from '../../helpers/tiny-bot.js';

const OTHER = 'U00FAKEUSER2';

/** The Home tab that this person sees; fails if there is none. */
function homeOf({ slack }: RunningApp, person = PERSON) {
  const home = slack.homeOf(person);
  if (home === undefined) throw new Error('This person has no Home yet.');
  return home;
}

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp(mode);
  });
  afterEach(() => running.stop());

  it('the person who opens it sees it, and no one else', async () => {
    expect(await running.deliver(homeOpened())).toMatchObject({ isAcknowledged: true });
    expect(homeOf(running).type).toBe('home');
    expect(running.slack.homeOf(OTHER)).toBeUndefined();
    expect(running.slack.refused).toEqual([]);
  });

  it('is published again at each visit, so that it’s never outdated', async () => {
    await running.deliver(homeOpened());
    const first = homeOf(running);
    await running.deliver(homeOpened());
    expect(homeOf(running)).toMatchObject({ id: first.id });
    expect(homeOf(running).hash).not.toBe(first.hash);
  });

  it('isn’t published when someone opens the Messages tab', async () => {
    expect(await running.deliver(homeOpened({ tab: 'messages' }))).toMatchObject({ isAcknowledged: true });
    expect(running.slack.homeOf(PERSON)).toBeUndefined();
    expect(running.lines.filter((line) => /^(warn|error)/.test(line))).toEqual([]);
  });

  it.each([
    ['is refused', { error: 'not_enabled' }, /code=not_enabled .*Turn on the Home tab/],
    ['meets a fault of Slack', { status: 500 }, /code=http_500 .*Check the network/],
    ['breaks off', { reset: 'after' } as const, /Couldn’t show the Home tab/],
    ['comes too often', { status: 429, headers: { 'retry-after': '30' } }, /code=ratelimited/],
  ])('a Home tab that %s is logged and not sent again', async (_, failure, words) => {
    running.slack.fail('views.publish', failure);
    expect(await running.deliver(homeOpened())).toMatchObject({ isAcknowledged: true });
    expect(running.lines.join('\n')).toMatch(words);
    expect(running.lines.join('\n')).not.toContain(PERSON);
    await running.deliver(homeOpened());
    expect(homeOf(running).type).toBe('home');
  });

  it.each([
    ['Salary', 'On salary.'],
    ['Degree', 'On degree.'],
    ['Do I need a degree?', 'You asked: Do I need a degree?'],
  ])('a click on “%s” opens a window with the answer', async (label, headline) => {
    await running.deliver(homeOpened());
    await running.press(homeOf(running), label);
    await running.settled();
    const window = running.slack.viewOf(PERSON);
    expect(collectTexts(window?.blocks)).toContain(headline);
    expect(running.slack.refused).toEqual([]);
  });

  it.each([
    ['an unknown topic', 'Salary', 'no-such-topic', 'This button no longer works.'],
    ['a broadcast as the question', 'Do I need a degree?', '<!channel>', 'You asked: <!channel>'],
  ])('a click forged to have %s only opens a window', async (_, label, value, words) => {
    await running.deliver(homeOpened());
    await running.press(homeOf(running), label, { value });
    await running.settled();
    expect(collectTexts(running.slack.viewOf(PERSON)?.blocks).join('\n')).toContain(words);
    expect(running.slack.said()).toEqual([]);
    expect(running.slack.refused).toEqual([]);
  });

  it('of a window that Slack opens too late, the person and the log are told', async () => {
    await running.deliver(homeOpened());
    running.slack.fail('views.open', { error: 'expired_trigger_id' });
    await running.press(homeOf(running), 'Salary');
    await running.settled();
    expect(running.lines.at(-1)).toMatch(/warn surface=button code=expired_trigger_id Told the person .*within 3 s/);
  });
});

describe('the Home tab has', () => {
  const textOf = (bot: Bot = tinyBot, keepsTexts = true) =>
    collectTexts(homeView({ ...bot, keepsTexts }).blocks).join('\n');

  it('all topics, in one menu, and three questions to try', async () => {
    const bot = await loadShippedBot();
    const labels = labelsIn({ blocks: nodes(homeView({ ...bot, keepsTexts: true }).blocks) });
    expect(labels).toEqual([
      ...bot.topics.slice(0, 3).map(({ example }) => example),
      ...bot.topics.map(({ title }) => title),
    ]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('each document with its date, or “undated”', () => {
    const documents = [
      { id: 'a', title: 'One', updated: '02 Feb, 2023' },
      { id: 'b', title: 'Another' },
    ];
    expect(textOf({ ...tinyBot, documents })).toContain('“One” (last updated 2 Feb 2023)\n“Another” (undated)');
  });

  it('that the words of unanswered questions are stored for 30 days, if they are', () => {
    expect(textOf()).toMatch(/words of questions I couldn’t answer in full, for 30 days/);
    expect(textOf(tinyBot, false)).toMatch(/words of your questions: never/);
    expect(textOf(tinyBot, false)).not.toContain('30 days');
    expect(textOf(tinyBot, false)).toMatch(/with any reason you chose, for a year/);
    expect(textOf(tinyBot, false)).not.toContain('comment');
  });

  it('how long data is stored, as the store has it', () => {
    const days = (ms: number): number => ms / DAY_MS;
    expect(textOf()).toContain(`talked about, for ${days(CONVERSATION_MS) * 24 * 60} minutes`);
    expect(textOf()).toContain(`couldn’t answer in full, for ${days(UNANSWERED_MS)} days`);
    expect(textOf()).toContain('with any comment, for a year');
    expect(days(VOTE_MS)).toBe(365);
  });

  it('the same about its store as the store says', async () => {
    const running = await startApp('http', { store: await freshStore({ keepsTexts: false }) });
    await running.deliver(homeOpened());
    expect(collectTexts(homeOf(running).blocks).join('\n')).toContain('words of your questions: never');
    await running.stop();
  });

  it('at the top that administrators can read questions without names, if their words are stored', () => {
    const WHO_READS = 'administrators and mentors can read its words, without your name';
    const [, intro, note] = collectTexts(homeView({ ...tinyBot, keepsTexts: true }).blocks);
    expect([intro, note].join(' ')).toContain(WHO_READS);
    expect(textOf(tinyBot, false)).not.toContain(WHO_READS);
  });

  it('how to get help, who sees what, and how to delete data', () => {
    for (const words of ['/backend-career help', 'Only you see', 'Everyone there sees', 'forget me'])
      expect(textOf()).toContain(words);
  });
});

describe('the Home tab stays within Slack’s limits', () => {
  const topic = (index: number) => ({
    topic: `t${index}`,
    title: `Topic ${index} `.repeat(20),
    example: `Why ${index}?`,
  });
  it.each<[string, Partial<Bot>]>([
    ['no topic and no document', { topics: [], documents: [] }],
    ['one of each', {}],
    ['200 topics with long titles', { topics: Array.from({ length: 200 }, (_, index) => topic(index)) }],
    ['an example longer than a button', { topics: [{ ...topic(1), example: 'Why is it so? '.repeat(40) }] }],
    [
      '300 documents with long titles',
      { documents: Array.from({ length: 300 }, (_, index) => ({ id: `${index}`, title: 'A title '.repeat(30) })) },
    ],
  ])('with %s', (_, fields) => {
    expect(viewFaults({ ...homeView({ ...tinyBot, ...fields, keepsTexts: true }) })).toEqual([]);
  });

  it('and leaves room for what others add', () => {
    const more = Array.from({ length: 150 }, () => ({ type: 'divider' as const }));
    expect(viewFaults({ ...homeView({ ...tinyBot, keepsTexts: true }, more) })).toEqual([]);
  });
});
