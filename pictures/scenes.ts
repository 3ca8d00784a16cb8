// Before the pictures: drives the real app in front of the local Slack, and notes what people see on each surface.
import { join } from 'node:path';
import { loadBot } from '../src/load-bot.js';
import { freshStore } from '../test/helpers/fresh-store.js';
import {
  CHANNEL,
  command,
  DIRECT,
  directMessage,
  globalShortcut,
  homeOpened,
  MENTION,
  mention,
  messageShortcut,
  PERSON,
} from '../test/helpers/payloads.js';
import { type RunningApp, startApp } from '../test/helpers/running-app.js';

/** What stands in one line of a conversation; `text` is what a person wrote, `blocks` what the bot answered. */
export interface Line {
  readonly text?: string;
  readonly blocks?: unknown;
  readonly isPrivate?: boolean;
}

/** One picture: a conversation, a window or the Home. */
export interface Scene {
  readonly name: string;
  readonly place: string;
  readonly kind: 'conversation' | 'window' | 'home';
  readonly lines: readonly Line[];
}

type Play = (running: RunningApp) => Promise<Scene>;

const ROOT = '1700000000.000900';

/** Plays every scene over HTTP, each before an app of its own. */
export async function playScenes(): Promise<Scene[]> {
  const bot = await loadBot(join(process.cwd(), 'data'));
  const play = async (scene: Play, isAgent = false): Promise<Scene> => {
    const admins = scene === readReport ? [PERSON] : [];
    const running = await startApp('http', {
      bot,
      store: await freshStore(),
      admins,
      workspace: { isAgent },
    });
    const played = await scene(running);
    await running.stop();
    return played;
  };
  const scenes: Scene[] = [];
  for (const scene of [askPrivately, shareIt, askInThread, askDirectly, beUnsure, beRefused, openHome]) {
    scenes.push(await play(scene));
  }
  for (const scene of [askInWindow, answerMessage, sayNotHelpful, readReport]) scenes.push(await play(scene));
  scenes.push(await play(askAgent, true));
  return scenes;
}

const inPrivate = (running: RunningApp): Line[] =>
  running.slack.ephemeralsFor(PERSON).map(({ blocks }) => ({ blocks, isPrivate: true }));

async function askPrivately(running: RunningApp): Promise<Scene> {
  await running.deliver(command({ text: 'fresher salry in india?' }));
  const lines = [{ text: '/backend-career fresher salry in india?', isPrivate: true }, ...inPrivate(running)];
  return { name: 'command', place: '# general', kind: 'conversation', lines };
}

async function shareIt(running: RunningApp): Promise<Scene> {
  await running.deliver(command({ text: 'do I need a degree?' }));
  const [answer] = running.slack.ephemeralsFor(PERSON);
  if (answer !== undefined) await running.press(answer, 'Share in channel');
  await running.settled();
  const lines = running.slack.messagesIn(CHANNEL).map(({ blocks }) => ({ blocks }));
  return { name: 'share', place: '# general', kind: 'conversation', lines };
}

async function askInThread(running: RunningApp): Promise<Scene> {
  const asked = ['what do freshers earn in India?', 'and outside India?', 'ok and the hours?'];
  const lines: Line[] = [];
  for (const text of asked) {
    const before = running.slack.messagesIn(CHANNEL, ROOT).length;
    await running.deliver(mention({ text: `${MENTION} ${text}`, thread_ts: ROOT }));
    const answers = running.slack.messagesIn(CHANNEL, ROOT).slice(before);
    lines.push({ text: `@backend-career ${text}` }, ...answers.map(({ blocks }) => ({ blocks })));
  }
  return { name: 'thread', place: 'Thread in # general', kind: 'conversation', lines };
}

async function askDirectly(running: RunningApp): Promise<Scene> {
  await running.deliver(directMessage({ text: 'how much do back-end devs make?' }));
  const answers = running.slack.messagesIn(DIRECT).map(({ blocks }) => ({ blocks }));
  const lines = [{ text: 'how much do back-end devs make?' }, ...answers];
  return { name: 'chart', place: 'Backend Career', kind: 'conversation', lines };
}

async function beUnsure(running: RunningApp): Promise<Scene> {
  const text = 'can I do it?';
  await running.deliver(command({ text }));
  const lines = [{ text: `/backend-career ${text}`, isPrivate: true }, ...inPrivate(running)];
  return { name: 'unsure', place: '# general', kind: 'conversation', lines };
}

async function beRefused(running: RunningApp): Promise<Scene> {
  const text = 'what do nurses earn?';
  await running.deliver(command({ text }));
  const lines = [{ text: `/backend-career ${text}`, isPrivate: true }, ...inPrivate(running)];
  return { name: 'refusal', place: '# general', kind: 'conversation', lines };
}

const homeLines = (running: RunningApp): Line[] => [{ blocks: running.slack.homeOf(PERSON)?.blocks }];

async function openHome(running: RunningApp): Promise<Scene> {
  await running.deliver(homeOpened({ user: PERSON }));
  const lines = homeLines(running);
  return { name: 'home', place: 'Backend Career', kind: 'home', lines };
}

async function readReport(running: RunningApp): Promise<Scene> {
  const asked = [
    'salary',
    'work hours?',
    'do I need a degree',
    'what do nurses earn?',
    'what does a nurse earn',
    'pay',
  ];
  for (const text of asked) await running.deliver(command({ text }));
  await running.settled();
  await running.deliver(homeOpened({ user: PERSON }));
  return { name: 'report', place: 'Backend Career', kind: 'home', lines: homeLines(running) };
}

const windowLines = (running: RunningApp): Line[] => [{ blocks: running.slack.viewOf(PERSON)?.blocks }];

async function askInWindow(running: RunningApp): Promise<Scene> {
  await running.deliver(globalShortcut('ask_question'));
  await running.settled();
  const form = running.slack.viewOf(PERSON);
  const block = (form?.blocks as { block_id: string }[] | undefined)?.at(-1)?.block_id ?? '';
  if (form !== undefined) await running.submit(form, { [block]: 'how many hours a week?' });
  return { name: 'window', place: 'Back-end career', kind: 'window', lines: windowLines(running) };
}

async function answerMessage(running: RunningApp): Promise<Scene> {
  const message = { type: 'message', user: 'U00FAKEUSER2', ts: ROOT, text: 'Does anybody know if Git is needed?' };
  await running.deliver(messageShortcut('answer_message', message));
  await running.settled();
  const lines = [{ text: message.text }, ...inPrivate(running)];
  return { name: 'message-shortcut', place: '# general', kind: 'conversation', lines };
}

async function sayNotHelpful(running: RunningApp): Promise<Scene> {
  await running.deliver(directMessage({ text: 'what skills do I need?' }));
  const [answer] = running.slack.messagesIn(DIRECT);
  if (answer !== undefined) await running.press(answer, 'Not helpful');
  await running.settled();
  return { name: 'not-helpful', place: 'What was wrong?', kind: 'window', lines: windowLines(running) };
}

async function askAgent(running: RunningApp): Promise<Scene> {
  const ts = '1700000000.000950';
  const text = 'how do I become one?';
  await running.deliver(directMessage({ text, ts }));
  const answers = running.slack.messagesIn(DIRECT, ts).map(({ blocks }) => ({ blocks }));
  return { name: 'agent', place: 'Thread with Backend Career', kind: 'conversation', lines: [{ text }, ...answers] };
}
