// Beside the report: what its figures are called where people read them.
import type { Outcome } from '../answering/answer.js';

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  answer: 'answered',
  passage: 'shown a passage',
  'not-in-documents': 'not in the documents',
  clarify: 'asked to clarify',
  'out-of-scope': 'not answered',
  'about-bot': 'about the bot',
  'small-talk': 'small talk',
};

/** An outcome in words; one of another version stays as it is. */
export function nameOutcome(outcome: string): string {
  return Object.entries(OUTCOMES).find(([known]) => known === outcome)?.[1] ?? outcome;
}

/** "80 %". */
export const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

/** "12 of 15 votes (80 %)". */
export function helpfulRate(helpful: number, total: number): string {
  if (total === 0) return 'no votes';
  return `${helpful} of ${total} ${total === 1 ? 'vote' : 'votes'} (${percent(helpful, total)})`;
}
