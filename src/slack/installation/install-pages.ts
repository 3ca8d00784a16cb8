// Writes the three pages that people see in a browser while they install the app.
import type { ServerResponse } from 'node:http';
import { escapeText } from '../message/escaping.js';
import type { AppManifest } from './app-manifest.js';

/** A page's words; `paragraphs` are HTML already. */
interface InstallPageContent {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Loads nothing from elsewhere; no other site can frame the page, and no cache or referrer can keep its address, which has a state. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

const STYLE = `:root{background:#fff;color:#1b1b1b}
@media(prefers-color-scheme:dark){:root{background:#16181d;color:#eee}}
body{font:1.1em/1.5 system-ui,sans-serif;max-width:34em;margin:3em auto;padding:0 1em}
.button{display:inline-block;padding:.6em 1.2em;border-radius:.4em;background:#1d3a4a;color:#fff;text-decoration:none}
code{font-size:.9em}`;

/** Sets the headers of all pages before any of them is sent. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

/** Says what the app is, what it asks for and why; `url` leads to Slack's own page. */
export function installPage({ name, description, permissions }: AppManifest, url: string): string {
  const reasons = permissions.map(
    ({ scope, reason }) => `<li><code>${escapeText(scope)}</code> ${escapeText(reason)}</li>`,
  );
  return html({
    title: `Install ${name}`,
    paragraphs: [
      `<p>${escapeText(description)}.</p>`,
      `<p><a class="button" href="${attribute(url)}">Add to Slack</a></p>`,
      `<p>What it asks for, and why:</p><ul>${reasons.join('')}</ul>`,
      '<p>It can’t read channels, files, profiles or email addresses. It only speaks when asked. If you remove it from ' +
        'Slack, everything it has stored for your workspace is deleted.</p>',
    ],
  });
}

/** Says that the app is installed; `link` opens it in Slack. */
export function sendInstalled(response: ServerResponse, { name }: AppManifest, where: string, link: string): void {
  send(response, 200, {
    title: `${name} is installed`,
    paragraphs: [
      `<p>Everyone in ${escapeText(where)} can use it now.</p>`,
      `<p><a class="button" href="${attribute(link)}">Open in Slack</a></p>`,
    ],
  });
}

const AGAIN = '<p><a class="button" href="install">Start again</a></p>';

/** Why nothing was installed, for the person who tried. */
export const NOT_INSTALLED = {
  declined: { status: 200, words: 'You didn’t give it the permissions it needs. Nothing was changed.' },
  stale: {
    status: 400,
    words: 'The installation finished, expired or was started in another browser.',
  },
  failed: {
    status: 500,
    words: 'Something went wrong. The app’s operator can see the cause. Please try again in a moment.',
  },
} as const;

/** Says that nothing was installed, why, and how to start again. */
export function sendNotInstalled(
  response: ServerResponse,
  { name }: AppManifest,
  { status, words }: (typeof NOT_INSTALLED)[keyof typeof NOT_INSTALLED],
): void {
  send(response, status, { title: `${name} wasn’t installed`, paragraphs: [`<p>${words}</p>`, AGAIN] });
}

function send(response: ServerResponse, status: number, page: InstallPageContent): void {
  setHeaders(response);
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html(page));
}

const attribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

function html({ title, paragraphs }: InstallPageContent): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title>
<link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><main><h1>${escapeText(title)}</h1>
${paragraphs.join('\n')}
</main></body>
</html>
`;
}
