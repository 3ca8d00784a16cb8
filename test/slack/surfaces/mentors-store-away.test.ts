// While the store can't be written, a mentor and an asker lose nothing, and nobody hears of an answer twice: on each database, on each way into Slack.
import { expect, it } from 'vitest';
import { idForQuestion } from '../../../src/answering/answer.js';
import { ANSWER, BEN, describeOnTwoMachines, LOCKERS, type MentorScene } from '../../helpers/mentors.js';
import { TEAM } from '../../helpers/slack-emulator.js';

const CAI = 'U00FAKEUSER3';
const DORA = 'U00FAKEUSER4';
const PLANTS = 'Who waters the plants on the third floor?';
const NOT_SAVED = 'nothing was saved';

/** Waits for something that the app does in its own time. */
const until = (isDone: () => Promise<boolean>): Promise<void> => expect.poll(isDone).toBe(true);

describeOnTwoMachines('while the store can’t be written', (at) => {
  const versionsOf = async (question: string): Promise<readonly string[] | undefined> => {
    const versions = await at().store.mentors([]).history(TEAM.id, idForQuestion(question));
    return versions?.map(({ isLive, text }) => (isLive ? text : `withdrawn: ${text}`));
  };
  /** Submits what is written until it's taken: a server that was away is tried again only after a while. */
  const submitUntilTaken = (person: MentorScene['ana']) =>
    until(async () => Object.keys((await person.submit({})).errors).length === 0);
  /** Each machine finds out by itself that the store is back. */
  const untilBack = () =>
    until(async () => {
      const { ana, store } = at();
      await ana.openHome();
      return (await store.mentors([]).list(TEAM.id)) !== undefined && ana.homeReads().includes('They can answer');
    });
  const waiting = async () => (await at().store.subscriptions([]).list())?.map(({ person }) => person);

  it('every window stays with what was written, every press says so, and the next try is done once', async () => {
    const scene = at();
    const { ana, ben } = scene;
    const [cai, dora] = [scene.others(CAI), scene.others(DORA)];
    await ana.answer({ ...ANSWER, questions: PLANTS, text: 'Wendeline does.' });
    await ana.openAnswer(PLANTS);
    await ana.press('Withdraw');
    await ana.close();
    await ana.answer(ANSWER);
    await scene.store.mentors([]).choose(TEAM.id, [BEN, CAI, DORA]);
    await ben.openAnswer();
    await ben.press('Edit');
    await cai.openAnswer(`Withdrawn: ${PLANTS}`);
    await dora.openHome();
    await dora.pressHome('Write an answer');
    await ana.openAnswer();
    await ben.askUntil(LOCKERS.reworded, 'boiler room');

    const unlock = await scene.lock();
    const edited = await ben.submit({ text: 'Helmets go to reception.' });
    expect(edited.errors).toEqual({ text: expect.stringContaining(`${NOT_SAVED}. Your text is still here`) });
    const written = await dora.submit({ ...ANSWER, questions: 'Where is the boiler?', author: 'Dora' });
    expect(written.errors).toEqual({ text: expect.stringContaining(NOT_SAVED) });
    for (const [person, step] of [
      [ana, 'Withdraw'],
      [cai, 'Publish again'],
    ] as const) {
      await person.press(step);
      expect(person.reads(), step).toContain(NOT_SAVED);
      await person.close();
    }
    expect(await scene.others('U00FAKEUSER5').ask(LOCKERS.reworded)).toContain('boiler room');
    expect(ben.written()).toContain('Helmets go to reception.');
    expect(dora.written()).toContain('boiler room');

    await unlock();
    await submitUntilTaken(ben);
    await submitUntilTaken(dora);
    await untilBack();
    await cai.press('Publish again');
    await ana.press('Withdraw');
    expect(ana.reads()).toContain('Someone else changed this answer a moment ago. This is how it is now.');
    await ana.press('Withdraw');
    expect(await versionsOf(LOCKERS.question)).toEqual([
      'withdrawn: Helmets go to reception.',
      'Helmets go to reception.',
      LOCKERS.text,
    ]);
    expect(await versionsOf('Where is the boiler?')).toEqual([LOCKERS.text]);
    expect(await versionsOf(PLANTS)).toEqual(['Wendeline does.', 'withdrawn: Wendeline does.', 'Wendeline does.']);
  });

  it('mentors stay as they were, and are chosen the next time', async () => {
    const scene = at();
    const { ana } = scene;
    const mentors = scene.store.mentors([]);
    await mentors.choose(TEAM.id, [CAI]);
    await ana.openHome();
    const unlock = await scene.lock();
    await ana.choose([BEN]);
    expect(ana.reads()).toContain(NOT_SAVED);
    await ana.close();
    await unlock();
    await untilBack();
    expect(await mentors.list(TEAM.id)).toEqual([CAI]);
    await ana.choose([BEN]);
    expect(await mentors.list(TEAM.id)).toEqual([BEN]);
  });

  it('who wants to be told, or no longer, is asked to try again, and who is forgotten is forgotten later', async () => {
    const scene = at();
    const { ana, ben } = scene;
    const [cai, dora] = [scene.others(CAI), scene.others(DORA)];
    for (const person of [ben, cai, dora]) await person.ask(LOCKERS.question);
    for (const person of [cai, dora]) await person.pressLast('Tell me when this is answered');
    const unlock = await scene.lock();
    await ben.pressLast('Tell me when this is answered');
    await cai.pressLast('You’ll be told. Undo');
    for (const person of [BEN, CAI])
      expect(scene.slack.ephemeralsFor(person).at(-1)?.text).toContain('nothing has changed. Please try again');
    expect(await dora.ask('forget me')).toContain('as soon as I can');

    await unlock();
    await until(async () => (await waiting())?.includes(DORA) === false);
    expect(await waiting()).toEqual([CAI]);
    for (const _ of [1, 2]) await ben.pressLast('Tell me when this is answered').catch(() => undefined);
    await cai.pressLast('You’ll be told. Undo');
    expect(await waiting()).toEqual([BEN]);
    await ana.answer(ANSWER);
    await scene.slack.until(() => ben.told().length > 0);
    await until(async () => (await waiting())?.length === 0);
    for (const person of [ana, ben]) await person.askUntil(LOCKERS.reworded, 'boiler room');
    expect([ben, cai, dora].map((person) => person.told().length)).toEqual([1, 0, 0]);
  });
});
