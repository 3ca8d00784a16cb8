// What the README's pictures show: each surface of the app, as somebody at the page brings it about.
import type { Locator } from 'playwright-core';
import type { BrowserUser } from './browser-driver.js';

/** One picture. */
export interface Scene {
  readonly name: string;
  /** Of the browser's window; what is shown is as high as it has to be. */
  readonly width?: number;
  /** True for what is so high that its picture would be large; it has fewer dots then. */
  readonly isHigh?: boolean;
  /** True where the app is an agent. */
  readonly isAgent?: boolean;
  /** Does what there is to see, and says which part of the page shows it. */
  readonly play: (user: BrowserUser) => Promise<Locator>;
}

/** So that a thread, which takes 44 in a hundred beside the column at the side, is as wide as other pictures. */
const WIDTH_FOR_THREAD = 1700;

const BEN = 'person=U00FAKEUSER2';
const CAREERS = 'channel=C00FAKECHAN2';
const HOME = 'channel=home';

const placeOf = ({ page }: BrowserUser): Locator => page.getByRole('main').getByRole('region').first();

/** A command in a channel, and what its answer says. */
const command = (name: string, question: string, words: string): Scene => ({
  name,
  async play(user) {
    await user.go('general');
    await user.say(`/backend-career ${question}`);
    await user.message(words);
    return placeOf(user);
  },
});

export const SCENES: readonly Scene[] = [
  {
    name: 'page',
    isHigh: true,
    width: 1040,
    async play(user) {
      await user.say('What does a fresher earn in India?');
      await user.message('Freshers in India earn');
      await user.say('and outside India?');
      await user.message('Freshers outside India earn');
      return user.page.locator('.page');
    },
  },
  command('command', 'fresher salry in india?', 'Freshers in India earn'),
  {
    name: 'share',
    async play(user) {
      await user.go('general');
      await user.say('/backend-career is Docker required?');
      const own = await user.message(/don.t mention Docker/);
      await own.getByRole('button', { name: /^Share/ }).click();
      await user.message('Shared: everybody here');
      await user.visit(`${BEN}&channel=C00FAKECHAN1`);
      await user.message('asked:');
      return placeOf(user);
    },
  },
  {
    name: 'thread',
    isHigh: true,
    width: WIDTH_FOR_THREAD,
    async play(user) {
      await user.go('careers');
      await user.say('@backend-career what do freshers earn in India?');
      await user.message('Freshers in India earn', { in: user.thread });
      await user.say('@backend-career ok and the hours?', user.thread);
      await user.message('45 hours a week', { in: user.thread });
      return user.thread;
    },
  },
  {
    name: 'chart',
    isHigh: true,
    async play(user) {
      await user.say('how much do back-end devs make?');
      await user.message('Pay by level and place');
      return placeOf(user);
    },
  },
  command('unsure', 'should I go for it?', 'Is it one of these?'),
  command('refusal', 'what do nurses earn?', 'My documents are about back-end developers only'),
  {
    name: 'home',
    isHigh: true,
    async play(user) {
      await user.visit(`${BEN}&${HOME}`);
      await user.page.getByRole('heading', { name: 'What’s stored' }).waitFor();
      return placeOf(user);
    },
  },
  {
    name: 'window',
    async play(user) {
      const window = await user.windowOf(async () => {
        await user.page.getByRole('button', { name: 'Shortcuts' }).click();
        await user.page.getByRole('menuitem', { name: 'Ask a career question' }).click();
      });
      await window.getByRole('textbox').fill('how many hours a week?');
      await window.getByRole('textbox').press('Enter');
      await window.getByText('45 hours a week').waitFor();
      return window;
    },
  },
  {
    name: 'message-shortcut',
    async play(user) {
      await user.visit(`${BEN}&${CAREERS}`);
      await user.say('Does anybody know if Git is needed?');
      await user.message('Git is needed', { of: 'Ben' });
      await user.visit(CAREERS);
      const asked = await user.message('Git is needed', { of: 'Ben' });
      await asked.getByRole('button', { name: 'More actions' }).click();
      await user.page.getByRole('menuitem', { name: 'Answer this message' }).click();
      await user.message('Only visible to you');
      return placeOf(user);
    },
  },
  {
    name: 'not-helpful',
    async play(user) {
      await user.say('what skills do I need?');
      const answer = await user.message('Programming languages');
      return user.windowOf(() => answer.getByRole('button', { name: 'Mark this answer as not helpful' }).click());
    },
  },
  {
    name: 'report',
    isHigh: true,
    async play(user) {
      const asked = ['salary', 'work hours?', 'do I need a degree', 'what do nurses earn?', 'what does a nurse earn'];
      await user.go('general');
      for (const [at, question] of asked.entries()) {
        await user.say(`/backend-career ${question}`);
        await user.page.getByRole('article').nth(at).waitFor();
      }
      await user.visit(HOME);
      await user.page.getByText(/^5 questions/).waitFor();
      return placeOf(user);
    },
  },
  {
    name: 'agent',
    isHigh: true,
    width: WIDTH_FOR_THREAD,
    isAgent: true,
    async play(user) {
      await user.say('how do I become one?');
      await user.thread.waitFor();
      await user.message(/develop/, { in: user.thread });
      return user.thread;
    },
  },
];
