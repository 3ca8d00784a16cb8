// Checks every surface for people who use a screen reader or can't see colours, with the real bot.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlockKitNode, node, nodes, words } from '../../../local-slack/emulator/rules/block-kit-node.js';
import { elementsOf } from '../../../local-slack/emulator/rules/block-rules.js';
import { collectTexts } from '../../../local-slack/emulator/rules/message-rules.js';
import {
  CHANNEL,
  command,
  DIRECT,
  directMessage,
  globalShortcut,
  homeOpened,
  mention,
  messageShortcut,
  PERSON,
} from '../../helpers/payloads.js';
import { type RunningApp, startApp } from '../../helpers/running-app.js';
import { loadShippedBot } from '../../helpers/shipped-bot.js';
import type { Message, View } from '../../helpers/slack-emulator.js';

const SURE = 'What does a fresher earn in India?';
const QUESTIONS = {
  sure: SURE,
  'of two topics': 'What is the salary of a fresher and do I need a degree?',
  unsure: 'should I go for it?',
  declined: 'what does a nurse earn?',
  'about the bot': 'help',
};

let running: RunningApp;
const messages = new Map<string, Message>();
const views = new Map<string, View>();

beforeAll(async () => {
  running = await startApp('http', { bot: await loadShippedBot() });
  const { slack } = running;
  const seen = <T>(found: T | undefined): T => {
    if (found === undefined) throw new Error('This surface shows nothing.');
    return found;
  };
  const privately = (): Message => seen(slack.ephemeralsFor(PERSON).at(-1));
  const act = async (action: Promise<unknown>): Promise<void> => {
    await action;
    await running.settled();
  };

  for (const [kind, text] of Object.entries(QUESTIONS)) {
    await act(running.deliver(command({ text })));
    messages.set(`an answer that is ${kind}`, privately());
  }
  await act(running.deliver(command({ text: SURE })));
  const answer = privately();
  await act(running.press(answer, 'Full answer'));
  messages.set('a full answer', privately());
  await act(running.press(answer, 'Share in channel'));
  messages.set('a shared answer', seen(slack.messagesIn(CHANNEL).at(-1)));
  messages.set('the receipt of sharing', seen(slack.findMessage(answer.channel, answer.ts)));
  await act(running.deliver(messageShortcut('answer_message', { text: SURE })));
  messages.set('the answer to a message', privately());
  await act(running.deliver(messageShortcut('answer_message', { text: '' })));
  messages.set('a sentence to one person', privately());
  await act(running.deliver(directMessage({ text: SURE })));
  messages.set('a direct message', seen(slack.messagesIn(DIRECT).at(-1)));
  await act(running.deliver(mention({ text: SURE })));
  messages.set('an answer in a channel', seen(slack.messagesIn(CHANNEL).at(-1)));

  await act(running.deliver(homeOpened()));
  const home = seen(slack.homeOf(PERSON));
  views.set('the Home tab', home);
  await act(running.deliver(globalShortcut('ask_question')));
  views.set('the form', seen(slack.viewOf(PERSON)));
  await act(running.press(home, SURE));
  const window = seen(slack.viewOf(PERSON));
  views.set('an answer in a window', window);
  await act(running.press(window, 'Not helpful'));
  views.set('the form for a vote', seen(slack.viewOf(PERSON)));
});
afterAll(() => running.stop());

const surfaces = (): [string, Message | View][] => [...messages, ...views];
const buttonsIn = (blocks: readonly BlockKitNode[]): BlockKitNode[] =>
  elementsOf(blocks).flatMap((element) =>
    element.type === 'feedback_buttons'
      ? [node(element.positive_button), node(element.negative_button)]
      : element.type === 'button'
        ? [element]
        : [],
  );
/** Every object in a view or message, at any depth. */
function everything(value: unknown): BlockKitNode[] {
  if (Array.isArray(value)) return value.flatMap(everything);
  if (typeof value !== 'object' || value === null) return [];
  return [node(value), ...Object.values(value).flatMap(everything)];
}
/** What is wrong on all surfaces, each with its place. */
const faults = (find: (surface: Message | View) => string[]): string[] =>
  surfaces().flatMap(([name, surface]) => find(surface).map((fault) => `${name}: ${fault}`));

describe('each surface', () => {
  it('was visited', () => {
    expect([messages.size, views.size]).toEqual([12, 4]);
    expect(running.slack.refused).toEqual([]);
    const plain = ['an answer that is about the bot', 'a sentence to one person'];
    for (const [name] of surfaces().filter(([name]) => !name.includes('form') && !plain.includes(name)))
      expect(buttonsIn(surfaces().find(([other]) => other === name)?.[1].blocks ?? []).length, name).toBeGreaterThan(0);
  });

  it('has different words on each of its buttons', () => {
    expect(
      faults(({ blocks }) => {
        const labels = buttonsIn(blocks).map(({ text }) => words(text));
        return labels.filter((label, index) => label.trim() === '' || labels.indexOf(label) !== index);
      }),
    ).toEqual([]);
  });

  it('has a label for a button whose words don’t say what it does', () => {
    expect(
      faults(({ blocks }) =>
        buttonsIn(blocks)
          .filter(({ text, accessibility_label: label = '' }) => {
            const isHeld = String(label).toLowerCase().includes(words(text).toLowerCase());
            return !words(text).endsWith('?') && (!isHeld || String(label).length <= words(text).length);
          })
          .map(({ text }) => words(text)),
      ),
    ).toEqual([]);
  });

  it('conveys nothing by colour or emoji alone', () => {
    expect(
      faults(({ blocks }) => [
        ...buttonsIn(blocks).flatMap(({ style, text }) => (style === undefined ? [] : [`colour on ${words(text)}`])),
        ...everything(blocks).flatMap(({ type, emoji }) => (type === 'plain_text' && emoji !== false ? ['emoji'] : [])),
        ...collectTexts(blocks).filter((text) => /\p{Extended_Pictographic}|:\w+:/u.test(text)),
      ]),
    ).toEqual([]);
  });

  it('has a label on every input and a description on every picture', () => {
    expect(
      faults(({ blocks }) => [
        ...blocks.filter(({ type, label }) => type === 'input' && words(label) === '').map(() => 'input'),
        ...everything(blocks).flatMap(({ type, alt_text }) => (type === 'image' && !alt_text ? ['image'] : [])),
      ]),
    ).toEqual([]);
  });
});

describe('each message', () => {
  it('has everything in its text that its blocks say, except buttons and column heads', () => {
    const heard = (text: string): string =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
        .replaceAll(/<@\w+>/g, '');
    const missing = [...messages].flatMap(([name, { text, blocks }]) => {
      const types = ['rich_text', 'context', 'section', 'header', 'container'];
      const spoken = blocks.filter(({ type }) => types.includes(type));
      const pieces = collectTexts(spoken).map((piece) => piece.trim().replaceAll('*', ''));
      return pieces.filter((piece) => !heard(text).includes(piece)).map((piece) => `${name}: ${piece}`);
    });
    expect(missing).toEqual([]);
  });

  it('has each figure of its tables in its text', () => {
    const tables = [...messages.values()].flatMap(({ text, blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? [{ text, rows: block.rows }] : [])),
    );
    for (const { text, rows } of tables)
      for (const cell of nodes((rows as unknown[]).slice(1).flat())) expect(text).toContain(cell.text);
    expect(tables.length).toBeGreaterThan(0);
  });
});
