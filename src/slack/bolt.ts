// Between the Slack side and its library: Bolt, required rather than imported, for a quicker start.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Bolt is CommonJS: to import it, Node first scans its files for the names that they export; to require it, it need not. */
export const bolt: typeof import('@slack/bolt') = require('@slack/bolt');

/** Bolt's own part for installations, which it loads in any case. */
export const oauth: typeof import('@slack/oauth') = require('@slack/oauth');
