// A forward proxy on this machine, as companies have: it only accepts CONNECT, and records the requests.
import { createServer } from 'node:http';
import { type AddressInfo, connect as dial } from 'node:net';

export interface ForwardProxy {
  readonly url: string;
  /** The first line of each request that went through, such as `GET /link?ticket=1 HTTP/1.1`. */
  readonly lines: string[];
  /** The host and port that each CONNECT asks for. */
  readonly hosts: string[];
  /** The `proxy-authorization` header of each CONNECT. */
  readonly credentials: (string | undefined)[];
  /** Refuses CONNECT with this status from now on. */
  refuse(status: number): void;
  /** Connects to this port of this machine from now on, whatever is asked for. */
  leadTo(port: number): void;
  stop(): void;
}

/** Starts one on a free port; it only connects to this machine. */
export async function startForwardProxy(): Promise<ForwardProxy> {
  const lines: string[] = [];
  const hosts: string[] = [];
  const credentials: (string | undefined)[] = [];
  const open = new Set<{ destroy(): void }>();
  let refusal: number | undefined;
  let led: number | undefined;
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, near, head) => {
    hosts.push(request.url ?? '');
    credentials.push(request.headers['proxy-authorization']);
    near.on('error', () => undefined);
    if (refusal !== undefined) return void near.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`);
    const far = dial(led ?? Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.write(head);
      far.pipe(near).pipe(far);
    });
    far.on('error', () => near.destroy());
    open.add(near).add(far);
    near.on('data', (data) => {
      const [line = ''] = String(data).split('\r\n');
      if (line.endsWith(' HTTP/1.1')) lines.push(line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    lines,
    hosts,
    credentials,
    refuse(status) {
      refusal = status;
    },
    leadTo(port) {
      led = port;
    },
    stop() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
