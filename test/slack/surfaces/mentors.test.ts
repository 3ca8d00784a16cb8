// A mentor answers inside Slack, and the asker hears of it: the whole way, with two machines on each database and each way into Slack.
import { expect, it } from 'vitest';
import { ANSWER, describeOnTwoMachines, LOCKERS } from '../../helpers/mentors.js';

describeOnTwoMachines('from the question to the answer', (at) => {
  it('a refused question is answered by a mentor; the asker is told once, and everyone gets the answer until it’s withdrawn', async () => {
    const scene = at();
    const { ana, ben } = scene;
    expect(await ben.ask(LOCKERS.question)).toContain('I couldn’t find that');
    await ben.pressLast('Tell me when this is answered');
    await ana.openHome();
    await ana.pressHome('Answer');
    expect(ana.reads()).toContain('Questions');
    ana.fill(ANSWER);
    await ana.press('Preview');
    expect(ana.reads()).toContain('Ask Wendeline for a padlock.');
    expect(ana.reads()).toMatch(/— Ana Lima, \d+ \w+ \d+, from experience/);
    await ana.close();
    await ana.submit(ANSWER);
    await scene.slack.until(() => ben.told().length > 0);
    expect(ben.last()).toContain(`You asked: “${LOCKERS.question}” It’s answered now:`);
    expect(ben.last()).toContain('1. Ask Wendeline for a padlock.');
    expect(await ben.askUntil(LOCKERS.reworded, 'boiler room')).toMatch(/— Ana Lima, \d+ \w+ \d+, from experience/);
    expect(ana.homeReads()).toContain('No open questions right now.');

    const there = scene.others('U00FAKEUSER1');
    await there.openAnswer();
    await there.press('Edit');
    await there.submit({ text: 'Helmets go to reception.' });
    await ana.askUntil(LOCKERS.reworded, 'Helmets go to reception.');
    await ana.openAnswer();
    await ana.press('Withdraw');
    expect(ana.reads()).toMatch(/Withdrawn by Ana Lima/);
    await ben.askUntil(LOCKERS.reworded, /couldn’t find|Closest/);
    expect(ben.told()).toHaveLength(1);
    expect(await scene.store.subscriptions([]).list()).toEqual([]);
  });
});
