// Gives a path of Node that every user may run: npx keeps its own below root's home, which no one else may enter.
import { chmodSync, constants, copyFileSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const MAY_ENTER = 0o001;

const canReach = (path: string): boolean => {
  const folder = dirname(path);
  return folder === path || ((statSync(folder).mode & MAY_ENTER) > 0 && canReach(folder));
};

let copy: string | undefined;

/** The path of this Node, or of a copy of it in the tests' temporary folder. */
export function nodeForOthers(): string {
  if (canReach(process.execPath)) return process.execPath;
  if (copy !== undefined) return copy;
  const folder = mkdtempSync(join(tmpdir(), 'advisor-node-'));
  chmodSync(folder, 0o755);
  copy = join(folder, 'node');
  copyFileSync(process.execPath, copy, constants.COPYFILE_FICLONE);
  return copy;
}
