// Declares what the rest of the app sees of mentors, their answers, and people who wait for one; knows no database.
import type { AnswerContent, MentorAnswer } from '../answering/answer.js';

/** One version of an answer. */
export interface AnswerVersion extends MentorAnswer {
  /** From 1. */
  readonly version: number;
  /** False once it's withdrawn. */
  readonly isLive: boolean;
  /** The name of the person who made this version, and when, in milliseconds since 1970. */
  readonly changedBy: string;
  readonly changedAt: number;
}

/** What the next version of an answer follows. */
interface NextVersion {
  readonly workspace: string;
  readonly id: string;
  /** The version that the person has seen; 0 if there was none. */
  readonly after: number;
  /** Stored as a hash; absent for what comes from files. */
  readonly person?: string;
}

/** A text that is to be the next version. */
export interface AnswerDraft extends NextVersion, AnswerContent {
  /** When it was written, if that isn't now. */
  readonly writtenAt?: number;
}

/** An earlier version that is to be the next one as well, be it to withdraw it. */
export interface AnswerReturn extends NextVersion {
  readonly version: number;
  readonly isLive: boolean;
}

/**
 * Mentors and their answers, of each workspace apart. Memory does not take over for them: what was not written would be
 * lost. Each method resolves to undefined where the store can't be used right now.
 */
export interface Mentors {
  /** A text that differs after each change of any answer, on every machine. Tells nobody of a store that is away. */
  change(): Promise<string | undefined>;
  /** The last version of each answer, the newest first; those that are withdrawn too. */
  answers(workspace: string): Promise<readonly AnswerVersion[] | undefined>;
  /** The workspaces that have answers. */
  workspaces(): Promise<readonly string[] | undefined>;
  /** All versions of an answer, the last one first. */
  history(workspace: string, id: string): Promise<readonly AnswerVersion[] | undefined>;
  /** Saves it; `changed` if someone else has written that version first. The same once more is saved already. */
  save(draft: AnswerDraft): Promise<'saved' | 'changed' | undefined>;
  /** Withdraws an answer, or brings a version of it back, under the name that the person last signed with. */
  restore(version: AnswerReturn): Promise<'saved' | 'changed' | undefined>;
  /** The name that a person last signed an answer with; empty if none. */
  signatureOf(workspace: string, person: string): Promise<string | undefined>;
  /** Whether administrators have chosen a person. */
  include(workspace: string, person: string): Promise<boolean | undefined>;
  /** The people whom administrators have chosen, by their ids; those whose key is gone are left out. */
  list(workspace: string): Promise<readonly string[] | undefined>;
  /** Chooses these people and no others. */
  choose(workspace: string, people: readonly string[]): Promise<true | undefined>;
}

/** What came of a change of keys: how many ids are encrypted with the first key only now, and how many no key opens. */
export interface ReencryptedPeople {
  readonly changed: number;
  readonly unreadable: number;
}

/** A question to which someone wants to hear the answer. */
export interface Subscription {
  readonly workspace: string;
  readonly person: string;
  readonly question: string;
}

/** One that is stored. */
export interface StoredSubscription extends Subscription {
  readonly id: string;
}

/** People who want to be told when a question is answered. As with mentors, undefined means that nothing could be done. */
export interface Subscriptions {
  /** Once for each person and question, however often. */
  add(subscription: Subscription): Promise<true | undefined>;
  remove(subscription: Subscription): Promise<true | undefined>;
  /** All of them, of every workspace. */
  list(): Promise<readonly StoredSubscription[] | undefined>;
  /** Whether this process, and no other for the next minutes, is to tell the person. */
  claim(id: string): Promise<boolean | undefined>;
  /** The person was told. */
  finish(id: string): Promise<true | undefined>;
}
