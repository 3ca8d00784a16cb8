// Runs .ci/run with an npm that only reports test results, and reads the last line and the exit status.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

interface Results {
  readonly passed: number;
  readonly failed?: number;
  readonly skipped?: number;
}

/** Runs it with these results of vitest (none if it never began) and this exit status of `npm test`. */
function runWith(results: Results | undefined, status: number, installs = 0) {
  const bin = mkdtempSync(join(tmpdir(), 'advisor-ci-'));
  const { passed, failed = 0, skipped = 0 } = results ?? { passed: 0 };
  const json = { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, numTodoTests: 0 };
  const write = `for arg; do case "$arg" in --outputFile.json=*) echo '${JSON.stringify(json)}' > "\${arg#*=}";; esac; done`;
  const npm = `#!/bin/sh\n[ "$1" = ci ] && exit ${installs}\n${results === undefined ? '' : write}\nexit ${status}\n`;
  writeFileSync(join(bin, 'npm'), npm, { mode: 0o755 });
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, CHROMIUM_PATH: '/a/browser' };
  const ran = spawnSync('.ci/run', { encoding: 'utf8', env });
  return { status: ran.status, last: ran.stdout.trim().split('\n').at(-1) };
}

it.each<[string, Results | undefined, number, number, string]>([
  ['all tests pass', { passed: 12 }, 0, 0, '12 passed, 0 failed, 0 skipped'],
  ['some tests are skipped', { passed: 12, skipped: 3 }, 0, 0, '12 passed, 0 failed, 3 skipped'],
  ['a test fails', { passed: 12, failed: 2 }, 1, 1, '12 passed, 2 failed, 0 skipped'],
  ['a test fails and the status is lost', { passed: 12, failed: 2 }, 0, 1, '12 passed, 2 failed, 0 skipped'],
  ['something outside of the tests fails', { passed: 12 }, 1, 1, '12 passed, 1 failed, 0 skipped'],
  ['types, lint or the build fail', undefined, 2, 2, '0 passed, 1 failed, 0 skipped'],
  ['no test ran', { passed: 0 }, 0, 1, '0 passed, 1 failed, 0 skipped'],
])('if %s, it says so in its last line and its exit status', (_, results, npmStatus, status, last) => {
  expect(runWith(results, npmStatus)).toEqual({ status, last });
});

it('if the packages can’t be installed, it fails', () => {
  expect(runWith({ passed: 12 }, 0, 1)).toEqual({ status: 1, last: '0 passed, 1 failed, 0 skipped' });
});

it('the workflow on GitHub runs it on every Node.js that the project supports', () => {
  const { test } = parse(readFileSync('.github/workflows/ci.yml', 'utf8')).jobs;
  expect(test.strategy.matrix.node).toEqual([20, 22, 24, 26]);
  expect(test.steps.at(-1)).toEqual({ run: '.ci/run' });
});
