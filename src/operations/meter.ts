// Declares what is counted for operators; no label names a person or a channel.

/** Counts. Every label has few values: surfaces, outcomes, topics, methods, codes. */
export interface Meter {
  /** An answer was delivered, this many seconds after its question arrived. `topic` is empty if none answered. */
  answered(
    answer: { readonly surface: string; readonly outcome: string; readonly topic: string },
    seconds: number,
  ): void;
  /** A call to Slack was refused or failed. */
  slackFailed(method: string, code: string): void;
  /** Slack has sent an event again, for this reason. */
  retried(reason: string): void;
  /** A mention got no answer because a workflow, Slackbot or another app wrote it. */
  ignored(reason: 'no user' | 'app'): void;
  storeFailed(kind: string): void;
}
