// Describes the tables. Times are milliseconds since 1970, ids are keyed hashes, except the workspace's, which is
// Slack's own: its rows must be found even when the key for hashes is a different one.
import type { GapKind, Outcome } from '../../answering/answer.js';

/** One row for each question, so that no two processes answer it. AnsweredQuestion once `done_at` is set; claimed until then. */
interface AnsweredTable {
  readonly key: string;
  /** Empty in rows from before workspaces were stored. */
  readonly workspace: string;
  /** The process that works on it. */
  readonly owner: string;
  /** Goes up as long as the owner lives, so that no clock matters. */
  readonly beat: number;
  readonly at: number;
  readonly done_at: number | null;
}

interface ConversationsTable {
  readonly id: string;
  /** Empty in rows from before workspaces were stored. */
  readonly workspace: string;
  readonly person: string;
  /** A Context as JSON. */
  readonly context: string;
  readonly at: number;
}

interface CountsTable {
  /** Days since 1970, in UTC. */
  readonly day: number;
  readonly workspace: string;
  /** The surface that it was asked on; the column keeps the name it had in earlier versions. */
  readonly door: string;
  readonly outcome: Outcome;
  readonly topic: string;
  readonly count: number;
}

/** How much of each count came from another store, so that moving twice counts once. */
interface MovedCountsTable extends CountsTable {
  /** The other store's id. */
  readonly source: string;
}

interface VotesTable {
  readonly person: string;
  readonly answer: string;
  readonly workspace: string;
  readonly outcome: Outcome;
  readonly topic: string;
  /** 1 or 0: not every database has booleans. */
  readonly is_helpful: number;
  readonly reason: string | null;
  readonly comment: string | null;
  readonly at: number;
  /** 1 once the comment holds no ids and addresses; 0 as the version before writes it. */
  readonly is_neutral: number;
}

interface UnansweredTable {
  readonly id: string;
  readonly workspace: string;
  readonly person: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly at: number;
  /** Empty in rows of a version that knew no kinds. */
  readonly kind: GapKind | '';
  /** What no document mentions, one name a line. */
  readonly subjects: string;
  /** The section that comes nearest: the document's id and the section's heading, both empty where none does. */
  readonly document: string;
  readonly section: string;
  /** 1 once the text holds no ids and addresses; 0 as the version before writes it. */
  readonly is_neutral: number;
}

interface SettingsTable {
  readonly name: string;
  readonly value: string;
}

/** One row for each workspace, or organisation, that has installed the app; the rest of it is encrypted. */
export interface InstallationsTable {
  readonly workspace: string;
  /** The key that opens it. */
  readonly key_name: string;
  readonly nonce: string;
  readonly sealed: string;
  readonly at: number;
}

/** One row for each version of a mentor's answer; nothing in it is ever changed but a name that is deleted. */
export interface MentorAnswersTable {
  readonly workspace: string;
  readonly id: string;
  /** From 1; of two who write the same one only the first can. */
  readonly version: number;
  /** 1 or 0: a version that is not live withdraws the answer. */
  readonly is_live: number;
  /** A list of texts as JSON. */
  readonly questions: string;
  readonly text: string;
  /** An AnswerSource as JSON. */
  readonly source: string;
  /** The name that the text is signed with, the person who wrote it, and when; no person once they were deleted. */
  readonly author: string;
  readonly writer: string;
  readonly written_at: number;
  /** The same of this version: who withdraws or restores a text is another one than its author, perhaps. */
  readonly changed_by: string;
  readonly person: string;
  readonly at: number;
}

/** People whom administrators let answer; their ids are sealed, so that administrators can be shown who they are. */
interface MentorsTable {
  readonly workspace: string;
  readonly person: string;
  readonly key_name: string;
  readonly nonce: string;
  readonly sealed: string;
}

/** People who want to be told when a question is answered; who they are and what they asked is sealed. */
export interface SubscriptionsTable {
  readonly id: string;
  readonly workspace: string;
  readonly person: string;
  readonly key_name: string;
  readonly nonce: string;
  readonly sealed: string;
  readonly at: number;
  /** When a process last began to tell the person; 0 before. */
  readonly claimed_at: number;
}

/** All tables by their names. */
export interface Tables {
  readonly answered: AnsweredTable;
  readonly conversations: ConversationsTable;
  readonly counts: CountsTable;
  readonly moved_counts: MovedCountsTable;
  readonly votes: VotesTable;
  readonly unanswered: UnansweredTable;
  readonly settings: SettingsTable;
  readonly installations: InstallationsTable;
  readonly mentor_answers: MentorAnswersTable;
  readonly mentors: MentorsTable;
  readonly subscriptions: SubscriptionsTable;
}
