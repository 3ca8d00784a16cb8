// Before the road: what the environment says about the Slack app, read once, all faults told at once.
import { ConfigError, readEnvironment } from './environment.js';

export { ConfigError } from './environment.js';

/** Levels of the log, the quietest last. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevelName = (typeof LOG_LEVELS)[number];

interface Common {
  readonly botToken: string;
  /** Where Slack's Web API is, ending in a slash; absent means Slack itself. */
  readonly apiUrl?: string;
  readonly logLevel: LogLevelName;
  /** User ids of those who see the report in App Home. */
  readonly admins: readonly string[];
  /** Whether the app is installed with the agent's manifest. */
  readonly isAgent: boolean;
}

/** Slack is reached by a WebSocket that this process opens; no public address is needed. */
export interface SocketConfig extends Common {
  readonly mode: 'socket';
  readonly appToken: string;
  /** True when a signing secret is set as well and therefore not used. */
  readonly ignoresSigningSecret: boolean;
}

/** Slack calls this process over HTTP and signs every request. */
export interface HttpConfig extends Common {
  readonly mode: 'http';
  readonly signingSecret: string;
  readonly port: number;
}

export type Config = SocketConfig | HttpConfig;

const APPS = 'https://api.slack.com/apps > your app';
const WHERE = {
  SLACK_BOT_TOKEN: `${APPS} > OAuth & Permissions > Bot User OAuth Token (shown once the app is installed)`,
  SLACK_APP_TOKEN: `${APPS} > Basic Information > App-Level Tokens (scope connections:write)`,
  SLACK_SIGNING_SECRET: `${APPS} > Basic Information > App Credentials > Signing Secret`,
} as const;

const DEFAULT_PORT = 3000;
const SWITCH = ['on', 'off'] as const;

/** Reads the configuration, or throws one ConfigError that names every variable at fault and where to find it. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const read = readEnvironment(env, problems);
  const botToken = read.secret(
    'SLACK_BOT_TOKEN',
    /^xoxb-[\w-]+$/,
    'a bot token, which begins with xoxb-',
    WHERE.SLACK_BOT_TOKEN,
  );
  const appToken = read.secret(
    'SLACK_APP_TOKEN',
    /^xapp-[\w-]+$/,
    'an app-level token, which begins with xapp-',
    WHERE.SLACK_APP_TOKEN,
  );
  const signingSecret = read.secret(
    'SLACK_SIGNING_SECRET',
    /^(?!xox|xapp-)\S+$/,
    'a signing secret (no token)',
    WHERE.SLACK_SIGNING_SECRET,
  );
  const port = read.port('PORT', DEFAULT_PORT);
  const apiUrl = read.url('SLACK_API_URL');
  const logLevel = read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info');

  const admins = read.list(
    'ADMINS',
    /^[UW][A-Z0-9]{2,}$/,
    'a user id such as U0123ABCD (in Slack: profile > Copy member ID)',
  );
  const isAgent = read.oneOf('AGENT', SWITCH, 'off') === 'on';

  if (!read.isSet('SLACK_BOT_TOKEN'))
    problems.unshift(`SLACK_BOT_TOKEN is missing. Find it at ${WHERE.SLACK_BOT_TOKEN}`);
  if (!read.isSet('SLACK_APP_TOKEN') && !read.isSet('SLACK_SIGNING_SECRET')) {
    problems.push(
      `SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing. Find the first at ` +
        `${WHERE.SLACK_APP_TOKEN}, the second at ${WHERE.SLACK_SIGNING_SECRET}`,
    );
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const common = { botToken, logLevel, admins, isAgent, ...(apiUrl === undefined ? {} : { apiUrl }) };
  return read.isSet('SLACK_APP_TOKEN')
    ? Object.freeze({ ...common, mode: 'socket', appToken, ignoresSigningSecret: read.isSet('SLACK_SIGNING_SECRET') })
    : Object.freeze({ ...common, mode: 'http', signingSecret, port });
}
