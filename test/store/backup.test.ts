// Runs the backup and restore commands of docs/operating.md while an app writes to the file.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { type StoreProcess, startStoreProcess } from '../helpers/store-process.js';

let folder = '';
let writing: StoreProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-backup-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writing = startStoreProcess({ file: join(folder, 'var/advisor.sqlite') }, ['goOn', 'key']);
});
afterEach(async () => {
  writing.process.kill('SIGKILL');
  await writing.ended;
  rmSync(folder, { recursive: true });
});

/** Runs the commands below a heading of the page, in the app's folder. */
function runCommands(heading: string): void {
  const page = readFileSync('docs/operating.md', 'utf8');
  const [, commands = ''] = new RegExp(`^## ${heading}\\n[^]*?\`\`\`sh\\n([^]*?)\`\`\``, 'm').exec(page) ?? [];
  expect(commands).toContain('advisor.sqlite');
  const PATH = `${process.execPath.replace(/node$/, '')}:${process.env.PATH}`;
  execFileSync('sh', ['-ec', commands], { cwd: folder, env: { PATH }, stdio: 'pipe' });
}

/** Whether the store in the file remembers each of these conversations; a warning fails the test. */
async function remembers(file: string, keys: readonly string[]): Promise<boolean[]> {
  const warn = (message: string) => expect.unreachable(message);
  const store = await openStore({ file: join(folder, file), keepsTexts: true, warn });
  const found = [];
  for (const key of keys) found.push((await store.recall('T0WORKS', key)) !== undefined);
  await store.close();
  return found;
}

describe('a file backed up while the app writes to it', () => {
  it('has everything the app had answered, and doesn’t disturb the app', async () => {
    await writing.says(200);
    const before = writing.lines();
    runCommands('Back up');
    await writing.says(writing.lines().length + 50);
    expect(writing.warnings()).toEqual([]);
    expect(new Set(await remembers('backup/advisor.sqlite', before))).toEqual(new Set([true]));
  });

  it('is complete when restored, without what was answered later', async () => {
    await writing.says(100);
    const before = writing.lines();
    runCommands('Back up');
    writing.process.kill('SIGKILL');
    await writing.ended;
    writing = startStoreProcess({ file: join(folder, 'var/advisor.sqlite') }, ['goOn', 'later']);
    await writing.says(10);
    writing.process.kill('SIGKILL');
    await writing.ended;
    expect(statSync(join(folder, 'var/advisor.sqlite-wal')).size).toBeGreaterThan(0);
    runCommands('Restore');
    expect(new Set(await remembers('var/advisor.sqlite', before))).toEqual(new Set([true]));
    expect(await remembers('var/advisor.sqlite', ['later 0'])).toEqual([false]);
  });
});
