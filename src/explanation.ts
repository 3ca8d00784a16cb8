// For editors: why a question got its answer, as text for a terminal.
import type { Slots } from './slots.js';
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

function writeSlots({ levels, places, amounts, hours, span, per, technologies }: Slots): string {
  const found = [
    ...levels,
    ...places.map(({ id, name }) => `${name} (${id})`),
    ...amounts.map(({ written, currency }) => `${written} (${currency ?? 'no currency'})`),
    ...(hours ? [`${hours.value} hours${hours.per ? ` a ${hours.per}` : ''}`] : []),
    ...(span ? [`for ${span.value} ${span.unit}s`] : []),
    ...(per ? [`per ${per}`] : []),
    ...technologies,
  ];
  return `  slots: ${found.join(', ') || 'none'}`;
}

/** How a text was read: its words, slots and scores, and the limits they were held against. */
export function writeExplanation({ outcome, readings, slots }: Understanding & { readonly slots: Slots }): string {
  const limits = `answered from ${round(ANSWER)}, offered from ${round(OFFER)}`;
  return [`Why: ${outcome} (${limits})`, writeSlots(slots), ...readings.map(writeReading)].join('\n');
}
