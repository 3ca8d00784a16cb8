// Brings together what mentors write: the bot of each workspace, who may write, who waits, and the watch over changes.
import type { webApi } from '@slack/bolt';
import type { Bot } from '../answering/bot.js';
import type { TokenKey } from '../config/token-keys.js';
import type { Log } from '../operations/log.js';
import type { Mentors, Subscriptions } from '../store/mentors.js';
import type { Store } from '../store/store.js';
import { type AnswerWatch, watchAnswers } from './answer-watch.js';
import { createAnswerNotices } from './surfaces/answer-notices.js';
import { createWorkspaceBots, type WorkspaceBots } from './workspace-bots.js';

/** What mentors have written, and what depends on it. */
export interface WorkspaceAnswers {
  readonly bots: WorkspaceBots;
  readonly mentors: Mentors;
  readonly subscriptions: Subscriptions;
  readonly watch: AnswerWatch;
}

/** What it takes. */
export interface WorkspaceAnswersServices {
  readonly bot: Bot;
  readonly store: Store;
  /** Encrypt people's ids; the store's own key does where there are none. */
  readonly keys: readonly TokenKey[];
  readonly clientFor: (workspace: string) => Promise<webApi.WebClient | undefined>;
  readonly log: Log;
  /** Lets a stop wait for this. */
  readonly track: (work: Promise<void>) => Promise<void>;
}

/** Builds it; nothing is read before the first question or the watch's start. */
export function openWorkspaceAnswers(services: WorkspaceAnswersServices): WorkspaceAnswers {
  const { bot, store, keys, clientFor, log, track } = services;
  const mentors = store.mentors(keys);
  const subscriptions = store.subscriptions(keys);
  const bots = createWorkspaceBots(bot, mentors);
  const notices = createAnswerNotices({ bots, subscriptions, clientFor, log });
  return { bots, mentors, subscriptions, watch: watchAnswers({ bots, notices, log, track }) };
}
