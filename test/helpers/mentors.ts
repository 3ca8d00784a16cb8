// What mentors and askers do in Slack, as tests of either transport and store play it.
import { expect } from 'vitest';
import { nodes } from '../../local-slack/emulator/rules/block-kit-node.js';
import { collectTexts } from '../../local-slack/emulator/rules/message-rules.js';
import type { InputValue } from '../../local-slack/shared/state.js';
import { openStore } from '../../src/store/open-store.js';
import type { Database } from './databases.js';
import { directMessage, homeOpened, PERSON } from './payloads.js';
import { type Mode, type RunningApp, startApp } from './running-app.js';
import { loadShippedBot } from './shipped-bot.js';

export const ANA = PERSON;
export const BEN = 'U00FAKEUSER2';
export const DIRECT_OF_BEN = 'D00FAKEUSER2';

/** What an answer is made of, and a question that it answers in other words. */
export const LOCKERS = {
  question: 'Where do cyclists leave their helmets?',
  reworded: 'is there a place where cyclists can leave a helmet',
  text: 'Helmets go into the lockers behind the boiler room.\n\n1. Ask Wendeline for a padlock.\n2. Read [the rules](https://example.com/rules).',
  author: 'Ana Lima',
} as const;

/** The same as the fields of the window. */
export const ANSWER = { questions: LOCKERS.question, text: LOCKERS.text, author: LOCKERS.author } as const;

/** The app on a new store of this database, with an administrator and another person; `stop` fails if Slack refused anything. */
export async function startMentors(database: Database, mode: Mode) {
  const where = await database.fresh();
  const store = await openStore({ ...where, keepsTexts: true, warn: () => undefined });
  const running = await startApp(mode, { bot: await loadShippedBot(), store, admins: [ANA] });
  return {
    store,
    running,
    ana: personAt(running, ANA),
    ben: personAt(running, BEN),
    lock: () => database.lock(where),
    async stop(): Promise<void> {
      expect(running.slack.refused).toEqual([]);
      await running.stop();
      await store.close();
    },
  };
}

/** What `startMentors` gives. */
export type MentorScene = Awaited<ReturnType<typeof startMentors>>;

/** A person at the app, over either transport. */
export function personAt(running: RunningApp, person: string) {
  const { slack } = running;
  const direct = person.replace(/^U/, 'D');
  const view = () => {
    const found = slack.viewOf(person);
    if (found === undefined) throw new Error('No window is open.');
    return found;
  };
  const home = () => {
    const found = slack.homeOf(person);
    if (found === undefined) throw new Error('There is no Home.');
    return found;
  };
  return {
    direct,
    view,
    home,
    /** What the window on top says. */
    reads: (): string => collectTexts(view().blocks).join('\n'),
    homeReads: (): string => collectTexts(home().blocks).join('\n'),
    async openHome(): Promise<void> {
      await running.deliver(homeOpened({ user: person, channel: direct }));
      await running.settled();
    },
    /** Asks in a direct message; what comes back is the last message there. */
    async ask(text: string): Promise<string> {
      await running.deliver(directMessage({ user: person, channel: direct, text }));
      await running.settled();
      return this.last();
    },
    last: (): string => slack.messagesIn(direct).at(-1)?.text ?? '',
    messages: (): string[] => slack.messagesIn(direct).map(({ text }) => text),
    async pressHome(label: string): Promise<void> {
      await running.press(home(), label, { by: person });
      await running.settled();
    },
    async pressLast(label: string): Promise<void> {
      const message = slack.messagesIn(direct).at(-1);
      if (message === undefined) throw new Error('There is no message.');
      await running.press(message, label, { by: person });
      await running.settled();
    },
    async press(label: string): Promise<void> {
      await running.press(view(), label, { by: person });
      await running.settled();
    },
    async submit(given: Readonly<Record<string, InputValue>>) {
      const submitted = await running.submit(view(), given);
      await running.settled();
      return submitted;
    },
    /** Answers a question from the Home tab. */
    async answer(given: Readonly<Record<string, InputValue>>) {
      await this.openHome();
      await this.pressHome('Write an answer');
      return this.submit(given);
    },
    labels: (): string[] => nodes(view().blocks).flatMap((block) => collectTexts(block.elements)),
  };
}
