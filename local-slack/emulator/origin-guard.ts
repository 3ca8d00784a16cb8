// Lets in this machine only, and of its browsers only the local Slack's own page.
import type { IncomingMessage } from 'node:http';

const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * True for a request that no other website has sent. A name that was made to point at this machine has the wrong Host,
 * a form or script of another site the wrong Origin.
 */
export function isFromHere({ headers, socket }: IncomingMessage): boolean {
  const hosts = NAMES.map((name) => `${name}:${socket.localPort}`);
  const { host, origin } = headers;
  const site = headers['sec-fetch-site'];
  return (
    host !== undefined &&
    hosts.includes(host) &&
    (origin === undefined || hosts.some((own) => origin === `http://${own}`)) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}
