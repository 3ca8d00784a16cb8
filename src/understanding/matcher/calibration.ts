// Beside the matcher: finds the score from which a match counts, by trying out the example phrases themselves.

import type { Method, Sample } from './model.js';
import { findBest } from './scoring.js';

interface Trial {
  readonly score: number;
  readonly good: boolean;
}

const FOLDS = 3;
const KEPT_BACK = 4;
/** Texts that belong nowhere are mostly easier to tell than hidden topics: those weigh a little less. */
const HIDDEN_WEIGHT = 0.8;
/** For fewer topics there is nothing to hide. */
const UNTRIED = 0.5;

/**
 * A third of the topics is hidden in turn and its phrases must be refused, while phrases kept back from the other topics
 * must be recognised. Returns the raw score, 0 to 1, that does both best.
 */
export function calibrate(ids: readonly string[], samples: readonly Sample[], method: Method): number {
  if (ids.length < FOLDS) return UNTRIED;
  const trials: Trial[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const shown = ids.filter((_, index) => index % FOLDS !== fold);
    const isTaught = (sample: Sample, index: number) => shown.includes(sample.id) && index % KEPT_BACK !== fold;
    const model = method.train(shown, samples.filter(isTaught));
    for (const [index, sample] of samples.entries()) {
      if (isTaught(sample, index)) continue;
      const scores = method.score(model, sample.tokens);
      const [best = 0] = findBest(scores, shown.length, 1);
      trials.push({ score: scores[best] ?? 0, good: shown[best] === sample.id });
    }
  }
  // Below the chance of a blind guess no score can mean anything.
  return Math.min(0.9, Math.max(0.05, 1 / ids.length, separate(trials)));
}

/** The score that best keeps good trials above and bad ones below. */
function separate(trials: Trial[]): number {
  const good = trials.filter((trial) => trial.good).length || 1;
  const bad = trials.length - good || 1;
  let balance = HIDDEN_WEIGHT;
  let best = { balance: 0, score: UNTRIED };
  for (const trial of trials.sort((a, b) => a.score - b.score)) {
    balance += trial.good ? -1 / good : HIDDEN_WEIGHT / bad;
    if (balance > best.balance) best = { balance, score: trial.score };
  }
  return best.score;
}
