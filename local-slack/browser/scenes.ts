// Brings about each state the product can show, as someone at the page would, for the README's pictures and the gallery.
import type { Locator } from 'playwright-core';
import type { BrowserUser } from './browser-driver.js';

/** One state. */
export interface Scene {
  readonly name: string;
  /** True if it's in the gallery only, and no picture of the README. */
  readonly isGalleryOnly?: boolean;
  /** Of the browser's window, in pictures; what is shown is as high as it has to be. */
  readonly width?: number;
  /** True if the picture is so high that it would be large; it has fewer dots then. */
  readonly isHigh?: boolean;
  /** True if the app is an agent. */
  readonly isAgent?: boolean;
  /** Does what there is to see; gives the part of the page that shows it. */
  readonly play: (user: BrowserUser) => Promise<Locator>;
}

/** A thread takes 44% of the width beside the sidebar; this makes it as wide as other pictures. */
const WIDTH_FOR_THREAD = 1700;

const BEN = 'person=U00FAKEUSER2';
const CAREERS = 'channel=C00FAKECHAN2';
const HOME = 'channel=home';

const paneOf = ({ page }: BrowserUser): Locator => page.getByRole('main').getByRole('region').first();

/** A command in a channel, and what its answer says. */
const command = (name: string, question: string, words: string | RegExp): Scene => ({
  name,
  async play(user) {
    await user.go('general');
    await user.say(`/backend-career ${question}`);
    await user.message(words);
    return paneOf(user);
  },
});

/** Said to the bot in a direct message, and what its answer says. */
const direct = (name: string, questions: readonly string[], words: string | RegExp): Scene => ({
  name,
  isGalleryOnly: true,
  async play(user) {
    for (const question of questions) await user.say(question);
    await user.message(words);
    return paneOf(user);
  },
});

/** What Ben asks in vain, and what Ana writes in answer. */
const HELMETS = 'Where do cyclists leave their helmets?';
const LOCKERS =
  'Helmets go into the lockers behind the boiler room.\n\n- Ask at reception for a padlock.\n- Read [the house rules](https://example.com/rules).';

/** Ben asks in vain, and wants to be told. */
async function askInVain(user: BrowserUser): Promise<void> {
  await user.visit(BEN);
  await user.say(HELMETS);
  const refusal = await user.message('I couldn’t find that');
  await refusal.getByRole('button', { name: 'Tell me when this is answered' }).click();
  await refusal.getByRole('button', { name: 'You’ll be told. Undo' }).waitFor();
}

/** A picture begins with a low window, in which what is far down in a form can't be clicked. */
async function setHeight({ page }: BrowserUser, height: number): Promise<void> {
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height });
}

/** Ana answers him, up to the last click; gives the window. */
async function writeAnswer(user: BrowserUser): Promise<Locator> {
  await setHeight(user, 1_000);
  await user.visit(`person=U00FAKEUSER1&${HOME}`);
  const form = await user.windowOf(() => user.page.getByRole('button', { name: `Answer: ${HELMETS}` }).click());
  await form.getByRole('textbox', { name: 'Answer' }).fill(LOCKERS);
  await form.getByRole('textbox', { name: 'Your name' }).fill('Ana Lima');
  return form;
}

/** The states of a question that a mentor answers. */
const MENTORS: readonly Scene[] = [
  {
    name: 'tell-me',
    width: 390,
    async play(user) {
      await askInVain(user);
      return user.page.locator('.page');
    },
  },
  {
    name: 'mentor-home',
    isGalleryOnly: true,
    async play(user) {
      await askInVain(user);
      await user.visit(`person=U00FAKEUSER1&${HOME}`);
      await user.page.getByRole('button', { name: `Answer: ${HELMETS}` }).waitFor();
      return paneOf(user);
    },
  },
  {
    name: 'mentor-form',
    async play(user) {
      await askInVain(user);
      return writeAnswer(user);
    },
  },
  {
    name: 'mentor-preview',
    async play(user) {
      await askInVain(user);
      const form = await writeAnswer(user);
      return user.windowOf(() => form.getByRole('button', { name: 'Preview' }).click(), 'Preview');
    },
  },
  {
    name: 'mentor-answer',
    async play(user) {
      await askInVain(user);
      const form = await writeAnswer(user);
      await form.getByRole('button', { name: 'Publish' }).click();
      await form.waitFor({ state: 'detached' });
      await setHeight(user, 320);
      await user.visit(`${BEN}&channel=D00FAKEUSER2`);
      await user.page.getByRole('article').filter({ hasText: 'It’s answered now:' }).waitFor();
      return paneOf(user);
    },
  },
  {
    name: 'mentor-history',
    isGalleryOnly: true,
    async play(user) {
      await askInVain(user);
      const form = await writeAnswer(user);
      await form.getByRole('button', { name: 'Publish' }).click();
      await form.waitFor({ state: 'detached' });
      const window = await user.windowOf(async () => {
        await user.page.getByRole('button', { name: 'Open an answer' }).click();
        await user.page.getByRole('menuitem', { name: HELMETS }).click();
      });
      await window.getByRole('button', { name: 'Withdraw' }).click();
      await window.getByText(/^Withdrawn by/).waitFor();
      return window;
    },
  },
];

/** An answer as a phone shows it. */
const onPhone = (name: string, question: string, words: string): Scene => ({
  name,
  width: 390,
  async play(user) {
    await user.say(question);
    await user.message(words);
    return user.page.locator('.page');
  },
});

/** The states that have a picture in the README. */
const PICTURES: readonly Scene[] = [
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
  onPhone('phone', 'What does a fresher earn in India?', 'Freshers in India earn'),
  onPhone('phone-help', 'help', 'a bot, not a person'),
  {
    name: 'sources',
    async play(user) {
      await user.say('do I need a degree?');
      const answer = await user.message('One document says yes');
      await answer.getByText(/^Sources/).click();
      return paneOf(user);
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
      await user.message(/^.*Shared[.:]/s);
      await user.visit(`${BEN}&channel=C00FAKECHAN1`);
      await user.message('asked:');
      return paneOf(user);
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
      const short = await user.message('The average salary in India is');
      await short.getByRole('button', { name: 'Show full answer' }).click();
      await user.message('Average pay by level and place');
      return paneOf(user);
    },
  },
  command('unsure', 'should I go for it?', /Is it one of these|Did you mean one of these/),
  command('refusal', 'what do nurses earn?', /back-end developers only|for other jobs/),
  {
    name: 'home',
    isHigh: true,
    async play(user) {
      await user.visit(`${BEN}&${HOME}`);
      await user.page.getByRole('heading', { name: 'What’s stored' }).waitFor();
      return paneOf(user);
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
      await window.getByText('45 hours a week').first().waitFor();
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
      return paneOf(user);
    },
  },
  {
    name: 'not-helpful',
    async play(user) {
      await user.say('what skills do I need?');
      const answer = await user.message('programming languages');
      return user.windowOf(() => answer.getByRole('button', { name: 'Mark this answer as not helpful' }).click());
    },
  },
  {
    name: 'report',
    isHigh: true,
    async play(user) {
      const asked = ['salary', 'do I need a degree', 'do I need Docker?', 'is Docker needed?', 'salary in Germany?'];
      await user.go('general');
      for (const [at, question] of asked.entries()) {
        await user.say(`/backend-career ${question}`);
        await user.page.getByRole('article').nth(at).waitFor();
      }
      await user.visit(HOME);
      await user.page.getByText(/^5 questions/).waitFor();
      return paneOf(user);
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

/** The states that only the gallery shows. */
const OTHERS: readonly Scene[] = [
  {
    name: 'empty conversation',
    isGalleryOnly: true,
    play: async (user) => paneOf(user),
  },
  {
    name: 'empty channel',
    isGalleryOnly: true,
    async play(user) {
      await user.go('general');
      return paneOf(user);
    },
  },
  direct('help', ['help'], /[Tt]opics|ask me/),
  direct('documents that disagree', ['do I need a degree?'], 'One document says yes'),
  direct('pros and cons', ['What are the pros and cons?'], 'They list'),
  direct('steps', ['How do I become a back-end developer?'], 'You become one by'),
  direct('not in the documents', ['is Docker required?'], /don’t mention Docker/),
  direct('follow-up', ['what does a fresher earn in India?', 'and outside India?'], /outside India/),
  direct('small talk', ['thanks'], /./),
  direct('another language', ['wie viel verdient ein Entwickler in Indien?'], /English/),
  direct('forget me', ['what does a fresher earn in India?', 'forget me'], /stored/),
  {
    name: 'input error in a window',
    isGalleryOnly: true,
    async play(user) {
      const window = await user.windowOf(async () => {
        await user.page.getByRole('button', { name: 'Shortcuts' }).click();
        await user.page.getByRole('menuitem', { name: 'Ask a career question' }).click();
      });
      await window.getByRole('button', { name: 'Ask' }).click();
      await window.getByRole('alert').waitFor();
      return window;
    },
  },
  {
    name: 'refused command',
    isGalleryOnly: true,
    async play(user) {
      await user.go('general');
      await user.say('/weather');
      await user.page.getByRole('alert').filter({ hasText: 'not a valid command' }).waitFor();
      return user.page.getByRole('main');
    },
  },
  {
    name: 'details of an answer',
    isGalleryOnly: true,
    async play(user) {
      await user.say('do I need a degree?');
      const answer = await user.message('One document says yes');
      await answer.getByRole('button', { name: 'Show Slack traffic' }).click();
      await answer.getByRole('textbox', { name: 'Slack traffic' }).waitFor();
      return paneOf(user);
    },
  },
];

/** All states. */
export const SCENES: readonly Scene[] = [...PICTURES, ...MENTORS, ...OTHERS];
