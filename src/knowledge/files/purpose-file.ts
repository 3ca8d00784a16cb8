// Reads what the advisor is about, in its own words, from about.yml of a data folder, which may leave it out.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { Fault } from '../data-error.js';
import { describeIssue, text } from './front-matter.js';

import { readYaml } from './yaml-file.js';

const purposeSchema = v.strictObject({ subject: text, people: v.optional(text) });

/** What the advisor answers questions about, and whom the documents cover; empty where only its documents say it. */
export type Purpose = Partial<v.InferOutput<typeof purposeSchema>>;

/** The purpose of a data folder; what is wrong with it is added to `faults`. */
export function readPurpose(dir: string, faults: Fault[]): Purpose {
  const path = join(dir, 'about.yml');
  if (!existsSync(path)) return {};
  const file = `${basename(dir)}/about.yml`;
  const yaml = readYaml(readFileSync(path, 'utf8'), 1, (fault) => faults.push({ file, ...fault }));
  if (yaml === undefined) return {};
  const parsed = v.safeParse(purposeSchema, yaml.value);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) {
    const line = yaml.lineOf((issue.path ?? []).map((item) => item.key as PropertyKey));
    faults.push({ file, line, ...describeIssue(issue, Object.keys(purposeSchema.entries)) });
  }
  return {};
}
