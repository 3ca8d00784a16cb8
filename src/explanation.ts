// For editors: why a question got its answer, as text for a terminal.
import { ANSWER, OFFER, type Reading, type Understanding } from './understand.js';

const round = (value: number): string => value.toFixed(2);

function writeReading({ text, tokens, match, topic, confidence }: Reading): string {
  const ranked = match.ranked.slice(0, 3).map(({ id, score }) => `${id} ${round(score)}`);
  return [
    `  “${text}”`,
    `    read as     ${tokens.map(({ key }) => key).join(' ')}`,
    `    topics      ${ranked.join(', ')}${match.outside === undefined ? '' : ` (more like outside: ${match.outside})`}`,
    `    confidence  ${round(confidence)} for ${topic}`,
  ].join('\n');
}

/** How a text was read, its slots aside: words, scores and the limits they were held against. */
export function writeExplanation({ outcome, readings }: Understanding): string {
  const limits = `answered from ${round(ANSWER)}, offered from ${round(OFFER)}`;
  return [`Why: ${outcome} (${limits})`, ...readings.map(writeReading)].join('\n');
}
