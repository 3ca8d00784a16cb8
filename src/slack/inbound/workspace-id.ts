// Says which workspace a payload belongs to, so that nothing of one workspace reaches another.
import { text } from './payload.js';

/** What Bolt reads from a payload and passes to its listeners, as unchecked as the payload is. */
interface PayloadOrigin {
  readonly isEnterpriseInstall: boolean;
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
}

/** The workspace and the organisation that a payload names. */
export function namedIn(origin: PayloadOrigin): {
  readonly team: string | undefined;
  readonly organisation: string | undefined;
} {
  return { team: text(origin, 'teamId'), organisation: text(origin, 'enterpriseId') };
}

/**
 * The workspace that the app is installed in, or the organisation if it is installed there as a whole: then payloads
 * name any of its workspaces or none, and only the organisation is the same in all of them. Empty if none is named.
 */
export function workspaceIn(origin: PayloadOrigin): string {
  const { team, organisation } = namedIn(origin);
  return (origin.isEnterpriseInstall ? (organisation ?? team) : (team ?? organisation)) ?? '';
}
