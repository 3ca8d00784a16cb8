// Tells people of answers to what they asked: one direct message each, once over all machines.
import type { types, webApi } from '@slack/bolt';
import { type Answer, isOutright } from '../../answering/answer.js';
import type { Log } from '../../operations/log.js';
import type { StoredSubscription, Subscriptions } from '../../store/mentors.js';
import { deliver } from '../delivery/deliver.js';
import { postIdFor } from '../delivery/post-id.js';
import { section } from '../message/blocks.js';
import { cleanText, cutText, escapeText } from '../message/escaping.js';
import { renderMessage, type SlackMessage } from '../message/message.js';
import { describeFailure } from '../slack-errors.js';
import type { WorkspaceBots } from '../workspace-bots.js';

/** What it takes to tell people. */
export interface AnswerNoticeServices {
  readonly bots: WorkspaceBots;
  readonly subscriptions: Subscriptions;
  /** Speaks in a workspace; undefined where the app isn't installed. Rejects where that can't be found out now. */
  readonly clientFor: (workspace: string) => Promise<webApi.WebClient | undefined>;
  readonly log: Log;
}

/** Tells everyone whose question has an answer by now. */
export interface AnswerNotices {
  /** Calls at the same time are one. */
  tell(): Promise<void>;
  /** Whether it's time to try again, because someone could not be told, or the store not be asked or take note of it. */
  isBehind(): boolean;
}

const LONGEST_QUESTION = 300;

/** So long a claim of this process is surely still its own, and so much longer until another one may take it over. */
const HELD_MS = 5 * 60_000;
const TAKEN_OVER_MS = 11 * 60_000;
/** After Slack didn't take a message. */
const PAUSE_MS = 10_000;

/** Builds it; it does nothing by itself. */
export function createAnswerNotices(services: AnswerNoticeServices): AnswerNotices {
  /** Claimed by this process at a time, and not told yet. */
  const held = new Map<string, number>();
  /** Told, though the store could not take note of it yet. */
  const told = new Set<string>();
  let retryAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | undefined;
  let isAgain = false;

  const retryIn = (ms: number): void => {
    retryAt = Math.min(retryAt, performance.now() + ms);
  };

  /** Only what the store has taken note of may be told: another machine would tell it as well. */
  const isMine = async (id: string): Promise<boolean> => {
    if (performance.now() - (held.get(id) ?? Number.NEGATIVE_INFINITY) < HELD_MS) return true;
    const isClaimed = await services.subscriptions.claim(id);
    if (isClaimed) held.set(id, performance.now());
    // Another machine has it, which may be killed before it has told the person.
    else retryIn(isClaimed === undefined ? 0 : TAKEN_OVER_MS);
    return isClaimed === true;
  };

  const tellOne = async (subscription: StoredSubscription): Promise<void> => {
    const { id, workspace, question } = subscription;
    if (!told.has(id)) {
      const answer = (await services.bots.of(workspace)).answer({ text: question });
      if (!isOutright(answer) || !(await isMine(id))) return;
      if (!(await isTold(services, subscription, answer))) return retryIn(PAUSE_MS);
      told.add(id);
      held.delete(id);
    }
    if (await services.subscriptions.finish(id)) told.delete(id);
    else retryIn(0);
  };

  const tellAll = async (): Promise<void> => {
    do {
      isAgain = false;
      retryAt = Number.POSITIVE_INFINITY;
      const waiting = await services.subscriptions.list();
      if (waiting === undefined) return retryIn(0);
      for (const subscription of waiting) await tellOne(subscription);
      // People who no longer wait aren't told.
      const ids = new Set(waiting.map(({ id }) => id));
      for (const kept of [held, told]) for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
    } while (isAgain);
  };

  return {
    isBehind: () => performance.now() >= retryAt,
    tell() {
      isAgain = running !== undefined;
      running ??= tellAll().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** Slack's words for people who can no longer be messaged. */
const PERSON_GONE: readonly string[] = [
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'messages_tab_disabled',
];

/** Also where Slack will never let the person be told: nothing of it is kept then. */
async function isTold(
  { clientFor, log }: AnswerNoticeServices,
  { id, workspace, person, question }: StoredSubscription,
  answer: Answer,
): Promise<boolean> {
  try {
    const client = await clientFor(workspace);
    if (client === undefined) return true;
    // A person's id in place of a channel's is the conversation with that person.
    const destination = { kind: 'conversation', channel: person } as const;
    await deliver(messageOf(question, answer), destination, { client, postId: postIdFor(id) });
    return true;
  } catch (error) {
    const { code, advice } = describeFailure(error);
    log.warn(`Couldn’t tell someone in ${workspace} that their question is answered. ${advice}`, {
      surface: 'tell',
      code,
    });
    return PERSON_GONE.includes(code);
  }
}

function messageOf(question: string, answer: Answer): SlackMessage {
  const { text, blocks } = renderMessage(answer);
  const words = cutText(cleanText(question).replaceAll(/\s+/g, ' ').trim(), LONGEST_QUESTION);
  const lead = `You asked: “${words}”. It’s answered now:`;
  const first: types.SectionBlock = section(lead);
  return { text: `${escapeText(lead)}\n\n${text}`, blocks: [first, ...blocks] };
}
