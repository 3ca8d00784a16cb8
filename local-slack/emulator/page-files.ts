// Serves the page's own files from the build.
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Nothing is loaded from elsewhere, and no other page can embed this one. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The bundler names these after what they hold, so that one with other content has another name. */
const NAMED_BY_CONTENT = 'assets/';

/** Sends one of the page's files; false where there is none of that path. */
export function sendPageFile(folder: string, path: string, response: ServerResponse): boolean {
  const name = path === '/' ? 'index.html' : path.slice(1);
  // Only names that are in the folder, so that no path leads out of it.
  const known = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const type = TYPES[extname(name)];
  if (type === undefined || !known.map((file) => file.replaceAll('\\', '/')).includes(name)) return false;
  const headers = { 'content-type': type, 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' };
  response.writeHead(200, {
    ...headers,
    'cache-control': name.startsWith(NAMED_BY_CONTENT) ? 'max-age=31536000, immutable' : 'no-cache',
  });
  createReadStream(join(folder, name)).pipe(response);
  return true;
}
