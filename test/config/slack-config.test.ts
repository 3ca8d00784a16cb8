// Checks which settings are accepted, and what each invalid one is reported as.
import { describe, expect, it } from 'vitest';
import { ConfigError, serviceLinkLines, trimEnvironment } from '../../src/config/environment.js';
import { readConfig } from '../../src/config/slack-config.js';

const BOT = 'xoxb-fake-1';
const APP = 'xapp-fake-1';
const SECRET = 'fake-signing-secret';

const KEY = 'A'.repeat(43);
const OAUTH = {
  SLACK_CLIENT_ID: '12.34',
  SLACK_CLIENT_SECRET: 'fake-client-secret',
  SLACK_STATE_SECRET: 'a state secret of thirty-two characters',
  SLACK_SIGNING_SECRET: SECRET,
  TOKEN_KEYS: `2026-11:${KEY}=`,
};
/** The variables for many workspaces, with changes. */
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(OAUTH).filter(([name]) => !names.includes(name)));

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(trimEnvironment(env));
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it.each([
    [
      'an app token means Socket Mode',
      { SLACK_APP_TOKEN: APP },
      { mode: 'socket', appToken: APP, ignoresSigningSecret: false },
    ],
    [
      'a signing secret means HTTP on port 3000',
      { SLACK_SIGNING_SECRET: SECRET },
      { mode: 'http', signingSecret: SECRET, port: 3000 },
    ],
    [
      'both mean Socket Mode, which is reported',
      { SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET },
      { mode: 'socket', ignoresSigningSecret: true },
    ],
    ['the port can be set', { SLACK_SIGNING_SECRET: SECRET, PORT: '8080' }, { port: 8080 }],
    [
      'an empty variable is ignored',
      { SLACK_SIGNING_SECRET: SECRET, SLACK_APP_TOKEN: '', PORT: '' },
      { mode: 'http', port: 3000 },
    ],
    ['space around a value is ignored', { SLACK_SIGNING_SECRET: ` ${SECRET}\n` }, { signingSecret: SECRET }],
    [
      'quotation marks around a value are ignored: Docker’s --env-file leaves them there',
      { SLACK_SIGNING_SECRET: `"${SECRET}"`, PORT: "'8080'", LOG_LEVEL: '“warn”', ADMINS: '""' },
      { signingSecret: SECRET, port: 8080, logLevel: 'warn', admins: [] },
    ],
    [
      'the address of Slack gets one slash at its end',
      { SLACK_APP_TOKEN: APP, SLACK_API_URL: 'http://127.0.0.1:9/api' },
      { apiUrl: 'http://127.0.0.1:9/api/' },
    ],
    [
      'an address may be a host alone',
      { SLACK_APP_TOKEN: APP, SLACK_API_URL: 'https://slack.test' },
      { apiUrl: 'https://slack.test/' },
    ],
    ...['http://proxy.test:3128/x', 'http://u:p@proxy.test:80/?a=b', 'proxy.test:3128/'].map(
      (address): [string, NodeJS.ProcessEnv, object] => [
        `a proxy’s path is nothing to the app: ${address}`,
        { SLACK_APP_TOKEN: APP, http_proxy: address },
        { proxies: { http: address.startsWith('http') ? address : `http://${address}` } },
      ],
    ),
    ['the log level can be set', { SLACK_APP_TOKEN: APP, LOG_LEVEL: 'WARN' }, { logLevel: 'warn' }],
  ])('%s', (_, env, expected) => {
    const config = readConfig(trimEnvironment({ SLACK_BOT_TOKEN: BOT, ...env }));
    expect(config).toMatchObject({ botToken: BOT, ...expected });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('list everything that’s missing at once, with where to find it', () => {
    const [bot, way, ...more] = problemsOf({});
    expect(bot).toMatch(/^SLACK_BOT_TOKEN is missing.*OAuth & Permissions/);
    expect(way).toMatch(/^SLACK_APP_TOKEN .*SLACK_SIGNING_SECRET .*App-Level Tokens.*Signing Secret/);
    expect(more).toEqual([]);
  });

  it.each([
    ['a user token for the bot', { SLACK_BOT_TOKEN: 'xoxp-fake', SLACK_APP_TOKEN: APP }, ['SLACK_BOT_TOKEN']],
    ['swapped tokens', { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT }, ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
    [
      'a token as the signing secret',
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'xapp-fake' },
      ['SLACK_SIGNING_SECRET'],
    ],
    ['a port that is a word', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET, PORT: 'http' }, ['PORT']],
    ['a port that is too high', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET, PORT: '65536' }, ['PORT']],
    [
      'an address without a scheme',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: 'slack.com' },
      ['SLACK_API_URL'],
    ],
    [
      'an address of a different kind',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: 'ftp://slack.com' },
      ['SLACK_API_URL'],
    ],
    [
      'an address with a query',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: 'https://s.test/?a=b' },
      ['SLACK_API_URL'],
    ],
    [
      'a port for metrics that anyone can reach',
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET, MONITORING_PORT: '3000' },
      ['MONITORING_PORT'],
    ],
    [
      'a proxy of a different kind, or an invalid one',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, HTTPS_PROXY: 'socks5://proxy:1080', HTTP_PROXY: 'http://' },
      ['HTTPS_PROXY', 'HTTP_PROXY'],
    ],
    [
      'a script that finds the proxy, and an address with a slip that makes it a path',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, HTTPS_PROXY: 'http://wpad:80/proxy.pac', HTTP_PROXY: 'htp:/proxy' },
      ['HTTPS_PROXY', 'HTTP_PROXY'],
    ],
    ['an unknown log level', { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    [
      'everything at once',
      { SLACK_BOT_TOKEN: 'bot', SLACK_APP_TOKEN: 'app', PORT: '-1', SLACK_API_URL: '/', LOG_LEVEL: '?' },
      ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'PORT', 'SLACK_API_URL', 'LOG_LEVEL'],
    ],
  ])('refuse %s', (_, env, names) => {
    const problems = problemsOf(env);
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(names);
  });

  it.each([
    [
      'swapped tokens',
      { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT },
      /app-level token, which.*\n.*a bot token, which/,
    ],
    [
      'a user token for the bot',
      { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: APP },
      /^SLACK_BOT_TOKEN holds a user token/,
    ],
    ['a bot token as the secret', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: BOT }, /SECRET holds a bot token/],
    ['a client id as the secret', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: '12.34' }, /SECRET holds a client ID/],
    ['an app id as the secret', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'A0123ABCDEF' }, /holds an app ID/],
    [
      'the old verification token as the secret',
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'gIkuvaNzQIHg97ATvDxqgjtO' },
      /holds a verification token/,
    ],
    ['half a secret', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'ab12'.repeat(7) }, /32 characters, this has 28/],
    ['a secret too short to be one', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'secret' }, /SECRET is too short/],
    [
      'the example’s secret',
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'your-signing-secret' },
      /SECRET is still the example’s text/,
    ],
    [
      'a secret with a quotation mark on one side',
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: `"${'ab12'.repeat(8)}` },
      /letters and digits/,
    ],
    ...['xoxb-your-token', 'xoxb-...', 'xoxb-xxxxxxxx', 'xoxb-token', 'xoxb-changeme', '<your bot token>'].map(
      (value): [string, NodeJS.ProcessEnv, RegExp] => [
        `the example’s token, ${value}`,
        { SLACK_BOT_TOKEN: value, SLACK_APP_TOKEN: APP },
        /^SLACK_BOT_TOKEN is still the example’s text/,
      ],
    ),
    [
      'the example’s app-level token',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: 'xapp-1-your-token' },
      /^SLACK_APP_TOKEN is still the example’s text/,
    ],
  ])('say what %s is, and where to find the right value', (_, env, problem) => {
    const problems = problemsOf(env).join('\n');
    expect(problems).toMatch(problem);
    expect(problems).toContain('Find it at https://api.slack.com/apps');
  });

  it('name the variable that holds a missing token under another name, which may be another app’s', () => {
    expect(problemsOf({ SLACK_TOKEN: BOT, slack_app_token: APP })).toEqual([
      expect.stringMatching(
        /^SLACK_BOT_TOKEN is missing\. SLACK_TOKEN holds a bot token: if it’s this app’s, rename it to SLACK_BOT_TOKEN\. Otherwise, find it at https:.*OAuth/,
      ),
      expect.stringMatching(
        /^SLACK_APP_TOKEN .* is missing\. slack_app_token holds an app-level token: if it’s this app’s, rename it to SLACK_APP_TOKEN\. Otherwise, find the first at https:/,
      ),
    ]);
  });

  it('don’t take an example’s text under another name for a token', () => {
    expect(problemsOf({ DEPLOY_TOKEN: 'xoxb-your-token', SLACK_APP_TOKEN: APP })).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is missing\. Find it at https:/),
    ]);
  });

  it.each(['tcp://10.43.0.7:9464', ' udp://[fd00::7]:53 '])(
    'ignore the address of a Kubernetes service: %s',
    (link) => {
      const env = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET, PORT: link, MONITORING_PORT: link };
      const config = readConfig(trimEnvironment(env));
      expect(config).toMatchObject({ port: 3000 });
      expect(config).not.toHaveProperty('monitoringPort');
      expect(serviceLinkLines(env)).toEqual([
        expect.stringMatching(/^PORT holds the address of a Kubernetes Service.*enableServiceLinks: false/),
        expect.stringMatching(/^MONITORING_PORT holds the address of a Kubernetes Service.*There is no monitoring/),
      ]);
    },
  );

  it('never repeat a value in an error', () => {
    const env = {
      SLACK_BOT_TOKEN: 'my-bot-value',
      SLACK_APP_TOKEN: 'my-app-value',
      PORT: 'my-port',
      SLACK_API_URL: 'my-url',
    };
    expect(problemsOf(env).join()).not.toContain('my-');
  });
});

describe('the settings for many workspaces', () => {
  it('are used if there’s a client id, both secrets and a key', () => {
    const config = readConfig(trimEnvironment({ ...OAUTH, ADMINS: 'T012/U012, E9/W034' }));
    expect(config).toMatchObject({
      mode: 'oauth',
      clientId: '12.34',
      clientSecret: 'fake-client-secret',
      signingSecret: SECRET,
      port: 3000,
      admins: ['T012/U012', 'E9/W034'],
    });
    expect(config).not.toHaveProperty('botToken');
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('accept several keys, with or without padding, the first one first', () => {
    const config = readConfig(trimEnvironment({ ...OAUTH, TOKEN_KEYS: `new:${KEY}, old.1:${'B'.repeat(43)}=` }));
    if (config.mode !== 'oauth') throw new Error('Another mode');
    expect(config.tokenKeys.map(({ name, key }) => [name, key.length])).toEqual([
      ['new', 32],
      ['old.1', 32],
    ]);
  });

  it.each([
    ['without the client secret', without('SLACK_CLIENT_SECRET'), ['SLACK_CLIENT_SECRET']],
    ['without the signing secret', without('SLACK_SIGNING_SECRET'), ['SLACK_SIGNING_SECRET']],
    ['without the state secret', without('SLACK_STATE_SECRET'), ['SLACK_STATE_SECRET']],
    ['without a key', without('TOKEN_KEYS'), ['TOKEN_KEYS']],
    [
      'with a key alone',
      { TOKEN_KEYS: OAUTH.TOKEN_KEYS },
      ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'SLACK_STATE_SECRET'],
    ],
    ['with a bot token as well', { ...OAUTH, SLACK_BOT_TOKEN: BOT }, ['SLACK_BOT_TOKEN']],
    ['with a token for Socket Mode as well', { ...OAUTH, SLACK_APP_TOKEN: APP }, ['SLACK_APP_TOKEN']],
    ['with an invalid client id', { ...OAUTH, SLACK_CLIENT_ID: 'A012' }, ['SLACK_CLIENT_ID']],
    ['with one secret twice', { ...OAUTH, SLACK_CLIENT_SECRET: SECRET }, ['SLACK_CLIENT_SECRET']],
    ['with a token as the client secret', { ...OAUTH, SLACK_CLIENT_SECRET: BOT }, ['SLACK_CLIENT_SECRET']],
    ['with a state secret that can be guessed', { ...OAUTH, SLACK_STATE_SECRET: 'short' }, ['SLACK_STATE_SECRET']],
    ['with a key that is too short', { ...OAUTH, TOKEN_KEYS: 'a:QUJD' }, ['TOKEN_KEYS:']],
    ['with a key that is too long', { ...OAUTH, TOKEN_KEYS: `a:${KEY}AAAA` }, ['TOKEN_KEYS:']],
    ['with a key without a name', { ...OAUTH, TOKEN_KEYS: KEY }, ['TOKEN_KEYS']],
    ['with half a key without a name', { ...OAUTH, TOKEN_KEYS: 'A'.repeat(20) }, ['TOKEN_KEYS']],
    ['with two keys of one name', { ...OAUTH, TOKEN_KEYS: `a:${KEY},a:${KEY}` }, ['TOKEN_KEYS']],
    ['with an administrator of no workspace', { ...OAUTH, ADMINS: 'U012345' }, ['ADMINS']],
  ])('are refused %s', (_, env, names) => {
    const problems = problemsOf(env);
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(names);
    expect(problems.join()).not.toMatch(/AAAA|QUJD|fake|U012345/);
  });

  it('aren’t what an administrator with one token means', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, ADMINS: 'T012/U012345' })).toEqual([
      expect.stringMatching(/^ADMINS must only have user IDs/),
    ]);
  });
});
