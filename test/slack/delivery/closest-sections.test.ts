// Offers the closest sections if the documents say nothing directly; a picked section replaces the offer.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelsIn } from '../../../local-slack/emulator/test-user.js';
import { DIRECT, directMessage } from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import { loadShippedBot } from '../../helpers/shipped-bot.js';
import type { Message } from '../../helpers/slack-emulator.js';

const NEAR = 'can larder plan my meals';

const dir = mkdtempSync(join(tmpdir(), 'advisor-sections-'));
cpSync('test/specification/passages/documents', join(dir, 'documents'), { recursive: true });
const bot = await loadShippedBot(dir);

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp(mode, { bot });
  });
  afterEach(() => running.stop());

  async function ask(text: string): Promise<Message> {
    await running.deliver(directMessage({ text }));
    await running.settled();
    const [message, ...more] = running.slack.messagesIn(DIRECT);
    if (message === undefined || more.length > 0) throw new Error(`${more.length} messages too many or none`);
    return message;
  }

  it('up to three sections are buttons, with their documents in the text', async () => {
    const offer = await ask(NEAR);
    const sections = bot.answer({ text: NEAR }).passages ?? [];
    expect(offer.text).toContain('Nothing says so directly. Closest:');
    expect(sections.length).toBeGreaterThan(1);
    for (const { section, title } of sections) expect(offer.text).toContain(`• ${section} (${title})`);
    expect(labelsIn(offer)).toEqual(expect.arrayContaining(sections.map(({ section }) => section)));
    expect(running.slack.refused).toEqual([]);
  });

  it('the picked section is quoted in place of the offer', async () => {
    const offer = await ask(NEAR);
    const [{ section = '' } = {}] = bot.answer({ text: NEAR }).passages ?? [];
    await running.press(offer, section);
    await running.settled();
    const [answer, ...more] = running.slack.messagesIn(DIRECT);
    expect(more).toEqual([]);
    expect(answer?.ts).toBe(offer.ts);
    expect(answer?.text).toContain('“Larder FAQ” says:');
    expect(answer?.text).toContain(`Larder FAQ, ${section}`);
  });

  it('a section that no longer exists gets a calm message', async () => {
    const offer = await ask(NEAR);
    const [{ section = '' } = {}] = bot.answer({ text: NEAR }).passages ?? [];
    await running.press(offer, section, { value: 'passage:larder-faq#no-such-section' });
    await running.settled();
    expect(running.slack.messagesIn(DIRECT).map(({ text }) => text)).toContain(offer.text);
    expect(running.lines.filter((line) => /^error/.test(line))).toEqual([]);
  });

  it('a link in a passage can be opened', async () => {
    const answer = await ask('how can I contribute');
    const links = JSON.stringify(answer.blocks);
    expect(links).toContain('"url":"https://weblate.example/larder"');
    expect(running.slack.refused).toEqual([]);
  });
});
