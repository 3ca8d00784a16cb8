// Between the Slack side and its library: Bolt, required rather than imported, for a quicker start.
import { createRequire } from 'node:module';

/** Bolt is CommonJS: to import it, Node first scans its files for the names that they export; to require it, it need not. */
export const bolt: typeof import('@slack/bolt') = createRequire(import.meta.url)('@slack/bolt');
