// A process of its own with a store: it prints what it does, and can be killed at any time.
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../dist/src/store/open-store.js';

const [, , place = '', task = '', ...rest] = process.argv;
const where = JSON.parse(place);
const say = (line) => process.stdout.write(`${line}\n`);
const open = () =>
  openStore({
    ...where,
    keepsTexts: true,
    warn: (message) => process.stderr.write(`${message}\n`),
  });
const store = await open();
const asked = (key) => ({
  workspace: 'T0WORKS',
  person: 'U0PERSON',
  surface: 'mention',
  outcome: 'out-of-scope',
  topics: [],
  conversation: { id: key, context: { topics: [], offered: [], slots: {} } },
  unanswered: { id: key, text: `what about ${key}?`, kind: 'refused', subjects: [] },
});
const answer = (key, work = async () => undefined) =>
  store.once('T0WORKS', key, async () => {
    await work();
    return asked(key);
  });

const tasks = {
  async open() {
    say('open');
  },
  /** Tries to answer all keys, each after a moment, and prints which it answered. */
  async share(count) {
    const keys = Array.from({ length: Number(count) }, (_, index) => `key ${index}`);
    await Promise.all(
      keys.map((key) =>
        answer(key, async () => {
          // Answers take different times, so that the processes claim by turns.
          await pause(Math.random() * 20);
          say(key);
        }),
      ),
    );
  },
  /** Keeps answering, and prints each key once the store has acknowledged it. */
  async goOn(prefix) {
    for (let index = 0; ; index += 1) {
      const key = `${prefix} ${index}`;
      await answer(key);
      say(key);
    }
  },
  /** Deletes what has expired, then reads what another process has answered. */
  async follow(key) {
    await store.sweep();
    const context = await store.recall('T0WORKS', key);
    say(`${await answer(key)}, ${context === undefined ? 'forgotten' : 'remembered'}`);
  },
  /** Works on one key until standard input says how that ends. */
  async hold(key) {
    await answer(key, async () => {
      say('working');
      const [word] = await new Promise((resolve) => process.stdin.once('data', (data) => resolve([String(data)])));
      process.stdin.destroy();
      if (word.trim() === 'fail') throw new Error('told to fail');
    }).catch(() => say('failed'));
  },
};
await tasks[task](...rest);
await store.close();
