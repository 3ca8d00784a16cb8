// Compares the README and all other docs with the project: what they show is what happens.
// After a change of wording `npm run docs -- readme` updates the answers and reports they show.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { migrateStore } from '../../src/store/migrate-store.js';
import {
  ANSWERED_MS,
  CONVERSATION_MS,
  COUNT_MS,
  DAY_MS,
  SUBSCRIPTION_MS,
  UNANSWERED_MS,
  VOTE_MS,
} from '../../src/store/tables/retention.js';
import { checkFiles, copyData, runCheck } from '../helpers/data-copy.js';
import { DATABASES } from '../helpers/databases.js';
import { LAST_DAY, seedExampleMonth } from '../helpers/example-month.js';
import { runInProcess } from '../helpers/run-command.js';

const DOCS = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const TEXTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...DOCS,
  'deploy/README.md',
  'data/english/README.md',
].map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const textOf = (file: string): string => TEXTS.find((one) => one.file === file)?.text ?? '';
/** The pages that show what the commands print. */
const PAGES = TEXTS.filter(({ text }) => /^```(console|text)$/m.test(text)).map(({ file }) => file);
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const ROOT = process.cwd();

/** The content of all code blocks of a page in one language. */
const blocks = (file: string, language: string): string[] =>
  [...textOf(file).matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, inside = '']) => inside,
  );

/** The cells of the table below a heading or a line, without its header. */
function table(file: string, above: string): string[][] {
  const [, rows = ''] = new RegExp(`${above}[^|]*\\n((?:\\|.*\\n)+)`).exec(textOf(file)) ?? [];
  const cells = (row: string) => row.split('|').slice(1, -1);
  return rows
    .trim()
    .split('\n')
    .slice(2)
    .map(cells)
    .map((row) => row.map((cell) => cell.trim()));
}

const firstCells = (rows: readonly string[][]): string[] => rows.map(([cell = '']) => cell.replaceAll('`', ''));

/** Runs a command from a page in a shell, with the existing build, no tokens and no .env. */
function run(command: string): string {
  const built = command.replace(/npm (?:run )?(?:-s )?(ask|start)(?: --)?/g, (_, name: string) => {
    return `"${process.execPath}" "${join(ROOT, `dist/${name === 'start' ? 'local-slack' : 'src/commands'}/${name}.js`)}"`;
  });
  const cwd = mkdtempSync(join(tmpdir(), 'advisor-'));
  const { stdout } = spawnSync(`${built} 2>&1`, {
    shell: true,
    cwd,
    // As in a terminal.
    env: { PATH: process.env.PATH, LOG_FORMAT: 'text' },
    encoding: 'utf8',
  });
  return stdout;
}

/** Times and scores differ between machines and change with every phrase, so only their form is compared. */
const mask = (text: string): string =>
  text
    .replace(/"ms":[\d.]+/g, '"ms":0')
    .replace(/[a-z-]+(\s+)\d\.\d\d\b/g, 'topic$10.00')
    .replace(/^( +)\d\.\d\d /gm, '$10.00 ');

/** A command and what it prints; only as many lines as are shown if that ends in "…". */
function renderCommand(inside: string): string {
  const [command = '', ...shown] = inside.trimEnd().split('\n');
  const printed = run(command.replace(/^\$ /, '')).trimEnd().split('\n');
  const isCut = shown.at(-1) === '…';
  const rendered = [command, ...(isCut ? [...printed.slice(0, shown.length - 1), '…'] : printed), ''].join('\n');
  return mask(rendered) === mask(inside) ? inside : rendered;
}

/** A console block with what its commands print now. */
const renderConsole = (inside: string): string =>
  inside
    .split(/^(?=\$ )/m)
    .map(renderCommand)
    .join('');

/** What `npm run check` says about the fact in the docs after its quote was changed. */
function renderFault(): string {
  const dir = copyData([{ file: 'facts/jobs.yml', from: 'quote: Start applying', to: 'quote: Begin applying' }]);
  return checkFiles(dir).stderr;
}

/** The beginning of each list that `npm run check` prints for an answer that takes questions from others. */
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

/** Which questions change, and their confidence, moves with every phrase, so only the form of numbers is compared. */
const maskNumbers = (text: string): string => text.replace(/\d+(\.\d+)?/g, '0');

/** What `npm run report` prints for a quiet month. */
async function renderReport(): Promise<string> {
  const file = await seedExampleMonth();
  const env = { DATABASE_URL: `file:${file}` };
  return (await runInProcess('report', ['--until', LAST_DAY], { env })).stdout;
}

/** Replaces the block of text below a line with what `render` makes of it. */
const renderText = (page: string, below: string, render: (shown: string) => string): string =>
  page.replace(
    new RegExp(`(${below}\\n\\n\`\`\`text\\n)([\\s\\S]*?)^\`\`\`$`, 'm'),
    (_, start: string, shown: string) => {
      return `${start}${render(shown)}\`\`\``;
    },
  );

describe('the docs show what happens', () => {
  let report: string;
  beforeAll(async () => {
    report = await renderReport();
  });

  it.each(PAGES)('in the answers, messages and the report of %s', async (page) => {
    let rendered = textOf(page).replace(/^```console\n([\s\S]*?)^```$/gm, (_, inside: string) => {
      return `\`\`\`console\n${renderConsole(inside)}\`\`\``;
    });
    rendered = renderText(rendered, '`npm run check` says:', renderFault);
    rendered = renderText(rendered, 'to `says` in reading-on.md:', (shown) => {
      const effects = renderEffects();
      return maskNumbers(effects) === maskNumbers(shown) ? shown : effects;
    });
    rendered = renderText(rendered, 'You can run it while the app runs:', () => report);
    await expect(rendered).toMatchFileSnapshot(`../../${page}`);
  });

  it('in an answer, a message of check, its lists and the report', () => {
    for (const line of ['`npm run check` says:', 'to `says` in reading-on.md:', 'You can run it while the app runs:'])
      expect(TEXTS.filter(({ text }) => text.includes(`${line}\n\n\`\`\`text\n`))).toHaveLength(1);
    expect(blocks('README.md', 'console').join('').match(/^\$ /gm)).toHaveLength(3);
  });

  it('in JSON', () => {
    const keys = firstCells(table('docs/scripting.md', 'npm run -s ask -- --json[^#]*?```\n'));
    expect(keys).toEqual(Object.keys(JSON.parse(run('echo "do I need Git?" | npm run -s ask -- --json'))));
  });

  it('in the example of the matcher', () => {
    const [example = ''] = blocks('docs/scripting.md', 'js');
    const promised = [...example.matchAll(/; \/\/ (.+)$/gm)].map(([, result]) => result);
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', example], { encoding: 'utf8' });
    expect(printed.trim().split('\n')).toEqual(promised);
    expect(promised.length).toBeGreaterThan(1);
  });

  it('in the examples of data', () => {
    const page = 'docs/keeping-documents.md';
    expect(readFileSync('data/facts/jobs.yml', 'utf8')).toContain(blocks(page, 'yaml')[0]);
    const [document, answer = ''] = blocks(page, 'markdown');
    expect(readFileSync('data/documents/job-description.md', 'utf8')).toContain(document);
    const file = readFileSync('data/answers/reading-on.md', 'utf8');
    const shown = answer.split(/^ *…\n/m);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter((piece) => !file.includes(piece))).toEqual([]);
  });

  it('in the number of topics', async () => {
    const { intents } = await import('../../intents/index.js');
    expect(intents.topics.length).toBe(12);
    expect(textOf('docs/using.md')).toContain('twelve topics');
  });
});

it.each([
  ['README.md', 150],
  ['CONTRIBUTING.md', 100],
] as const)('%s has at most %i lines', (file, most) => {
  expect(textOf(file).split('\n').length - 1).toBeLessThanOrEqual(most);
});

describe('the docs name what exists', () => {
  const [tree = ''] = blocks('README.md', 'text').filter((block) => block.includes('src/'));
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
    const rows = table('docs/installing.md', '## Permissions');
    expect(firstCells(rows)).toEqual(oauth_config.scopes.bot);
    expect(rows.every(([, reason = '']) => reason.length > 10)).toBe(true);
  });

  it('the events of the manifest, each with its reason', () => {
    const { settings } = parse(readFileSync('manifest.yml', 'utf8'));
    const rows = table('docs/installing.md', 'email addresses');
    expect(firstCells(rows)).toEqual(settings.event_subscriptions.bot_events);
    expect(rows.every(([, reason = '']) => reason.length > 10)).toBe(true);
  });

  it('the variables that the program reads and .env.example explains', () => {
    const sources = readdirSync('src/config')
      .map((file) => readFileSync(`src/config/${file}`, 'utf8'))
      .join('\n');
    const read = [...sources.matchAll(/\benv\.([A-Z_]+)|[ {]([A-Z_]+): (?:v\.|\w+(?: =| }))|'([A-Z]+_PROXY)'/g)]
      .map(([, one, other, proxy]) => one ?? other ?? proxy)
      .filter((name) => name !== 'NODE_ENV');
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const named = firstCells(table('docs/operating.md', '## Settings'));
    expect([...named].sort()).toEqual([...new Set(read)].sort());
    expect([...named].sort()).toEqual([...explained].sort());
  });

  it('how long each thing is stored', () => {
    const days = (kept: number) => `${kept / DAY_MS} days`;
    const minutes = (kept: number) => `${kept / 60_000} minutes`;
    const told = table('docs/privacy.md', '## What is stored').map(([, , kept]) => kept);
    expect(told).toEqual([
      minutes(ANSWERED_MS),
      minutes(CONVERSATION_MS),
      ...[UNANSWERED_MS, VOTE_MS, COUNT_MS].map(days),
      `until answered, ${days(SUBSCRIPTION_MS)} at most`,
      'until the app is removed',
      "until they're taken out",
      'until the app is removed',
      'as long as the store',
    ]);
  });

  it.each(DATABASES)(
    'every column that is stored on $name, how long, who sees it and how it goes',
    async (database) => {
      const where = await database.fresh();
      await migrateStore(where);
      const rows = table('docs/privacy.md', '## What is stored');
      const told = rows.flatMap(([, stored = '']) =>
        [...stored.matchAll(/`(\w+)`: ((?:`\w+`(?:, )?)+)/g)].flatMap(([, name, columns = '']) =>
          [...columns.matchAll(/\w+/g)].map(([column]) => `${name}.${column}`),
        ),
      );
      expect(told.toSorted()).toEqual((await database.columns(where)).toSorted());
      for (const cells of rows) expect(cells.filter((cell) => cell === '')).toEqual([]);
    },
  );

  it('every script of the project', () => {
    const named = TEXTS.flatMap(({ text }) => [...text.matchAll(/\bnpm (?:run (?:-s )?)?([a-z-]*[a-z])/g)]).map(
      ([, name]) => name,
    );
    expect(named).toEqual(expect.arrayContaining(Object.keys(scripts)));
  });
});

/** What links can name in a page: its headings, as GitHub writes them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

describe.each(TEXTS)('$file', ({ file, text }) => {
  it('names only scripts that exist', () => {
    const named = [...text.matchAll(/\bnpm run (?:-s )?([a-z-]*[a-z])/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => join(dirname(file), link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('links to headings that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)].map(([, link = '', anchor = '']) => ({
      target: link === '' ? file : join(dirname(file), link),
      anchor,
    }));
    expect(links.filter(({ target, anchor }) => !anchorsOf(readFileSync(target, 'utf8')).includes(anchor))).toEqual([]);
  });

  it('names files that exist', () => {
    const named = [
      ...text.matchAll(/`((?:src|intents|data|test|bench|scripts|local-slack|docs|deploy|\.ci|\.github)\/[\w./-]*)`/g),
    ];
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
  });
});

it('the docs show every picture, each with a description for people who can’t see it', () => {
  const shown = TEXTS.flatMap(({ text }) => [...text.matchAll(/!\[([^\]]*)\]\((?:docs\/)?pictures\/([\w-]+\.png)\)/g)]);
  expect([...new Set(shown.map(([, , file]) => file))].sort()).toEqual(readdirSync('docs/pictures').sort());
  for (const [, words = ''] of shown) expect(words.split(' ').length).toBeGreaterThan(5);
  expect(textOf('README.md').match(/!\[/g)).toHaveLength(1);
});
