// The settings of the tests: how many files run at once, in which order, and when a test that hangs is given up.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest. They start first, so that none of them is left running alone at the end. */
const LONGEST = [
  'local-slack/live-edits',
  'faults/process',
  'browser/keyboard',
  'faults/postgres-refusals',
  'commands/check',
  'faults/socket-mode',
  'store/many-',
  'faults/postgres',
  'project/production-process',
  'local-slack/start',
  'operations/monitoring',
  'browser/',
  'project/readme',
  'knowledge/new-topic',
  'slack/surfaces/mentors-',
  'slack/message/charts',
  'understanding/understanding',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.includes(`/test/${name}`));
      return found < 0 ? LONGEST.length : found;
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Only against tests that hang: how long one takes says nothing on a machine that is busy with something else. */
const HANGS_MS = 900_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/temporary-folder.ts', 'test/helpers/shared-servers.ts'],
    setupFiles: 'test/helpers/setup-file.ts',
    // What a file imports is loaded once for all files of a worker: loading it took a third of the time of a file.
    isolate: false,
    // Most of them wait for a process, a server or a clock, not for a core.
    maxWorkers: Math.max(4, availableParallelism() + 1),
    sequence: { sequencer: LongestFirst },
    testTimeout: HANGS_MS,
    hookTimeout: HANGS_MS,
    expect: { poll: { timeout: HANGS_MS / 4 } },
  },
});
