// Runs `check` on data with errors: each is named with its place and how to fix it.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/knowledge/data-error.js';
import { foldSpace } from '../../src/knowledge/documents.js';
import type { Fact } from '../../src/knowledge/facts.js';
import { BROKEN, CAREER, SALARY, WORK } from '../helpers/broken-data.js';
import { checkFiles, copyData, findLine, SHIPPED } from '../helpers/data-copy.js';
import { knowledgeIn } from '../helpers/shipped-bot.js';

const { facts, answers } = knowledgeIn(SHIPPED);

describe('a copy with one error is refused', () => {
  it.each(BROKEN)('%s', (_scenario, edit, marker, key, text) => {
    const dir = copyData([edit]);
    const line = marker === undefined ? '' : `:${findLine(dir, edit.file, marker)}`;
    const { status, stdout, stderr } = checkFiles(dir);
    expect(stderr).toContain(`data/${edit.file}${line} ${key}`);
    expect(stderr).toContain(text);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('other errors', () => {
  it('all errors in all files are listed at once, in the order of files and lines', () => {
    const dir = copyData([
      { file: WORK, from: 'daysPerWeek: 5', to: 'daysPerWeek: 6' },
      { file: WORK, from: 'quote: Nowadays', to: 'quote: Formerly' },
      { file: SALARY, from: '  unit: LPA\n', to: '' },
      { file: SALARY, from: 'quote: For Freshers 5', to: 'quote: For Freshers 6' },
      { file: 'facts/degree.yml', from: '- id: degree-crosses', to: '- id degree-crosses' },
      { file: 'facts/jobs.yml', from: 'says: You can apply for SDE', to: 'says: You can apply for 7 SDE' },
      { file: CAREER, from: 'title: ', to: 'updated: [5]\ntitle: ' },
    ]);
    const { status, stderr } = checkFiles(dir);
    const places = stderr
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]?.replace(/:\d+$/, ''));
    expect(status).toBe(1);
    expect([...new Set(places)]).toEqual([
      'data/documents/career.md',
      'data/facts/degree.yml',
      'data/facts/jobs.yml',
      'data/facts/salary.yml',
      'data/facts/work.yml',
    ]);
    expect(stderr).toMatch(/salary-fresher-india\) is missing “unit”.*\n(?:.*\n)?.*salary-fresher-india\) has a quote/);
    expect(stderr).toMatch(/hours-normal\) has 6 as “daysPerWeek”.*\n.*hours-normal\) has a quote/);
  });

  it('an error is also a value for code that catches it', () => {
    const dir = copyData([{ file: WORK, from: 'daysPerWeek: 5', to: 'daysPerWeek: 6' }]);
    expect.assertions(2);
    try {
      knowledgeIn(dir);
    } catch (error) {
      expect(error).toBeInstanceOf(DataError);
      if (!(error instanceof DataError)) return;
      expect(error.faults).toEqual([
        {
          file: 'data/facts/work.yml',
          line: findLine(dir, WORK, 'daysPerWeek'),
          key: 'hours-normal',
          problem: 'has 6 as “daysPerWeek”, which its quote doesn’t have',
          remedy: 'correct the number or quote a sentence that has it',
        },
      ]);
    }
  });

  it('a missing folder, an empty one, a folder instead of a file and the reverse are each named', () => {
    expect(checkFiles('/no/such/data').stderr).toContain('/no/such/data/documents can’t be read (ENOENT): check that');
    const dir = copyData([]);
    rmSync(join(dir, 'facts'), { recursive: true });
    mkdirSync(join(dir, 'facts'));
    mkdirSync(join(dir, 'documents', 'more.md'));
    rmSync(join(dir, 'answers'), { recursive: true });
    writeFileSync(join(dir, 'answers'), 'a file\n');
    const { status, stderr } = checkFiles(dir);
    expect(status).toBe(1);
    expect(stderr).toContain(`${join(dir, 'answers')} can’t be read (ENOTDIR): check that it’s a folder you can read`);
    expect(stderr).toContain(`${join(dir, 'facts')} is empty: put .yml files there`);
    expect(stderr).toContain('data/documents/more.md is a folder: move its files up beside the others');
  });

  it('a topic that would have nothing to say is named', () => {
    const dir = copyData([]);
    rmSync(join(dir, SALARY));
    const fault = 'data/facts has no fact of the kind “salary”, which the topic “Salary” needs';
    const remedy = 'add one, or remove the topic from intents/index.ts';
    expect(checkFiles(dir)).toMatchObject({ status: 1, stderr: expect.stringContaining(`${fault}: ${remedy}\n`) });
  });

  it('a file in another encoding is named', () => {
    const dir = copyData([]);
    writeFileSync(join(dir, WORK), Buffer.from('- id: caf\xe9\n', 'latin1'));
    expect(checkFiles(dir).stderr).toBe('data/facts/work.yml isn’t UTF-8 text: save it as UTF-8\n');
  });

  it('a document in another encoding is named once, not with each of its quotes', () => {
    const dir = copyData([]);
    writeFileSync(join(dir, 'documents/career.md'), Buffer.from('caf\xe9\n', 'latin1'));
    const fault = 'data/documents/career.md isn’t UTF-8 text: save it as UTF-8\n';
    expect(checkFiles(dir).stderr).toBe(fault);
  });

  it('Windows line ends, a byte order mark, hidden files and quotes over several lines are fine', () => {
    const dir = copyData([
      { file: SALARY, from: 'quote: For Freshers 5 LPA', to: 'quote: >-\n    For Freshers\n    5 LPA' },
      { file: WORK, from: 'quote: Nowadays, most', to: 'quote: Nowadays,\n    most' },
    ]);
    for (const folder of ['documents', 'facts']) {
      for (const name of readdirSync(join(dir, folder))) {
        const path = join(dir, folder, name);
        writeFileSync(path, `\ufeff${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
      }
      writeFileSync(join(dir, folder, '.DS_Store'), 'x');
    }
    expect(checkFiles(dir)).toMatchObject({ status: 0, stderr: '' });
    const strip = (all: readonly Fact[]) => all.map((fact) => ({ ...fact, quote: foldSpace(fact.quote) }));
    expect(strip(knowledgeIn(dir).facts.all)).toEqual(strip(facts.all));
  });

  it('a new document and a fact from it only need new files', () => {
    const document = '---\nid: guide\ntitle: A guide\nupdated: May 2024\n---\n# A guide\n\nRest 2 hours.\n';
    const entry = '- id: rest\n  kind: con\n  says: Rest 2 hours.\n  document: guide\n  section: A guide\n';
    const dir = copyData([
      { file: 'documents/guide.md', to: document },
      { file: 'facts/guide.yml', to: `${entry}  quote: Rest 2 hours.\n` },
    ]);
    expect(checkFiles(dir).stdout).toContain(
      `3 documents, ${facts.all.length + 1} facts, ${answers.length} answer without code: all good\n`,
    );
  });
});
