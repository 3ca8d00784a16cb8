// Starts the local Slack: the emulator with people, its page and a running clock.
import type { ActionResult, UserAction } from '../shared/state.js';
import { APP_TOKEN, BOT } from './fake-ids.js';
import { createPageRoutes } from './page-routes.js';
import { startSlack } from './slack-emulator.js';
import { createUserActions } from './user-actions.js';
import { type BotHealth, createUserView } from './user-view.js';

export interface LocalSlackServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly isAgent: boolean;
  readonly pageFolder: string;
  /** Questions for somebody who does not know what to ask. */
  readonly questions: readonly string[];
  readonly health: () => BotHealth;
  readonly explain: (talk: readonly string[]) => Promise<string>;
}

/** Opens it on this machine only; rejects with Node's error when the port is taken. */
export async function startLocalSlackServer(options: LocalSlackServerOptions) {
  const { port, isAgent, pageFolder, questions, health, explain } = options;
  let local: ReturnType<typeof createPageRoutes> | undefined;
  const slack = await startSlack({
    port,
    isAgent,
    hasTime: true,
    sendsAgain: true,
    takeRequest: (request, response) => local?.takeRequest(request, response) ?? false,
  });
  const act = createUserActions(slack);
  const see = createUserView(slack, questions, health);
  local = createPageRoutes({ slack, see, act, explain, pageFolder });
  const { tell } = local;
  slack.onChange(tell);
  return {
    slack,
    port: slack.port,
    act: (what: UserAction): Promise<ActionResult> => act(what),
    see,
    /** Tells the pages that something is different now. */
    tell,
    /** How the bot reaches this workspace. */
    environment: { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
    stop: slack.stop,
  };
}

export type LocalSlackServer = Awaited<ReturnType<typeof startLocalSlackServer>>;
