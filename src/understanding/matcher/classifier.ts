// Trains and asks a multinomial logistic regression over sparse and dense features.

import { findIn, packTable } from '../text/hash-table.js';
import { DIMENSIONS } from '../text/word-vectors.js';
import { findCentres } from './centroids.js';
import type { Features } from './features.js';
import type { Example, Model, Prediction } from './model.js';

/** What is known before anything is learnt. */
type Counted = Pick<Model, 'rows' | 'rarities' | 'rarest'>;

interface Encoded {
  readonly indices: Int32Array;
  readonly values: Float32Array;
  readonly dense: Float32Array;
  readonly coverage: number;
}

const DENSE_WEIGHT = 1.5;
const BIAS = 0.04;
const RATE = 0.5;
const DENSE_RATE = 0.1;
const DECAY = 1e-4;
const EPOCHS = 12;
/** A class whose probability is off by less than this is left alone: it saves most of the work with many classes. */
const NEGLIGIBLE = 2e-3;

/** Weighs features by rarity and scales them to unit length; unseen ones count in the length, so that they lower every score. */
function encode({ rows, rarities, rarest }: Counted, { sparse, dense }: Features): Encoded {
  const indices = new Int32Array(sparse.size);
  const values = new Float32Array(sparse.size);
  let known = 0;
  let seen = 0;
  let all = 0;
  for (const [hash, raw] of sparse) {
    const row = findIn(rows, hash);
    const value = raw * (row === undefined ? rarest : (rarities[row] ?? rarest));
    all += value * value;
    if (row === undefined) continue;
    seen += value * value;
    indices[known] = row;
    values[known] = value;
    known += 1;
  }
  const length = Math.sqrt(all) || 1;
  for (let i = 0; i < known; i += 1) values[i] = (values[i] ?? 0) / length;
  return { indices: indices.subarray(0, known), values: values.subarray(0, known), dense, coverage: seen / (all || 1) };
}

/** Writes the class probabilities of an encoded text into `out`. */
function predictInto(
  out: Float64Array,
  { weights, scale }: { weights: Float32Array | Int16Array; scale: number },
  rowCount: number,
  text: Encoded,
): void {
  const classes = out.length;
  out.fill(0);
  const sparse = text.indices.length;
  // Four rows at a time: with many classes it is the reading and writing of sums that takes the time.
  const count = Math.ceil((sparse + DIMENSIONS + 1) / 4) * 4;
  const starts = new Int32Array(count);
  const factors = new Float64Array(count);
  for (let i = 0; i < sparse + DIMENSIONS + 1; i += 1) {
    const k = i - sparse;
    starts[i] = (k < 0 ? (text.indices[i] ?? 0) : rowCount + k) * classes;
    factors[i] = scale * (k < 0 ? (text.values[i] ?? 0) : k < DIMENSIONS ? (text.dense[k] ?? 0) * DENSE_WEIGHT : BIAS);
  }
  for (let i = 0; i < count; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = starts.subarray(i, i + 4);
    const [fa = 0, fb = 0, fc = 0, fd = 0] = factors.subarray(i, i + 4);
    for (let k = 0; k < classes; k += 1) {
      const first = (weights[a + k] ?? 0) * fa + (weights[b + k] ?? 0) * fb;
      out[k] = (out[k] ?? 0) + first + (weights[c + k] ?? 0) * fc + (weights[d + k] ?? 0) * fd;
    }
  }
  let highest = -Infinity;
  for (let c = 0; c < classes; c += 1) highest = Math.max(highest, out[c] ?? 0);
  let sum = 0;
  for (let c = 0; c < classes; c += 1) sum += out[c] = Math.exp((out[c] ?? 0) - highest);
  for (let c = 0; c < classes; c += 1) out[c] = (out[c] ?? 0) / sum;
}

/** Gives each feature a row and its rarity. */
function countFeatures(examples: readonly Example[]): Counted {
  const rows = new Map<number, number>();
  const counts: number[] = [];
  for (const { features } of examples) {
    for (const hash of features.sparse.keys()) {
      const row = rows.get(hash) ?? rows.size;
      rows.set(hash, row);
      counts[row] = (counts[row] ?? 0) + 1;
    }
  }
  const total = examples.length + 1;
  return {
    rows: packTable(rows),
    rarities: Float32Array.from(counts, (count) => Math.log(total / (count + 0.5))),
    rarest: Math.log(total),
  };
}

/** Half as many bytes to store, load and keep; no probability changes by as much as a ten-thousandth. */
function shorten(weights: Float32Array): Pick<Model, 'weights' | 'scale'> {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 32_767 || 1;
  return { weights: Int16Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}

/** The same order on every machine and in every run: equal questions must get equal answers. */
function shuffle(order: Int32Array, seed: number): number {
  let state = seed;
  for (let i = order.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return state;
}

/** Trains on examples with labels 0 to `classes` - 1, by AdaGrad; the same examples give the same model. */
export function trainModel(examples: readonly Example[], classes: number): Model {
  const counted = countFeatures(examples);
  const rowCount = counted.rows.size;
  const weights = new Float32Array((rowCount + DIMENSIONS + 1) * classes);
  const moments = new Float32Array(weights.length).fill(0.01);
  const texts = examples.map(({ features }) => encode(counted, features));
  const probabilities = new Float64Array(classes);
  const touched = new Int32Array(classes);
  const errors = new Float64Array(classes);
  let count = 0;

  const findErrors = (label: number) => {
    count = 0;
    for (let c = 0; c < classes; c += 1) {
      const error = (probabilities[c] ?? 0) - (c === label ? 1 : 0);
      if (Math.abs(error) < NEGLIGIBLE) continue;
      touched[count] = c;
      errors[count] = error;
      count += 1;
    }
  };
  const learnRow = (row: number, value: number, rate: number) => {
    const from = row * classes;
    for (let t = 0; t < count; t += 1) {
      const at = from + (touched[t] ?? 0);
      const slope = (errors[t] ?? 0) * value + DECAY * (weights[at] ?? 0);
      const moment = (moments[at] ?? 0) + slope * slope;
      moments[at] = moment;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(moment);
    }
  };
  const learn = ({ indices, values, dense }: Encoded) => {
    for (let i = 0; i < indices.length; i += 1) learnRow(indices[i] ?? 0, values[i] ?? 0, RATE);
    for (let k = 0; k < DIMENSIONS; k += 1) learnRow(rowCount + k, (dense[k] ?? 0) * DENSE_WEIGHT, DENSE_RATE);
    learnRow(rowCount + DIMENSIONS, BIAS, RATE);
  };

  const order = Int32Array.from(examples, (_, i) => i);
  for (let epoch = 0, seed = 1; epoch < EPOCHS; epoch += 1) {
    seed = shuffle(order, seed);
    for (const index of order) {
      const text = texts[index];
      if (text === undefined) continue;
      predictInto(probabilities, { weights, scale: 1 }, rowCount, text);
      findErrors(examples[index]?.label ?? 0);
      if (count > 0) learn(text);
    }
  }
  return { ...counted, classes, ...shorten(weights), centres: findCentres(examples, classes) };
}

/** Probabilities of all classes for one text; pure. */
export function predict(model: Model, features: Features): Prediction {
  const text = encode(model, features);
  const probabilities = new Float64Array(model.classes);
  predictInto(probabilities, model, model.rows.size, text);
  return { probabilities, coverage: text.coverage };
}
