// While the store can't be written, a mentor and an asker lose nothing, and nobody hears of an answer twice: on each database, on each way into Slack.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../../src/config/store-config.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/store.js';
import { DATABASES } from '../../helpers/databases.js';
import { ANA, BEN, LOCKERS, personAt } from '../../helpers/mentors.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import { loadShippedBot } from '../../helpers/shipped-bot.js';

const bot = await loadShippedBot();
const ANSWER = { questions: LOCKERS.question, text: LOCKERS.text, author: LOCKERS.author };

/** Waits for something that the app does in its own time. */
const until = (isDone: () => Promise<boolean>): Promise<void> => expect.poll(isDone).toBe(true);

describe.each(DATABASES.flatMap((database) => MODES.map((mode) => ({ database, mode, on: database.name }))))(
  'while the store can’t be written, on $on over $mode',
  ({ database, mode }) => {
    let where: DatabaseLocation;
    let store: Store;
    let running: RunningApp;
    let ana: ReturnType<typeof personAt>;
    let ben: ReturnType<typeof personAt>;
    beforeEach(async () => {
      where = await database.fresh();
      store = await openStore({ ...where, keepsTexts: true, warn: () => undefined });
      running = await startApp(mode, { bot, store, admins: [ANA] });
      ana = personAt(running, ANA);
      ben = personAt(running, BEN);
    });
    afterEach(async () => {
      expect(running.slack.refused).toEqual([]);
      await running.stop();
      await store.close();
    });

    it('the window stays with what was written, and the next try publishes it once', async () => {
      await ana.openHome();
      await ana.pressHome('Write an answer');
      const unlock = await database.lock(where);
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
      const unlock = await database.lock(where);
      await ben.pressLast('Tell me when this is answered');
      expect(running.slack.ephemeralsFor(BEN).at(-1)?.text).toContain('nothing has changed. Please try again');
      await unlock();
      await until(async () => (await store.subscriptions([]).list()) !== undefined);
      for (const _ of [1, 2]) await ben.pressLast('Tell me when this is answered').catch(() => undefined);
      expect(await store.subscriptions([]).list()).toHaveLength(1);
    });
  },
);
