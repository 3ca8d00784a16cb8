// Finds the score from which a match counts, by trying example phrases on models that haven't seen them.

import { sharedVectors } from '../text/word-vectors.js';
import { THRESHOLD } from '../thresholds.js';
import { type Example, scoreText, trainModel } from './classifier.js';
import { collectFeatures } from './features.js';
import type { Sample } from './model.js';
import { findBest } from './ranking.js';

/** Samples as examples of classes: the topics `ids` first, then each other id that occurs. */
export function toExamples(
  ids: readonly string[],
  samples: readonly Sample[],
): { examples: Example[]; classes: number } {
  const labels = new Map<string, number>(ids.map((id, index) => [id, index]));
  const examples = samples.map(({ id, tokens }) => {
    const label = labels.get(id) ?? labels.size;
    labels.set(id, label);
    return { features: collectFeatures(tokens, sharedVectors()), label };
  });
  return { examples, classes: labels.size };
}

/** Assigns every example to a part; each part has its share of every class. */
function dealOut(examples: readonly Example[]): number[] {
  const dealt = new Map<number, number>();
  return examples.map(({ label }) => {
    const count = dealt.get(label) ?? 0;
    dealt.set(label, count + 1);
    return count % THRESHOLD.folds;
  });
}

/** The scores of phrases for their own topic, by a model trained without them, if that topic ranks first. */
function tryPhrases(examples: readonly Example[], topics: number, classes: number): number[] {
  const parts = dealOut(examples);
  const rightly: number[] = [];
  for (let part = 0; part < THRESHOLD.folds; part += 1) {
    const taught = examples.filter((_, index) => parts[index] !== part);
    const tried = examples.filter(({ label }, index) => parts[index] === part && label < topics);
    if (tried.length === 0) continue;
    const model = trainModel(taught, classes);
    for (const { features, label } of tried) {
      const scores = scoreText(model, features);
      const [best] = findBest(scores, topics, 1);
      if (best === label) rightly.push(scores[label] ?? 0);
    }
  }
  return rightly;
}

/**
 * The raw score, 0 to 1, below which a match doesn't count: nearly all phrases that are recognised without having been
 * learnt are above it. `topics` classes come first, then those of out-of-scope texts.
 */
export function findThreshold(examples: readonly Example[], topics: number, classes: number): number {
  const step = Math.max(1, examples.length / THRESHOLD.mostSamples);
  const sample = examples.filter((_, index) => Math.floor(index % step) === 0);
  const rightly = tryPhrases(sample, topics, classes).sort((a, b) => a - b);
  const found = rightly[Math.floor(rightly.length * THRESHOLD.refused)] ?? THRESHOLD.untried;
  // Below the chance of a blind guess, no score means anything.
  return Math.min(0.9, Math.max(0.05, 1 / Math.max(classes, 2), found));
}
