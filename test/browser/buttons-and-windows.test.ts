// Clicks in the local workspace, in a real browser: suggestions, topics, sharing, votes, the Home tab, shortcuts and windows.
import { expect, it } from 'vitest';
import { type BrowserUser, inBrowser } from '../helpers/browser.js';

const BEN = '#person=U00FAKEUSER2';
const DEGREE = 'One document says yes, the other no.';
const HOURS = 'Most companies work five days a week, with';

const press = (where: Awaited<ReturnType<BrowserUser['message']>>, name: string | RegExp): Promise<void> =>
  where.getByRole('button', { name }).first().click();

inBrowser('clicking in a browser', (arrive) => {
  it('a clicked suggestion replaces the question with its answer', async () => {
    const user = await arrive();
    await user.go('general');
    await user.say('/backend-career should I go for it?');
    const unsure = await user.message('Did you mean one of these?');
    const before = await user.page.getByRole('article').count();
    await press(unsure, 'Pros and cons');
    await unsure.waitFor({ state: 'detached' });
    expect(await user.page.getByRole('article').count()).toBe(before);
  });

  it('a topic below an answer is answered, and “Full answer” shows the rest', async () => {
    const user = await arrive();
    await user.say('what does a fresher earn in India?');
    const answer = await user.message('5 LPA × 1,00,000');
    await press(answer, 'Freelancing');
    await user.message('You can work as a freelancer');
    await press(answer, 'Full answer');
    const full = await user.message('$135,586');
    expect(await full.innerText()).toContain('19 LPA');
  });

  it('a private answer can be shared with everyone, and its owner sees that it was', async () => {
    const [ana, ben] = [await arrive(), await arrive(BEN)];
    await ana.go('general');
    await ana.say('/backend-career do I need a degree?');
    const own = await ana.message(DEGREE);
    await press(own, /^Share/);
    await ana.message('Shared. Everyone here can see this answer now.');
    await ben.go('general');
    const shared = await ben.message(DEGREE);
    expect(await shared.innerText()).toContain('@Ana asked: “do I need a degree?”');
    expect(await shared.getByText('Only visible to you').count()).toBe(0);
  });

  it('a vote stays selected; “Not helpful” opens a form, and administrators see both votes on the Home tab', async () => {
    const user = await arrive();
    await user.say('how many hours do they work?');
    const hours = await user.message(HOURS);
    await press(hours, 'Mark this answer as helpful');
    await user.say('do I need a degree?');
    const degree = await user.message(DEGREE);
    const form = await user.windowOf(() => press(degree, 'Mark this answer as not helpful'), 'Not helpful');
    await form.getByRole('radio', { name: 'Something’s missing' }).check();
    await form.getByRole('textbox', { name: 'Comment' }).fill('It says nothing of diplomas');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.waitFor({ state: 'detached' });
    await user.page.reload();
    for (const [words, name] of [
      [HOURS, 'Mark this answer as helpful'],
      [DEGREE, 'Mark this answer as not helpful'],
    ] as const) {
      const voted = (await user.message(words)).getByRole('button', { name, exact: true, pressed: true });
      expect(await voted.count()).toBe(1);
    }
    await user.page.getByRole('button', { name: 'Home', exact: true }).click();
    await user.page.getByText(/Helpful: .*\b2\b/).waitFor();
  });

  it('the Home tab answers a topic in a window that takes further questions; Escape closes it', async () => {
    const user = await arrive();
    await user.page.getByRole('button', { name: 'Home', exact: true }).click();
    await user.page.getByRole('heading', { name: 'Sources' }).waitFor();
    const window = await user.windowOf(async () => {
      await user.page.getByRole('button', { name: 'Choose a topic' }).click();
      await user.page.getByRole('menuitem', { name: 'Work hours' }).click();
    });
    await window.getByText(HOURS).waitFor();
    await window.getByRole('textbox').fill('do I need a degree?');
    await window.getByRole('button', { name: 'Ask' }).click();
    await window.getByText(DEGREE).first().waitFor();
    expect(await window.getByRole('textbox').inputValue()).toBe('');
    await user.page.keyboard.press('Escape');
    await window.waitFor({ state: 'detached' });
  });

  it('the global shortcut opens a window to ask in, with errors shown at the field', async () => {
    const user = await arrive();
    await user.go('careers');
    const window = await user.windowOf(async () => {
      await user.page.getByRole('button', { name: 'Shortcuts' }).click();
      await user.page.getByRole('menuitem', { name: 'Ask a career question' }).click();
    });
    const field = window.getByRole('textbox', { name: 'Your question' });
    await window.getByRole('button', { name: 'Ask' }).click();
    await window.getByRole('alert').filter({ hasText: 'Please complete this required field.' }).waitFor();
    await field.fill('   ');
    await window.getByRole('button', { name: 'Ask' }).click();
    await window.getByRole('alert').filter({ hasText: 'Enter a question.' }).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('how many hours a week?');
    await field.press('Enter');
    await window.getByText('Most companies work about 45 hours a week').waitFor();
    await window.getByRole('button', { name: 'Close', exact: true }).click();
    await window.waitFor({ state: 'detached' });
  });

  it('“Answer this message” answers someone else’s question for the person who chose it', async () => {
    const [ana, ben] = [await arrive(), await arrive(BEN)];
    await ben.go('careers');
    await ben.say('Does anybody know if Git is needed?');
    await ana.go('careers');
    const asked = await ana.message('Does anybody know if Git is needed?', { of: 'Ben' });
    await asked.getByRole('button', { name: 'More actions' }).click();
    await ana.page.getByRole('menuitem', { name: 'Answer this message' }).click();
    const answer = await ana.message('Git is on the list');
    await answer.getByText('Only visible to you').waitFor();
    await press(answer, /^Share/);
    const question = await ben.message('Does anybody know if Git is needed?', { of: 'Ben' });
    await question.getByRole('button', { name: '1 reply' }).click();
    await ben.message('Git is on the list', { in: ben.thread });
  });

  it('buttons on messages from before a reload keep working', async () => {
    const user = await arrive(BEN);
    await user.say('should I go for it?');
    await user.message('Did you mean one of these?');
    await user.page.reload();
    const unsure = await user.message('Did you mean one of these?');
    await press(unsure, 'Outlook');
    await unsure.waitFor({ state: 'detached' });
  });
});
