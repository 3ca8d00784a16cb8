// A multinomial logistic regression: learns from features and labels, and scores a text's features by class.

import { findIn, packTable } from '../text/hash-table.js';
import { DIMENSIONS } from '../text/word-vectors.js';
import { TRAINING } from '../thresholds.js';
import type { Features } from './features.js';
import type { Model } from './model.js';

/** Training texts: their features, and the index of each one's class. */
export interface Examples {
  readonly features: Features;
  readonly labels: Int32Array;
}

/** What is known before training. */
type KnownFeatures = Pick<Model, 'rows' | 'rarities' | 'rarest'>;

/**
 * Texts as rows and values, one behind the other: `index` has those from `starts[index]` up to `starts[index + 1]`,
 * first those of its features, then the dense ones and the bias.
 */
interface Encoded {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float32Array;
  /** The share of each text that was seen in training. */
  readonly coverage: Float32Array;
}

/** The rows that every text has: the dense ones and the bias. */
const SHARED_ROWS = DIMENSIONS + 1;

/**
 * Weighs the features of the chosen texts by rarity and scales them to unit length. Unseen ones count in the length, so
 * that they lower every score.
 */
function encode({ rows, rarities, rarest }: KnownFeatures, features: Features, chosen: Int32Array): Encoded {
  const { starts, hashes, weights, dense } = features;
  let most = chosen.length * SHARED_ROWS;
  for (const text of chosen) most += (starts[text + 1] ?? 0) - (starts[text] ?? 0);
  const encoded: Encoded = {
    starts: new Int32Array(chosen.length + 1),
    rows: new Int32Array(most),
    values: new Float32Array(most),
    coverage: new Float32Array(chosen.length),
  };
  let end = 0;
  for (const [index, text] of chosen.entries()) {
    const start = end;
    let seen = 0;
    let all = 0;
    const last = starts[text + 1] ?? 0;
    for (let at = starts[text] ?? 0; at < last; at += 1) {
      const row = findIn(rows, hashes[at] ?? 0);
      const value = (weights[at] ?? 0) * (row === undefined ? rarest : (rarities[row] ?? rarest));
      all += value * value;
      if (row === undefined) continue;
      seen += value * value;
      encoded.rows[end] = row;
      encoded.values[end] = value;
      end += 1;
    }
    const length = Math.sqrt(all) || 1;
    for (let at = start; at < end; at += 1) encoded.values[at] = (encoded.values[at] ?? 0) / length;
    for (let k = 0; k < SHARED_ROWS; k += 1) {
      encoded.rows[end] = rows.size + k;
      encoded.values[end] = k < DIMENSIONS ? (dense[text * DIMENSIONS + k] ?? 0) * TRAINING.denseWeight : TRAINING.bias;
      end += 1;
    }
    encoded.starts[index + 1] = end;
    encoded.coverage[index] = seen / (all || 1);
  }
  return encoded;
}

/** Writes the class probabilities of an encoded text into `out`. */
function predictInto(
  out: Float64Array,
  weights: Float32Array | Int16Array,
  scale: number,
  { starts, rows, values }: Encoded,
  index: number,
): void {
  const classes = out.length;
  out.fill(0);
  const end = starts[index + 1] ?? 0;
  let at = starts[index] ?? 0;
  // Four rows at a time, which gives the same sums in half the time.
  for (; at + 4 <= end; at += 4) {
    const row1 = (rows[at] ?? 0) * classes;
    const row2 = (rows[at + 1] ?? 0) * classes;
    const row3 = (rows[at + 2] ?? 0) * classes;
    const row4 = (rows[at + 3] ?? 0) * classes;
    const value1 = (values[at] ?? 0) * scale;
    const value2 = (values[at + 1] ?? 0) * scale;
    const value3 = (values[at + 2] ?? 0) * scale;
    const value4 = (values[at + 3] ?? 0) * scale;
    for (let c = 0; c < classes; c += 1)
      out[c] =
        (out[c] ?? 0) +
        (weights[row1 + c] ?? 0) * value1 +
        (weights[row2 + c] ?? 0) * value2 +
        (weights[row3 + c] ?? 0) * value3 +
        (weights[row4 + c] ?? 0) * value4;
  }
  for (; at < end; at += 1) {
    const from = (rows[at] ?? 0) * classes;
    const value = (values[at] ?? 0) * scale;
    for (let c = 0; c < classes; c += 1) out[c] = (out[c] ?? 0) + (weights[from + c] ?? 0) * value;
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of out) highest = Math.max(highest, score);
  let sum = 0;
  for (let c = 0; c < classes; c += 1) {
    const raised = Math.exp((out[c] ?? 0) - highest);
    out[c] = raised;
    sum += raised;
  }
  for (let c = 0; c < classes; c += 1) out[c] = (out[c] ?? 0) / sum;
}

/** Gives each feature of the chosen texts a row and its rarity. */
function countFeatures({ starts, hashes }: Features, chosen: Int32Array): KnownFeatures {
  const rows = new Map<number, number>();
  const counts: number[] = [];
  for (const text of chosen) {
    const last = starts[text + 1] ?? 0;
    for (let at = starts[text] ?? 0; at < last; at += 1) {
      const hash = hashes[at] ?? 0;
      const row = rows.get(hash) ?? counts.push(0) - 1;
      if (counts[row] === 0) rows.set(hash, row);
      counts[row] = (counts[row] ?? 0) + 1;
    }
  }
  const total = chosen.length + 1;
  return {
    rows: packTable(rows),
    rarities: Float32Array.from(counts, (count) => Math.log(total / (count + 0.5))),
    rarest: Math.log(total),
  };
}

/** Halves the bytes to store; no probability changes by a ten-thousandth. */
function shorten(weights: Float32Array): Pick<Model, 'weights' | 'scale'> {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const scale = most / 32_767 || 1;
  const short = new Int16Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) short[at] = Math.round((weights[at] ?? 0) / scale);
  return { weights: short, scale };
}

/** Shuffles the numbers, in the same way on every machine; returns the state to continue from. */
function shuffle(order: Int32Array, seed: number): number {
  let state = seed;
  for (let i = order.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    const moved = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = moved;
  }
  return state;
}

/** The weights during training, each with the sum of its squared gradients (AdaGrad). */
interface Learner {
  readonly weights: Float32Array;
  readonly moments: Float32Array;
}

/** Moves the weights of one text's rows by the errors of the first `count` classes in `touched`. */
function learn(
  { weights, moments }: Learner,
  { starts, rows, values }: Encoded,
  index: number,
  errors: Float64Array,
  touched: Int32Array,
  count: number,
): void {
  const classes = errors.length;
  const end = starts[index + 1] ?? 0;
  const { decay, rate: sparseRate, denseRate } = TRAINING;
  for (let at = starts[index] ?? 0; at < end; at += 1) {
    const from = (rows[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    const rate = at >= end - SHARED_ROWS && at < end - 1 ? denseRate : sparseRate;
    for (let t = 0; t < count; t += 1) {
      const c = touched[t] ?? 0;
      const place = from + c;
      const weight = weights[place] ?? 0;
      const slope = (errors[c] ?? 0) * value + decay * weight;
      const moment = (moments[place] ?? 0) + slope * slope;
      moments[place] = moment;
      weights[place] = weight - (rate * slope) / Math.sqrt(moment);
    }
  }
}

/** How much an example of each class counts: more where there are few, which those of large classes would drown. */
function weighClasses(labels: Int32Array, classes: number): number[] {
  const sizes = Array.from({ length: classes }, () => 0);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  const mean = labels.length / classes;
  return sizes.map((size) => Math.min(TRAINING.mostWeight, Math.max(1, Math.sqrt(mean / (size || 1)))));
}

/** Trains on the chosen examples, with labels 0 to `classes` - 1; the same examples give the same model. */
export function trainModel({ features, labels }: Examples, chosen: Int32Array, classes: number): Model {
  const known = countFeatures(features, chosen);
  const texts = encode(known, features, chosen);
  const weights = new Float32Array((known.rows.size + SHARED_ROWS) * classes);
  const learner = { weights, moments: new Float32Array(weights.length).fill(0.01) };
  const own = chosen.map((text) => labels[text] ?? 0);
  const classWeights = weighClasses(own, classes);
  const errors = new Float64Array(classes);
  const touched = new Int32Array(classes);
  const order = Int32Array.from(chosen.keys());
  const wanted = Math.ceil(TRAINING.leastSteps / (chosen.length || 1));
  const epochs = Math.min(TRAINING.mostEpochs, Math.max(TRAINING.epochs, wanted));
  for (let epoch = 0, seed = 1; epoch < epochs; epoch += 1) {
    seed = shuffle(order, seed);
    for (const index of order) {
      predictInto(errors, weights, 1, texts, index);
      const label = own[index] ?? 0;
      errors[label] = (errors[label] ?? 0) - 1;
      const weight = classWeights[label] ?? 1;
      let count = 0;
      for (let c = 0; c < classes; c += 1) {
        const error = (errors[c] ?? 0) * weight;
        errors[c] = error;
        if (Math.abs(error) >= TRAINING.negligible) touched[count++] = c;
      }
      learn(learner, texts, index, errors, touched, count);
    }
  }
  return { ...known, classes, ...shorten(weights) };
}

/** Scores of all classes for one of the texts, 0 to 1: the probability, lowered by the share of the text that is new. */
export function scoreText(model: Model, features: Features, text = 0): Float64Array {
  const encoded = encode(model, features, Int32Array.of(text));
  const scores = new Float64Array(model.classes);
  predictInto(scores, model.weights, model.scale, encoded, 0);
  const seen = Math.sqrt(encoded.coverage[0] ?? 0);
  return scores.map((probability) => probability * seen);
}
