// Deletes everything stored about a workspace when it removes the app.
import type { App, webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { InstallationFault, type Installations, type Installed } from '../../store/installations.js';
import type { Store } from '../../store/store.js';
import { namedIn, workspaceIn } from '../inbound/workspace-id.js';
import { isLastingRefusal } from '../slack-errors.js';
import { clientOf } from './install-routes.js';

/** What deleting needs. */
export interface UninstallServices {
  readonly installations: Installations;
  readonly store: Store;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
}

/**
 * Slack sends both events in any order, more than once and sometimes late: a workspace that has installed the app again
 * meanwhile keeps it. An event that couldn't be handled is left for Slack to send again.
 */
export function listenForUninstall(app: App, { installations, store, clientOptions, log }: UninstallServices): void {
  const find = async (workspace: string): Promise<Installed | undefined> => {
    try {
      return await installations.find(workspace);
    } catch (error) {
      // An unreadable installation is removed as well.
      if (error instanceof InstallationFault && error.kind === 'unreadable') return undefined;
      throw error;
    }
  };

  /** True if the event is older than the current installation; Slack is asked to be sure. */
  const isLate = async (installed: Installed | undefined, eventTime: number): Promise<boolean> => {
    if (installed === undefined || installed.at < (eventTime + 1) * 1000) return false;
    try {
      await clientOf(installed, clientOptions).auth.test();
      return true;
    } catch (error) {
      if (isLastingRefusal(error)) return false;
      throw error;
    }
  };

  app.event('app_uninstalled', async ({ body, context }) => {
    const workspace = workspaceIn(context);
    if (workspace === '' || (await isLate(await find(workspace), body.event_time))) return;
    await store.erase(workspace);
    // Last, since it fails if the store can't be reached; then the event is sent again, and erasing is only delayed.
    await installations.remove(workspace);
    log.info(`The app was removed from ${workspace}, and everything stored for it was deleted`);
  });

  app.event('tokens_revoked', async ({ body, event, context }) => {
    const bots = event.tokens.bot ?? [];
    if (bots.length === 0) return;
    // This event doesn't say whether it means the organisation's token or that of one of its workspaces.
    const { team, organisation } = namedIn(context);
    for (const workspace of new Set([team, organisation])) {
      if (workspace === undefined || workspace === '') continue;
      const installed = await find(workspace);
      const isMeant = workspace === team || (installed !== undefined && bots.includes(installed.botUserId));
      if (isMeant && !(await isLate(installed, body.event_time))) await installations.remove(workspace);
    }
  });
}
