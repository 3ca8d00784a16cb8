// What comes from elsewhere: packages that run nothing when they are installed, and a list of all of them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
}

/** An entry of the bill, as CycloneDX has it. */
interface Component {
  readonly purl: string;
  readonly properties?: readonly { readonly name: string }[];
}

const DEVELOPMENT = 'cdx:npm:package:development';

const lock: { readonly packages: Readonly<Record<string, Package>> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const production = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);

describe('the packages of production', () => {
  it('run nothing when they are installed', () => {
    expect(production.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
    expect(production.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('are held to a checksum each', () => {
    expect(production.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  it('stand in the bill of materials, by the command in SECURITY.md', () => {
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
