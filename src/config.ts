// Before the road: what the environment says about the Slack app, read once, all faults told at once.

/** Levels of the log, the quietest last. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevelName = (typeof LOG_LEVELS)[number];

interface Common {
  readonly botToken: string;
  /** Where Slack's Web API is, ending in a slash; absent means Slack itself. */
  readonly apiUrl?: string;
  readonly logLevel: LogLevelName;
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

/** The environment cannot be used. `problems` has one sentence for each variable; no value is ever printed. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const APPS = 'https://api.slack.com/apps > your app';
const WHERE = {
  SLACK_BOT_TOKEN: `${APPS} > OAuth & Permissions > Bot User OAuth Token (shown once the app is installed)`,
  SLACK_APP_TOKEN: `${APPS} > Basic Information > App-Level Tokens (scope connections:write)`,
  SLACK_SIGNING_SECRET: `${APPS} > Basic Information > App Credentials > Signing Secret`,
} as const;

const DEFAULT_PORT = 3000;
const LAST_PORT = 65_535;

/** Reads the configuration, or throws one ConfigError that names every variable at fault and where to find it. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const read = reader(env, problems);
  const botToken = read.secret('SLACK_BOT_TOKEN', /^xoxb-[\w-]+$/, 'a bot token, which begins with xoxb-');
  const appToken = read.secret('SLACK_APP_TOKEN', /^xapp-[\w-]+$/, 'an app-level token, which begins with xapp-');
  const signingSecret = read.secret('SLACK_SIGNING_SECRET', /^(?!xox|xapp-)\S+$/, 'a signing secret (no token)');
  const port = read.port('PORT');
  const apiUrl = read.url('SLACK_API_URL');
  const logLevel = read.level('LOG_LEVEL');

  if (!read.isSet('SLACK_BOT_TOKEN'))
    problems.unshift(`SLACK_BOT_TOKEN is missing. Find it at ${WHERE.SLACK_BOT_TOKEN}`);
  if (!read.isSet('SLACK_APP_TOKEN') && !read.isSet('SLACK_SIGNING_SECRET')) {
    problems.push(
      `SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing. Find the first at ` +
        `${WHERE.SLACK_APP_TOKEN}, the second at ${WHERE.SLACK_SIGNING_SECRET}`,
    );
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const common = { botToken, logLevel, ...(apiUrl === undefined ? {} : { apiUrl }) };
  return read.isSet('SLACK_APP_TOKEN')
    ? Object.freeze({ ...common, mode: 'socket', appToken, ignoresSigningSecret: read.isSet('SLACK_SIGNING_SECRET') })
    : Object.freeze({ ...common, mode: 'http', signingSecret, port });
}

/** Reads single variables; what is wrong goes to `problems`. An empty variable counts as one that is not set. */
function reader(env: NodeJS.ProcessEnv, problems: string[]) {
  const value = (name: string): string => env[name]?.trim() ?? '';
  return {
    isSet: (name: string): boolean => value(name) !== '',
    secret(name: keyof typeof WHERE, form: RegExp, description: string): string {
      const found = value(name);
      if (found !== '' && !form.test(found)) problems.push(`${name} is not ${description}. Find it at ${WHERE[name]}`);
      return found;
    },
    port(name: string): number {
      const found = value(name);
      if (found === '') return DEFAULT_PORT;
      const port = Number(found);
      if (!/^\d+$/.test(found) || port > LAST_PORT)
        problems.push(`${name} is not a port, a whole number up to ${LAST_PORT}`);
      return port;
    },
    url(name: string): string | undefined {
      const found = value(name);
      if (found === '') return undefined;
      const url = baseUrl(found);
      if (url === undefined) problems.push(`${name} is not an http or https address such as https://slack.com/api/`);
      return url;
    },
    level(name: string): LogLevelName {
      const found = value(name).toLowerCase();
      const level = LOG_LEVELS.find((known) => known === found);
      if (found !== '' && level === undefined) problems.push(`${name} is none of ${LOG_LEVELS.join(', ')}`);
      return level ?? 'info';
    },
  };
}

/** The address ending in one slash, or undefined if method names cannot be put behind it. */
function baseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.href.replace(/\/*$/, '/');
}
