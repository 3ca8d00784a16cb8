// Declares what the rest of the app sees of the store; knows no database and no Slack.
import type { Gap, Outcome } from '../answering/answer.js';
import type { TokenKey } from '../config/token-keys.js';
import type { Context } from '../conversation/context.js';
import type { SealedAgain } from './failover/sealed-people.js';
import type { Installations } from './installations.js';
import type { Mentors, Subscriptions } from './mentors.js';

/** Why an answer did not help, as the form offers it. */
export const REASONS = ['wrong', 'not what I asked', 'missing', 'out of date'] as const;
/** One of the reasons that the form offers. */
export type Reason = (typeof REASONS)[number];

/**
 * What happened with one question. All ids are Slack's own; a store writes them as keyed hashes only, but for the
 * workspace's: it names nobody, and its rows must be found for as long as there are any.
 */
export interface Asked {
  readonly workspace: string;
  readonly person: string;
  /** The way that it was asked, such as by a command or in a direct message. */
  readonly surface: string;
  readonly outcome: Outcome;
  /** Ids of the topics answered, the main one first; empty for any other outcome. */
  readonly topics: readonly string[];
  /** Where the answer stands, if a follow-up may lean on it. */
  readonly conversation?: { readonly id: string; readonly context: Context };
  /** What the documents left open: the question's words, under an id that a picked suggestion names. */
  readonly unanswered?: Gap & { readonly id: string; readonly text: string };
}

/** What a person thinks of one answer. The last vote of a person on an answer counts; without words, it keeps those before. */
export interface Vote {
  readonly workspace: string;
  readonly person: string;
  /** Names the answer within the workspace: where it stands in Slack. */
  readonly answer: string;
  readonly outcome: Outcome;
  readonly topics: readonly string[];
  readonly isHelpful: boolean;
  readonly reason?: Reason;
  /** A line in the person's own words. */
  readonly comment?: string;
}

/** What was deleted of one person, as counts. */
export interface Forgotten {
  readonly votes: number;
  readonly questions: number;
  readonly conversations: number;
  /** Questions whose answers the person wanted to hear of. */
  readonly subscriptions: number;
  /** 1 if administrators had chosen the person as a mentor. */
  readonly mentors: number;
  /** Versions of answers that bore the person's name; they stay, without it. */
  readonly signed: number;
  /** Set while the database is out of reach: what it holds is deleted once it is back, and not counted here. */
  readonly isPutOff?: true;
}

/** The figures of a period, for reports: what is most frequent first, questions without an answer by time, the last first. */
export interface Figures {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly questions: readonly {
    readonly surface: string;
    readonly outcome: Outcome;
    /** The main topic, empty where none answered. */
    readonly topic: string;
    readonly count: number;
  }[];
  /** The same by day, on all surfaces: `day` is when it begins (UTC), in milliseconds since 1970. */
  readonly days: readonly {
    readonly day: number;
    readonly outcome: Outcome;
    readonly topic: string;
    readonly count: number;
  }[];
  /** One row a vote, without the person. */
  readonly votes: readonly {
    readonly topic: string;
    readonly outcome: Outcome;
    readonly isHelpful: boolean;
    readonly reason?: Reason;
    readonly comment?: string;
  }[];
  readonly unanswered: readonly UnansweredQuestion[];
}

/** A question of which the documents left something open, as it is noted: its words name nobody. */
export interface UnansweredQuestion extends Gap {
  /** Names the note, and nobody; like a keyed hash. */
  readonly id: string;
  readonly text: string;
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * What is kept, of each workspace apart: nothing of one reaches another. No method fails for the store's own sake: where
 * the database does, memory takes over and the operator is warned, so that people still get their answers.
 */
export interface Store {
  /** Whether words that people wrote are kept, of unanswered questions and beside votes, as they are told in Home. */
  readonly keepsTexts: boolean;
  /**
   * Runs `work` unless it has been done for this key, then keeps what it returns in one write together with the key.
   * Where it is being done right now, here or in another process, waits for the outcome: had it failed or died, this
   * call tries in its turn. Rejects only with the failure of its own `work`. Without a key it always runs.
   */
  once(
    workspace: string,
    key: string | undefined,
    work: () => Promise<Asked | undefined>,
  ): Promise<'done' | 'done before'>;
  /** What was said last in a conversation, if that was within the last 15 minutes. */
  recall(workspace: string, conversation: string): Promise<Context | undefined>;
  /** The question is answered after all: the person picked one of the topics offered. */
  settle(workspace: string, unanswered: string): Promise<void>;
  vote(vote: Vote): Promise<void>;
  /** Deletes all that is kept on a person in a workspace, and says how much that was. */
  forget(workspace: string, person: string): Promise<Forgotten>;
  /**
   * Deletes all that is kept of a workspace, for one that the app is no longer installed in; and later, unless it is
   * installed there again, what answers that were under way have left.
   */
  erase(workspace: string): Promise<void>;
  /** The figures since a time (ms since 1970), of one workspace or of all. */
  figures(since: number, workspace?: string): Promise<Figures>;
  /** Whether things can be kept right now; where not, the operator has been told why. */
  isReachable(): Promise<boolean>;
  /** Deletes what is older than it may become; called on schedule. */
  sweep(): Promise<void>;
  /** Mentors and their answers; `keys` as for installations, and none where there is one workspace. */
  mentors(keys: readonly TokenKey[]): Mentors;
  /** People who wait for an answer. */
  subscriptions(keys: readonly TokenKey[]): Subscriptions;
  /** Encrypts people's ids with the first key, or the store's own; undefined where that can't be done now. */
  sealPeopleAgain(keys: readonly TokenKey[]): Promise<SealedAgain | undefined>;
  /** Where the app is installed, in the same database; the first key encrypts, all decrypt. */
  installations(keys: readonly TokenKey[]): Installations;
  close(): Promise<void>;
}
