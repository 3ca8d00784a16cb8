// On a phone, a question and its whole answer are in sight without scrolling, while its sources are closed.
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { readGroups } from '../../src/commands/specification.js';
import { type BrowserUser, inBrowser } from '../helpers/browser.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';

const PHONE = { viewport: { width: 390, height: 844 } };
const { examples } = await loadShippedBot();
/** The first question of each kind that headlines are specified for; answering/headlines.test.ts counts the lines of all. */
const KINDS = readGroups('headlines').flatMap(([, lines]) => lines.slice(0, 1));

/** Asks, and returns the question if it or its answer is out of sight. */
async function findHidden(user: BrowserUser, question: string): Promise<string[]> {
  await user.say(question);
  await user.message(/./);
  const [height = 0, room = 0] = await user.page.evaluate(() => {
    // What only the local workspace adds below an answer isn't in Slack.
    for (const extra of document.querySelectorAll<HTMLElement>('.answer-details')) extra.hidden = true;
    const [asked, answer] = [...document.querySelectorAll('article')]
      .slice(-2)
      .map((item) => item.getBoundingClientRect());
    const pane = document.querySelector('.messages');
    return [(answer?.bottom ?? 0) - (asked?.top ?? 0), pane?.clientHeight ?? 0];
  });
  return height > room || height === 0 ? [`${question}: ${Math.round(height)} of ${room} pixels`] : [];
}

/** Fails unless the whole element is in sight. */
async function expectInSight(shown: Locator): Promise<void> {
  const box = await shown.boundingBox();
  expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.viewport.height);
}

inBrowser('on a phone', (arrive) => {
  it.each([
    ['help and the examples it gives', ['help', ...examples]],
    ['each kind of question', KINDS],
  ])('%s fit without scrolling', async (_, questions) => {
    const user = await arrive('', PHONE);
    const hidden: string[] = [];
    for (const question of questions) hidden.push(...(await findHidden(user, question)));
    expect(hidden).toEqual([]);
    expect(questions.length).toBeGreaterThan(12);
  });

  it('the Home tab shows what to ask, how, and from which documents before anything scrolls', async () => {
    const { page } = await arrive('#channel=home', PHONE);
    const sources = page.locator('.home').getByText('“BackEnd Developer Job Description”');
    await sources.waitFor();
    await expectInSight(sources);
  });
});
