// Turns the files below a folder into a short text that changes whenever one of them does.
import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { findProjectRoot } from '../src/config/project-root.js';

/** False for what editors put beside a file for a moment: `.jobs.yml.swp`, `jobs.yml~`, `#jobs.yml#`. */
export const isSource = (path: string): boolean => /^[^.#].*[^~]$/.test(basename(path));

/** The fingerprint of a folder; that of an empty one where there is none. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const path of filesIn(folder)) {
    hash.update(`\0${relative(folder, path)}\0`);
    try {
      hash.update(readFileSync(path));
    } catch {
      // Removed since it was listed; the next fingerprint shows that.
    }
  }
  return hash.digest('hex');
}

/** A short text that changes whenever one of the project's `folders` or an installed package does. */
export function madeOf(folders: readonly string[]): string {
  const root = findProjectRoot();
  const packages = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return [packages, ...folders.map((folder) => fingerprint(join(root, folder)))].join(' ');
}

function filesIn(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
