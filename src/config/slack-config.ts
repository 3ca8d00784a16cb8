// Reads the Slack settings from the environment and reports every error at once.
import * as v from 'valibot';
import { LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevelName } from '../operations/log.js';
import { ConfigError, type Environment, list, oneOf, parseSettings, port, secret, url } from './environment.js';
import { type ProxyConfig, readProxies } from './proxy-config.js';
import { HOW_TO_MAKE_A_KEY, parseTokenKeys, type TokenKey } from './token-keys.js';

interface Common {
  /** Where Slack's Web API is, ending in a slash; absent means Slack itself. */
  readonly apiUrl?: string;
  /** The proxy to the internet; absent means none. */
  readonly proxies?: ProxyConfig;
  readonly logLevel: LogLevelName;
  /** Where health and metrics are served; absent means nowhere, except health on Slack's port. */
  readonly monitoringPort?: number;
  /** Who sees the report on the Home tab: user ids, with `workspace/` before each if there are many workspaces. */
  readonly admins: readonly string[];
  /** Whether the app was installed with the agent's manifest. */
  readonly isAgent: boolean;
}

/** Slack is reached by a WebSocket that this process opens; no public address is needed. */
export interface SocketConfig extends Common {
  readonly mode: 'socket';
  readonly botToken: string;
  readonly appToken: string;
  /** True if a signing secret is set as well and therefore not used. */
  readonly ignoresSigningSecret: boolean;
}

interface CalledBySlack extends Common {
  readonly signingSecret: string;
  readonly port: number;
}

/** Slack calls this process over HTTP and signs every request. */
export interface HttpConfig extends CalledBySlack {
  readonly mode: 'http';
  readonly botToken: string;
}

/** The same for many workspaces: each installs the app itself, and its token is stored. */
export interface OAuthConfig extends CalledBySlack {
  readonly mode: 'oauth';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what comes back from Slack's page, so that no one can make someone else's browser install the app. */
  readonly stateSecret: string;
  /** The first encrypts the stored tokens, all decrypt them. */
  readonly tokenKeys: readonly TokenKey[];
}

/** The Slack settings, by how the app is run. */
export type Config = SocketConfig | HttpConfig | OAuthConfig;

const APPS = 'https://api.slack.com/apps > your app';
const WHERE = {
  SLACK_BOT_TOKEN: `${APPS} > OAuth & Permissions > Bot User OAuth Token (shown once the app is installed)`,
  SLACK_APP_TOKEN: `${APPS} > Basic Information > App-Level Tokens (scope connections:write)`,
  SLACK_SIGNING_SECRET: `${APPS} > Basic Information > App Credentials > Signing Secret`,
  SLACK_CLIENT_ID: `${APPS} > Basic Information > App Credentials > Client ID`,
  SLACK_CLIENT_SECRET: `${APPS} > Basic Information > App Credentials > Client Secret`,
} as const;

/** Any of these means many workspaces; then all are required. */
const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'TOKEN_KEYS'] as const;
const LEAST_SECRET = 32;
const MAKE_A_SECRET = `Make one with: node -p "require('crypto').randomBytes(${LEAST_SECRET}).toString('base64')"`;

const DEFAULT_PORT = 3000;
const SWITCH = ['on', 'off'] as const;

/** The format of log lines: as set, or text in a terminal. Needed first, so it never fails. */
export function readLogFormat(env: Environment, isTerminal: boolean): LogFormat {
  const said = env.LOG_FORMAT?.toLowerCase();
  return LOG_FORMATS.find((format) => format === said) ?? (isTerminal ? 'text' : 'json');
}

/** What a value is by its form, if it was copied from the wrong place. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^xoxb-/, 'a bot token, which belongs in SLACK_BOT_TOKEN'],
  [/^xapp-/, 'an app-level token, which belongs in SLACK_APP_TOKEN'],
  [/^xoxp-/, 'a user token'],
  [/^xoxe[.-]/, 'a refresh or configuration token'],
  [/^xox[a-z]-/, 'another kind of token'],
  [/^\d+\.\d+$/, 'a client ID, which belongs in SLACK_CLIENT_ID'],
  [/^A0[A-Z0-9]{7,}$/, 'an app ID'],
  [/^https?:\/\//, 'a web address'],
  [/^v0=/, 'the signature of a request'],
  [/^[A-Za-z0-9]{24}$/, 'a verification token, which Slack no longer uses'],
];
const OWN_FORM: Readonly<Record<string, RegExp>> = { SLACK_BOT_TOKEN: /^xoxb-/, SLACK_APP_TOKEN: /^xapp-/ };
/** A signing secret has 32 characters; Slack's use the digits 0-9 and a-f. */
const LEAST_SIGNING_SECRET = 16;
const SECRET_LENGTH = 32;

/** What guides and templates write where a value belongs, with or without the beginning of a token. */
const EXAMPLE =
  /^(?:xoxb-|xapp-(?:\d-)?)?(?:(?:your|my|the|change|replace|enter|insert|todo|example|placeholder|token)(?:[-_]|$)|change_?me|\.{2,}|x{3,}|<)/i;

/** What is wrong with a value that is something else; undefined if it may be right. */
function mistake(name: keyof typeof WHERE, value: string): string | undefined {
  const form = FORMS.find(([pattern]) => pattern.test(value))?.[1];
  if (form !== undefined && OWN_FORM[name]?.test(value) !== true) return `holds ${form}`;
  if (EXAMPLE.test(value)) return 'is still the example’s text';
  if (name !== 'SLACK_SIGNING_SECRET') return undefined;
  if (/^[0-9a-f]+$/i.test(value) && value.length !== SECRET_LENGTH)
    return `can’t be a signing secret: those have ${SECRET_LENGTH} characters, this has ${value.length}`;
  if (value.length < LEAST_SIGNING_SECRET) return 'is too short for a signing secret';
  return undefined;
}

/** The value if it can be right; else one message that says what it is and where to find the right one. */
const notMistaken = (name: keyof typeof WHERE, form: v.GenericSchema<string, string>) =>
  v.pipe(
    v.string(),
    v.rawTransform<string, string>(({ dataset: { value }, addIssue, NEVER }) => {
      const problem = mistake(name, value);
      const result = problem === undefined ? v.safeParse(form, value) : undefined;
      if (result?.success) return value;
      addIssue({ message: result?.issues[0]?.message ?? `${problem}. Find it at ${WHERE[name]}` });
      return NEVER;
    }),
  );

/** The variables one by one; how they depend on each other is checked afterwards. */
const SETTINGS = {
  SLACK_BOT_TOKEN: v.optional(
    notMistaken(
      'SLACK_BOT_TOKEN',
      secret(/^xoxb-[\w-]+$/, 'a bot token: it starts with xoxb- and has no quotes or spaces', WHERE.SLACK_BOT_TOKEN),
    ),
  ),
  SLACK_APP_TOKEN: v.optional(
    notMistaken(
      'SLACK_APP_TOKEN',
      secret(
        /^xapp-[\w-]+$/,
        'an app-level token: it starts with xapp- and has no quotes or spaces',
        WHERE.SLACK_APP_TOKEN,
      ),
    ),
  ),
  SLACK_SIGNING_SECRET: v.optional(
    notMistaken(
      'SLACK_SIGNING_SECRET',
      secret(/^[\w-]+$/, 'a signing secret: it has letters and digits only', WHERE.SLACK_SIGNING_SECRET),
    ),
  ),
  SLACK_CLIENT_ID: v.optional(secret(/^\d+\.\d+$/, 'a client ID such as 12.34', WHERE.SLACK_CLIENT_ID)),
  SLACK_CLIENT_SECRET: v.optional(
    secret(/^(?!xox|xapp-)\S+$/, 'a client secret, not a token', WHERE.SLACK_CLIENT_SECRET),
  ),
  SLACK_STATE_SECRET: v.optional(v.string()),
  PORT: v.optional(port, `${DEFAULT_PORT}`),
  SLACK_API_URL: v.optional(url),
  LOG_LEVEL: v.optional(oneOf(LOG_LEVELS), 'info'),
  LOG_FORMAT: v.optional(oneOf(LOG_FORMATS)),
  MONITORING_PORT: v.optional(port),
  AGENT: v.optional(oneOf(SWITCH), 'off'),
};

/** User IDs, each with its workspace if there are many. */
const adminsOf = (isForMany: boolean) =>
  isForMany
    ? list(/^[TE][A-Z0-9]+\/[UW][A-Z0-9]{2,}$/, 'a workspace and a user ID for each, such as T0123ABCD/U0123ABCD')
    : list(/^[UW][A-Z0-9]{2,}$/, 'user IDs such as U0123ABCD (in Slack: profile > Copy member ID)');

/** Reads the settings, or throws one ConfigError that names every invalid variable and where to find its value. */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const isForMany = OAUTH.some((name) => name in env);
  const settings = parseSettings({ ...SETTINGS, ADMINS: v.optional(adminsOf(isForMany), '') }, env, problems);
  const proxies = readProxies(env, problems);
  const tokenKeys = parseTokenKeys(env.TOKEN_KEYS ?? '', problems);
  if (isForMany) addFaultsOfMany(env, problems);
  else addFaultsOfOne(env, problems);
  const { PORT: ownPort = `${DEFAULT_PORT}`, MONITORING_PORT: monitoringPort } = env;
  if (!('SLACK_APP_TOKEN' in env) && ownPort !== '0' && monitoringPort === ownPort)
    problems.push('MONITORING_PORT can’t be the same as PORT, which anyone can reach. Choose another port');
  if (settings === undefined || problems.length > 0) throw new ConfigError(problems);

  const { SLACK_BOT_TOKEN: botToken = '', SLACK_SIGNING_SECRET: signingSecret = '', PORT, ...more } = settings;
  const common = {
    logLevel: more.LOG_LEVEL,
    admins: more.ADMINS,
    isAgent: more.AGENT === 'on',
    ...(proxies !== undefined && { proxies }),
    ...(more.SLACK_API_URL !== undefined && { apiUrl: more.SLACK_API_URL }),
    ...(more.MONITORING_PORT !== undefined && { monitoringPort: more.MONITORING_PORT }),
  };
  if (isForMany) {
    const { SLACK_CLIENT_ID: clientId = '', SLACK_CLIENT_SECRET: clientSecret = '' } = more;
    const oauth = { clientId, clientSecret, stateSecret: more.SLACK_STATE_SECRET ?? '' };
    const keys = Object.freeze(tokenKeys);
    return Object.freeze({ ...common, mode: 'oauth', signingSecret, port: PORT, ...oauth, tokenKeys: keys });
  }
  if (more.SLACK_APP_TOKEN === undefined)
    return Object.freeze({ ...common, mode: 'http', botToken, signingSecret, port: PORT });
  const ignoresSigningSecret = signingSecret !== '';
  return Object.freeze({ ...common, mode: 'socket', botToken, appToken: more.SLACK_APP_TOKEN, ignoresSigningSecret });
}

function addFaultsOfOne(env: Environment, problems: string[]): void {
  if (!('SLACK_BOT_TOKEN' in env))
    problems.unshift(
      `SLACK_BOT_TOKEN is missing. ${whereToLook(env, 'SLACK_BOT_TOKEN', `it at ${WHERE.SLACK_BOT_TOKEN}`)}`,
    );
  if (!('SLACK_APP_TOKEN' in env) && !('SLACK_SIGNING_SECRET' in env)) {
    const places = `the first at ${WHERE.SLACK_APP_TOKEN}, the second at ${WHERE.SLACK_SIGNING_SECRET}`;
    problems.push(
      'SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing. ' +
        whereToLook(env, 'SLACK_APP_TOKEN', places),
    );
  }
}

/** Where to find a missing token: perhaps under another name, which may also be the token of another program's app. */
function whereToLook(env: Environment, name: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', places: string): string {
  const isToken = (value: string): boolean => OWN_FORM[name]?.test(value) === true && !EXAMPLE.test(value);
  const [found] = Object.entries(env).find(([other, value]) => !Object.hasOwn(WHERE, other) && isToken(value)) ?? [];
  if (found === undefined) return `Find ${places}`;
  const what = name === 'SLACK_BOT_TOKEN' ? 'a bot' : 'an app-level';
  return `${found} holds ${what} token: if it’s this app’s, rename it to ${name}. Otherwise, find ${places}`;
}

/** Half of both would be neither: no one could tell whose token answers whom. */
function addFaultsOfMany(env: Environment, problems: string[]): void {
  const set = OAUTH.filter((name) => name in env).join(', ');
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'])
    if (name in env) problems.push(`${name} is for one workspace, but ${set} for many. Unset one or the other`);
  for (const name of ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET'] as const)
    if (!(name in env)) problems.push(`${name} is missing; it’s required with ${set}. Find it at ${WHERE[name]}`);
  if ('SLACK_CLIENT_SECRET' in env && env.SLACK_CLIENT_SECRET === env.SLACK_SIGNING_SECRET)
    problems.push(
      `SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET are the same, which they never are in Slack. Find the first at ` +
        `${WHERE.SLACK_CLIENT_SECRET}, the second at ${WHERE.SLACK_SIGNING_SECRET}`,
    );
  const stateSecret = env.SLACK_STATE_SECRET;
  if (stateSecret === undefined)
    problems.push(`SLACK_STATE_SECRET is missing; it’s required with ${set}. ${MAKE_A_SECRET}`);
  else if (stateSecret.length < LEAST_SECRET)
    problems.push(`SLACK_STATE_SECRET must have at least ${LEAST_SECRET} characters. ${MAKE_A_SECRET}`);
  if (!('TOKEN_KEYS' in env))
    problems.push(`TOKEN_KEYS is missing; it’s required with ${set}. Make a key with: ${HOW_TO_MAKE_A_KEY}`);
}
