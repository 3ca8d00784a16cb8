// What the README's pictures show: each surface of the app, as somebody at the page brings it about.
import type { Locator } from 'playwright-core';
import type { Desk } from './browser-driver.js';

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
  readonly play: (desk: Desk) => Promise<Locator>;
}

/** So that a thread, which takes 44 in a hundred beside the column at the side, is as wide as other pictures. */
const WIDTH_FOR_THREAD = 1700;

const BEN = 'person=U00FAKEUSER2';
const CAREERS = 'channel=C00FAKECHAN2';
const HOME = 'channel=home';

const placeOf = ({ page }: Desk): Locator => page.getByRole('main').getByRole('region').first();

/** A command in a channel, and what its answer says. */
const command = (name: string, question: string, words: string): Scene => ({
  name,
  async play(desk) {
    await desk.go('general');
    await desk.say(`/backend-career ${question}`);
    await desk.message(words);
    return placeOf(desk);
  },
});

export const SCENES: readonly Scene[] = [
  {
    name: 'page',
    isHigh: true,
    width: 1040,
    async play(desk) {
      await desk.say('What does a fresher earn in India?');
      await desk.message('Freshers in India earn');
      await desk.say('and outside India?');
      await desk.message('Freshers outside India earn');
      return desk.page.locator('.page');
    },
  },
  command('command', 'fresher salry in india?', 'Freshers in India earn'),
  {
    name: 'share',
    async play(desk) {
      await desk.go('general');
      await desk.say('/backend-career is Docker required?');
      const own = await desk.message(/don.t mention Docker/);
      await own.getByRole('button', { name: /^Share/ }).click();
      await desk.message('Shared: everybody here');
      await desk.visit(`${BEN}&channel=C00FAKECHAN1`);
      await desk.message('asked:');
      return placeOf(desk);
    },
  },
  {
    name: 'thread',
    isHigh: true,
    width: WIDTH_FOR_THREAD,
    async play(desk) {
      await desk.go('careers');
      await desk.say('@backend-career what do freshers earn in India?');
      await desk.message('Freshers in India earn', { in: desk.thread });
      await desk.say('@backend-career ok and the hours?', desk.thread);
      await desk.message('45 hours a week', { in: desk.thread });
      return desk.thread;
    },
  },
  {
    name: 'chart',
    isHigh: true,
    async play(desk) {
      await desk.say('how much do back-end devs make?');
      await desk.message('Pay by level and place');
      return placeOf(desk);
    },
  },
  command('unsure', 'should I go for it?', 'Is it one of these?'),
  command('refusal', 'what do nurses earn?', 'My documents are about back-end developers only'),
  {
    name: 'home',
    isHigh: true,
    async play(desk) {
      await desk.visit(`${BEN}&${HOME}`);
      await desk.page.getByRole('heading', { name: 'What is kept' }).waitFor();
      return placeOf(desk);
    },
  },
  {
    name: 'window',
    async play(desk) {
      const window = await desk.windowOf(async () => {
        await desk.page.getByRole('button', { name: 'Shortcuts' }).click();
        await desk.page.getByRole('menuitem', { name: 'Ask a career question' }).click();
      });
      await window.getByRole('textbox').fill('how many hours a week?');
      await window.getByRole('textbox').press('Enter');
      await window.getByText('45 hours a week').waitFor();
      return window;
    },
  },
  {
    name: 'message-shortcut',
    async play(desk) {
      await desk.visit(`${BEN}&${CAREERS}`);
      await desk.say('Does anybody know if Git is needed?');
      await desk.message('Git is needed', { of: 'Ben' });
      await desk.visit(CAREERS);
      const asked = await desk.message('Git is needed', { of: 'Ben' });
      await asked.getByRole('button', { name: 'More actions' }).click();
      await desk.page.getByRole('menuitem', { name: 'Answer this message' }).click();
      await desk.message('Only visible to you');
      return placeOf(desk);
    },
  },
  {
    name: 'not-helpful',
    async play(desk) {
      await desk.say('what skills do I need?');
      const answer = await desk.message('Programming languages');
      return desk.windowOf(() => answer.getByRole('button', { name: 'Mark this answer as not helpful' }).click());
    },
  },
  {
    name: 'report',
    isHigh: true,
    async play(desk) {
      const asked = ['salary', 'work hours?', 'do I need a degree', 'what do nurses earn?', 'what does a nurse earn'];
      await desk.go('general');
      for (const [at, question] of asked.entries()) {
        await desk.say(`/backend-career ${question}`);
        await desk.page.getByRole('article').nth(at).waitFor();
      }
      await desk.visit(HOME);
      await desk.page.getByText(/^5 questions/).waitFor();
      return placeOf(desk);
    },
  },
  {
    name: 'agent',
    isHigh: true,
    width: WIDTH_FOR_THREAD,
    isAgent: true,
    async play(desk) {
      await desk.say('how do I become one?');
      await desk.thread.waitFor();
      await desk.message(/develop/, { in: desk.thread });
      return desk.thread;
    },
  },
];
