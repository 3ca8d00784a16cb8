// Writes and reads the value of a vote button; it comes back from Slack's client, so nothing in it is trusted.
import { type Answer, answeredTopics, isAnswered, type Outcome, readOutcome } from '../../answering/answer.js';
import { MAX_BUTTON_VALUE } from './limits.js';

/** What is voted on, and how. */
export interface VoteValue {
  readonly isHelpful: boolean;
  readonly outcome: Outcome;
  /** Ids of the topics answered, the main one first. */
  readonly topics: readonly string[];
}

const UP = 'up';
const DOWN = 'down';

/** The values of both buttons below an answer. */
export function writeVotes(answer: Answer): { readonly up: string; readonly down: string } {
  const { outcome } = answer;
  const rest = [outcome, ...answeredTopics(answer)].join(' ');
  // An answer whose topics' ids are too long can still be voted on.
  const subject = rest.length + DOWN.length < MAX_BUTTON_VALUE ? rest : outcome;
  return { up: `${UP} ${subject}`, down: `${DOWN} ${subject}` };
}

/** The reverse, with the topics that still exist; undefined for a value that no button of this bot has. */
export function readVote(value: string, known: ReadonlySet<string>): VoteValue | undefined {
  const [direction, named, ...topics] = value.split(' ');
  const outcome = readOutcome(named ?? '');
  if (outcome === undefined || (direction !== UP && direction !== DOWN)) return undefined;
  return {
    isHelpful: direction === UP,
    outcome,
    topics: isAnswered({ outcome }) ? topics.filter((id) => known.has(id)) : [],
  };
}
