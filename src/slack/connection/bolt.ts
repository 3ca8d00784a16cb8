// Loads Bolt by require rather than import, for a quicker start.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Bolt is CommonJS: before it imports such files, Node scans them for the names that they export. */
export const bolt: typeof import('@slack/bolt') = require('@slack/bolt');

/** Bolt's own part for installations, which it loads anyway. */
export const oauth: typeof import('@slack/oauth') = require('@slack/oauth');
