// Starts processes with a store and listens to them.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

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

/** Starts the child on a file with a task; as a user without rights over others' files where `asNobody`. */
export function startStoreProcess(file: string, task: string[], asNobody = false): StoreProcess {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(process.execPath, [CHILD, file, ...task], {
    ...(asNobody && isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
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
