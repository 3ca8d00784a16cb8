// A connection to the PostgreSQL server that a test can break, cut or stall.
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface FlakyConnection {
  /** The database's address through this connection. */
  readonly url: string;
  /** Breaks every connection; new ones are accepted. */
  break(): void;
  /** Breaks every connection and refuses new ones until `restore`. */
  cut(): Promise<void>;
  /** Accepts connections but sends nothing on any of them until `restore`. */
  stall(): void;
  restore(): Promise<void>;
}

const lines: FlakyConnection[] = [];

/** Opens one to a database on the tests' server. */
export async function flakyConnection(database: string): Promise<FlakyConnection> {
  const url = new URL(database);
  const sockets = new Set<Socket>();
  let isStalled = false;
  const server = createServer((near) => {
    const far = reach(url);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => void (isStalled || to.write(data)));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  /** A connection of another program may use this port for a moment. */
  const listenAgain = async (port: number): Promise<void> => {
    for (;;) {
      const fault: unknown = await listen(port).catch((error) => error);
      if (fault === undefined) return;
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')) throw fault;
      await pause(100);
    }
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const through = new URL(url);
  through.search = '';
  through.host = `127.0.0.1:${port}`;
  const line: FlakyConnection = {
    url: through.href,
    break() {
      for (const socket of sockets) socket.destroy();
    },
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve));
      line.break();
      await closed;
    },
    stall() {
      isStalled = true;
    },
    async restore() {
      if (isStalled) line.break();
      isStalled = false;
      if (!server.listening) await listenAgain(port);
    },
  };
  lines.push(line);
  return line;
}

/** Closes all that a test has opened. */
export async function closeConnections(): Promise<void> {
  for (const line of lines.splice(0)) {
    await line.restore();
    await line.cut();
  }
}

function reach(url: URL): Socket {
  const port = Number(url.port) || 5432;
  const folder = url.searchParams.get('host') ?? '';
  const path = join(folder, `.s.PGSQL.${port}`);
  return folder !== '' && existsSync(path) ? dial(path) : dial(port, url.hostname);
}
