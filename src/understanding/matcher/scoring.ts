// Beside the matcher: the two ways of training a model and asking it, with texts outside at hand and without.

import type { Token } from '../text/synonyms.js';
import { sharedVectors } from '../text/word-vectors.js';
import type { Method, Sample } from './calibration.js';
import { findNearness } from './centroids.js';
import { type Model, predict, trainModel } from './classifier.js';
import { collectFeatures } from './features.js';
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
