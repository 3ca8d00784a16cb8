// How long each thing is stored, in milliseconds.
const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** Slack sends an event for the last time after about six minutes; the rest is margin. */
export const ANSWERED_MS = 20 * MINUTE_MS;

/** A person who comes back later no longer means what was said last. */
export const CONVERSATION_MS = 15 * MINUTE_MS;

export const UNANSWERED_MS = 30 * DAY_MS;

/** A vote goes with its comment; no figure of it stays, since the documents have changed by then. */
export const VOTE_MS = 365 * DAY_MS;

/** A year and a month more, so that a month can be compared with the same one a year ago. */
export const COUNT_MS = 400 * DAY_MS;

/** As long as the words of unanswered questions: after that nobody expects to hear of it. */
export const SUBSCRIPTION_MS = 30 * DAY_MS;

/** A process that began to tell someone and was killed is given up after this; another one tells them then. */
export const TELLING_MS = 10 * MINUTE_MS;
