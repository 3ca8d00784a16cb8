// The local workspace in one piece: the stand-in for Slack with its people, its page and a clock that goes.
import type { Act, Done } from '../shared/state.js';
import { APP_TOKEN, BOT } from './fake-ids.js';
import { createLocal } from './page-routes.js';
import { startSlack } from './slack-emulator.js';
import { createActs } from './user-actions.js';
import { createSeeing, type Health } from './user-view.js';

export interface WorkspaceServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly isAgent: boolean;
  readonly pageFolder: string;
  /** Questions for somebody who does not know what to ask. */
  readonly questions: readonly string[];
  readonly health: () => Health;
  readonly explain: (talk: readonly string[]) => Promise<string>;
}

/** Opens it on this machine only; rejects with Node's error when the port is taken. */
export async function openWorkspaceServer(options: WorkspaceServerOptions) {
  const { port, isAgent, pageFolder, questions, health, explain } = options;
  let local: ReturnType<typeof createLocal> | undefined;
  const slack = await startSlack({
    port,
    isAgent,
    hasTime: true,
    sendsAgain: true,
    takeRequest: (request, response) => local?.takeRequest(request, response) ?? false,
  });
  const act = createActs(slack);
  const see = createSeeing(slack, questions, health);
  local = createLocal({ slack, see, act, explain, pageFolder });
  const { tell } = local;
  slack.onChange(tell);
  return {
    slack,
    port: slack.port,
    act: (what: Act): Promise<Done> => act(what),
    see,
    /** Tells the pages that something is different now. */
    tell,
    /** How the bot reaches this workspace. */
    environment: { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
    stop: slack.stop,
  };
}

export type WorkspaceServer = Awaited<ReturnType<typeof openWorkspaceServer>>;
