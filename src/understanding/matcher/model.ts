// What training takes and makes: samples, examples, the model and how it's asked.

import type { HashTable } from '../text/hash-table.js';
import type { Token } from '../text/synonyms.js';
import type { Features } from './features.js';

/** An example phrase, read, and the topic it belongs to. */
export interface Sample {
  readonly id: string;
  readonly tokens: readonly Token[];
}

/** One training text: its features and the index of its class. */
export interface Example {
  readonly features: Features;
  readonly label: number;
}

/** A trained model as plain values, so that it can be stored; weights stand row by row, one number a class. */
export interface Model {
  readonly classes: number;
  /** Feature hashes to rows. */
  readonly rows: HashTable;
  /** How much each row's feature counts by its rarity; one that was never seen counts `rarest`. */
  readonly rarities: Float32Array;
  readonly rarest: number;
  /** The sparse rows, then one row for each dense dimension, then the bias; each number times `scale` is a weight. */
  readonly weights: Int16Array;
  readonly scale: number;
  /** What the examples of each class mean on the whole. */
  readonly centres: Float32Array;
}

/** Probabilities by class, and how much of the text (0 to 1) consists of features seen in training. */
export interface Prediction {
  readonly probabilities: Float64Array;
  readonly coverage: number;
}

/** How models are trained and asked; the matcher's own way. */
export interface Method {
  train(ids: readonly string[], samples: readonly Sample[]): Model;
  score(model: Model, tokens: readonly Token[]): Float64Array;
}
