// Finds the folder that answers come from.
import { join, resolve } from 'node:path';
import { findProjectRoot } from './project-root.js';

/** The data that ships with the product. */
export const shippedData = (): string => join(findProjectRoot(), 'data');

/** The folder given as an option, or in DATA_DIR, or else the product's own; relative to the working directory. */
export function dataFolder(env: NodeJS.ProcessEnv, option?: string): string {
  const named = option ?? env.DATA_DIR?.trim() ?? '';
  return named === '' ? shippedData() : resolve(named);
}
