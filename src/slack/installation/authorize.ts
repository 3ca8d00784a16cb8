// Finds the app's token for the workspace that a payload came from.
import type { Authorize, AuthorizeResult, webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { InstallationFault, type Installations } from '../../store/installations.js';
import { workspaceIn } from '../inbound/workspace-id.js';

/** The app's identity in each workspace. */
export interface Authorization {
  /** Called by Bolt for every payload. */
  readonly authorize: Authorize<boolean>;
  /** Checks at the start what can be checked then; resolves to who the app is. Rejects with Slack's refusal. */
  identify(client: webApi.WebClient): Promise<string>;
}

/** A payload of a workspace that hasn't installed the app, or has removed it. */
export class NotInstalledError extends Error {
  readonly workspace: string;

  constructor(workspace: string) {
    super('The app is not installed there');
    this.name = 'NotInstalledError';
    this.workspace = workspace;
  }
}

/** The token's only workspace. */
export function authorizeByToken(botToken: string): Authorization {
  let identity: AuthorizeResult | undefined;
  return {
    // A copy each time, since Bolt writes the payload's workspace into it.
    authorize: async () => (identity ? { ...identity } : Promise.reject(new Error('The app has not been started'))),

    async identify(client) {
      const self = await client.auth.test({ token: botToken });
      const { bot_id: botId, user_id: botUserId } = self;
      identity = {
        botToken,
        ...(botId === undefined ? {} : { botId }),
        ...(botUserId === undefined ? {} : { botUserId }),
      };
      return `as @${self.user ?? 'unknown'} in ${self.team ?? 'unknown'}`;
    },
  };
}

/**
 * All workspaces that have installed the app. Each payload looks its own up, so that a removed one is gone at once
 * for every process. `installer` is then in the context of every listener.
 */
export function authorizeByInstallation(installations: Installations, log: Log): Authorization {
  return {
    async authorize({ teamId, enterpriseId, isEnterpriseInstall }) {
      const workspace = workspaceIn({ teamId, enterpriseId, isEnterpriseInstall });
      const installed = await installations.find(workspace);
      if (installed === undefined) throw new NotInstalledError(workspace);
      const { botToken, botId, botUserId, installer } = installed;
      return { botToken, botId, botUserId, installer };
    },

    async identify() {
      try {
        for (const fault of await installations.check()) log.error(fault);
        const count = await installations.count();
        return `installed in ${count} ${count === 1 ? 'workspace' : 'workspaces'}, install page at /slack/install`;
      } catch (error) {
        // The store has logged what is wrong, and may be back in a moment.
        if (error instanceof InstallationFault) return 'workspaces unknown while the store can’t be reached';
        throw error;
      }
    },
  };
}
