// Before all tests: whatever they and the processes that they start put among temporary files is in one folder, gone at the end.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Called by vitest; gives what is to be done after the last test. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-tests-'));
  // Some tests start processes of another user.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
