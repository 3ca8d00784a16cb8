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
import { describeFailure, type Failure } from '../slack-errors.js';
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
/** After Slack didn't take a message; twice as long each time it still doesn't. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

/** When to try again. */
function createRetry() {
  let at = Number.POSITIVE_INFINITY;
  let pauseMs = FIRST_PAUSE_MS;
  const within = (ms: number): void => {
    at = Math.min(at, performance.now() + ms);
  };
  return {
    within,
    isDue: () => performance.now() >= at,
    clear(): void {
      at = Number.POSITIVE_INFINITY;
    },
    /** Says whether Slack refused anything: then it's asked more and more seldom. */
    afterSlack(hasRefused: boolean): void {
      if (hasRefused) within(pauseMs);
      pauseMs = hasRefused ? Math.min(2 * pauseMs, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
    },
  };
}

/** What this process has claimed, so that no other one tells it meanwhile. */
function createClaims(subscriptions: Subscriptions, retry: ReturnType<typeof createRetry>) {
  const claimedAt = new Map<string, number>();
  return {
    ids: () => claimedAt.keys(),
    drop: (id: string) => void claimedAt.delete(id),
    /** Only what the store has taken note of may be told: another machine would tell it as well. */
    async isMine(id: string): Promise<boolean> {
      if (performance.now() - (claimedAt.get(id) ?? Number.NEGATIVE_INFINITY) < HELD_MS) return true;
      const isClaimed = await subscriptions.claim(id);
      if (isClaimed) claimedAt.set(id, performance.now());
      // Another machine has it, which may be killed before it has told the person.
      else retry.within(isClaimed === undefined ? 0 : TAKEN_OVER_MS);
      return isClaimed === true;
    },
  };
}

/** Builds it; it does nothing by itself. */
export function createAnswerNotices(services: AnswerNoticeServices): AnswerNotices {
  const retry = createRetry();
  const claims = createClaims(services.subscriptions, retry);
  /** Told, though the store could not take note of it yet. */
  const told = new Set<string>();
  let running: Promise<void> | undefined;
  let isAgain = false;

  /** Adds to `refusals` if Slack doesn't take the message now. */
  const tellOne = async (subscription: StoredSubscription, refusals: Refusals): Promise<void> => {
    const { id, workspace, question } = subscription;
    if (!told.has(id)) {
      const answer = (await services.bots.of(workspace)).answer({ text: question });
      if (!isOutright(answer) || !(await claims.isMine(id))) return;
      const failure = await tryToTell(services, subscription, answer);
      if (failure !== undefined && !PERSON_GONE.includes(failure.code)) {
        refusals.set(`${workspace} ${failure.code}`, { workspace, ...failure });
        return;
      }
      told.add(id);
      claims.drop(id);
    }
    if (await services.subscriptions.finish(id)) told.delete(id);
    else retry.within(0);
  };

  const tellAll = async (): Promise<void> => {
    do {
      isAgain = false;
      retry.clear();
      const waiting = await services.subscriptions.list();
      if (waiting === undefined) return retry.within(0);
      const refusals: Refusals = new Map();
      for (const subscription of waiting) await tellOne(subscription, refusals);
      logRefusals(refusals, services.log);
      retry.afterSlack(refusals.size > 0);
      // People who no longer wait aren't told.
      const ids = new Set(waiting.map(({ id }) => id));
      for (const id of [...claims.ids(), ...told]) {
        if (ids.has(id)) continue;
        claims.drop(id);
        told.delete(id);
      }
    } while (isAgain);
  };

  return {
    isBehind: retry.isDue,
    tell() {
      isAgain = running !== undefined;
      running ??= tellAll().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** What Slack refused in one go, once for each workspace and code, however many people it's about. */
type Refusals = Map<string, Failure & { readonly workspace: string }>;

/** Slack's words for people who can no longer be messaged: nothing is kept of what they waited for. */
const PERSON_GONE: readonly string[] = [
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
];

function logRefusals(refusals: Refusals, log: Log): void {
  for (const { workspace, code, advice } of refusals.values())
    log.warn(`Couldn’t tell people in ${workspace} that their questions are answered. ${advice}`, {
      surface: 'tell',
      code,
    });
}

/** Gives what went wrong; nothing if the person was told, or the workspace has removed the app. */
async function tryToTell(
  { clientFor }: AnswerNoticeServices,
  { id, workspace, person, question }: StoredSubscription,
  answer: Answer,
): Promise<Failure | undefined> {
  try {
    const client = await clientFor(workspace);
    if (client === undefined) return undefined;
    // A person's id in place of a channel's is the conversation with that person.
    const destination = { kind: 'conversation', channel: person } as const;
    await deliver(messageOf(question, answer), destination, { client, postId: postIdFor(id) });
    return undefined;
  } catch (error) {
    return describeFailure(error);
  }
}

function messageOf(question: string, answer: Answer): SlackMessage {
  const { text, blocks } = renderMessage(answer);
  const words = cutText(cleanText(question).replaceAll(/\s+/g, ' ').trim(), LONGEST_QUESTION);
  const lead = `You asked: “${words}”${/[.?!…]$/.test(words) ? '' : '.'} It’s answered now:`;
  const first: types.SectionBlock = section(lead);
  return { text: `${escapeText(lead)}\n\n${text}`, blocks: [first, ...blocks] };
}
