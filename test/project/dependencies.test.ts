// Holds the packages of production to a list, and checks that none of them runs anything when it's installed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
}

/** An entry of the bill of materials, in CycloneDX's form. */
interface Component {
  readonly purl: string;
  readonly properties?: readonly { readonly name: string }[];
}

/** Every package that production installs, apart from libsql's builds. Add one only if production needs it. */
const PRODUCTION = `
  @neon-rs/load @opentelemetry/api @slack/bolt @slack/logger @slack/oauth @slack/socket-mode @slack/types
  @slack/web-api @types/debug @types/jsonwebtoken @types/mdast @types/ms @types/node @types/retry @types/unist
  accepts async-function async-generator-function bintrees body-parser buffer-equal-constant-time bytes
  call-bind-apply-helpers call-bound ccount character-entities content-disposition content-type cookie
  cookie-signature debug decode-named-character-reference depd dequal detect-libc devlop dotenv dunder-proto
  ecdsa-sig-formatter ee-first encodeurl es-define-property es-errors es-object-atoms escape-html
  escape-string-regexp etag eventemitter3 express finalhandler forwarded fresh function-bind fuse.js
  generator-function get-intrinsic get-proto gopd has-symbols hasown http-errors iconv-lite inherits ipaddr.js
  is-promise jsonwebtoken jwa jws kysely libsql lodash.includes lodash.isboolean lodash.isinteger
  lodash.isnumber lodash.isplainobject lodash.isstring lodash.once longest-streak lru-cache markdown-table math-intrinsics
  mdast-util-find-and-replace mdast-util-from-markdown mdast-util-gfm mdast-util-gfm-autolink-literal
  mdast-util-gfm-footnote mdast-util-gfm-strikethrough mdast-util-gfm-table mdast-util-gfm-task-list-item
  mdast-util-phrasing mdast-util-to-markdown mdast-util-to-string media-typer merge-descriptors micromark
  micromark-core-commonmark micromark-extension-gfm micromark-extension-gfm-autolink-literal
  micromark-extension-gfm-footnote micromark-extension-gfm-strikethrough micromark-extension-gfm-table
  micromark-extension-gfm-tagfilter micromark-extension-gfm-task-list-item micromark-factory-destination
  micromark-factory-label micromark-factory-space micromark-factory-title micromark-factory-whitespace
  micromark-util-character micromark-util-chunked micromark-util-classify-character
  micromark-util-combine-extensions micromark-util-decode-numeric-character-reference
  micromark-util-decode-string micromark-util-edit-map micromark-util-encode micromark-util-html-tag-name
  micromark-util-normalize-identifier micromark-util-resolve-all micromark-util-sanitize-uri
  micromark-util-subtokenize micromark-util-symbol micromark-util-types mime-db mime-types ms negotiator
  object-inspect on-finished once p-finally p-queue p-retry p-timeout parseurl path-to-regexp pg pg-cloudflare
  pg-connection-string pg-int8 pg-pool pg-protocol pg-types pgpass postgres-array postgres-bytea postgres-date
  postgres-interval prom-client proxy-addr qs range-parser raw-body retry router safe-buffer safer-buffer semver
  send serve-static setprototypeof side-channel side-channel-list side-channel-map side-channel-weakmap split2
  statuses stemmer tdigest toidentifier tsscmp type-is undici undici-types unist-util-is
  unist-util-stringify-position unist-util-visit unist-util-visit-parents unpipe valibot vary wrappy xtend yaml
  zwitch
`
  .trim()
  .split(/\s+/);

/** What npm would install for production, without asking the registry. */
function listInstalled(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-install-'));
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(file, join(folder, file));
  const told = execFileSync('npm', ['ci', '--dry-run', '--omit=dev', '--offline'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const names = [...told.matchAll(/^add (@?[a-z]\S*)/gm)].map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

const INSTALLED = listInstalled();

const DEVELOPMENT = 'cdx:npm:package:development';

const lock: { readonly packages: Readonly<Record<string, Package>> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const production = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);

describe('the packages of production', () => {
  it('are these, with no compiler among them', () => {
    const builds = INSTALLED.filter((name) => name.startsWith('@libsql/'));
    expect(INSTALLED.filter((name) => !builds.includes(name))).toEqual(PRODUCTION);
    expect(PRODUCTION).not.toContain('typescript');
  });

  // Its packages don't say for which C library they are: after an update, add "libc" to their entries in package-lock.json.
  it('include one build of libsql, for this system', () => {
    expect(INSTALLED.filter((name) => name.startsWith('@libsql/')).length).toBe(1);
  });

  it('run nothing when they’re installed', () => {
    expect(production.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
    expect(production.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('have a checksum each', () => {
    expect(production.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  it('are all in the bill of materials that SECURITY.md shows how to make', () => {
    const [, command = ''] = /`npm (sbom [^`]+)`/.exec(readFileSync('SECURITY.md', 'utf8')) ?? [];
    const bill = JSON.parse(
      execFileSync('npm', command.split(' '), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    const components: readonly Component[] = bill.components;
    const isOfProduction = ({ properties = [] }: Component) => !properties.some(({ name }) => name === DEVELOPMENT);
    const named = components.filter(isOfProduction).map(({ purl }) => decodeURIComponent(purl));
    const wanted = Object.keys(manifest.dependencies).filter(
      (name) => !named.some((purl) => purl.startsWith(`pkg:npm/${name}@`)),
    );
    expect(wanted).toEqual([]);
    expect(named.filter((purl) => purl.includes('/vitest@'))).toEqual([]);
  });
});
