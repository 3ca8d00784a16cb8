// Declares stored installations for the rest of the app; knows no database and no Slack.

/** The app in one workspace or in a whole organisation: its identity there, and who installed it. */
export interface Installation {
  /** Slack's id of the workspace, or of the organisation if the app is installed in all of it. */
  readonly workspace: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The person who installed it. */
  readonly installer: string;
}

/** An installation with the time when it was stored, in milliseconds since 1970. */
export interface Installed extends Installation {
  readonly at: number;
}

/** The result of a change of keys. */
export interface Rotated {
  /** How many are now encrypted with the first key, and how many were before. */
  readonly changed: number;
  readonly unchanged: number;
  /** One sentence for each that couldn't be read. */
  readonly faults: readonly string[];
}

/** Installations, with their tokens encrypted. Each method rejects with an InstallationFault if it can't do its work. */
export interface Installations {
  /** Stores it in place of an older one of the same workspace. */
  save(installation: Installation): Promise<'first' | 'again'>;
  find(workspace: string): Promise<Installed | undefined>;
  /** Does nothing if there is none. */
  remove(workspace: string): Promise<void>;
  count(): Promise<number>;
  /** What the operator should know about keys: one sentence for each that is missing or has changed. */
  check(): Promise<readonly string[]>;
  /** Encrypts with the first key what is encrypted with another one; others may read and write meanwhile. */
  rotate(): Promise<Rotated>;
}

/**
 * An installation that can't be used: `unreadable` until the operator acts, `unavailable` as long as the store is.
 * The message is a sentence for the operator, without a token.
 */
export class InstallationFault extends Error {
  readonly kind: 'unreadable' | 'unavailable' | 'unusable';

  constructor(kind: InstallationFault['kind'], message: string) {
    super(message);
    this.name = 'InstallationFault';
    this.kind = kind;
  }
}
