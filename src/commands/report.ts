// The entrance for those who keep the documents: what was asked, what helped, and what could not be answered.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { ConfigError } from '../config/environment.js';
import { readStoreConfig, type StoreConfig } from '../config/store-config.js';
import { DataError } from '../knowledge/data-error.js';
import { writeCsv } from '../reporting/report-csv.js';
import { writeReport } from '../reporting/report-text.js';
import { type Summary, summarise } from '../reporting/summary.js';
import { readStore, UnreadableStore } from '../store/read-store.js';
import { loadBot } from '../training/load-bot.js';
import { tellUsage } from './command-line.js';

const USAGE = `Usage:
  npm run report                     the last 30 days, to read
  npm run report -- --days 7         another period, of 1 to 400 days
  npm run report -- --workspace T0   one workspace by its id, of several on one store
  npm run -s report -- --csv         one table for a spreadsheet
  npm run -s report -- --json        one object for scripts`;

const DAY_MS = 24 * 60 * 60_000;
const MOST_DAYS = 400;
const WORKSPACE = /^[TE][A-Z0-9]+$/;

interface Wish {
  readonly days: number;
  readonly workspace?: string;
  readonly form: 'text' | 'csv' | 'json';
}

/** What the command line asks for, or what is wrong with it. */
function readWish(args: readonly string[]): Wish | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        days: { type: 'string', default: '30' },
        workspace: { type: 'string' },
        csv: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const days = Number(values.days);
    const { workspace } = values;
    if (values.csv && values.json) return '--csv and --json are two forms: choose one.';
    if (!/^\d+$/.test(values.days) || days < 1 || days > MOST_DAYS)
      return `--days is not a whole number from 1 to ${MOST_DAYS}.`;
    if (workspace !== undefined && !WORKSPACE.test(workspace))
      return '--workspace is not the id of a workspace, such as T0123ABCD, or of an organisation, such as E0123ABCD.';
    return {
      days,
      ...(workspace !== undefined && { workspace }),
      form: values.csv ? 'csv' : values.json ? 'json' : 'text',
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function write(summary: Summary, { days, form }: Wish, { keepsTexts }: StoreConfig): string {
  if (form === 'csv') return writeCsv(summary);
  if (form === 'text') return `${writeReport(summary, days, keepsTexts)}\n`;
  const at = (ms: number): string => new Date(ms).toISOString();
  const unanswered = summary.unanswered.map(({ last, ...group }) => ({ ...group, last: at(last) }));
  return `${JSON.stringify({ ...summary, from: at(summary.from), to: at(summary.to), unanswered })}\n`;
}

async function run(args: readonly string[]): Promise<void> {
  const wish = readWish(args);
  if (tellUsage(USAGE, args, typeof wish === 'string' ? wish : undefined) || typeof wish === 'string') return;
  dotenv.config({ quiet: true });
  const config = readStoreConfig(process.env);
  if ('file' in config && !existsSync(config.file))
    throw new UnreadableStore(
      `There is no store at ${config.file} yet. The app makes it at its first start: npm start. ` +
        'If it is somewhere else, set DATABASE_URL.',
    );
  const titles = (await loadBot()).documents.map(({ title }) => title);
  const to = Date.now();
  const figures = await readStore(config, { from: to - wish.days * DAY_MS, to, workspace: wish.workspace });
  process.stdout.write(write(summarise(figures, titles), wish, config));
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const isTold = error instanceof UnreadableStore || error instanceof ConfigError || error instanceof DataError;
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
});
// A reader that has seen enough, like `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
