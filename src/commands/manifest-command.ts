// Prints the Slack app's manifest: for Socket Mode, or changed by --agent, --http and --oauth.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { intents } from '../../intents/index.js';
import { DATA_OPTION, dataFolder } from '../config/data-folder.js';
import { trimEnvironment } from '../config/environment.js';
import { findProjectRoot } from '../config/project-root.js';
import { DataError } from '../knowledge/data-error.js';
import { addAgent, useHttp, useOAuth } from '../slack/installation/manifest-variants.js';
import { loadBot } from '../training/load-bot.js';
import { defineCommand, UsageError } from './command-line.js';

const USAGE = `Usage:
  npm run -s manifest                              for Socket Mode: manifest.yml itself
  npm run -s manifest -- --agent                   with the agent, for paid plans without guests
  npm run -s manifest -- --http https://YOUR.HOST  for HTTP: Slack calls the app
  npm run -s manifest -- --oauth https://YOUR.HOST for HTTP and many workspaces: each installs the app
  npm run -s manifest -- --link                    a link that creates the Slack app with this manifest
  npm run -s manifest -- --json                    as JSON, for Slack’s CLI (slack run)
  --link and --json can be added to any of them.
  --agent can be added to any of them, and --data FOLDER for its topics, if they aren’t those of data/ or DATA_DIR.`;

/** The comment at the top of manifest.yml, which says what it is and how the others are made. */
const OPENING = /^(#.*\n)+/;

const opening = (flags: string): string => `\
# The Slack app: paste this at https://api.slack.com/apps > Create New App > From a manifest.
# Made from manifest.yml by: npm run -s manifest -- ${flags}
`;

interface Variant {
  readonly agent?: boolean | undefined;
  readonly http?: string | undefined;
  readonly oauth?: string | undefined;
  readonly data?: string | undefined;
}

/** The address without the slash at its end, or undefined if Slack couldn't call it. */
function readBase(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, pathname, search, hash, username } = new URL(address);
  const isPlain = protocol === 'https:' && search === '' && hash === '' && username === '';
  return isPlain ? `${origin}${pathname.replace(/\/+$/, '')}` : undefined;
}

async function write(
  { agent, oauth, data }: Variant,
  base: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const text = readFileSync(join(findProjectRoot(), 'manifest.yml'), 'utf8');
  if (agent !== true && base === undefined) return text;
  const address = base === undefined ? [] : [oauth === undefined ? '--http' : '--oauth', base];
  const flags = [...(agent ? ['--agent'] : []), ...address].join(' ');
  const manifest = parseDocument(text.replace(OPENING, opening(flags)));
  if (agent) addAgent(manifest, (await loadBot(intents, dataFolder(trimEnvironment(env), data))).topics);
  if (base !== undefined) useHttp(manifest, base);
  if (base !== undefined && oauth !== undefined) useOAuth(manifest, base);
  return manifest.toString({ lineWidth: 0 });
}

/** Slack's own page for a new app, filled in with the manifest. */
function linkTo(manifest: string): string {
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(parse(manifest)))}`;
}

export const manifestCommand = defineCommand({
  usage: USAGE,
  options: {
    agent: { type: 'boolean' },
    link: { type: 'boolean' },
    json: { type: 'boolean' },
    http: { type: 'string' },
    oauth: { type: 'string' },
    ...DATA_OPTION,
  },
  expected: [DataError],
  async run(variant, _words, { env, stdout }) {
    const { http, oauth } = variant;
    if (oauth !== undefined && http !== undefined) throw new UsageError('--oauth includes HTTP: leave out --http.');
    const address = oauth ?? http;
    const base = address === undefined ? undefined : readBase(address);
    if (address !== undefined && base === undefined)
      throw new UsageError(`Slack can’t call “${address}”. Use an address such as https://advisor.example.org.`);
    const written = await write(variant, base, env);
    if (variant.link) stdout.write(`${linkTo(written)}\n`);
    else stdout.write(variant.json ? `${JSON.stringify(parse(written))}\n` : written);
    return 0;
  },
});
