// Explains why a question got its answer, as text for a terminal.
import type { Explanation } from '../answering/bot.js';
import type { CarriedSlots, Context } from '../conversation/context.js';
import type { Turn } from '../conversation/turn.js';
import type { Passage } from '../knowledge/passages.js';
import { PASSAGE_DECISION } from '../knowledge/thresholds.js';
import type { Slots } from '../understanding/slots.js';
import { DECISION } from '../understanding/thresholds.js';
import type { Reading } from '../understanding/understand.js';

/** The number of passages that are shown. */
const MOST_PASSAGES = 3;

const round = (value: number): string => value.toFixed(2);

function writeReading({ text, tokens, match, topic, confidence }: Reading): string {
  const ranked = match.ranked.slice(0, 3).map(({ id, score }) => `${id} ${round(score)}`);
  return [
    `  “${text}”`,
    `    read as     ${tokens.map(({ key }) => key).join(' ')}`,
    `    topics      ${ranked.join(', ')}${match.outOfScope === undefined ? '' : ` (more like out of scope: ${match.outOfScope})`}`,
    `    confidence  ${round(confidence)} for ${topic}`,
  ].join('\n');
}

function listSlots({ levels, places, hours, span, per, technologies }: CarriedSlots): string[] {
  return [
    ...levels,
    ...places.map(({ id, name }) => `${name} (${id})`),
    ...(hours ? [`${hours.value} hours${hours.per ? ` a ${hours.per}` : ''}`] : []),
    ...(span ? [`for ${span.value} ${span.unit}s`] : []),
    ...(per ? [`per ${per}`] : []),
    ...technologies,
  ];
}

const orNone = (names: readonly string[]): string => names.join(', ') || 'none';

function writeSlots(slots: Slots): string {
  const amounts = slots.amounts.map(({ written, currency }) => `${written} (${currency ?? 'no currency'})`);
  return `  slots: ${orNone([...listSlots(slots), ...amounts])}`;
}

/** What a turn other than a question was understood as; the reading by itself only counts for a question. */
function describeTurn(turn: Turn): string[] {
  if (turn.kind === 'question') return [];
  if (turn.kind === 'courtesy') return [`  read as a courtesy: ${turn.courtesy}`];
  if (turn.kind === 'about') return [`  read as a question about the previous answer: ${turn.about}`];
  if (turn.kind === 'passage') return [`  read as a follow-up on the passage: ${turn.passage}`];
  if (turn.kind === 'unclear') return [`  read as a follow-up that may mean: ${orNone(turn.nearest)}`];
  return [`  read as a follow-up on: ${turn.topics.join(', ')}`, `  answered with: ${orNone(listSlots(turn.slots))}`];
}

function describeContext({ topics, offered, slots, passage }: Context): string[] {
  const before = passage === undefined ? orNone(topics) : `passage ${passage}`;
  return [`  before: ${before}; offered ${orNone(offered)}; slots ${orNone(listSlots(slots))}`];
}

function writePassage({ confidence, document, section, candidate }: Passage): string {
  const { share, unitShare, covered, similarity, said } = candidate;
  const signs = `words ${round(share)}, sentence ${round(unitShare)}, heading ${round(covered)}, meaning ${round(similarity)}`;
  return `    ${round(confidence)} ${document}, ${section} (${signs}, said ${round(said)})`;
}

function writePassages(passages: readonly Passage[]): string[] {
  if (passages.length === 0) return ['  passages: none'];
  const { show, showClear, clearLead, offer, offerBesideTopics } = PASSAGE_DECISION;
  const limits = `shown from ${round(show)}, or ${round(showClear)} if ${round(clearLead)} ahead, offered from ${round(offerBesideTopics)}, without topics from ${round(offer)}`;
  return [`  passages (${limits}):`, ...passages.slice(0, MOST_PASSAGES).map(writePassage)];
}

/** How a text was read: in its conversation, by its words, slots and scores, and with the limits those were compared to. */
export function writeExplanation({ outcome, readings, slots, turn, context, passages }: Explanation): string {
  const limits = `answered from ${round(DECISION.answer)}, offered from ${round(DECISION.offer)}`;
  const isQuestion = turn.kind === 'question';
  return [
    isQuestion ? `Why: ${outcome} (${limits})` : `Why: ${turn.kind} (by itself: ${outcome}, ${limits})`,
    ...(context ? describeContext(context) : []),
    ...describeTurn(turn),
    writeSlots(slots),
    ...readings.map(writeReading),
    ...writePassages(passages),
  ].join('\n');
}
