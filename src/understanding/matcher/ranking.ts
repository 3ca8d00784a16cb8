// Picks the best of many class scores, on a scale that is the same for every set of topics.

/** No more topics are looked at for one text. */
export const MOST_RANKED = 20;

/** The score from which a match is confident, for every set of topics: raw scores are scaled to it. */
export const CONFIDENT = 0.5;

/** The indexes of the highest scores among the first `count`, best first; of equal ones, the first comes first. */
export function findBest(scores: Float64Array, count: number, most = MOST_RANKED): number[] {
  const best: number[] = [];
  for (let at = 0; at < Math.min(count, scores.length); at += 1) {
    const score = scores[at] ?? 0;
    if (best.length === most && score <= (scores[best.at(-1) ?? 0] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && score > (scores[best[place - 1] ?? 0] ?? 0)) place -= 1;
    best.splice(place, 0, at);
    if (best.length > most) best.pop();
  }
  return best;
}

/** Scales a raw score so that `threshold` becomes `CONFIDENT`, 0 stays 0 and 1 stays 1. */
export const scaleTo = (threshold: number, raw: number): number =>
  (raw * (1 - threshold)) / (raw * (1 - threshold) + threshold * (1 - raw) || 1);

/** The sum of the scores. */
export const sumOf = (scores: Float64Array): number => scores.reduce((sum, score) => sum + score, 0);
