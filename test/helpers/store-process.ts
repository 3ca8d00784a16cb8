// Starts processes with a store and listens to them.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { DatabaseLocation } from '../../src/config/store-config.js';

const CHILD = resolve('test/helpers/store-child.mjs');

/** The user nobody, for those tests which root would pass in any case. */
const NOBODY = 65_534;

export interface StoreProcess {
  readonly process: ChildProcess;
  /** What it has said so far, line by line. */
  lines(): string[];
  /** What the operator has been told so far. */
  warnings(): string[];
  /** Resolves once that many lines have been said. */
  says(count: number): Promise<void>;
  /** Resolves when it has ended and all it said has been heard. */
  readonly ended: Promise<void>;
}

/** What the process may do. */
interface Rights {
  /** Has no rights over the files of others, even where the tests are run by root. */
  readonly asNobody?: boolean;
  /** How far its clock is ahead, in milliseconds. */
  readonly ahead?: number;
}

/** Starts the child on a store with a task. */
export function startStoreProcess(
  where: DatabaseLocation,
  task: string[],
  { asNobody, ahead }: Rights = {},
): StoreProcess {
  const isOther = asNobody === true && process.getuid?.() === 0;
  const shift = `const now = Date.now; Date.now = () => now() + ${ahead}`;
  const clock = ahead === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(shift)}`];
  const child = spawn(process.execPath, [...clock, CHILD, JSON.stringify(where), ...task], {
    ...(isOther ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    text.out += data;
  });
  child.stderr.on('data', (data) => {
    text.err += data;
  });
  const ended = once(child, 'close').then(() => undefined);
  const whole = (said: string) => said.split('\n').slice(0, -1);
  return {
    process: child,
    lines: () => whole(text.out),
    warnings: () => whole(text.err),
    async says(count) {
      while (whole(text.out).length < count) {
        const isOver = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
        if (isOver && whole(text.out).length < count) throw new Error(`It ended too early: ${text.err}`);
      }
    },
    ended,
  };
}
