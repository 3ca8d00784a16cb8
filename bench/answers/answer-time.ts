// Measures how long an answer takes, and how long Fuse's search takes for the same questions.

import Fuse from 'fuse.js';
import { type Figure, median, percentile, time } from '../shared/figures.js';
import { loadShippedBot, shippedPhrases } from '../shared/shipped-bot.js';

const WARM_UP = 3;
const ROUNDS = 7;
/** Fuse takes milliseconds for a question: it is asked this many, evenly spread. */
const ASKED_OF_FUSE = 150;

/** Answers every question once a round, by one bot that is warm as a running one is; it keeps nothing of what it answered. */
export async function measureAnswering(questions: readonly string[]): Promise<Figure[]> {
  const rounds: number[][] = [];
  const bot = await loadShippedBot();
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const times = questions.map((text) => time(() => bot.answer({ text })));
    if (round >= WARM_UP) rounds.push(times);
  }
  const middle = (share: number) => median(rounds.map((times) => percentile(times, share)));
  return [
    { name: 'answering, p50', value: middle(0.5), unit: 'ms', wanted: { most: 1.5 } },
    { name: 'answering, p99', value: middle(0.99), unit: 'ms', wanted: { most: 3 } },
    { name: 'answering, slowest', value: middle(1), unit: 'ms' },
    ...(await compareWithFuse(questions)),
  ];
}

async function compareWithFuse(questions: readonly string[]): Promise<Figure[]> {
  const phrases = shippedPhrases().flatMap((topic) => topic.phrases);
  const fuse = new Fuse(phrases, { useTokenSearch: true, includeScore: true });
  const step = Math.max(1, Math.floor(questions.length / ASKED_OF_FUSE));
  const some = questions.filter((_, index) => index % step === 0);
  for (const text of some.slice(0, 10)) fuse.search(text, { limit: 1 });
  const bot = await loadShippedBot();
  const pairs = some.map((text) => ({
    ours: time(() => bot.answer({ text })),
    fuses: time(() => fuse.search(text, { limit: 1 })),
  }));
  const fuses = median(pairs.map((pair) => pair.fuses));
  const ours = median(pairs.map((pair) => pair.ours));
  return [
    { name: `Fuse's token search over ${phrases.length} phrases, p50`, value: fuses, unit: 'ms' },
    { name: 'times faster than Fuse', value: fuses / ours, unit: 'x', wanted: { least: 50 } },
  ];
}
