// Trains and asks a model in two ways, with out-of-scope texts and without, and ranks its scores.

import type { Token } from '../text/synonyms.js';
import { sharedVectors } from '../text/word-vectors.js';
import { findNearness } from './centroids.js';
import { predict, trainModel } from './classifier.js';
import { collectFeatures } from './features.js';
import type { Method, Model, Sample } from './model.js';
import { makeDecoys } from './negative-samples.js';

/** `ids` come first among the classes, then every other id that the samples have, then the decoys. */
function trainOn(ids: readonly string[], samples: readonly Sample[], decoys: readonly (readonly Token[])[]): Model {
  const labels = new Map<string, number>(ids.map((id, index) => [id, index]));
  const examples = samples.map(({ id, tokens }) => {
    const label = labels.get(id) ?? labels.size;
    labels.set(id, label);
    return { features: collectFeatures(tokens, sharedVectors()), label };
  });
  const label = labels.size;
  for (const tokens of decoys) examples.push({ features: collectFeatures(tokens, sharedVectors()), label });
  return trainModel(examples, decoys.length > 0 ? label + 1 : label);
}

/** With texts outside at hand: raw scores of all classes, the probability lowered by how much was never seen. */
const INFORMED: Method = {
  train: (ids, samples) => trainOn(ids, samples, []),
  score(model, tokens) {
    const { probabilities, coverage } = predict(model, collectFeatures(tokens, sharedVectors()));
    return probabilities.map((probability) => probability * Math.sqrt(coverage));
  },
};

/** Without them, texts are made up to stand for them, and the probability is lowered by how far off the meaning is too. */
const ALONE: Method = {
  train: (ids, samples) => trainOn(ids, samples, makeDecoys(samples, sharedVectors())),
  score(model, tokens) {
    const features = collectFeatures(tokens, sharedVectors());
    const { probabilities, coverage } = predict(model, features);
    const nearness = findNearness(model, features);
    const seen = 2 * Math.sqrt(coverage);
    return probabilities.map((probability, c) => (probability * (seen + Math.max(0, nearness[c] ?? 0))) / 3);
  },
};

/** The way for a matcher that is given these texts outside. */
export const chooseMethod = (outside: readonly unknown[]): Method => (outside.length > 0 ? INFORMED : ALONE);

/** Nobody looks at more topics for one text. */
export const MOST_RANKED = 20;

/** The classes with the highest scores among the first `count`, best first; of equal ones the first comes first. */
export function findBest(scores: Float64Array, count: number, most = MOST_RANKED): number[] {
  const best: number[] = [];
  for (let c = 0; c < count; c += 1) {
    const score = scores[c] ?? 0;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at -= 1;
    if (at === most) continue;
    best.splice(at, 0, c);
    best.length = Math.min(best.length, most);
  }
  return best;
}

/** Scales a raw score so that `threshold` becomes `CONFIDENT`, 0 stays 0 and 1 stays 1. */
export const scaleTo = (threshold: number, raw: number): number =>
  (raw * (1 - threshold)) / (raw * (1 - threshold) + threshold * (1 - raw) || 1);

/** All of the scores together. */
export const sumOf = (scores: Float64Array): number => scores.reduce((sum, score) => sum + score, 0);
