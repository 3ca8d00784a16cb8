// What mentors and askers do in Slack, as tests of either transport and store play it.
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { nodes } from '../../local-slack/emulator/rules/block-kit-node.js';
import { collectTexts } from '../../local-slack/emulator/rules/message-rules.js';
import type { TestUser } from '../../local-slack/emulator/test-user.js';
import type { InputValue } from '../../local-slack/shared/state.js';
import { createLog } from '../../src/operations/log.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { DATABASES, type Database } from './databases.js';
import { directMessage, homeOpened, PERSON } from './payloads.js';
import { MODES, type Mode, type RunningApp, startApp } from './running-app.js';
import { loadShippedBot } from './shipped-bot.js';
import { startSlack } from './slack-emulator.js';

export const ANA = PERSON;
export const BEN = 'U00FAKEUSER2';

/** What an answer is made of, and a question that it answers in other words. */
export const LOCKERS = {
  question: 'Where do cyclists leave their helmets?',
  reworded: 'is there a place where cyclists can leave a helmet',
  text: 'Helmets go into the lockers behind the boiler room.\n\n1. Ask Wendeline for a padlock.\n2. Read [the rules](https://example.com/rules).',
  author: 'Ana Lima',
} as const;

/** How the message says that a question has an answer. */
const TOLD = 'It’s answered now:';

/** The same as the fields of the window. */
export const ANSWER = { questions: LOCKERS.question, text: LOCKERS.text, author: LOCKERS.author } as const;

/**
 * Machines on one new store of this database. Ana, an administrator, is at the first one and everybody else at the last one;
 * over Socket Mode, Slack decides. `stop` fails if Slack refused anything.
 */
export async function startMentors(database: Database, mode: Mode, machineCount: 1 | 2 = 1) {
  const where = await database.fresh();
  const slack = await startSlack();
  const bot = await loadShippedBot();
  const machines: RunningApp[] = [];
  const stores: Store[] = [];
  const storeLines: string[] = [];
  const log = createLog('warn', (line) => storeLines.push(line));
  for (let count = 0; count < machineCount; count += 1) {
    const store = await openStore({ ...where, keepsTexts: true, warn: log.warn });
    stores.push(store);
    machines.push(await startApp(mode, { bot, store, slack, admins: [ANA] }));
  }
  const [running, store] = [machines[0], stores[0]];
  if (running === undefined || store === undefined) throw new Error('There is no machine.');
  const at = (machine: RunningApp, person: string) =>
    personAt(
      { ...machine, settled: async () => void (await Promise.all(machines.map((one) => one.settled()))) },
      person,
    );
  const others = (person: string) => at(machines.at(-1) ?? running, person);
  return {
    slack,
    store,
    /** What was logged about the store. */
    storeLines,
    running,
    ana: at(running, ANA),
    ben: others(BEN),
    others,
    lock: () => database.lock(where),
    async stop(): Promise<void> {
      expect(slack.refused).toEqual([]);
      for (const machine of machines) await machine.stop();
      for (const own of stores) await own.close();
      await slack.stop();
    },
  };
}

/** What `startMentors` gives. */
export type MentorScene = Awaited<ReturnType<typeof startMentors>>;

/** What people need of a running app. */
type AppInReach = Pick<RunningApp, 'slack' | 'deliver' | 'settled' | keyof TestUser>;

/** A person at the app, over either transport. */
export function personAt(running: AppInReach, person: string) {
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
    /** Asks until the answer says this: what mentors write is in force within seconds, not at once. */
    async askUntil(text: string, words: string | RegExp): Promise<string> {
      for (;;) {
        const answer = await this.ask(text);
        if (answer.match(words)) return answer;
      }
    },
    /** What the app has told this person without being asked. */
    told: (): string[] => slack.messagesIn(direct).flatMap(({ text }) => (text.includes(TOLD) ? [text] : [])),
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
    /** Opens the one answer that there is, or the one with these words. */
    async openAnswer(label: string = LOCKERS.question): Promise<void> {
      await this.openHome();
      await this.pressHome(label);
    },
    /** Lets these people answer, and no others of those that the Home tab shows as mentors. */
    async choose(people: readonly string[]): Promise<void> {
      await running.choose(home(), people);
      await running.settled();
    },
    async close(): Promise<void> {
      await running.close(view());
    },
    fill: (given: Readonly<Record<string, InputValue>>) => running.fill(view(), given),
    written: (): string => JSON.stringify(view().state.values),
    /** Answers a question from the Home tab. */
    async answer(given: Readonly<Record<string, InputValue>>) {
      await this.openHome();
      await this.pressHome('Write an answer');
      return this.submit(given);
    },
    labels: (): string[] => nodes(view().blocks).flatMap((block) => collectTexts(block.elements)),
  };
}

/** Describes what holds with two machines on each database and each way into Slack; `at` gives the scene of the test that runs. */
export function describeOnTwoMachines(title: string, define: (at: () => MentorScene) => void): void {
  const ways = DATABASES.flatMap((database) => MODES.map((mode) => ({ database, mode, on: database.name })));
  describe.each(ways)(`${title}, with two machines on $on over $mode`, ({ database, mode }) => {
    let scene: MentorScene;
    beforeEach(async () => {
      scene = await startMentors(database, mode, 2);
    });
    afterEach(() => scene.stop());
    define(() => scene);
  });
}
