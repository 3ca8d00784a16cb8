// Where Slack meets the road: whose payload it is, so that nothing of one workspace reaches another.

/** What Bolt reads from a payload and hands to its listeners. */
interface Whose {
  readonly isEnterpriseInstall: boolean;
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
}

/**
 * The workspace that the app is installed in, or the organisation where it is installed there as a whole: then payloads
 * name any of its workspaces or none, and only the organisation is the same in all of them.
 */
export function workspaceIn({ isEnterpriseInstall, teamId, enterpriseId }: Whose): string {
  const workspace = isEnterpriseInstall ? (enterpriseId ?? teamId) : (teamId ?? enterpriseId);
  return workspace ?? '';
}
