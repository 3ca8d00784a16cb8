// Puts TLS before a port of this machine, as Slack has it: with a certificate for “localhost” that only tests trust.
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { createServer } from 'node:tls';

/** For NODE_EXTRA_CA_CERTS. */
export const CERTIFICATE = 'test/fixtures/tls/localhost-cert.pem';
/** The same, valid on one day of 2020. */
export const EXPIRED_CERTIFICATE = 'test/fixtures/tls/expired-cert.pem';
const KEY = 'test/fixtures/tls/localhost-key.pem';

export interface TlsFront {
  readonly port: number;
  stop(): void;
}

/** Starts one on a free port. */
export async function startTlsFront(behind: number, certificate = CERTIFICATE): Promise<TlsFront> {
  const open = new Set<{ destroy(): void }>();
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(KEY) }, (near) => {
    const far = connect(behind, '127.0.0.1');
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
    open.add(near).add(far);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
