// The entrance for those who install the app: `npm run -s manifest` prints the Slack app's manifest; `--agent`, `--http` and `--oauth` vary it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { findProjectRoot } from '../config/project-root.js';
import { DataError } from '../knowledge/data-error.js';
import { addAgent, useHttp, useOAuth } from '../slack/installation/manifest-variants.js';
import { loadBot } from '../training/load-bot.js';
import { tellUsage } from './command-line.js';

const USAGE = `Usage:
  npm run -s manifest                              for Socket Mode: manifest.yml itself
  npm run -s manifest -- --agent                   with the agent, for paid plans without guests
  npm run -s manifest -- --http https://YOUR.HOST  for HTTP, where Slack calls the app
  npm run -s manifest -- --oauth https://YOUR.HOST for HTTP and many workspaces, each of which installs the app
  --agent goes with either.`;

/** The lines of comment that begin manifest.yml, which say what it is and how the others are made. */
const OPENING = /^(#.*\n)+/;

const opening = (flags: string): string => `\
# The Slack app: paste this at https://api.slack.com/apps > Create New App > From a manifest.
# Made from manifest.yml by: npm run -s manifest -- ${flags}
`;

interface Options {
  readonly agent?: boolean | undefined;
  readonly http?: string | undefined;
  readonly oauth?: string | undefined;
}

function readOptions(args: readonly string[]): Options {
  const options = { agent: { type: 'boolean' }, http: { type: 'string' }, oauth: { type: 'string' } } as const;
  return parseArgs({ args: [...args], options, strict: true }).values;
}

/** The address without the slash at its end, or undefined where Slack could not call it. */
function readBase(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, pathname, search, hash, username } = new URL(address);
  const isPlain = protocol === 'https:' && search === '' && hash === '' && username === '';
  return isPlain ? `${origin}${pathname.replace(/\/+$/, '')}` : undefined;
}

async function write({ agent, oauth }: Options, base: string | undefined): Promise<string> {
  const text = readFileSync(join(findProjectRoot(), 'manifest.yml'), 'utf8');
  if (agent !== true && base === undefined) return text;
  const address = base === undefined ? [] : [oauth === undefined ? '--http' : '--oauth', base];
  const flags = [...(agent ? ['--agent'] : []), ...address].join(' ');
  const manifest = parseDocument(text.replace(OPENING, opening(flags)));
  if (agent) addAgent(manifest, (await loadBot()).topics);
  if (base !== undefined) useHttp(manifest, base);
  if (base !== undefined && oauth !== undefined) useOAuth(manifest, base);
  return manifest.toString({ lineWidth: 0 });
}

async function run(args: readonly string[]): Promise<void> {
  const refuse = (problem: string): void => {
    tellUsage(USAGE, args, problem);
  };
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : '');
  }
  const address = options.oauth ?? options.http;
  if (options.oauth !== undefined && options.http !== undefined)
    return refuse('--oauth is for HTTP already: leave --http out.');
  const base = address === undefined ? undefined : readBase(address);
  if (address !== undefined && base === undefined)
    return refuse(`“${address}” is not an address that Slack can call, such as https://advisor.example.org.`);
  process.stdout.write(await write(options, base));
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof DataError ? error.message : error);
  process.exitCode = 1;
});
