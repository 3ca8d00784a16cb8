// Finds the folder that answers come from.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, type Environment } from './environment.js';
import { findProjectRoot } from './project-root.js';

/** The data that ships with the product. */
export const shippedData = (): string => join(findProjectRoot(), 'data');

/** The folder given as an option, or in DATA_DIR, or else the product's own; relative to the working directory. */
export function dataFolder(env: Environment, option?: string): string {
  const named = option ?? env.DATA_DIR ?? '';
  return named === '' ? shippedData() : resolve(named);
}

/** The option of every command that reads data, as `parseArgs` takes it. */
export const DATA_OPTION = { data: { type: 'string' } } as const;

/** The folder that `--data` names among the app's arguments; a ConfigError for any other argument, which may hold a secret. */
export function readDataOption(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: DATA_OPTION }).values.data;
  } catch {
    const { tokens } = parseArgs({ args, options: DATA_OPTION, strict: false, tokens: true });
    const names = tokens.flatMap((token) => (token.kind === 'option' && token.name !== 'data' ? [token.rawName] : []));
    const unknown = names.find((name) => name.startsWith('--'));
    const named = unknown === undefined ? '' : `Unknown argument: ${unknown}. `;
    throw new ConfigError([
      `${named}The only argument is --data FOLDER, the folder that answers come from. Everything else is set in the environment or in .env`,
    ]);
  }
}
