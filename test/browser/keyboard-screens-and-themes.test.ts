// Checks that everyone can use the local workspace: by keyboard, on narrow screens, in light and dark, with a screen reader.
import { expect, it } from 'vitest';
import { type BrowserUser, inBrowser } from '../helpers/browser.js';

const DEGREE = 'One document says yes, the other no.';
const HOURS = 'Most companies work five days a week, with';
const NARROW = { viewport: { width: 375, height: 700 } };

/** Presses Tab (or Shift+Tab) until the focused element has this name; there are fewer stops than this. */
async function tabTo({ page }: BrowserUser, name: RegExp, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 150; stops++) {
    await page.keyboard.press(key);
    const words = await page.evaluate(() => {
      const here = document.activeElement;
      return here?.getAttribute('aria-label') ?? here?.textContent ?? '';
    });
    if (name.test(words.trim())) return;
  }
  throw new Error(`No key leads to ${name}.`);
}

/** Chooses a topic on the Home tab. */
const chooseTopic = async ({ page }: BrowserUser, topic: string): Promise<void> => {
  await page.getByRole('button', { name: 'Choose a topic' }).click();
  await page.getByRole('menuitem', { name: topic }).click();
};

inBrowser('for everyone, in a browser', (arrive) => {
  it('by keyboard: a command is completed, sent and answered, and a button is pressed', async () => {
    const user = await arrive();
    const { keyboard } = user.page;
    await tabTo(user, /^# general$/);
    await keyboard.press('Enter');
    await user.page.getByRole('heading', { name: '#general' }).waitFor();
    await tabTo(user, /^Message #general$/);
    await keyboard.type('/ba');
    await user.page.getByRole('option', { name: '/backend-career' }).waitFor();
    await keyboard.press('Enter');
    await keyboard.type('how many hours a day is it?');
    await keyboard.press('Enter');
    await user.message('about 9 hours');
    await tabTo(user, /^Salary\b/, 'Shift+Tab');
    await keyboard.press('Enter');
    await user.message('The average salary in India is');
  });

  it('by keyboard: a name is completed; a menu is opened, walked through and closed', async () => {
    const user = await arrive();
    const { keyboard } = user.page;
    await user.go('careers');
    await tabTo(user, /^Message #careers$/);
    await keyboard.type('Hi @');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.type('is Git needed?');
    await keyboard.press('Enter');
    await user.message('Hi @Ben is Git needed?', { of: 'Ana' });
    await tabTo(user, /^More actions/, 'Shift+Tab');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await user.page.getByRole('menu').waitFor({ state: 'detached' });
    await keyboard.press('Enter');
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await user.message('Git is on the list');
  });

  it('by keyboard: a topic on the Home tab opens a window that keeps the focus and gives it back', async () => {
    const user = await arrive('#channel=home');
    const { keyboard } = user.page;
    await tabTo(user, /^Choose a topic$/);
    const window = await user.windowOf(async () => {
      await keyboard.press('Enter');
      await user.page.getByRole('menuitem', { name: 'Salary' }).waitFor();
      for (let down = 0; down < 4; down += 1) await keyboard.press('ArrowDown');
      // Looking through the topics decides nothing yet.
      expect(await user.page.getByRole('dialog').count()).toBe(0);
      expect(await user.page.evaluate(() => document.activeElement?.textContent)).toBe('Work hours');
      await keyboard.press('Enter');
    });
    await window.getByText(HOURS).waitFor();
    await keyboard.type('do I need a degree?');
    await keyboard.press('Enter');
    await window.getByText(DEGREE).first().waitFor();
    await tabTo(user, /^Close this window$/);
    await keyboard.press('Escape');
    await window.waitFor({ state: 'detached' });
    await expect.poll(() => user.page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Choose a topic');
  });

  it('by keyboard: arrows switch to the other person, who gets the same example questions', async () => {
    const user = await arrive();
    await user.page.getByRole('radio', { name: 'Ana' }).focus();
    await user.page.keyboard.press('ArrowRight');
    await expect.poll(() => user.page.url()).toContain('person=U00FAKEUSER2');
    await user.page.getByRole('heading', { name: 'Ask Backend Career something' }).waitFor();
  });

  it('with a screen reader: an answer is read out once when it arrives, with who can see it', async () => {
    const user = await arrive();
    await user.go('general');
    await user.say('/backend-career do I need a degree?');
    await user.page
      .getByRole('status')
      .filter({ hasText: `Backend Career, only visible to you: ${DEGREE}` })
      .waitFor({ state: 'attached' });
  });

  it('on a narrow screen nothing is cut off, the sidebar is a drawer, and a thread covers its conversation', async () => {
    const user = await arrive('', NARROW);
    await user.say('how much do back-end devs make?');
    await (await user.message('The average salary in India is')).getByRole('button', { name: 'Full answer' }).click();
    await user.message('Average pay by level and place');
    const drawer = user.page.getByRole('navigation', { name: 'Workspace' });
    expect(await drawer.isVisible()).toBe(false);
    await user.page.getByRole('button', { name: 'Open the list of channels' }).click();
    await drawer.getByRole('button', { name: 'careers' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await user.say('@backend-career what are the hours?');
    await user.message(HOURS, { in: user.thread });
    expect(await user.page.getByRole('combobox', { name: 'Message #careers' }).isVisible()).toBe(false);
    await user.page.getByRole('button', { name: 'Close the thread' }).click();
    await user.page.getByRole('combobox', { name: 'Message #careers' }).waitFor();
    const widths = await user.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths).toEqual([375, 375]);
  });

  it('on a phone the menu, the title and the tabs share a line', async () => {
    const user = await arrive('', { viewport: { width: 390, height: 844 } });
    const boxOf = (name: string) => user.page.getByRole('button', { name }).boundingBox();
    const [menu, tab] = [await boxOf('Open the list of channels'), await boxOf('Messages')];
    const title = await user.page.getByRole('heading', { name: 'Backend Career', exact: true }).boundingBox();
    const middleOf = (box: typeof title): number => (box?.y ?? 0) + (box?.height ?? 0) / 2;
    expect(Math.abs(middleOf(menu) - middleOf(title))).toBeLessThan(4);
    expect(menu?.x).toBeLessThan(title?.x ?? 0);
    expect(Math.abs(middleOf(tab) - middleOf(title))).toBeLessThan(4);
    expect(title?.x).toBeLessThan(tab?.x ?? 0);
  });

  it('in a low window the question field stays visible while the answer scrolls', async () => {
    const user = await arrive('#channel=home', { viewport: { width: 390, height: 500 } });
    const window = await user.windowOf(() => chooseTopic(user, 'Work hours'));
    await window.getByText(HOURS).waitFor();
    const field = window.getByRole('textbox');
    const before = await field.boundingBox();
    await window
      .getByRole('button', { name: 'Mark this answer as helpful', exact: true })
      .or(window.getByRole('button', { name: 'Helpful', exact: true }))
      .first()
      .scrollIntoViewIfNeeded();
    expect((await field.boundingBox())?.y).toBe(before?.y);
  });

  it('the theme follows the system until someone chooses one, and that choice survives a reload', async () => {
    const user = await arrive('', { colorScheme: 'dark' });
    const theme = () => user.page.evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe('dark');
    await user.page.getByRole('button', { name: 'Dark colours', pressed: true }).click();
    await user.page.reload();
    await user.page.getByRole('button', { name: 'Dark colours', pressed: false }).waitFor();
    expect(await theme()).toBe('light');
  });

  // No colour depends on the width and no width on the colours, so each of both is looked at once.
  it.each([
    ['wide and light', {}],
    ['narrow and dark', { ...NARROW, colorScheme: 'dark' }],
  ] as const)('axe finds nothing serious anywhere: %s', async (_, options) => {
    const user = await arrive('#channel=C00FAKECHAN2', options);
    const found: string[] = [];
    const look = async (): Promise<void> => void found.push(...(await user.barriers()));
    await user.page.getByRole('combobox').fill('/');
    await user.page.getByRole('option').waitFor();
    await look();
    await user.say('@backend-career what are the hours?');
    await user.message(HOURS, { in: user.thread });
    await look();
    await user.visit('');
    await user.say('how much do back-end devs make?');
    await (await user.message('The average salary in India is')).getByRole('button', { name: 'Full answer' }).click();
    const answer = await user.message('Average pay by level and place');
    await answer.getByText(/^Sources/).click();
    await answer.getByRole('button', { name: 'Show Slack traffic' }).click();
    await look();
    const notHelpful = answer.getByRole('button', { name: 'Mark this answer as not helpful' });
    const window = await user.windowOf(() => notHelpful.click());
    await look();
    await user.page.keyboard.press('Escape');
    await window.waitFor({ state: 'detached' });
    await user.visit('channel=home');
    await user.windowOf(() => chooseTopic(user, 'Work hours'));
    await window.getByText(HOURS).waitFor();
    await look();
    await user.page.keyboard.press('Escape');
    await window.waitFor({ state: 'detached' });
    await look();
    expect(found).toEqual([]);
  });
});
