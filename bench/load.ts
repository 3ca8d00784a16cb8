// The load: what the app takes over HTTP beside a bare one, how long answers take, and what is too much for it.
import { parseArgs } from 'node:util';
import { tellInstances } from './load-balanced.js';
import { tellBeside } from './load-beside.js';
import { openStand } from './load-stand.js';
import { findRate, tellLongRun, tellRates } from './load-steady.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    /** Instead of all else, so many payloads, with the memory told every minute. */
    messages: { type: 'string', default: '0' },
    /** Those at so many a second, by default at 0.7 of what it takes. */
    rate: { type: 'string', default: '0' },
    /** Instead of all else, so many instances behind nginx, beside one behind nginx. */
    instances: { type: 'string', default: '1' },
  },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const messages = Number(values.messages);
const rate = Number(values.rate);
const instances = Number(values.instances);

const stand = await openStand();
if (messages > 0) await tellLongRun(stand, messages, rate || (await findRate(stand, seconds, rounds)));
else if (instances > 1) await tellInstances(stand, instances, seconds, rounds);
else {
  await tellBeside(stand, seconds, rounds);
  await tellRates(stand, seconds, rounds);
}
stand.end();
