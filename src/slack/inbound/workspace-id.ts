// Where Slack meets the road: whose payload it is, so that nothing of one workspace reaches another.

import { text } from './payload.js';

/** What Bolt reads from a payload and hands to its listeners, as unread as the payload is. */
interface Whose {
  readonly isEnterpriseInstall: boolean;
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
}

/** The workspace and the organisation that a payload names. */
export function namedIn(whose: Whose): {
  readonly team: string | undefined;
  readonly organisation: string | undefined;
} {
  return { team: text(whose, 'teamId'), organisation: text(whose, 'enterpriseId') };
}

/**
 * The workspace that the app is installed in, or the organisation where it is installed there as a whole: then payloads
 * name any of its workspaces or none, and only the organisation is the same in all of them.
 */
export function workspaceIn(whose: Whose): string {
  const { team, organisation } = namedIn(whose);
  return (whose.isEnterpriseInstall ? (organisation ?? team) : (team ?? organisation)) ?? '';
}
