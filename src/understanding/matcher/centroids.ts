// Beside the classifier: what the examples of a class mean on the whole, and how near a text comes to that.

import { DIMENSIONS, scaleToUnit } from '../text/word-vectors.js';
import type { Features } from './features.js';
import type { Example, Model } from './model.js';

/** A dense vector of unit length for each class, one after the other: the sum of its examples' meanings. */
export function findCentres(examples: readonly Example[], classes: number): Float32Array {
  const centres = new Float32Array(classes * DIMENSIONS);
  for (const { features, label } of examples) {
    const from = label * DIMENSIONS;
    for (let k = 0; k < DIMENSIONS; k += 1) centres[from + k] = (centres[from + k] ?? 0) + (features.dense[k] ?? 0);
  }
  for (let c = 0; c < classes; c += 1) scaleToUnit(centres.subarray(c * DIMENSIONS, (c + 1) * DIMENSIONS));
  return centres;
}

/** How near a text's meaning is to each class's centre, -1 to 1. */
export function findNearness({ classes, centres }: Model, { dense }: Features): Float64Array {
  const nearness = new Float64Array(classes);
  for (let c = 0; c < classes; c += 1) {
    let cosine = 0;
    for (let k = 0; k < DIMENSIONS; k += 1) cosine += (centres[c * DIMENSIONS + k] ?? 0) * (dense[k] ?? 0);
    nearness[c] = cosine;
  }
  return nearness;
}
