// Declares what the rest of the app sees of stored installations; knows no database and no Slack.

/** The app in one workspace, or in a whole organisation: by what it speaks there, and who let it in. */
export interface Installation {
  /** Slack's id of the workspace, or of the organisation where the app is installed in all of it. */
  readonly workspace: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The person who installed it. */
  readonly installer: string;
}

/** An installation with the time since when it stands, in milliseconds since 1970. */
export interface Installed extends Installation {
  readonly at: number;
}

/** What came of a change of keys. */
export interface Rotated {
  /** How many are encrypted with the first key only now, and how many were before. */
  readonly changed: number;
  readonly unchanged: number;
  /** One sentence for each that could not be read. */
  readonly faults: readonly string[];
}

/** Installations, their tokens encrypted. Each method rejects with an InstallationFault where it can't do its work. */
export interface Installations {
  /** Keeps it in place of an older one of the same workspace, if there was one. */
  save(installation: Installation): Promise<'first' | 'again'>;
  find(workspace: string): Promise<Installed | undefined>;
  /** Does nothing where there is none. */
  remove(workspace: string): Promise<void>;
  count(): Promise<number>;
  /** What the operator should know of keys: one sentence for each that is missing or another one than before. */
  check(): Promise<readonly string[]>;
  /** Encrypts with the first key what is encrypted with another one; others may read and write meanwhile. */
  rotate(): Promise<Rotated>;
}

/**
 * An installation that can't be used: `unreadable` until the operator acts, `unavailable` for as long as the store is.
 * The message is a sentence for the operator and holds no token.
 */
export class InstallationFault extends Error {
  readonly kind: 'unreadable' | 'unavailable' | 'unusable';

  constructor(kind: InstallationFault['kind'], message: string) {
    super(message);
    this.name = 'InstallationFault';
    this.kind = kind;
  }
}
