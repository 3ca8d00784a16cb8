// Checks the manifests for other ways to run the app: they differ from manifest.yml only where they must.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Ran, runInProcess } from '../../helpers/run-command.js';
import { loadShippedBot } from '../../helpers/shipped-bot.js';

const PLAIN = readFileSync('manifest.yml', 'utf8');
const HOST = 'https://advisor.example.org';
const URL = `${HOST}/slack/events`;

const run = (...args: string[]): Promise<Ran> => runInProcess('manifest', args);

/** Every value of a manifest by its path; each entry of a list of plain values has its own path. */
function flatten(value: unknown, path = ''): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return { [path]: value };
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) =>
      isPlainList ? { [`${path}[${inner}]`]: true } : flatten(inner, path === '' ? key : `${path}.${key}`),
    ),
  );
}

/** What the variant changes in manifest.yml; undefined for what it removes. */
async function difference(...args: string[]): Promise<Record<string, unknown>> {
  const [plain, variant] = [flatten(parse(PLAIN)), flatten(parse((await run(...args)).stdout))];
  const paths = new Set([...Object.keys(plain), ...Object.keys(variant)]);
  return Object.fromEntries(
    [...paths].filter((path) => plain[path] !== variant[path]).map((path) => [path, variant[path]]),
  );
}

async function agentDifference(): Promise<Record<string, unknown>> {
  const { topics } = await loadShippedBot();
  const prompts = topics.slice(0, 4).flatMap(({ title, example }, index) => [
    [`features.agent_view.suggested_prompts.${index}.title`, title],
    [`features.agent_view.suggested_prompts.${index}.message`, example],
  ]);
  return {
    'features.agent_view.agent_description': parse(PLAIN).display_information.description,
    ...Object.fromEntries(prompts),
    'oauth_config.scopes.bot[assistant:write]': true,
  };
}

const HTTP_DIFFERENCE = {
  'features.slash_commands.0.url': URL,
  'settings.event_subscriptions.request_url': URL,
  'settings.interactivity.request_url': URL,
  'settings.socket_mode_enabled': false,
};

const OAUTH_DIFFERENCE = {
  ...HTTP_DIFFERENCE,
  [`oauth_config.redirect_urls[${HOST}/slack/oauth_redirect]`]: true,
  'settings.event_subscriptions.bot_events[app_uninstalled]': true,
  'settings.event_subscriptions.bot_events[tokens_revoked]': true,
  'settings.org_deploy_enabled': true,
};

describe('the printed manifest', () => {
  it('without options is manifest.yml, character by character', async () => {
    expect(await run()).toMatchObject({ status: 0, stdout: PLAIN, stderr: '' });
  });

  it('for an agent has the agent, its prompts from the topics, and one more scope', async () => {
    expect(await difference('--agent')).toEqual(await agentDifference());
  });

  it('for HTTP has the address wherever Slack calls, and no Socket Mode', async () => {
    expect(await difference('--http', HOST)).toEqual(HTTP_DIFFERENCE);
  });

  it('for an agent over HTTP has both', async () => {
    expect(await difference('--http', HOST, '--agent')).toEqual({ ...HTTP_DIFFERENCE, ...(await agentDifference()) });
  });

  it('for many workspaces is the one for HTTP with the redirect address, the events of removals, and organisations', async () => {
    expect(await difference('--oauth', HOST)).toEqual(OAUTH_DIFFERENCE);
  });

  it('for many workspaces with an agent has both', async () => {
    expect(await difference('--oauth', HOST, '--agent')).toEqual({ ...OAUTH_DIFFERENCE, ...(await agentDifference()) });
  });

  it.each([
    ['a slash at its end', `${HOST}/`, URL],
    ['a path', `${HOST}/advisor/`, `${HOST}/advisor/slack/events`],
    ['a port', `${HOST}:8443`, `${HOST}:8443/slack/events`],
  ])('accepts an address with %s', async (_, address, url) => {
    expect(await difference('--http', address)).toMatchObject({ 'settings.interactivity.request_url': url });
  });

  it.each([
    [['--agent']],
    [['--http', HOST]],
    [['--agent', '--http', HOST]],
    [['--oauth', HOST]],
    [['--agent', '--oauth', HOST]],
  ])('with %j is accepted by Slack’s schema', async (args) => {
    const schema: object = JSON.parse(readFileSync('test/fixtures/manifest.schema.2.0.0.json', 'utf8'));
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    validate(parse((await run(...args)).stdout));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('keeps the comments, and says how it was made', async () => {
    const { stdout } = await run('--agent', '--http', HOST);
    const reasons = PLAIN.match(/^ +# .+$/gm) ?? [];
    for (const reason of reasons) expect(stdout).toContain(`${reason}\n`);
    expect(reasons.length).toBeGreaterThan(5);
    expect(stdout).toMatch(
      /^# The Slack app.*\n# Made from manifest\.yml by: npm run -s manifest -- --agent --http https/,
    );
    expect(stdout).toMatch(/# .+\n +- assistant:write\n/);
  });
});

describe('nothing is printed but an error', () => {
  it.each([
    ['for an unknown option', ['--nope'], '--nope'],
    ['for an invalid address', ['--http', 'advisor'], 'Slack can’t call “advisor”'],
    ['for an address without encryption', ['--http', 'http://advisor.example.org'], 'Slack can’t call “http'],
    ['for an address with a query', ['--http', `${HOST}?a=b`], 'Slack can’t call “http'],
    ['for HTTP without an address', ['--http'], '--http'],
    ['for many workspaces without an address', ['--oauth'], '--oauth'],
    ['for many workspaces without encryption', ['--oauth', 'http://advisor.example.org'], 'Slack can’t call “http'],
    ['for both addresses', ['--http', HOST, '--oauth', HOST], 'leave out --http'],
    ['for a word too many', ['agent'], 'agent'],
  ])('%s', async (_, args, words) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).toContain('npm run -s manifest -- --http');
  });
});

describe('the manifest as JSON', () => {
  it.each([[[]], [['--agent']], [['--http', HOST]]])(
    'with --link %j opens Slack’s page for a new app, completely filled in',
    async (args) => {
      const { status, stdout } = await run('--link', ...args);
      expect(status).toBe(0);
      const [page, json = ''] = stdout.trim().split('&manifest_json=');
      expect(page).toBe('https://api.slack.com/apps?new_app=1');
      expect(JSON.parse(decodeURIComponent(json))).toEqual(parse((await run(...args)).stdout));
    },
  );

  it('is printed for Slack’s CLI by the hook in .slack/hooks.json, and another hook starts the app', () => {
    const { hooks, config } = JSON.parse(readFileSync('.slack/hooks.json', 'utf8'));
    const { stdout } = spawnSync(hooks['get-manifest'], { shell: true, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual(parse(PLAIN));
    expect(hooks.start).toBe('npm start');
    expect(config['sdk-managed-connection-enabled']).toBe(true);
  });
});
