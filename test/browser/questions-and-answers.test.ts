// Asks in the local workspace, in a real browser: every surface, follow-ups, typos, refusals, tables and charts.
import { expect, it } from 'vitest';
import { inBrowser } from '../helpers/browser.js';

inBrowser('asking in a browser', (arrive) => {
  it('a first-time visitor clicks one of five questions and gets an answer with its source', async () => {
    const user = await arrive();
    const examples = user.page.getByRole('main').getByRole('listitem').getByRole('button');
    expect(await examples.count()).toBe(5);
    await examples.first().click();
    const answer = await user.message('Freshers in India earn ₹5,00,000 a year');
    await answer.getByText(/^Sources \(\d\)$/).click();
    await answer.getByText('“For Freshers 5 LPA $80,451”').waitFor();
    await user.message('What does a fresher earn in India?', { of: 'Ana' });
  });

  it.each([
    ['a message', 'how many hours do they work?', 'Most companies work five days a week'],
    ['slips', 'how mny horus do bakend devs wrok', 'Most companies work five days a week'],
    ['what the documents do not hold', 'is Docker required?', 'documents don’t mention Docker'],
    ['another job', 'what does a nurse earn?', 'The documents only cover back-end developers'],
    ['both sides where the documents disagree', 'do I need a degree?', 'One document says yes, the other no.'],
  ])('in a direct message: %s', async (_, question, words) => {
    const user = await arrive();
    await user.say(question);
    const answer = await user.message(words);
    expect(await answer.getByText('Only visible to you').count()).toBe(0);
  });

  it('a follow-up builds on the last answer', async () => {
    const user = await arrive();
    await user.say('what does a fresher earn in India?');
    await user.message('Freshers in India earn ₹5,00,000 a year');
    await user.say('and outside India?');
    const answer = await user.message(/outside India/i);
    expect(await answer.innerText()).toContain('$80,451');
    await answer.getByRole('button', { name: 'Why this answer' }).click();
    const why = answer.getByRole('textbox', { name: 'Why this answer' });
    await expect.poll(() => why.inputValue()).toContain('read as a follow-up on: salary');
  });

  it('by command: the answer is private, repeats the question, and appears where it was asked', async () => {
    const [ana, ben] = [await arrive(), await arrive('#person=U00FAKEUSER2')];
    await ana.go('general');
    await ana.say('/backend-career what does a fresher earn in India?');
    const answer = await ana.message('5 LPA × 1,00,000 = ₹5,00,000 a year');
    expect(await answer.innerText()).toContain('Only visible to you');
    expect(await answer.innerText()).toContain('/backend-career what does a fresher earn in India?');
    await ben.go('general');
    // Ben's message comes back over the same connection, so the answer would have come before it.
    await ben.say('good morning');
    await ben.message('good morning', { of: 'Ben' });
    expect(await ben.page.getByText('5 LPA').count()).toBe(0);
  });

  it('by mention: the answer is in the thread, which opens, and everyone sees it', async () => {
    const [ana, ben] = [await arrive(), await arrive('#person=U00FAKEUSER2')];
    await ana.go('careers');
    await ana.say('@backend-career what are the hours?');
    await ana.message('five days a week', { in: ana.thread });
    expect(await ana.thread.getByText('Only visible to you').count()).toBe(0);
    await ana.say('@backend-career and the degree?', ana.thread);
    await ana.message('One document says that a professional degree', { in: ana.thread });
    await ana.go('general');
    await ana.say('thank you');
    await ana.message('thank you', { of: 'Ana' });
    expect(await ana.thread.count()).toBe(0);
    await ben.go('careers');
    const asked = await ben.message('@backend-career what are the hours?', { of: 'Ana' });
    await asked.getByRole('button', { name: '3 replies' }).click();
    await ben.message('One document says that a professional degree', { in: ben.thread });
  });

  it('the full answer has a table and a chart on the screen, each with its figures', async () => {
    const user = await arrive();
    await user.say('how much do back-end devs make?');
    const short = await user.message('The average salary in India is');
    expect(await short.getByRole('table').count()).toBe(0);
    await short.getByRole('button', { name: 'Show full answer' }).click();
    const answer = await user.message('Average pay by level and place');
    const cells = await answer.getByRole('table').first().getByRole('cell').allInnerTexts();
    expect(cells).toEqual(expect.arrayContaining(['Freshers', '₹5,00,000', '$80,451', 'Experienced', '₹19,00,000']));
    const chart = answer.getByRole('img', { name: /Bar chart.*India/ }).first();
    const box = await chart.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(100);
    expect(await chart.locator('rect').count()).toBeGreaterThan(1);
  });

  it('sources are folded away, and open where they are pressed or by a key', async () => {
    const user = await arrive();
    await user.say('do I need a degree?');
    const answer = await user.message('One document says yes, the other no.');
    const quote = answer.getByText(/Career as a Back End Developer › /).first();
    expect(await quote.isVisible()).toBe(false);
    await answer.getByText(/^Sources \(\d\)$/).click();
    await quote.waitFor();
    await user.page.keyboard.press('Enter');
    await quote.waitFor({ state: 'hidden' });
    expect(await user.barriers()).toEqual([]);
  });

  it('beside an answer stand its reason, what went over the wire, and how long it took', async () => {
    const user = await arrive();
    await user.say('do I need to know Git?');
    const answer = await user.message('Git is on the list');
    await answer.getByRole('button', { name: 'Why this answer' }).click();
    const why = answer.getByRole('textbox', { name: 'Why this answer' });
    await expect.poll(() => why.inputValue()).toContain('skills');
    await answer.getByRole('button', { name: 'Show Slack traffic' }).click();
    const wire = answer.getByRole('textbox', { name: 'Slack traffic' });
    await expect.poll(() => wire.inputValue()).toContain('"chat.postMessage"');
    expect(JSON.parse(await wire.inputValue())).toMatchObject({ words: 'do I need to know Git?' });
    expect(await answer.innerText()).toMatch(/[\d.]+ ms/);
  });

  it('what people write stays plain text, whatever it is', async () => {
    const user = await arrive();
    const text = '<img src=x onerror=alert(1)> *b* & <https://example.org|x> &lt;';
    await user.go('general');
    await user.say(text);
    const message = await user.message('onerror', { of: 'Ana' });
    expect(await message.innerText()).toContain(text);
    expect(await message.locator('.message-body').locator('img, a, b').count()).toBe(0);
  });

  it('a command in a thread is refused as in Slack, and its text is given back', async () => {
    const user = await arrive();
    await user.go('careers');
    await user.say('@backend-career what do I have to learn?');
    await user.thread.waitFor();
    await user.say('/backend-career do I need a degree?', user.thread);
    const refusal = user.page.getByRole('alert').filter({ hasText: /thread/i });
    await refusal.waitFor();
    expect(await user.thread.getByRole('combobox').inputValue()).toBe('/backend-career do I need a degree?');
    await user.page.getByRole('button', { name: 'Close this notice' }).click();
    await refusal.waitFor({ state: 'detached' });
  });
});
