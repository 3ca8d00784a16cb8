// The memory of what has been answered: how long it lasts and that it cannot grow without end.
import { expect, it } from 'vitest';
import { rememberAnswered } from '../src/slack/answered.js';

const MINUTE = 60_000;

it('knows an answered key for at least ten minutes, and not for ever', async () => {
  let now = 0;
  const answered = rememberAnswered(() => now);
  const work = async (): Promise<void> => undefined;
  expect(await answered.once('key', work)).toBe('done');
  now = 10 * MINUTE;
  expect(await answered.once('key', work)).toBe('done before');
  now = 60 * MINUTE;
  expect(await answered.once('key', work)).toBe('done');
});

it('forgets the oldest keys first when there are too many', async () => {
  const answered = rememberAnswered(() => 0);
  const work = async (): Promise<void> => undefined;
  for (let index = 0; index < 100_010; index += 1) await answered.once(`key ${index}`, work);
  expect(await answered.once('key 0', work)).toBe('done');
  expect(await answered.once('key 100009', work)).toBe('done before');
});

it('rejects with the failure of its own work only', async () => {
  const answered = rememberAnswered();
  const failing = answered.once('key', async () => {
    throw new Error('fault of the first');
  });
  const waiting = answered.once('key', async () => undefined);
  await expect(failing).rejects.toThrow('fault of the first');
  expect(await waiting).toBe('done');
});
