// Starts processes with a store and reads their output.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import { nodeForOthers } from './node-for-others.js';

const CHILD = resolve('test/helpers/store-child.mjs');

/** The user nobody, for tests that root would pass in any case. */
const NOBODY = 65_534;

export interface StoreProcess {
  readonly process: ChildProcess;
  /** What it has printed so far, line by line. */
  lines(): string[];
  /** What it has logged so far. */
  warnings(): string[];
  /** Resolves once it has printed that many lines. */
  says(count: number): Promise<void>;
  /** Resolves when it has ended and all its output has been read. */
  readonly ended: Promise<void>;
}

/** How the process runs. */
interface Rights {
  /** As a user who can't access others' files, even if the tests run as root. */
  readonly asNobody?: boolean;
  /** How far ahead its clock is, in milliseconds. */
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
  const child = spawn(isOther ? nodeForOthers() : process.execPath, [...clock, CHILD, JSON.stringify(where), ...task], {
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
