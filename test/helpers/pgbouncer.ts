// Runs PgBouncer in transaction mode for the tests' PostgreSQL server, if this machine has it.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const PORT = 6432;

/** Why there's no test with it, or undefined if there can be one. */
export const noPgBouncer: string | undefined =
  spawnSync('pgbouncer', ['--version']).status === 0 ? undefined : 'PgBouncer isn’t installed here';

/** Starts it for the server at an address, with fewer connections to the server than one instance asks for. */
export async function startPgBouncer(server: string) {
  const url = new URL(server);
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  const host = url.searchParams.get('host') ?? url.hostname;
  const user = url.username || 'postgres';
  const password = url.password === '' ? '' : ` password=${decodeURIComponent(url.password)}`;
  const settings = [
    '[databases]',
    `* = host=${host} port=${url.port || 5432} user=${user}${password}`,
    '[pgbouncer]',
    'listen_addr =',
    `listen_port = ${PORT}`,
    `unix_socket_dir = ${folder}`,
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 3',
    'max_client_conn = 100',
  ];
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(file, settings.join('\n'));
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const child = spawn('pgbouncer', [file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (data) => {
      said += data;
      if (said.includes('process up')) resolve();
    });
    child.once('close', () => reject(new Error(`PgBouncer didn’t start: ${said}`)));
  });
  return {
    /** The address through it, with the host after the database's name, as for a cloud's socket. */
    address: `postgres://${user}@${url.pathname}?host=${encodeURIComponent(folder)}&port=${PORT}`,
    /** The same, with the user after it too. */
    bareAddress: `postgres://${url.pathname}?user=${user}&host=${encodeURIComponent(folder)}&port=${PORT}`,
    async stop(): Promise<void> {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
