// Reads the Slack settings from the environment and reports every error at once.

import { LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevelName } from '../operations/log.js';
import { ConfigError, readEnvironment } from './environment.js';
import { HOW_TO_MAKE_A_KEY, parseTokenKeys, type TokenKey } from './token-keys.js';

interface Common {
  /** Where Slack's Web API is, ending in a slash; absent means Slack itself. */
  readonly apiUrl?: string;
  readonly logLevel: LogLevelName;
  /** Where health and metrics can be read; absent means nowhere but, for the health, on Slack's port. */
  readonly monitoringPort?: number;
  /** Those who see the report in App Home: user ids, behind `workspace/` where there are many workspaces. */
  readonly admins: readonly string[];
  /** Whether the app is installed with the agent's manifest. */
  readonly isAgent: boolean;
}

/** Slack is reached by a WebSocket that this process opens; no public address is needed. */
export interface SocketConfig extends Common {
  readonly mode: 'socket';
  readonly botToken: string;
  readonly appToken: string;
  /** True when a signing secret is set as well and therefore not used. */
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

/** The same for many workspaces: each installs the app by itself, and its token is stored. */
export interface OAuthConfig extends CalledBySlack {
  readonly mode: 'oauth';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what comes back from Slack's page, so that nobody can make somebody else's browser install. */
  readonly stateSecret: string;
  /** The first encrypts the stored tokens, all decrypt them. */
  readonly tokenKeys: readonly TokenKey[];
}

/** The Slack settings, by the way in which the app is run. */
export type Config = SocketConfig | HttpConfig | OAuthConfig;

const APPS = 'https://api.slack.com/apps > your app';
const WHERE = {
  SLACK_BOT_TOKEN: `${APPS} > OAuth & Permissions > Bot User OAuth Token (shown once the app is installed)`,
  SLACK_APP_TOKEN: `${APPS} > Basic Information > App-Level Tokens (scope connections:write)`,
  SLACK_SIGNING_SECRET: `${APPS} > Basic Information > App Credentials > Signing Secret`,
  SLACK_CLIENT_ID: `${APPS} > Basic Information > App Credentials > Client ID`,
  SLACK_CLIENT_SECRET: `${APPS} > Basic Information > App Credentials > Client Secret`,
} as const;

/** Any of these means that many workspaces are wanted; then all are needed. */
const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'TOKEN_KEYS'] as const;
const LEAST_SECRET = 32;
const MAKE_A_SECRET = `Make one with: node -p "require('crypto').randomBytes(${LEAST_SECRET}).toString('base64')"`;

const DEFAULT_PORT = 3000;
const SWITCH = ['on', 'off'] as const;

/** How lines are written: as said, else in words where somebody reads them. Needed before all else, so it never fails. */
export function readLogFormat(env: NodeJS.ProcessEnv, isTerminal: boolean): LogFormat {
  const said = env.LOG_FORMAT?.trim().toLowerCase();
  return LOG_FORMATS.find((format) => format === said) ?? (isTerminal ? 'text' : 'json');
}

/** Reads the configuration, or throws one ConfigError that names every variable at fault and where to find it. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const read = readEnvironment(env, problems);
  const botToken = read.secret(
    'SLACK_BOT_TOKEN',
    /^xoxb-[\w-]+$/,
    'a bot token, which begins with xoxb- and holds no quotes or spaces',
    WHERE.SLACK_BOT_TOKEN,
  );
  const appToken = read.secret(
    'SLACK_APP_TOKEN',
    /^xapp-[\w-]+$/,
    'an app-level token, which begins with xapp- and holds no quotes or spaces',
    WHERE.SLACK_APP_TOKEN,
  );
  const signingSecret = read.secret(
    'SLACK_SIGNING_SECRET',
    /^(?!xox|xapp-)\S+$/,
    'a signing secret (no token)',
    WHERE.SLACK_SIGNING_SECRET,
  );
  const clientId = read.secret('SLACK_CLIENT_ID', /^\d+\.\d+$/, 'a client id such as 12.34', WHERE.SLACK_CLIENT_ID);
  const clientSecret = read.secret(
    'SLACK_CLIENT_SECRET',
    /^(?!xox|xapp-)\S+$/,
    'a client secret (no token)',
    WHERE.SLACK_CLIENT_SECRET,
  );
  const stateSecret = read.text('SLACK_STATE_SECRET');
  const tokenKeys = parseTokenKeys(read.text('TOKEN_KEYS'), problems);
  const port = read.port('PORT', DEFAULT_PORT);
  const apiUrl = read.url('SLACK_API_URL');
  const logLevel = read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info');
  read.oneOf('LOG_FORMAT', LOG_FORMATS, 'text');

  const monitoringPort = read.isSet('MONITORING_PORT') ? read.port('MONITORING_PORT', 0) : undefined;
  if (!read.isSet('SLACK_APP_TOKEN') && port !== 0 && monitoringPort === port)
    problems.push('MONITORING_PORT is the same as PORT, which anybody may reach. Take another one');

  const isForMany = OAUTH.some(read.isSet);
  const admins = isForMany
    ? read.list('ADMINS', /^[TE][A-Z0-9]+\/[UW][A-Z0-9]{2,}$/, 'a workspace and a user id such as T0123ABCD/U0123ABCD')
    : read.list('ADMINS', /^[UW][A-Z0-9]{2,}$/, 'a user id such as U0123ABCD (in Slack: profile > Copy member ID)');
  const isAgent = read.oneOf('AGENT', SWITCH, 'off') === 'on';

  if (isForMany) addFaultsOfMany(read, stateSecret, problems);
  else addFaultsOfOne(read, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const common = {
    logLevel,
    admins,
    isAgent,
    ...(apiUrl !== undefined && { apiUrl }),
    ...(monitoringPort !== undefined && { monitoringPort }),
  };
  if (isForMany) {
    const oauth = { clientId, clientSecret, stateSecret, tokenKeys: Object.freeze(tokenKeys) };
    return Object.freeze({ ...common, mode: 'oauth', signingSecret, port, ...oauth });
  }
  return read.isSet('SLACK_APP_TOKEN')
    ? Object.freeze({
        ...common,
        mode: 'socket',
        botToken,
        appToken,
        ignoresSigningSecret: read.isSet('SLACK_SIGNING_SECRET'),
      })
    : Object.freeze({ ...common, mode: 'http', botToken, signingSecret, port });
}

type Read = ReturnType<typeof readEnvironment>;

function addFaultsOfOne(read: Read, problems: string[]): void {
  if (!read.isSet('SLACK_BOT_TOKEN'))
    problems.unshift(`SLACK_BOT_TOKEN is missing. Find it at ${WHERE.SLACK_BOT_TOKEN}`);
  if (!read.isSet('SLACK_APP_TOKEN') && !read.isSet('SLACK_SIGNING_SECRET')) {
    problems.push(
      `SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing. Find the first at ` +
        `${WHERE.SLACK_APP_TOKEN}, the second at ${WHERE.SLACK_SIGNING_SECRET}`,
    );
  }
}

/** Half of both ways is neither: nobody could tell whose token answers whom. */
function addFaultsOfMany(read: Read, stateSecret: string, problems: string[]): void {
  const set = OAUTH.filter(read.isSet).join(', ');
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'])
    if (read.isSet(name)) problems.push(`${name} is for one workspace, ${set} for many. Unset the one or the others`);
  for (const name of ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET'] as const)
    if (!read.isSet(name)) problems.push(`${name} is missing, as ${set} is set. Find it at ${WHERE[name]}`);
  if (!read.isSet('SLACK_STATE_SECRET'))
    problems.push(`SLACK_STATE_SECRET is missing, as ${set} is set. ${MAKE_A_SECRET}`);
  else if (stateSecret.length < LEAST_SECRET)
    problems.push(`SLACK_STATE_SECRET is shorter than ${LEAST_SECRET} characters. ${MAKE_A_SECRET}`);
  if (!read.isSet('TOKEN_KEYS'))
    problems.push(`TOKEN_KEYS is missing, as ${set} is set. Make a key with: ${HOW_TO_MAKE_A_KEY}`);
}
