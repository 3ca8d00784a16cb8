// Puts all temporary files of the tests and their processes into one folder, and deletes it at the end.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Called by vitest; returns what to do after the last test. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-tests-'));
  // Some tests start processes as a different user.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
