// Finds the score from which a match counts, by trying example phrases on models that haven't seen them.

import { sharedVectors } from '../text/word-vectors.js';
import { THRESHOLD } from '../thresholds.js';
import { type Examples, scoreText, trainModel } from './classifier.js';
import { collectFeatures } from './features.js';
import type { Sample } from './model.js';
import { findBest } from './ranking.js';

/** Samples as examples of classes: the topics `ids` first, then each other id that occurs. */
export function toExamples(ids: readonly string[], samples: readonly Sample[]): Examples & { classes: number } {
  const classOf = new Map<string, number>(ids.map((id, index) => [id, index]));
  const labels = Int32Array.from(samples, ({ id }) => {
    const label = classOf.get(id) ?? classOf.size;
    classOf.set(id, label);
    return label;
  });
  const texts = samples.map(({ tokens }) => tokens);
  return { features: collectFeatures(texts, sharedVectors()), labels, classes: classOf.size };
}

/** Assigns every example to a part; each part has its share of every class. */
function dealOut(labels: Int32Array): Int32Array {
  const dealt = new Map<number, number>();
  return labels.map((label) => {
    const count = dealt.get(label) ?? 0;
    dealt.set(label, count + 1);
    return count % THRESHOLD.folds;
  });
}

/** Evenly chosen ones, if there are more than `most`. */
function sampleOf(examples: Int32Array, most: number): Int32Array {
  const step = Math.max(1, examples.length / most);
  return examples.filter((_, index) => Math.floor(index % step) === 0);
}

/** The scores of phrases for their own topic, by a model trained without them, if that topic ranks first. */
function tryPhrases(examples: Examples, topics: number, classes: number): number[] {
  const { features, labels } = examples;
  const all = Int32Array.from(labels.keys());
  const parts = dealOut(labels);
  const rightly: number[] = [];
  let count = 0;
  for (let part = 0; part < THRESHOLD.folds && count < THRESHOLD.enough; part += 1) {
    const tried = all.filter((text) => parts[text] === part && (labels[text] ?? 0) < topics);
    if (tried.length === 0) continue;
    count += tried.length;
    const others = all.filter((text) => parts[text] !== part);
    const model = trainModel(examples, sampleOf(others, THRESHOLD.mostTaught), classes);
    for (const text of tried) {
      const scores = scoreText(model, features, text);
      const [best] = findBest(scores, topics, 1);
      if (best === labels[text]) rightly.push(scores[best ?? 0] ?? 0);
    }
  }
  return rightly;
}

/**
 * The raw score, 0 to 1, below which a match doesn't count: nearly all phrases that are recognised without having been
 * learnt are above it. `topics` classes come first, then those of out-of-scope texts.
 */
export function findThreshold(examples: Examples, topics: number, classes: number): number {
  const rightly = tryPhrases(examples, topics, classes).sort((a, b) => a - b);
  const found = rightly[Math.floor(rightly.length * THRESHOLD.refused)] ?? THRESHOLD.untried;
  // Below the chance of a blind guess, no score means anything.
  return Math.min(0.9, Math.max(0.05, 1 / Math.max(classes, 2), found));
}
