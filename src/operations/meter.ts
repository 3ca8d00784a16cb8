// Declares what is counted for operators; no label names a person or a place.

/** Counts. Every label has few values: surfaces, outcomes, topics, methods, codes. */
export interface Meter {
  /** An answer was handed over, so many seconds after its question arrived. `topic` is empty where none answered. */
  answered(
    answer: { readonly surface: string; readonly outcome: string; readonly topic: string },
    seconds: number,
  ): void;
  /** A call to Slack was refused, or nothing came of it. */
  slackFailed(method: string, code: string): void;
  /** Slack has sent an event again, for that reason. */
  retried(reason: string): void;
  /** A mention was left unanswered because no person wrote it: a workflow, Slackbot or another app did. */
  ignored(reason: 'no user' | 'app'): void;
  storeFailed(kind: string): void;
}
