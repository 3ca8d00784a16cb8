// The report on the Home tab: only for administrators, only about their own workspace, with people's words as plain text.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectTexts } from '../../../local-slack/emulator/rules/message-rules.js';
import { WHAT_TREND_COUNTS } from '../../../src/reporting/trend.js';
import type { Store } from '../../../src/store/store.js';
import { everyOutcomeBot } from '../../helpers/every-outcome-bot.js';
import { openFreshStore } from '../../helpers/fresh-store.js';
import { command, homeOpened, PERSON } from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import { ask, seed } from '../../helpers/seeded-store.js';

const ADMIN = 'U00FAKEADMIN';
const TITLE = 'For administrators: the last 30 days';
const ANSWERING = 'Answer questions';

describe.each(MODES)('over %s', (mode) => {
  let store: Store;
  let running: RunningApp;
  const start = async (keepTexts = true): Promise<void> => {
    store = await openFreshStore(undefined, keepTexts);
    running = await startApp(mode, { store, bot: everyOutcomeBot, admins: [ADMIN] });
  };
  beforeEach(() => start());
  afterEach(async () => {
    await running.stop();
    await store.close();
    expect(running.slack.refused).toEqual([]);
  });

  async function homeOf(user: string): Promise<string[]> {
    await running.deliver(homeOpened({ user }));
    await running.settled();
    return collectTexts(running.slack.homeOf(user)?.blocks);
  }
  const sectionOf = async (user: string): Promise<string[]> => {
    const texts = await homeOf(user);
    return texts.slice(texts.indexOf(TITLE));
  };
  /** What stands there to be answered, up to its buttons. */
  const gapsOf = async (user: string): Promise<string[]> => {
    const texts = await homeOf(user);
    expect(texts.filter((text) => text === ANSWERING)).toHaveLength(1);
    return texts.slice(texts.indexOf(ANSWERING) + 1, texts.indexOf('Write an answer'));
  };

  it('an administrator sees outcomes and votes', async () => {
    await seed(store);
    const texts = await sectionOf(ADMIN);
    expect(texts.at(-1)).toContain('npm run report');
    expect(texts.slice(0, texts.indexOf('Trend by week'))).toEqual([
      TITLE,
      '10 questions: 5 answered, 3 not answered, 1 about the bot, 1 asked to clarify',
      'Helpful: 2 of 4 votes (50%)',
    ]);
  });

  it('gaps are listed once, above the report, and have no “Answer” if they were answered since', async () => {
    await seed(store);
    expect(await gapsOf(ADMIN)).toEqual([
      'No open questions right now.',
      'do I have to know Docker? 3 – not answered; answered since',
      '=HYPERLINK("a link";"pay") 1 – no topic picked; answered since',
      expect.stringMatching(/^Most asked first\. .* replaced before anything is stored\.$/),
    ]);
  });

  it('no one else sees any of it', async () => {
    await seed(store);
    const texts = (await homeOf(PERSON)).join('\n');
    expect(texts).not.toBe('');
    expect(texts).not.toMatch(/For administrators|docker|Helpful|by week/i);
  });

  it('it starts empty', async () => {
    expect(await gapsOf(ADMIN)).toContain('No open questions right now.');
    expect(await sectionOf(ADMIN)).toContain('0 questions');
  });

  const LETTERS = 'abcdefghijklmnopqrstuvwxy'.split('');

  it('it lists at most ten open gaps, each cut to one line', async () => {
    // The bot refuses what is this long.
    for (const letter of LETTERS.slice(0, 12))
      await ask(store, 'command', 'out-of-scope', `${letter.repeat(9)} ${'and so on '.repeat(120)}`);
    const texts = await gapsOf(ADMIN);
    const listed = texts.filter((text) => text.includes(' 1 – not answered'));
    expect(listed).toHaveLength(10);
    expect(texts.filter((text) => text === 'Answer')).toHaveLength(10);
    expect(texts).toContain('And 2 more: run npm run report.');
    expect(Math.max(...listed.map((text) => text.length))).toBeLessThan(220);
  });

  it('it asks at most twenty gaps again, however many are answered by now', async () => {
    for (const letter of LETTERS) await ask(store, 'command', 'out-of-scope', letter.repeat(9));
    const texts = await gapsOf(ADMIN);
    expect(texts.filter((text) => text.endsWith('answered since'))).toHaveLength(20);
    expect(texts).toContain('And 5 more: run npm run report.');
  });

  it('gaps are named by the subject that is missing, or by the closest section', async () => {
    for (const text of [
      'do I need Docker?',
      'do I need Docker?',
      'do I need Git and Docker?',
      'how much holiday is there?',
    ])
      await running.deliver(command({ text }));
    await running.settled();
    const texts = await gapsOf(ADMIN);
    expect(texts).toContain('Docker 3 – not in the documents\n“do I need Docker?”');
    expect(texts).toContain('Work hours 1 – closest section\n“how much holiday is there?”');
  });

  describe('the trend by week', () => {
    const typesOf = () => running.slack.homeOf(ADMIN)?.blocks.map(({ type }) => type) ?? [];

    it('is two charts, and the same figures as a table, with what it counts', async () => {
      await seed(store);
      const texts = (await sectionOf(ADMIN)).join('\n');
      expect(typesOf().filter((type) => type === 'data_visualization')).toHaveLength(2);
      expect(texts).toMatch(/All questions(\n\d+)*\n10\n/);
      expect(texts).toContain(WHAT_TREND_COUNTS);
    });

    it('is only a table where Slack refuses charts, and no chart is tried again that day', async () => {
      await seed(store);
      running.slack.fail('views.publish', { error: 'invalid_blocks' });
      expect(await sectionOf(ADMIN)).toContain('All questions');
      expect(typesOf()).toContain('table');
      expect(typesOf()).not.toContain('data_visualization');
      expect(running.lines.join('\n')).toMatch(/doesn’t take charts in the Home tab of this workspace/);
      await sectionOf(ADMIN);
      expect(typesOf()).not.toContain('data_visualization');
    });
  });

  it('it shows nothing of other workspaces in the same store', async () => {
    await ask(store, 'command', 'out-of-scope', 'a secret of others', 'T00OTHERTEAM');
    expect(await sectionOf(ADMIN)).toContain('0 questions');
    expect(await gapsOf(ADMIN)).toContain('No open questions right now.');
  });

  it.each(['<!channel> <@U00FAKEUSER2>', '*bold* :tada: <https://evil.test|pay>', 'a\u202Eb\u0007c'])(
    'people’s words stay plain text: %j',
    async (text) => {
      await ask(store, 'command', 'out-of-scope', text);
      await homeOf(ADMIN);
      const blocks = JSON.stringify(running.slack.homeOf(ADMIN)?.blocks);
      expect(blocks).not.toContain('mrkdwn');
      expect(blocks).not.toMatch(/\\u0007|\u202E/);
    },
  );

  it('it says so if no words are stored', async () => {
    await running.stop();
    await store.close();
    await start(false);
    expect(await gapsOf(ADMIN)).toContain('Question text isn’t stored (UNANSWERED=off).');
  });
});
