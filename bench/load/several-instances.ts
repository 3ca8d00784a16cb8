// Measures several instances behind nginx on one store, beside one behind nginx.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, median, writeTable } from '../shared/figures.js';
import { OURS } from '../shared/processes.js';
import { type LoadSetup, UNDER_WAY } from './load-setup.js';
import { startBalancer } from './nginx.js';

/** Measures and tells what the instances take together. */
export async function tellInstances(
  setup: LoadSetup,
  instances: number,
  seconds: number,
  rounds: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'load-'));
  const settings = process.env.DATABASE_URL ? {} : { DATABASE_URL: `file:${join(folder, 'advisor.sqlite')}` };
  const all = await Promise.all(Array.from({ length: instances }, () => setup.start(OURS, settings)));
  for (const { port } of all) await setup.warm(port);
  const ports = all.map((app) => app.port);
  const one = await startBalancer(ports.slice(0, 1));
  const many = await startBalancer(ports);
  const underWay = UNDER_WAY * instances;
  const rateOf = async ({ port }: { readonly port: number }): Promise<number> => {
    const { answered, seconds: took } = await setup.send({ port, seconds, underWay });
    return answered / took;
  };
  const turns: { one: number; many: number }[] = [];
  for (let round = 0; round < rounds; round += 1) turns.push({ one: await rateOf(one), many: await rateOf(many) });
  const figures: Figure[] = [
    { name: 'one instance: answers a second', value: median(turns.map((turn) => turn.one)), unit: '/s' },
    { name: `${instances} instances: answers a second`, value: median(turns.map((turn) => turn.many)), unit: '/s' },
    { name: 'beside one', value: median(turns.map((turn) => turn.many / turn.one)), unit: 'x' },
    { name: 'processors of this machine', value: availableParallelism(), unit: '' },
  ];
  console.log(`Behind nginx, ${underWay} under way\n${writeTable(figures)}`);
  await Promise.all([one.stop(), many.stop(), ...all.map((app) => app.stop())]);
  rmSync(folder, { recursive: true, force: true });
}
