// Declares the store for the rest of the app; knows no database and no Slack.
import type { Gap, Outcome } from '../answering/answer.js';
import type { TokenKey } from '../config/token-keys.js';
import type { Context } from '../conversation/context.js';
import type { Installations } from './installations.js';
import type { Mentors, ReencryptedPeople, Subscriptions } from './mentors.js';

/** Why an answer didn't help, as offered in the form. */
export const REASONS = ['wrong', 'not what I asked', 'missing', 'out of date'] as const;
/** One of the form's reasons. */
export type Reason = (typeof REASONS)[number];

/**
 * The result of one question. All ids are Slack's own; a store only writes them as keyed hashes, except the workspace's:
 * it identifies no person, and its rows must be found as long as there are any.
 */
export interface Asked {
  readonly workspace: string;
  readonly person: string;
  /** The surface, such as a command or a direct message. */
  readonly surface: string;
  readonly outcome: Outcome;
  /** Ids of the topics answered, the main one first; empty for any other outcome. */
  readonly topics: readonly string[];
  /** The conversation of the answer, if a follow-up can build on it. */
  readonly conversation?: { readonly id: string; readonly context: Context };
  /** What the documents left open: the question's words, under an id that a picked suggestion names. */
  readonly unanswered?: Gap & { readonly id: string; readonly text: string };
}

/** A person's vote on one answer. The last vote of a person on an answer counts; without words, it keeps earlier ones. */
export interface Vote {
  readonly workspace: string;
  readonly person: string;
  /** Identifies the answer within the workspace: its place in Slack. */
  readonly answer: string;
  readonly outcome: Outcome;
  readonly topics: readonly string[];
  readonly isHelpful: boolean;
  readonly reason?: Reason;
  /** A comment in the person's own words. */
  readonly comment?: string;
}

/** What was deleted about one person, as counts. */
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
  /** Set if the database can't be reached: its data is deleted once it's back, and not counted here. */
  readonly isPutOff?: true;
}

/** The figures of a period, for reports: the most frequent first, unanswered questions by time, the last first. */
export interface Figures {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly questions: readonly {
    readonly surface: string;
    readonly outcome: Outcome;
    /** The main topic, empty if none answered. */
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
  /** One row for each vote, without the person. */
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
  readonly workspace: string;
  readonly text: string;
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * What is stored, separately for each workspace. No method fails because of the store itself: if
 * the database fails, memory takes over and a warning is logged, so that people still get their answers.
 */
export interface Store {
  /** Whether words that people wrote are stored, of unanswered questions and with votes, as the Home tab says. */
  readonly keepsTexts: boolean;
  /**
   * Runs `work` unless it has been done for this key, then stores its result in one write together with the key.
   * If it's being done right now, here or in another process, waits for the result; if that fails, this
   * call tries itself. Only rejects with the failure of its own `work`. Without a key it always runs.
   */
  once(
    workspace: string,
    key: string | undefined,
    work: () => Promise<Asked | undefined>,
  ): Promise<'done' | 'done before'>;
  /** What was said last in a conversation, if that was within the last 15 minutes. */
  recall(workspace: string, conversation: string): Promise<Context | undefined>;
  /** The question is answered after all: the person picked one of the offered topics. */
  settle(workspace: string, unanswered: string): Promise<void>;
  /** The same of the question that the person was last asked about, in words: “the first one”. */
  settleOffered(workspace: string, person: string): Promise<void>;
  vote(vote: Vote): Promise<void>;
  /** Deletes everything stored about a person in a workspace, and returns how much that was. */
  forget(workspace: string, person: string): Promise<Forgotten>;
  /**
   * Deletes everything stored about a workspace that has removed the app; and later, unless it has
   * installed it again, what answers in progress have added.
   */
  erase(workspace: string): Promise<void>;
  /** The figures since a time (ms since 1970), of one workspace or of all. */
  figures(since: number, workspace?: string): Promise<Figures>;
  /** Whether data can be stored right now; if not, the reason has been logged. */
  isReachable(): Promise<boolean>;
  /** Deletes what has expired; called on a schedule. */
  sweep(): Promise<void>;
  /** Mentors and their answers; `keys` as for installations, and none where there is one workspace. */
  mentors(keys: readonly TokenKey[]): Mentors;
  /** People who wait for an answer. */
  subscriptions(keys: readonly TokenKey[]): Subscriptions;
  /** Encrypts people's ids with the first key, or the store's own; undefined where that can't be done now. */
  reencryptPeople(keys: readonly TokenKey[]): Promise<ReencryptedPeople | undefined>;
  /** The app's installations, in the same database; the first key encrypts, all decrypt. */
  installations(keys: readonly TokenKey[]): Installations;
  close(): Promise<void>;
}
