// A step of matching: the best of many classes, without putting all in order, on a scale that is the same for all.

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
