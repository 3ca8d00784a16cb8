// Plays Slack's OAuth pages: the consent, the codes, and which token belongs to whom.
import { randomUUID } from 'node:crypto';
import { type ApiResult, type EmulatorClock, type JsonObject, refuse, stringOf } from './api-results.js';
import { APP_ID, BOT, PERSON, TEAM } from './fake-ids.js';

/** The credentials of a distributed app, and where it wants people back. */
export interface Distribution {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUrl: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What somebody decides on the page: who it is, and for which workspace, or for all of an organisation. */
export interface Consent {
  readonly team: Named;
  readonly enterprise?: Named;
  readonly isOrgWide?: boolean;
  readonly by?: string;
  readonly isDenied?: boolean;
}

/** Whose token it is. */
export interface Owner extends Consent {
  readonly botUserId: string;
  readonly botId: string;
  readonly isRevoked: boolean;
}

const CODE_SECONDS = 600;

/** `scopes` are those of the manifest. */
export function createOAuthInstalls(clock: EmulatorClock, scopes: readonly string[]) {
  const owners = new Map<string, Owner>([
    [BOT.token, { team: TEAM, botUserId: BOT.userId, botId: BOT.botId, isRevoked: false }],
  ]);
  const codes = new Map<string, { readonly consent: Consent; readonly until: number }>();
  let distribution: Distribution | undefined;
  let consent: Consent = { team: TEAM };

  /** Where the browser is sent after the decision; undefined where Slack would show an error of its own. */
  function decide(url: URL): string | undefined {
    const asked = url.searchParams;
    const wanted = asked.get('scope')?.split(',') ?? [];
    if (distribution === undefined || asked.get('client_id') !== distribution.clientId) return undefined;
    if (wanted.length === 0 || wanted.some((scope) => !scopes.includes(scope))) return undefined;
    const back = new URL(distribution.redirectUrl);
    back.searchParams.set('state', asked.get('state') ?? '');
    if (consent.isDenied) back.searchParams.set('error', 'access_denied');
    else back.searchParams.set('code', issueCode());
    return back.href;
  }

  function issueCode(): string {
    const code = `fake-code-${randomUUID()}`;
    codes.set(code, { consent, until: clock.now() + CODE_SECONDS * 1000 });
    return code;
  }

  /** The method oauth.v2.access: a code for a token, once. */
  function access(args: JsonObject): ApiResult {
    if (distribution === undefined || args.client_id !== distribution.clientId) return refuse('invalid_client_id');
    if (args.client_secret !== distribution.clientSecret) return refuse('bad_client_secret');
    const code = stringOf(args.code) ?? '';
    const issued = codes.get(code);
    codes.delete(code);
    if (issued === undefined || issued.until < clock.now()) return refuse('invalid_code');
    const { team, enterprise, isOrgWide = false, by = PERSON } = issued.consent;
    const place = isOrgWide ? (enterprise ?? team) : team;
    const token = `xoxb-fake-${randomUUID()}`;
    const owner = { ...issued.consent, botUserId: `U00BOT${place.id}`, botId: `B00BOT${place.id}`, isRevoked: false };
    owners.set(token, owner);
    return {
      access_token: token,
      token_type: 'bot',
      scope: scopes.join(','),
      bot_user_id: owner.botUserId,
      app_id: APP_ID,
      team: isOrgWide ? null : team,
      enterprise: enterprise ?? null,
      is_enterprise_install: isOrgWide,
      authed_user: { id: by },
    };
  }

  return {
    decide,
    access,
    ownerOf: (token: string): Owner | undefined => owners.get(token),
    /** From now on this app may be installed by others. */
    distribute(to: Distribution): void {
      distribution = to;
    },
    /** What is decided on the page from now on. */
    consentTo(next: Consent): void {
      consent = next;
    },
    /** All tokens of this workspace or organisation are worth nothing any more. */
    revoke(id: string): void {
      for (const [token, owner] of owners)
        if ((owner.isOrgWide ? owner.enterprise : owner.team)?.id === id)
          owners.set(token, { ...owner, isRevoked: true });
    },
    /** The tokens of this workspace or organisation that are worth something, the newest last. */
    tokensOf: (id: string): string[] =>
      [...owners]
        .filter(([, owner]) => !owner.isRevoked && (owner.isOrgWide ? owner.enterprise : owner.team)?.id === id)
        .map(([token]) => token),
  };
}

export type OAuthInstalls = ReturnType<typeof createOAuthInstalls>;
