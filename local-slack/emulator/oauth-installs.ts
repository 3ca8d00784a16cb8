// Plays Slack's OAuth pages: the consent, the codes, and which token belongs to whom.
import { randomUUID } from 'node:crypto';
import { type ApiResult, type EmulatorClock, type JsonObject, refuse, stringOf } from './api-results.js';
import { APP_ID, BOT, PERSON, TEAM } from './fake-ids.js';

/** The credentials of a distributed app, and where it wants people to return to. */
export interface Distribution {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUrl: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What someone decides on the consent page: who, and for which workspace or whole organisation. */
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

/** The app's installations; tokens are issued here and nowhere else. */
export class OAuthInstalls {
  readonly #clock: EmulatorClock;
  readonly #scopes: readonly string[];
  readonly #owners = new Map<string, Owner>([
    [BOT.token, { team: TEAM, botUserId: BOT.userId, botId: BOT.botId, isRevoked: false }],
  ]);
  readonly #codes = new Map<string, { readonly consent: Consent; readonly until: number }>();
  #distribution: Distribution | undefined;
  #consent: Consent = { team: TEAM };

  /** `scopes` are those of the manifest. */
  constructor(clock: EmulatorClock, scopes: readonly string[]) {
    this.#clock = clock;
    this.#scopes = scopes;
  }

  /** From now on other workspaces can install this app. */
  distribute(distribution: Distribution): void {
    this.#distribution = distribution;
  }

  /** Decides the consent page like this from now on. */
  consentTo(consent: Consent): void {
    this.#consent = consent;
  }

  /** Where the browser is sent after the decision; undefined where Slack would show an error of its own. */
  decide(url: URL): string | undefined {
    const asked = url.searchParams;
    const wanted = asked.get('scope')?.split(',') ?? [];
    if (this.#distribution === undefined || asked.get('client_id') !== this.#distribution.clientId) return undefined;
    if (wanted.length === 0 || wanted.some((scope) => !this.#scopes.includes(scope))) return undefined;
    const back = new URL(this.#distribution.redirectUrl);
    back.searchParams.set('state', asked.get('state') ?? '');
    if (this.#consent.isDenied) back.searchParams.set('error', 'access_denied');
    else back.searchParams.set('code', this.#issueCode());
    return back.href;
  }

  /** The method oauth.v2.access: a code for a token, once. */
  access(args: JsonObject): ApiResult {
    if (this.#distribution === undefined || args.client_id !== this.#distribution.clientId)
      return refuse('invalid_client_id');
    if (args.client_secret !== this.#distribution.clientSecret) return refuse('bad_client_secret');
    const code = stringOf(args.code) ?? '';
    const issued = this.#codes.get(code);
    this.#codes.delete(code);
    if (issued === undefined || issued.until < this.#clock.now()) return refuse('invalid_code');
    const { team, enterprise, isOrgWide = false, by = PERSON } = issued.consent;
    const place = isOrgWide ? (enterprise ?? team) : team;
    const token = `xoxb-fake-${randomUUID()}`;
    const owner = { ...issued.consent, botUserId: `U00BOT${place.id}`, botId: `B00BOT${place.id}`, isRevoked: false };
    this.#owners.set(token, owner);
    return {
      access_token: token,
      token_type: 'bot',
      scope: this.#scopes.join(','),
      bot_user_id: owner.botUserId,
      app_id: APP_ID,
      team: isOrgWide ? null : team,
      enterprise: enterprise ?? null,
      is_enterprise_install: isOrgWide,
      authed_user: { id: by },
    };
  }

  ownerOf(token: string): Owner | undefined {
    return this.#owners.get(token);
  }

  /** Makes all tokens of this workspace or organisation invalid. */
  revoke(id: string): void {
    for (const [token, owner] of this.#owners)
      if (placeOf(owner)?.id === id) this.#owners.set(token, { ...owner, isRevoked: true });
  }

  /** The valid tokens of this workspace or organisation, the newest last. */
  tokensOf(id: string): string[] {
    return [...this.#owners]
      .filter(([, owner]) => !owner.isRevoked && placeOf(owner)?.id === id)
      .map(([token]) => token);
  }

  #issueCode(): string {
    const code = `fake-code-${randomUUID()}`;
    this.#codes.set(code, { consent: this.#consent, until: this.#clock.now() + CODE_SECONDS * 1000 });
    return code;
  }
}

/** The workspace, or the organisation of an org-wide installation. */
const placeOf = ({ isOrgWide, enterprise, team }: Owner): Named | undefined => (isOrgWide ? enterprise : team);
