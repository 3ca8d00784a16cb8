// Serves the pages for operators, on a port of their own.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A read-only page. */
export interface Page {
  readonly path: string;
  show(): Promise<{ readonly status: number; readonly type: string; readonly body: string }>;
}

/** Responds with a page. */
export async function showPage(page: Page, response: ServerResponse): Promise<void> {
  const { status, type, body } = await page.show();
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/** Listens for requests; resolves to the port. It keeps no process alive. */
export async function openPages(port: number, pages: readonly Page[]): Promise<number> {
  const listener: RequestListener = (request, response) => {
    const page = pages.find(({ path }) => path === request.url?.split('?')[0]);
    if (page === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) response.writeHead(404).end();
    else void showPage(page, response);
  };
  const server: Server = createServer(listener).unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve);
  });
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
