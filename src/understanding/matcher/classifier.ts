// A multinomial logistic regression: learns from features and labels, and scores a text's features by class.

import { findIn, packTable } from '../text/hash-table.js';
import { DIMENSIONS } from '../text/word-vectors.js';
import { TRAINING } from '../thresholds.js';
import type { Features } from './features.js';
import type { Model } from './model.js';

/** One training text: its features and the index of its class. */
export interface Example {
  readonly features: Features;
  readonly label: number;
}

/** What is known before training. */
type KnownFeatures = Pick<Model, 'rows' | 'rarities' | 'rarest'>;

/** A text as rows and values, including the dense ones and the bias; `coverage` is the share of it seen in training. */
interface Encoded {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly coverage: number;
}

/**
 * Weighs features by rarity and scales them to unit length. Unseen ones count in the length, so that they lower every
 * score.
 */
function encode({ rows, rarities, rarest }: KnownFeatures, { sparse, dense }: Features): Encoded {
  const indices: number[] = [];
  const values: number[] = [];
  let seen = 0;
  let all = 0;
  for (const [hash, raw] of sparse) {
    const row = findIn(rows, hash);
    const value = raw * (row === undefined ? rarest : (rarities[row] ?? rarest));
    all += value * value;
    if (row === undefined) continue;
    seen += value * value;
    indices.push(row);
    values.push(value);
  }
  const length = Math.sqrt(all) || 1;
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) / length;
  for (let k = 0; k < DIMENSIONS; k += 1) {
    indices.push(rows.size + k);
    values.push((dense[k] ?? 0) * TRAINING.denseWeight);
  }
  indices.push(rows.size + DIMENSIONS);
  values.push(TRAINING.bias);
  return { rows: Int32Array.from(indices), values: Float32Array.from(values), coverage: seen / (all || 1) };
}

/** Writes the class probabilities of an encoded text into `out`. */
function predictInto(
  out: Float64Array,
  weights: Float32Array | Int16Array,
  scale: number,
  { rows, values }: Encoded,
): void {
  const classes = out.length;
  out.fill(0);
  for (let i = 0; i < rows.length; i += 1) {
    const from = (rows[i] ?? 0) * classes;
    const value = (values[i] ?? 0) * scale;
    for (let c = 0; c < classes; c += 1) out[c] = (out[c] ?? 0) + (weights[from + c] ?? 0) * value;
  }
  const highest = out.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let c = 0; c < classes; c += 1) {
    const raised = Math.exp((out[c] ?? 0) - highest);
    out[c] = raised;
    sum += raised;
  }
  for (let c = 0; c < classes; c += 1) out[c] = (out[c] ?? 0) / sum;
}

/** Gives each feature a row and its rarity. */
function countFeatures(examples: readonly Example[]): KnownFeatures {
  const standing = new Map<number, number>();
  for (const { features } of examples)
    for (const hash of features.sparse.keys()) standing.set(hash, (standing.get(hash) ?? 0) + 1);
  const rows = new Map([...standing.keys()].map((hash, row) => [hash, row]));
  const counts = [...standing.values()];
  const total = examples.length + 1;
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

/** Moves the weights of one text's rows by the errors of the classes in `touched`. */
function learn(
  { weights, moments }: Learner,
  { rows, values }: Encoded,
  errors: Float64Array,
  touched: readonly number[],
  firstDense: number,
): void {
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    const value = values[i] ?? 0;
    const rate = row >= firstDense && row < firstDense + DIMENSIONS ? TRAINING.denseRate : TRAINING.rate;
    for (const c of touched) {
      const at = row * errors.length + c;
      const slope = (errors[c] ?? 0) * value + TRAINING.decay * (weights[at] ?? 0);
      const moment = (moments[at] ?? 0) + slope * slope;
      moments[at] = moment;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(moment);
    }
  }
}

/** How much an example of each class counts: more where there are few, which those of large classes would drown. */
function weighClasses(examples: readonly Example[], classes: number): number[] {
  const sizes = Array.from({ length: classes }, () => 0);
  for (const { label } of examples) sizes[label] = (sizes[label] ?? 0) + 1;
  const mean = examples.length / classes;
  return sizes.map((size) => Math.min(TRAINING.mostWeight, Math.max(1, Math.sqrt(mean / (size || 1)))));
}

/** Trains on examples with labels 0 to `classes` - 1; the same examples give the same model. */
export function trainModel(examples: readonly Example[], classes: number): Model {
  const known = countFeatures(examples);
  const firstDense = known.rows.size;
  const weights = new Float32Array((firstDense + DIMENSIONS + 1) * classes);
  const learner = { weights, moments: new Float32Array(weights.length).fill(0.01) };
  const texts = examples.map(({ features }) => encode(known, features));
  const probabilities = new Float64Array(classes);
  const classWeights = weighClasses(examples, classes);
  const order = Int32Array.from(examples, (_, i) => i);
  const wanted = Math.ceil(TRAINING.leastSteps / (examples.length || 1));
  const epochs = Math.min(TRAINING.mostEpochs, Math.max(TRAINING.epochs, wanted));
  for (let epoch = 0, seed = 1; epoch < epochs; epoch += 1) {
    seed = shuffle(order, seed);
    for (const index of order) {
      const text = texts[index];
      const label = examples[index]?.label ?? 0;
      if (text === undefined) continue;
      predictInto(probabilities, weights, 1, text);
      probabilities[label] = (probabilities[label] ?? 0) - 1;
      const weight = classWeights[label] ?? 1;
      const touched: number[] = [];
      for (let c = 0; c < classes; c += 1) {
        const error = (probabilities[c] ?? 0) * weight;
        probabilities[c] = error;
        if (Math.abs(error) >= TRAINING.negligible) touched.push(c);
      }
      learn(learner, text, probabilities, touched, firstDense);
    }
  }
  return { ...known, classes, ...shorten(weights) };
}

/** Scores of all classes for one text, 0 to 1: the probability, lowered by the share of the text that is new. */
export function scoreText(model: Model, features: Features): Float64Array {
  const text = encode(model, features);
  const scores = new Float64Array(model.classes);
  predictInto(scores, model.weights, model.scale, text);
  const seen = Math.sqrt(text.coverage);
  return scores.map((probability) => probability * seen);
}
