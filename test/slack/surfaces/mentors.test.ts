// A mentor answers inside Slack, and the asker hears of it: the whole way, and each refusal in words.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANA, ANSWER, BEN, LOCKERS, personAt } from '../../helpers/mentors.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import { loadShippedBot } from '../../helpers/shipped-bot.js';

const bot = await loadShippedBot();

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  let ana: ReturnType<typeof personAt>;
  let ben: ReturnType<typeof personAt>;
  beforeEach(async () => {
    running = await startApp(mode, { bot, admins: [ANA] });
    ana = personAt(running, ANA);
    ben = personAt(running, BEN);
  });
  afterEach(async () => {
    expect(running.slack.refused).toEqual([]);
    await running.stop();
  });

  it('a refused question is answered by a mentor; the asker is told, and everyone gets the answer until it’s withdrawn', async () => {
    expect(await ben.ask(LOCKERS.question)).toContain('I couldn’t find that');
    await ben.pressLast('Tell me when this is answered');
    await ana.openHome();
    await ana.pressHome('Answer');
    expect(ana.reads()).toContain('Questions');
    running.fill(ana.view(), ANSWER);
    await ana.press('Preview');
    expect(ana.reads()).toContain('Ask Wendeline for a padlock.');
    expect(ana.reads()).toMatch(/— Ana Lima, \d+ \w+ \d+, from experience/);
    await running.close(ana.view());
    await ana.submit(ANSWER);
    await running.slack.until(() => ben.messages().length === 2);
    expect(ben.last()).toContain(`You asked: “${LOCKERS.question}”. It’s answered now:`);
    expect(ben.last()).toContain('1. Ask Wendeline for a padlock.');
    expect(await ben.ask(LOCKERS.reworded)).toMatch(/boiler room[\s\S]*— Ana Lima, \d+ \w+ \d+, from experience/);
    expect(ana.homeReads()).toContain('No open questions right now.');
    await ana.pressHome(LOCKERS.question);
    await ana.press('Edit');
    await ana.submit({ text: 'Helmets go to reception.' });
    expect(await ben.ask(LOCKERS.reworded)).toContain('Helmets go to reception.');
    await ana.pressHome(LOCKERS.question);
    await ana.press('Withdraw');
    expect(ana.reads()).toMatch(/Withdrawn by Ana Lima/);
    expect(await ben.ask(LOCKERS.reworded)).not.toContain('reception');
  });
});
