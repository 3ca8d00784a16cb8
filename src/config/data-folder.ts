// Finds the folder that answers come from.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findProjectRoot } from './project-root.js';

/** The data that ships with the product. */
export const shippedData = (): string => join(findProjectRoot(), 'data');

/** The folder given as an option, or in DATA_DIR, or else the product's own; relative to the working directory. */
export function dataFolder(env: NodeJS.ProcessEnv, option?: string): string {
  const named = option ?? env.DATA_DIR?.trim() ?? '';
  return named === '' ? shippedData() : resolve(named);
}

/** The option of every command that reads data, as `parseArgs` takes it. */
export const DATA_OPTION = { data: { type: 'string' } } as const;

/** The folder that `--data` names among a program's arguments; throws for any other argument. */
export const readDataOption = (args: string[]): string | undefined =>
  parseArgs({ args, options: DATA_OPTION }).values.data;
