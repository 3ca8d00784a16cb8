// The PostgreSQL server and the browser that all test files share: started by the first that asks, ended after the last test.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Starts one and gives its address. It ends with this process, or earlier by `stop`. */
type Start = () => Promise<{ readonly address: string; stop(): Promise<unknown> }>;

const STARTS = {
  postgres: async () => (await import('./embedded-postgres.js')).startPostgres(),
  browser: async () => {
    const { findBrowser, serveBrowser } = await import('../../local-slack/browser/browser-driver.js');
    const server = await serveBrowser(findBrowser(process.env) ?? '');
    return { address: server.wsEndpoint(), stop: () => server.close() };
  },
} satisfies Record<string, Start>;

type Name = keyof typeof STARTS;

/** Where the process of vitest answers, for those that run the tests. */
const PORT = 'SHARED_SERVERS_PORT';

/** The address of a server, from within a test. Throws the reason why it can't be started. */
export async function sharedServer(name: Name): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${process.env[PORT]}/${name}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** Called by vitest; returns what to do after the last test. */
export default async function setUp(): Promise<() => Promise<void>> {
  const running = new Map<Name, ReturnType<Start>>();
  const addressOf = async (name: Name): Promise<string> => {
    const started = running.get(name) ?? STARTS[name]();
    running.set(name, started);
    return (await started).address;
  };
  const names = Object.keys(STARTS) as Name[];
  const server = createServer((request, response) => {
    const name = names.find((one) => request.url === `/${one}`);
    const address = name === undefined ? Promise.reject(new Error('No such server')) : addressOf(name);
    address.then(
      (found) => response.end(found),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env[PORT] = String((server.address() as AddressInfo).port);
  return async () => {
    server.close();
    for (const started of running.values()) await (await started.catch(() => undefined))?.stop();
  };
}
