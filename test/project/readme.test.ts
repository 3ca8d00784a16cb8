// The README, the pages it leads to and CONTRIBUTING held against the project: what they show is what happens.
// After a change of wording `npm run docs -- readme` writes the answers shown in the README anew.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  ANSWERED_MS,
  CONVERSATION_MS,
  COUNT_MS,
  DAY_MS,
  UNANSWERED_MS,
  VOTE_MS,
} from '../../src/store/tables/retention.js';
import { copyData, runCheck } from '../helpers/data-copy.js';
import { freshFile, openKept } from '../helpers/kept.js';
import { seedExample } from '../helpers/seeded-store.js';

/** The pages whose examples are run, in the order in which people come to them. */
const PAGES = ['README.md', 'docs/operating.md', 'docs/keeping-documents.md'];
const README = PAGES.map((file) => readFileSync(file, 'utf8')).join('\n');
const TEXTS = [
  ...PAGES,
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/privacy.md',
  'docs/faults.md',
  'deploy/README.md',
  'data/english/README.md',
].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const ROOT = process.cwd();

/** The insides of all code blocks in a language. */
const blocks = (language: string): string[] =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, inside = '']) => inside);

/** The cells of the table below a heading or a line, without its header. */
function table(above: string): string[][] {
  const [, rows = ''] = new RegExp(`${above}[^|]*\\n((?:\\|.*\\n)+)`).exec(README) ?? [];
  const cells = (row: string) => row.split('|').slice(1, -1);
  return rows
    .trim()
    .split('\n')
    .slice(2)
    .map(cells)
    .map((row) => row.map((cell) => cell.trim()));
}

const firstCells = (rows: readonly string[][]): string[] => rows.map(([cell = '']) => cell.replaceAll('`', ''));

/** Runs a command of the README in a shell: built already, with no token around and no .env. */
function run(command: string): string {
  const built = command
    .replace('npm ci && ', '')
    .replace(/npm (?:run )?(?:-s )?(ask|check|start)(?: --)?/g, (_, name: string) => {
      return `"${process.execPath}" "${join(ROOT, `dist/${name === 'start' ? 'workspace' : 'src'}/${name}.js`)}"`;
    });
  const cwd = mkdtempSync(join(tmpdir(), 'advisor-'));
  const { stdout } = spawnSync(`${built} 2>&1`, {
    shell: true,
    cwd,
    // As in the terminal of whoever reads this.
    env: { PATH: process.env.PATH, LOG_FORMAT: 'text' },
    encoding: 'utf8',
  });
  return stdout;
}

/** Times and scores differ from machine to machine and with every phrase: in them, only the form is compared. */
const mask = (text: string): string =>
  text.replace(/"ms":[\d.]+/g, '"ms":0').replace(/[a-z-]+(\s+)\d\.\d\d\b/g, 'topic$10.00');

/** A console block as it has to be: the command, then what it prints; where the block ends in "…", only as much of it. */
function renderConsole(inside: string): string {
  const [command = '', ...shown] = inside.trimEnd().split('\n');
  const printed = run(command.replace(/^\$ /, '')).trimEnd().split('\n');
  const isCut = shown.at(-1) === '…';
  const rendered = [command, ...(isCut ? [...printed.slice(0, shown.length - 1), '…'] : printed), ''].join('\n');
  return mask(rendered) === mask(inside) ? inside : rendered;
}

/** What `npm run check` says of the fact in the README after its quote was changed. */
function renderFault(): string {
  const dir = copyData([{ file: 'facts/jobs.yml', from: 'quote: Start applying', to: 'quote: Begin applying' }]);
  return runCheck(dir).stderr;
}

/** What `npm run check` says of an answer that claims what others answer: the beginning of each list. */
function renderEffects(): string {
  const says = '  - where can i apply\n  - job description\n';
  const dir = copyData([{ file: 'answers/reading-on.md', from: 'says:\n', to: `says:\n${says}` }]);
  const [, ...lists] = runCheck(dir).stdout.trimEnd().split('\n\n');
  const shown = lists.map((list) => {
    const lines = list.split('\n');
    return [...lines.slice(0, 3), ...(lines.length > 3 ? ['  …'] : [])].join('\n');
  });
  return `${shown.join('\n\n')}\n`;
}

/** Which questions change, and how sure the bot is, moves with every phrase: only the form of numbers is compared. */
const maskNumbers = (text: string): string => text.replace(/\d+(\.\d+)?/g, '0');

/** What `npm run report` says of a quiet month. */
async function renderReport(): Promise<string> {
  const file = freshFile();
  const store = await openKept(file);
  await seedExample(store);
  await store.close();
  const env = { PATH: process.env.PATH, DATABASE_URL: `file:${file}` };
  return execFileSync(process.execPath, [join(ROOT, 'dist/src/commands/report.js')], {
    cwd: dirname(file),
    env,
    encoding: 'utf8',
  });
}

describe('the README shows what happens', () => {
  it.each(PAGES)('in the answers, messages and the report of %s', async (page) => {
    const report = await renderReport();
    const rendered = readFileSync(page, 'utf8')
      .replace(/^```console\n([\s\S]*?)^```$/gm, (_, inside: string) => {
        return `\`\`\`console\n${renderConsole(inside)}\`\`\``;
      })
      .replace(/(What happens to a quote that was tidied up:\n\n```text\n)[\s\S]*?^```$/m, (_, start: string) => {
        return `${start}${renderFault()}\`\`\``;
      })
      .replace(/(what others answer:\n\n```text\n)([\s\S]*?)^```$/m, (_, start: string, shown: string) => {
        const effects = renderEffects();
        return `${start}${maskNumbers(effects) === maskNumbers(shown) ? shown : effects}\`\`\``;
      })
      .replace(/(what came of it, also while the app runs:\n\n```text\n)[\s\S]*?^```$/m, (_, start: string) => {
        return `${start}${report}\`\`\``;
      });
    await expect(rendered).toMatchFileSnapshot(`../../${page}`);
  });

  it('in the first answer', () => {
    expect(README).toContain('npm ci && npm run ask -- "what does a fresher earn in India?"\n');
    expect(README).toContain('npm ci && npm test\n');
  });

  it('in JSON', () => {
    const keys = firstCells(table('npm run -s ask -- --json[^#]*?```\n'));
    expect(keys).toEqual(Object.keys(JSON.parse(run('echo "do I need Git?" | npm run -s ask -- --json'))));
  });

  it('in the example of the matcher', () => {
    const [example = ''] = blocks('js');
    const promised = [...example.matchAll(/; \/\/ (.+)$/gm)].map(([, result]) => result);
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', example], { encoding: 'utf8' });
    expect(printed.trim().split('\n')).toEqual(promised);
    expect(promised.length).toBeGreaterThan(1);
  });

  it('in the examples of data', () => {
    expect(readFileSync('data/facts/jobs.yml', 'utf8')).toContain(blocks('yaml')[0]);
    const [document, answer = ''] = blocks('markdown');
    expect(readFileSync('data/documents/job-description.md', 'utf8')).toContain(document);
    const file = readFileSync('data/answers/reading-on.md', 'utf8');
    const shown = answer.split(/^ *…\n/m);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter((piece) => !file.includes(piece))).toEqual([]);
  });

  it('in the number of topics', async () => {
    const { intents } = await import('../../intents/index.js');
    expect(intents.topics.length).toBe(12);
    expect(README).toContain('Twelve topics');
  });
});

describe('the README names what there is', () => {
  const [tree = ''] = blocks('text').filter((block) => block.includes('src/'));
  let folder = '';
  const paths = tree
    .trim()
    .split('\n')
    .map((line) => {
      const [path = ''] = line.trim().split(/\s{2,}/);
      if (!line.startsWith(' ')) folder = path.endsWith('/') ? path : '';
      return line.startsWith(' ') ? `${folder}${path}` : path;
    });

  it.each(paths)('the path %s of the tree', (path) => {
    expect(existsSync(path)).toBe(true);
  });

  it('every folder in the tree, two levels deep where a folder has folders', () => {
    const folders = (within: string) =>
      readdirSync(within, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !/^(\..*|node_modules|dist|coverage|var)$/.test(entry.name))
        .map(({ name }) => `${within === '.' ? '' : within}${name}/`);
    expect(paths).toEqual(expect.arrayContaining([...folders('.'), ...folders('src/'), ...folders('data/')]));
  });

  it('the scopes of the manifest, each with its reason', () => {
    const { oauth_config } = parse(readFileSync('manifest.yml', 'utf8'));
    const rows = table('### Permissions');
    expect(firstCells(rows)).toEqual(oauth_config.scopes.bot);
    expect(rows.every(([, reason = '']) => reason.length > 10)).toBe(true);
  });

  it('the events of the manifest, each with its reason', () => {
    const { settings } = parse(readFileSync('manifest.yml', 'utf8'));
    const rows = table('e-mail\\saddresses');
    expect(firstCells(rows)).toEqual(settings.event_subscriptions.bot_events);
    expect(rows.every(([, reason = '']) => reason.length > 10)).toBe(true);
  });

  it('the variables that the program reads and .env.example explains', () => {
    const sources = ['src/config/slack-config.ts', 'src/config/store-config.ts']
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const read = [...sources.matchAll(/\bread\.\w+\(\s*'([A-Z_]+)'/g)].map(([, name]) => name);
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const named = firstCells(table('## Settings'));
    expect([...named].sort()).toEqual([...new Set(read)].sort());
    expect([...named].sort()).toEqual([...explained].sort());
  });

  it('how long each thing is stored', () => {
    const days = (kept: number) => `${kept / DAY_MS} days`;
    const minutes = (kept: number) => `${kept / 60_000} minutes`;
    const said = table('### What is stored').map(([, kept]) => kept);
    const lasting = [days(UNANSWERED_MS), days(VOTE_MS), days(COUNT_MS)];
    const privacy = readFileSync('docs/privacy.md', 'utf8');
    const told = [...privacy.matchAll(/^\| (?!What|-).+ \| (.+) \|$/gm)].map(([, kept]) => kept);
    expect(told).toEqual(said);
    expect(said).toEqual([minutes(ANSWERED_MS), minutes(CONVERSATION_MS), ...lasting, 'until the app is removed']);
  });

  it('every script of the project, here or in CONTRIBUTING', () => {
    const named = TEXTS.flatMap(({ text }) => [...text.matchAll(/\bnpm (?:run (?:-s )?)?([a-z-]*[a-z])/g)]).map(
      ([, name]) => name,
    );
    expect(named).toEqual(expect.arrayContaining(Object.keys(scripts)));
  });
});

describe.each(TEXTS)('$file', ({ file, text }) => {
  it('names no script that is not there', () => {
    const named = [...text.matchAll(/\bnpm run (?:-s )?([a-z-]*[a-z])/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => join(dirname(file), link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('names files that are there', () => {
    const named = [
      ...text.matchAll(/`((?:src|intents|data|test|bench|scripts|workspace|docs|deploy|\.ci|\.github)\/[\w./-]*)`/g),
    ];
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
  });
});

it('the README shows every picture there is, each with words for those who can’t see it', () => {
  const shown = [...readFileSync('README.md', 'utf8').matchAll(/!\[([^\]]*)\]\(docs\/pictures\/([\w-]+\.png)\)/g)];
  expect([...new Set(shown.map(([, , file]) => file))].sort()).toEqual(readdirSync('docs/pictures').sort());
  for (const [, words = ''] of shown) expect(words.split(' ').length).toBeGreaterThan(5);
});
