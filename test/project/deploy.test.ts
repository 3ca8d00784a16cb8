// Compares the files of deploy/ with the project: what they set, start and call must exist.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const read = (file: string): string => readFileSync(join('deploy', file), 'utf8');
const [DOCKERFILE, UNIT, CLUSTER, PAGE] = [
  'Dockerfile',
  'backend-career-advisor.service',
  'kubernetes.yml',
  'README.md',
].map(read) as [string, string, string, string];
const { version, engines }: { version: string; engines: { node: string } } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const VARIABLES = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
const ENTRANCE = 'dist/src/main.js';

/** The value at a path of an object of unknown shape. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce((inner: unknown, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}

const objects = parseAllDocuments(CLUSTER).map((document) => document.toJS() as Record<string, unknown>);
const ofKind = (wanted: string) => objects.find(({ kind }) => kind === wanted);
const pod = at(ofKind('Deployment'), 'spec', 'template');
const container = at(pod, 'spec', 'containers', 0);
const instruction = (name: string): string[] =>
  [...DOCKERFILE.matchAll(new RegExp(`^${name} (.+)$`, 'gm'))].map(([, rest = '']) => rest);

/** Runs Node.js with these arguments; resolves to its exit status. */
async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<unknown> {
  const [status] = await once(spawn(process.execPath, args, { env }), 'exit');
  return status;
}

/** What systemd reports about a unit. */
function verify(unit: string): { status: number | null; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-unit-'));
  const file = join(folder, 'backend-career-advisor.service');
  writeFileSync(file, unit);
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { status, stderr };
}

describe('every deployment file', () => {
  it('sets only variables that the program or Node.js reads', () => {
    const assigned = [...`${instruction('ENV').join(' ')} ${UNIT} ${PAGE}`.matchAll(/\b([A-Z][A-Z_]+)=/g)];
    const set = new Set(assigned.map(([, name]) => name));
    expect(set.size).toBeGreaterThan(3);
    expect([...set].filter((name) => !VARIABLES.includes(name) && !['NODE_ENV', 'NAME'].includes(`${name}`))).toEqual(
      [],
    );
  });

  it('starts the product, and nothing that only development needs', () => {
    expect(existsSync('src/main.ts')).toBe(true);
    expect(UNIT).toMatch(new RegExp(`^ExecStart=/usr/bin/node ${ENTRANCE}$`, 'm'));
    expect(instruction('CMD').map((command) => JSON.parse(command))).toEqual([['node', ENTRANCE]]);
  });

  it('waits longer for the process to stop than that takes', () => {
    const grace = [/^TimeoutStopSec=(\d+)$/m.exec(UNIT)?.[1], /--stop-timeout (\d+)/.exec(PAGE)?.[1]].map(Number);
    expect(Math.min(...grace)).toBeGreaterThan(10);
    const [pause, whole] = [
      at(container, 'lifecycle', 'preStop', 'sleep', 'seconds'),
      at(pod, 'spec', 'terminationGracePeriodSeconds'),
    ];
    expect(Number(whole) - Number(pause)).toBeGreaterThan(10);
  });

  it('is described in deploy/README.md', () => {
    for (const file of readdirSync('deploy').filter((name) => !/README|dockerignore/.test(name)))
      expect(PAGE).toContain(`(${file})`);
  });
});

describe('the container image', () => {
  it('has a Node.js version that is tested and supported', () => {
    const ci = parse(readFileSync('.github/workflows/ci.yml', 'utf8'));
    const versions = instruction('FROM').map((base) => Number(/^node:(\d+)-slim\b/.exec(base)?.[1]));
    expect(new Set(versions).size).toBe(1);
    expect(at(ci, 'jobs', 'test', 'strategy', 'matrix', 'node')).toContain(versions[0]);
    expect(versions[0]).toBeGreaterThan(Number(/\d+/.exec(engines.node)?.[0]) - 1);
  });

  it('has what a start needs and nothing that only development does', () => {
    const copied = instruction('COPY')
      .filter((line) => line.startsWith('--from=build'))
      .flatMap((line) => line.split(' ').slice(1, -1))
      .map((path) => path.replace('/app/', ''));
    const built = ['dist/model.bin', 'dist/intents', 'dist/src'];
    expect(copied.sort()).toEqual(
      [...['package.json', 'manifest.yml', 'node_modules', 'data', 'scripts/build.mjs'], ...built].sort(),
    );
    for (const path of copied) expect([path, existsSync(path)]).toEqual([path, true]);
  });

  it('installs with the settings of .npmrc, without which production gets a compiler', () => {
    expect(instruction('COPY')[0]?.split(' ')).toContain('.npmrc');
  });

  it('is built without the developer’s secrets and packages', () => {
    expect(read('Dockerfile.dockerignore').trim().split('\n')).toEqual(
      expect.arrayContaining(['.env', '*.env', 'node_modules', 'dist', 'var']),
    );
  });

  it('does not run as root', () => {
    expect(instruction('USER')).toEqual(['node']);
    expect(DOCKERFILE.indexOf('USER node')).toBeLessThan(DOCKERFILE.indexOf('CMD ["node", "dist'));
  });

  it.each([
    [200, 0],
    [500, 1],
    [undefined, 1],
  ])('has a health check that, if the process answers %s, ends with %d', async (status, code) => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.writeHead(status ?? 200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    if (status === undefined) await new Promise((resolve) => server.close(resolve));
    const [, ...args]: string[] = JSON.parse(/^CMD (.*)$/.exec(instruction('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]');
    expect(await run(args, { MONITORING_PORT: `${port}` })).toBe(code);
    server.close();
    expect(asked).toEqual(status === undefined ? [] : ['/healthz']);
  });
});

describe('in Kubernetes', () => {
  it('the probes call pages that exist, on the port that the image listens on', () => {
    const ports = at(container, 'ports') as { name: string; containerPort: number }[];
    const monitoring = ports.find(({ name }) => name === 'monitoring')?.containerPort;
    expect(instruction('ENV').join()).toContain(`MONITORING_PORT=${monitoring}`);
    expect(at(pod, 'metadata', 'annotations', 'prometheus.io/port')).toBe(`${monitoring}`);
    expect(instruction('EXPOSE')).toEqual([ports.map(({ containerPort }) => containerPort).join(' ')]);
    const pages = ['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => at(container, probe, 'httpGet'));
    expect(pages.map((page) => at(page, 'path'))).toEqual(['/healthz', '/readyz', '/healthz']);
    expect(pages.every((page) => at(page, 'port') === 'monitoring')).toBe(true);
  });

  it('only what Slack calls can be reached from outside', () => {
    expect(at(ofKind('Service'), 'spec', 'ports')).toEqual([{ name: 'slack', port: 80, targetPort: 'slack' }]);
  });

  it('the process isn’t root, can’t write, and one of two keeps running', () => {
    expect(at(pod, 'spec', 'securityContext', 'runAsNonRoot')).toBe(true);
    expect(at(container, 'securityContext')).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(at(ofKind('Deployment'), 'spec', 'replicas')).toBe(2);
    expect(at(ofKind('PodDisruptionBudget'), 'spec', 'maxUnavailable')).toBe(1);
  });

  it('all files refer to the same pods, and to this version', () => {
    const labels = at(pod, 'metadata', 'labels');
    const selectors = [
      at(ofKind('Deployment'), 'spec', 'selector', 'matchLabels'),
      at(ofKind('Service'), 'spec', 'selector'),
      at(ofKind('PodDisruptionBudget'), 'spec', 'selector', 'matchLabels'),
    ];
    for (const selector of selectors) expect(selector).toEqual(labels);
    expect(at(container, 'image')).toBe(`backend-career-advisor:${version}`);
    expect([...PAGE.matchAll(/backend-career-advisor:([\d.]+)/g)].map(([, tag]) => tag)).toEqual([version, version]);
  });
});

/** The settings that the unit uses; systemd.directives(7) lists them all. */
const SETTINGS = `
  Description Wants After ExecStart WorkingDirectory Environment EnvironmentFile StateDirectory StateDirectoryMode
  Restart RestartSec TimeoutStopSec DynamicUser CapabilityBoundingSet PrivateDevices ProtectHome ProtectKernelModules
  ProtectKernelTunables RestrictAddressFamilies RestrictNamespaces SystemCallFilter SystemCallErrorNumber UMask WantedBy
`
  .trim()
  .split(/\s+/);

it('systemd knows every setting of the unit, and finds nothing wrong with it', () => {
  const lines = UNIT.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const settings = lines.filter((line) => !/^\[(Unit|Service|Install)\]$/.test(line)).map((line) => line.split('=')[0]);
  expect(settings.toSorted()).toEqual(SETTINGS.toSorted());
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return;
  const unit = UNIT.replace('/usr/bin/node', process.execPath);
  // It may also report the machine's own units.
  expect(verify(unit)).toEqual({ status: 0, stderr: expect.not.stringContaining('backend-career-advisor') });
  expect(verify(unit.replace('DynamicUser', 'DynamicUsr')).stderr).toContain('DynamicUsr');
});
