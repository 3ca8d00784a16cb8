// Prints what the app takes over HTTP beside a bare one, how long answers take, and what happens at too high a rate.

import { tellBeside } from './compare-rates.js';
import { openSetup } from './load-setup.js';
import { tellInstances } from './several-instances.js';
import { findRate, tellLongRun, tellRates } from './steady-rate.js';

/** What the command line can set; all are numbers. */
export interface LoadOptions {
  readonly seconds?: number;
  readonly rounds?: number;
  /** Sends this many payloads instead, and prints the memory every minute. */
  readonly messages?: number;
  /** Payloads a second for `messages`; 0.7 of what the app can take unless set. */
  readonly rate?: number;
  /** Measures this many instances behind nginx instead. */
  readonly instances?: number;
}

/** Measures and prints; takes some minutes. */
export async function measureLoad(options: LoadOptions): Promise<void> {
  const { seconds = 5, rounds = 5, messages = 0, rate = 0, instances = 1 } = options;
  const setup = await openSetup();
  if (messages > 0) await tellLongRun(setup, messages, rate || (await findRate(setup, seconds, rounds)));
  else if (instances > 1) await tellInstances(setup, instances, seconds, rounds);
  else {
    await tellBeside(setup, seconds, rounds);
    await tellRates(setup, seconds, rounds);
  }
  setup.end();
}
