// Compiles the intents after an edit, or says what is wrong with them.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPILER = join(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin/tsc');

/** Runs the build's own compiler; writes nothing if there is an error. Gives the errors, each with file and line. */
export async function compile(root: string, signal: AbortSignal): Promise<string[]> {
  const options = ['-p', 'tsconfig.build.json', '--noEmitOnError', '--pretty', 'false'];
  const child = spawn(process.execPath, [COMPILER, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    signal,
  });
  // What keeps it from starting, or ends it, is told below.
  child.on('error', () => undefined);
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const faults = [...said.matchAll(/^(\S+)\((\d+),\d+\): error \w+: (.+)$/gm)].map(
    ([, file, line, problem]) => `${file}:${line} ${problem}`,
  );
  return code === 0 || faults.length > 0 ? faults : [said.trim() || 'The compiler ended without a word.'];
}
