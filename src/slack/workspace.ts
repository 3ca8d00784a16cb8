// Where Slack meets the road: whose payload it is, so that nothing of one workspace reaches another.
import type { Context } from '@slack/bolt';

/**
 * The workspace that the app is installed in, or the organisation where it is installed there as a whole: then payloads
 * name any of its workspaces or none, and only the organisation is the same in all of them.
 */
export function workspaceIn({ isEnterpriseInstall, teamId, enterpriseId }: Context): string {
  const workspace = isEnterpriseInstall ? (enterpriseId ?? teamId) : (teamId ?? enterpriseId);
  return workspace ?? '';
}
