// Starts the local Slack: the emulator with people, its page and a running clock.
import type { ActionResult, UserAction } from '../shared/state.js';
import { APP_TOKEN, BOT } from './fake-ids.js';
import { PageRoutes } from './page-routes.js';
import { startSlack } from './slack-emulator.js';
import { createUserActions } from './user-actions.js';
import { type BotHealth, createUserView } from './user-view.js';

export interface LocalSlackServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly isAgent: boolean;
  readonly pageFolder: string;
  /** Examples for people who don't know what to ask. */
  readonly questions: readonly string[];
  readonly health: () => BotHealth;
  readonly explain: (questions: readonly string[]) => Promise<string>;
}

/** Starts it on this machine only; rejects with Node's error if the port is in use. */
export async function startLocalSlackServer(options: LocalSlackServerOptions) {
  const { port, isAgent, pageFolder, questions, health, explain } = options;
  let routes: PageRoutes | undefined;
  const slack = await startSlack({
    port,
    isAgent,
    hasTime: true,
    sendsAgain: true,
    takeRequest: (request, response) => routes?.takeRequest(request, response) ?? false,
  });
  const act = createUserActions(slack);
  const viewFor = createUserView(slack, questions, health);
  const page = new PageRoutes({ slack, viewFor, act, explain, pageFolder });
  routes = page;
  const notify = (): void => page.notify();
  slack.onChange(notify);
  return {
    slack,
    port: slack.port,
    act: (what: UserAction): Promise<ActionResult> => act(what),
    viewFor,
    /** Sends the pages what is different now. */
    notify,
    /** The bot's settings for this Slack. */
    environment: { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
    stop: () => slack.stop(),
  };
}

export type LocalSlackServer = Awaited<ReturnType<typeof startLocalSlackServer>>;
