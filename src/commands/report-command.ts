// Prints what was asked, what helped and what couldn't be answered: as text, CSV or JSON.
import { intents } from '../../intents/index.js';
import type { Bot } from '../answering/bot.js';
import { DATA_OPTION, dataFolder } from '../config/data-folder.js';
import { ConfigError } from '../config/environment.js';
import { DataError } from '../knowledge/data-error.js';
import type { BotOf } from '../reporting/gaps.js';
import { writeCsv } from '../reporting/report-csv.js';
import { type WrittenPeriod, writeReport } from '../reporting/report-text.js';
import { type Summary, summarise } from '../reporting/summary.js';
import { WHAT_TREND_COUNTS } from '../reporting/trend.js';
import { type ReportContent, readStore, UnreadableStore } from '../store/read-store.js';
import { loadBot } from '../training/load-bot.js';
import { defineCommand, UsageError } from './command-line.js';
import { readStoreSettings, requireStore, withEnvFile } from './store-settings.js';

const USAGE = `Usage:
  npm run report                     the last 30 days, as text
  npm run report -- --days 7         a different period, from 1 to 400 days
  npm run report -- --until 2026-05-31
                                     a period that ends on that day
  npm run report -- --workspace T0   one workspace by its ID, if the store has several
  npm run -s report -- --csv         one table for a spreadsheet
  npm run -s report -- --json        one JSON object for scripts
  --data FOLDER with any of them: the documents’ folder, if it isn’t data/ or that in DATA_DIR`;

const DAY_MS = 24 * 60 * 60_000;
const MOST_DAYS = 400;
const WORKSPACE = /^[TE][A-Z0-9]+$/;

type Format = 'text' | 'csv' | 'json';

/** When the report ends, in milliseconds since 1970: with that day (UTC), or now. Throws a UsageError. */
function readEnd(written: string | undefined): number {
  if (written === undefined) return Date.now();
  const day = /^\d{4}-\d\d-\d\d$/.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(day)) throw new UsageError('--until must be a day such as 2026-05-31.');
  return day + DAY_MS - 1;
}

/** How many days the report covers. Throws a UsageError. */
function readDays(written: string): number {
  const days = Number(written);
  if (!/^\d+$/.test(written) || days < 1 || days > MOST_DAYS)
    throw new UsageError(`--days must be a whole number from 1 to ${MOST_DAYS}.`);
  return days;
}

/** The bot of each workspace: the one for all, with what the workspace's mentors have written. */
function botsWith(common: Bot, answers: ReportContent['answers']): BotOf {
  const bots = new Map<string, Bot>();
  for (const [workspace, own] of answers) if (own.length > 0) bots.set(workspace, common.withAnswers(own));
  return (workspace) => bots.get(workspace) ?? common;
}

function write(summary: Summary, form: Format, period: WrittenPeriod, keepsTexts: boolean): string {
  if (form === 'csv') return writeCsv(summary);
  if (form === 'text') return `${writeReport(summary, period, keepsTexts)}\n`;
  const at = (ms: number): string => new Date(ms).toISOString();
  const each = summary.gaps.each.map(({ ids: _, byWorkspace: __, wordings, last, ...gap }) => ({
    ...gap,
    last: at(last),
    wordings: wordings.map(({ text, count }) => ({ text, count })),
  }));
  const gaps = { ...summary.gaps, each };
  const { weeks, ...lines } = summary.trend;
  const trend = {
    counts: WHAT_TREND_COUNTS,
    ...lines,
    weeks: weeks.map(at),
    each: lines.each.map((row) => ({ ...row, week: at(row.week) })),
  };
  return `${JSON.stringify({ ...summary, from: at(summary.from), to: at(summary.to), trend, gaps })}\n`;
}

export const reportCommand = defineCommand({
  usage: USAGE,
  options: {
    days: { type: 'string', default: '30' },
    until: { type: 'string' },
    workspace: { type: 'string' },
    csv: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    ...DATA_OPTION,
  },
  expected: [ConfigError, DataError, UnreadableStore],
  async run({ days: written, until, workspace, csv, json, data }, _words, terminal) {
    if (csv && json) throw new UsageError('Choose either --csv or --json.');
    const days = readDays(written);
    const to = readEnd(until);
    if (workspace !== undefined && !WORKSPACE.test(workspace))
      throw new UsageError(
        '--workspace must be the ID of a workspace, such as T0123ABCD, or of an organisation, such as E0123ABCD.',
      );
    const env = withEnvFile(terminal);
    const config = readStoreSettings(env);
    requireStore(config);
    const bot = await loadBot(intents, dataFolder(env, data));
    const { figures, answers } = await readStore(config, { from: to - days * DAY_MS, to, workspace });
    const form = csv ? 'csv' : json ? 'json' : 'text';
    const period = { days, until };
    terminal.stdout.write(write(summarise(figures, bot, botsWith(bot, answers)), form, period, config.keepsTexts));
    return 0;
  },
});
