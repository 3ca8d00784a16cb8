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

/** What it takes to watch; `track` lets a stop wait until people are told. */
export interface WatchServices {
  readonly bots: WorkspaceBots;
  readonly notices: AnswerNotices;
  readonly log: Log;
  readonly track: (work: Promise<void>) => Promise<void>;
}

/** Builds it; nothing is looked at before `start`. */
export function watchAnswers({ bots, notices, log, track }: WatchServices): AnswerWatch {
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  const report = (error: unknown): void => {
    const { code, advice } = describeFailure(error);
    log.error(advice, { surface: 'mentors', code });
  };

  const look = async (): Promise<void> => {
    const isChanged = await bots.refresh();
    if (isChanged || notices.isBehind()) track(notices.tell()).catch(report);
  };

  /** A store that doesn't answer is asked once at a time, and no stop waits for it. */
  const lookInTurn = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    await look().catch(report);
    isLooking = false;
  };

  return {
    look,
    start() {
      void lookInTurn();
      timer = setInterval(lookInTurn, LOOK_MS).unref();
    },
    stop() {
      clearInterval(timer);
    },
  };
}
