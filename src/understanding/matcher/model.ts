// What training takes and makes: samples and the model, as plain values that can be stored.

import type { HashTable } from '../text/hash-table.js';
import type { Token } from '../text/synonyms.js';

/** An example phrase, read, and the topic (or kind of out-of-scope text) it belongs to. */
export interface Sample {
  readonly id: string;
  readonly tokens: readonly Token[];
}

/** A trained model; the weights are stored row by row, one number for each class. */
export interface Model {
  readonly classes: number;
  /** Feature hashes to rows. */
  readonly rows: HashTable;
  /** The weight of each row's feature by its rarity; an unseen feature gets `rarest`. */
  readonly rarities: Float32Array;
  readonly rarest: number;
  /** The sparse rows, one row for each dense dimension, then the bias; each number times `scale` is a weight. */
  readonly weights: Int16Array;
  readonly scale: number;
}
