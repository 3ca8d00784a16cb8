// Builds and then starts, in one process: a signal to `npm start` reaches whatever is running and ends all of it.
import { build } from './build.mjs';

const building = new AbortController();
const stop = () => building.abort();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, stop);
const status = await build(building.signal);
if (building.signal.aborted) process.exit(0);
if (status !== 0) process.exit(status);
for (const signal of signals) process.off(signal, stop);
await import('../dist/local-slack/start.js');
