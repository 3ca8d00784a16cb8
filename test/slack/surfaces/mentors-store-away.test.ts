// While the store can't be written, a mentor and an asker lose nothing, and nobody hears of an answer twice: on each database, on each way into Slack.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES } from '../../helpers/databases.js';
import { ANSWER, BEN, LOCKERS, type MentorScene, startMentors } from '../../helpers/mentors.js';
import { MODES } from '../../helpers/running-app.js';

/** Waits for something that the app does in its own time. */
const until = (isDone: () => Promise<boolean>): Promise<void> => expect.poll(isDone).toBe(true);

describe.each(DATABASES.flatMap((database) => MODES.map((mode) => ({ database, mode, on: database.name }))))(
  'while the store can’t be written, on $on over $mode',
  ({ database, mode }) => {
    let scene: MentorScene;
    let store: MentorScene['store'];
    let running: MentorScene['running'];
    let ana: MentorScene['ana'];
    let ben: MentorScene['ben'];
    beforeEach(async () => {
      scene = await startMentors(database, mode);
      ({ store, running, ana, ben } = scene);
    });
    afterEach(() => scene.stop());

    it('the window stays with what was written, and the next try publishes it once', async () => {
      await ana.openHome();
      await ana.pressHome('Write an answer');
      const unlock = await scene.lock();
      expect((await ana.submit(ANSWER)).errors).toEqual({
        text: expect.stringContaining('nothing was saved. Your text is still here'),
      });
      expect(JSON.stringify(ana.view().state.values)).toContain('boiler room');
      await unlock();
      // A server that was away is tried again only after a while.
      await until(async () => Object.keys((await ana.submit({})).errors).length === 0);
      expect(await ben.ask(LOCKERS.question)).toContain('boiler room');
    });

    it('who wants to be told is asked to try again, and is noted once', async () => {
      await ben.ask(LOCKERS.question);
      const unlock = await scene.lock();
      await ben.pressLast('Tell me when this is answered');
      expect(running.slack.ephemeralsFor(BEN).at(-1)?.text).toContain('nothing has changed. Please try again');
      await unlock();
      await until(async () => (await store.subscriptions([]).list()) !== undefined);
      for (const _ of [1, 2]) await ben.pressLast('Tell me when this is answered').catch(() => undefined);
      expect(await store.subscriptions([]).list()).toHaveLength(1);
    });
  },
);
