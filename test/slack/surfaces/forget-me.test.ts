// “Forget me” deletes what is stored about the person who asks, and stores nothing about the request.
import Sqlite from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { everyOutcomeBot } from '../../helpers/every-outcome-bot.js';
import { freshFile, freshStore, openFreshStore } from '../../helpers/fresh-store.js';
import {
  CHANNEL,
  command,
  DIRECT,
  directMessage,
  globalShortcut,
  MENTION,
  mention,
  messageShortcut,
  PERSON,
} from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp, texts } from '../../helpers/running-app.js';
import { TEAM } from '../../helpers/slack-emulator.js';

const OTHER = 'U00FAKEUSER2';
/** What can't be deleted; the same wherever it's asked. */
const BEYOND_REACH = [
  'Counts by day and topic stay. They name nobody.',
  'I can’t delete messages in Slack, such as answers that you shared.',
  'I can’t find your name if a colleague typed it into a question; IDs and mentions are replaced before storing.',
  'Backups the operator has made keep what they contain until they’re replaced.',
];
const told = (words: string): string => [words, ...BEYOND_REACH.map((line) => `• ${line}`)].join('\n');
const ALL =
  'Deleted: 2 votes, 1 unanswered question, 2 conversations. No other questions or votes of yours are stored.';
const PUT_OFF =
  'I can’t reach the stored data right now. I’ll delete what it has about you as soon as I can. Ask again in a few minutes to be sure.';
const NOTHING = 'None of your questions or votes are stored.';

describe.each(MODES)('over %s', (mode) => {
  let store: Store;
  let running: RunningApp;
  beforeEach(async () => {
    store = await openFreshStore();
    running = await startApp(mode, { store, bot: everyOutcomeBot });
  });
  afterEach(async () => {
    await running.stop();
    await store.close();
    expect(running.slack.refused).toEqual([]);
  });

  const votesOf = async (): Promise<number> => (await store.figures(0)).votes.length;

  /** Two answers with votes, in two conversations, and an unanswered question. */
  async function leaveTraces(person = PERSON): Promise<void> {
    await running.deliver(command({ user_id: person }));
    await running.deliver(mention({ user: person }));
    await running.deliver(command({ user_id: person, text: 'is the moon made of cheese?' }));
    const [answer] = running.slack.ephemeralsFor(person);
    const shown = running.slack.messagesIn(CHANNEL).at(-1);
    if (answer === undefined || shown === undefined) throw new Error('Nothing was said');
    await running.press(answer, 'Helpful', { by: person });
    await running.press(shown, 'Helpful', { by: person });
    await running.settled();
  }

  it('by command says what was deleted, to the asker only', async () => {
    await leaveTraces();
    const { payload } = await running.deliver(command({ text: 'forget me' }));
    expect(payload).toMatchObject({ response_type: 'ephemeral', text: told(ALL) });
    expect(await store.figures(0)).toMatchObject({ votes: [], unanswered: [] });
  });

  it('by a direct message says what was deleted', async () => {
    await leaveTraces();
    await running.deliver(directMessage({ text: 'Please forget me!' }));
    expect(running.slack.messagesIn(DIRECT).map(({ text }) => text)).toEqual([told(ALL)]);
  });

  it('by mention deletes too, but tells the others no figures', async () => {
    await leaveTraces();
    await running.deliver(mention({ text: `${MENTION} forget me` }));
    expect(texts(running.slack.said()).at(-1)).toBe(told('Done. Your questions and votes are no longer stored.'));
    expect(await store.figures(0)).toMatchObject({ votes: [], unanswered: [] });
  });

  it('in a window says what was deleted there', async () => {
    await leaveTraces();
    await running.deliver(globalShortcut('ask_question'));
    await running.slack.until(() => running.slack.viewOf(PERSON) !== undefined);
    const window = running.slack.viewOf(PERSON);
    if (window === undefined) throw new Error('No window is open');
    const { view } = await running.submit(window, { [String(window.blocks[0]?.block_id)]: 'forget me' });
    for (const words of [ALL, ...BEYOND_REACH]) expect(JSON.stringify(view?.blocks)).toContain(words);
  });

  it('isn’t counted itself: the second time there’s nothing to delete, and no figure has grown', async () => {
    await leaveTraces();
    const { questions } = await store.figures(0);
    await running.deliver(directMessage({ text: 'forget me' }));
    await running.deliver(command({ text: 'forget me' }));
    const { payload } = await running.deliver(command({ text: 'forget me' }));
    expect(payload).toMatchObject({ text: told(NOTHING) });
    expect((await store.figures(0)).questions).toEqual(questions);
  });

  it('keeps what is stored about others', async () => {
    await leaveTraces();
    await leaveTraces(OTHER);
    await running.deliver(command({ text: 'forget me' }));
    expect(await votesOf()).toBe(2);
    expect(await store.forget(TEAM.id, OTHER)).toMatchObject({ votes: 2, questions: 1 });
  });

  it('ends the conversation: the next question builds on nothing', async () => {
    await running.deliver(directMessage());
    const conversation = [DIRECT, ''].join(' ');
    expect(await store.recall(TEAM.id, conversation)).toBeDefined();
    await running.deliver(directMessage({ text: 'forget me' }));
    expect(await store.recall(TEAM.id, conversation)).toBeUndefined();
  });

  it('by the message shortcut on one’s own message says what was deleted, to the asker only', async () => {
    await leaveTraces();
    await running.deliver(messageShortcut('answer_message', { text: 'forget me', user: PERSON }));
    await running.settled();
    expect(running.slack.ephemeralsFor(PERSON).at(-1)?.text).toBe(told(ALL));
    expect(await votesOf()).toBe(0);
  });

  it.each([
    'forget me',
    'Forget me.',
    'FORGET  ME!!',
    'please forget me',
    'Hi, could you please forget everything about me? Thanks',
    'delete my data',
    'Delete all my data, please',
    'erase my data now',
    'remove everything you know about me',
    'forget me :pray:',
  ])('%j deletes', async (text) => {
    await leaveTraces();
    expect((await running.deliver(command({ text }))).payload).toMatchObject({ text: told(ALL) });
  });

  it.each([
    'do not forget me',
    'don’t forget me',
    'forget me not',
    'forgt me',
    'forget it',
    'how do I delete my data?',
    'should I remove my data science degree',
    'will a recruiter forget about me after an interview?',
    'delete',
  ])('%j is a question and deletes nothing', async (text) => {
    await leaveTraces();
    const { payload } = await running.deliver(command({ text }));
    expect(payload).toMatchObject({ text: expect.stringContaining(`You asked: ${text}`) });
    expect(await votesOf()).toBe(2);
  });

  it('in someone else’s message deletes nothing if the bot is asked to answer that', async () => {
    await leaveTraces();
    await running.deliver(messageShortcut('answer_message', { text: 'forget me', user: OTHER }));
    await running.settled();
    expect(await votesOf()).toBe(2);
  });
});

it('while the store can’t be reached, the reply says that it will be done, not that it was', async () => {
  const file = freshFile();
  const store = await freshStore({ file, warn: () => undefined });
  const running = await startApp('http', { store });
  const holder = new Sqlite(file);
  holder.exec('begin immediate');
  const { payload } = await running.deliver(command({ text: 'forget me' }));
  await running.deliver(mention({ text: `${MENTION} forget me` }));
  expect([payload, ...running.slack.said().map(({ args }) => args)]).toMatchObject([
    { text: told(PUT_OFF) },
    { text: told(PUT_OFF) },
  ]);
  holder.exec('rollback');
  holder.close();
  await running.stop();
  await store.close();
});
