// Checks the shipped lists of English words: each one is required, and a malformed line is an error with how to fix it.
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findListFaults } from '../../src/understanding/text/english-lists.js';

const LISTS = readdirSync('data/english').filter((name) => name.endsWith('.txt') && name !== 'word-vectors.txt');

function copyLists(): string {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-lists-'));
  for (const name of LISTS) cpSync(join('data/english', name), join(folder, name));
  return folder;
}

it('the shipped lists have no errors', () => {
  expect(findListFaults()).toEqual([]);
});

describe.each(LISTS)('%s', (name) => {
  it('is required', () => {
    const folder = copyLists();
    rmSync(join(folder, name));
    expect(findListFaults(folder)).toEqual([
      { file: `data/english/${name}`, problem: 'can’t be read', remedy: 'restore it from git' },
    ]);
  });

  it('must not be comments only', () => {
    const folder = copyLists();
    writeFileSync(join(folder, name), '# nothing\n');
    expect(findListFaults(folder)).toMatchObject([{ file: `data/english/${name}`, problem: 'is empty' }]);
  });

  it('names a malformed line', () => {
    const folder = copyLists();
    writeFileSync(join(folder, name), '# a comment\n\n');
    appendFileSync(join(folder, name), '(, 1\n');
    expect(findListFaults(folder)).toMatchObject([{ file: `data/english/${name}`, line: 3 }]);
  });
});
