// The heart of matching: multinomial logistic regression over sparse and dense features, trained at start in milliseconds.
import type { Features } from './features.js';
import { DIMENSIONS } from './word-vectors.js';

/** Probabilities by class, and how much of the text (0 to 1) consists of features seen in training. */
export interface Prediction {
  readonly probabilities: Float64Array;
  readonly coverage: number;
}

/** A trained model; `predict` is pure. */
export interface Classifier {
  predict(features: Features): Prediction;
}

/** One training text: its features and the index of its class. */
export interface Example {
  readonly features: Features;
  readonly label: number;
}

interface Encoded {
  readonly indices: Int32Array;
  readonly values: Float32Array;
  readonly dense: Float32Array;
  readonly coverage: number;
}

const DENSE_WEIGHT = 1.5;
const RATE = 0.5;
const DENSE_RATE = 0.1;
const DECAY = 1e-4;
const EPOCHS = 12;
/** A class whose probability is off by less than this is left alone: it saves most of the work with many classes. */
const NEGLIGIBLE = 2e-3;

/** Weighs features by rarity and scales them to unit length; unseen ones count in the length, so that they lower every score. */
function createEncoder(examples: readonly Example[]) {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  for (const { features } of examples) {
    for (const name of features.sparse.keys()) {
      const id = ids.get(name) ?? ids.size;
      ids.set(name, id);
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  const rarest = Math.log(examples.length + 1);
  const weights = Float32Array.from(counts, (count) => Math.log((examples.length + 1) / (count + 0.5)));
  const encode = ({ sparse, dense }: Features): Encoded => {
    const indices = new Int32Array(sparse.size);
    const values = new Float32Array(sparse.size);
    let known = 0;
    let seen = 0;
    let all = 0;
    for (const [name, raw] of sparse) {
      const id = ids.get(name);
      const value = raw * (id === undefined ? rarest : (weights[id] ?? rarest));
      all += value * value;
      if (id === undefined) continue;
      seen += value * value;
      indices[known] = id;
      values[known] = value;
      known += 1;
    }
    const length = Math.sqrt(all) || 1;
    for (let i = 0; i < known; i += 1) values[i] = (values[i] ?? 0) / length;
    return { indices: indices.subarray(0, known), values: values.subarray(0, known), dense, coverage: seen / (all || 1) };
  };
  return { encode, size: ids.size };
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

/** Trains on examples with labels 0 to `classes` - 1; the same examples give the same model. */
export function trainClassifier(examples: readonly Example[], classes: number): Classifier {
  const { encode, size } = createEncoder(examples);
  const rows = size + DIMENSIONS + 1;
  const weights = new Float32Array(rows * classes);
  const moments = new Float32Array(rows * classes).fill(0.01);
  const logits = new Float64Array(classes);

  const addRow = (row: number, value: number) => {
    const from = row * classes;
    for (let c = 0; c < classes; c += 1) logits[c] = (logits[c] ?? 0) + (weights[from + c] ?? 0) * value;
  };
  const score = ({ indices, values, dense }: Encoded) => {
    logits.fill(0);
    addRow(rows - 1, 1);
    for (let i = 0; i < indices.length; i += 1) addRow(indices[i] ?? 0, values[i] ?? 0);
    for (let k = 0; k < DIMENSIONS; k += 1) addRow(size + k, (dense[k] ?? 0) * DENSE_WEIGHT);
    let highest = -Infinity;
    for (let c = 0; c < classes; c += 1) highest = Math.max(highest, logits[c] ?? 0);
    let sum = 0;
    for (let c = 0; c < classes; c += 1) sum += logits[c] = Math.exp((logits[c] ?? 0) - highest);
    for (let c = 0; c < classes; c += 1) logits[c] = (logits[c] ?? 0) / sum;
  };

  const encoded = examples.map(({ features }) => encode(features));
  const touched = new Int32Array(classes);
  const errors = new Float64Array(classes);
  const learnRow = (row: number, value: number, rate: number, count: number) => {
    const from = row * classes;
    for (let t = 0; t < count; t += 1) {
      const at = from + (touched[t] ?? 0);
      const slope = (errors[t] ?? 0) * value + DECAY * (weights[at] ?? 0);
      const moment = (moments[at] ?? 0) + slope * slope;
      moments[at] = moment;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(moment);
    }
  };
  const order = Int32Array.from(examples, (_, i) => i);
  let seed = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    seed = shuffle(order, seed);
    for (const index of order) {
      const example = encoded[index];
      if (example === undefined) continue;
      const label = examples[index]?.label ?? 0;
      score(example);
      let count = 0;
      for (let c = 0; c < classes; c += 1) {
        const error = (logits[c] ?? 0) - (c === label ? 1 : 0);
        if (Math.abs(error) < NEGLIGIBLE) continue;
        touched[count] = c;
        errors[count] = error;
        count += 1;
      }
      if (count === 0) continue;
      for (let i = 0; i < example.indices.length; i += 1)
        learnRow(example.indices[i] ?? 0, example.values[i] ?? 0, RATE, count);
      for (let k = 0; k < DIMENSIONS; k += 1)
        learnRow(size + k, (example.dense[k] ?? 0) * DENSE_WEIGHT, DENSE_RATE, count);
      learnRow(rows - 1, 0.04, RATE, count);
    }
  }
  return {
    predict(features) {
      const text = encode(features);
      score(text);
      return { probabilities: Float64Array.from(logits), coverage: text.coverage };
    },
  };
}
