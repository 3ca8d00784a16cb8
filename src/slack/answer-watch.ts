// Looks every two seconds whether mentors' answers have changed on any machine, and has people told of them.
import type { Log } from '../operations/log.js';
import { describeFailure } from './slack-errors.js';
import type { AnswerNotices } from './surfaces/answer-notices.js';
import type { WorkspaceBots } from './workspace-bots.js';

/** Keeps the bots up to date for as long as the app runs. */
export interface AnswerWatch {
  start(): void;
  /** At once, after a change on this machine; resolves once the change is in force here. */
  look(): Promise<void>;
  stop(): void;
}

/** Five seconds are promised; nothing relies on notifications, so a pooler may stand between the app and the store. */
const LOOK_MS = 2_000;

/** What it takes to watch; `track` lets a stop wait for what is under way. */
export interface WatchServices {
  readonly bots: WorkspaceBots;
  readonly notices: AnswerNotices;
  readonly log: Log;
  readonly track: (work: Promise<void>) => Promise<void>;
}

/** Builds it; nothing is looked at before `start`. */
export function watchAnswers({ bots, notices, log, track }: WatchServices): AnswerWatch {
  let timer: NodeJS.Timeout | undefined;
  const inBackground = (work: Promise<void>): void => {
    track(work).catch((error: unknown) => {
      const { code, advice } = describeFailure(error);
      log.error(advice, { surface: 'mentors', code });
    });
  };

  const look = async (): Promise<void> => {
    const isChanged = await bots.refresh();
    if (isChanged || notices.isBehind()) inBackground(notices.tell());
  };

  return {
    look,
    start() {
      inBackground(look());
      timer = setInterval(() => inBackground(look()), LOOK_MS).unref();
    },
    stop() {
      clearInterval(timer);
    },
  };
}
