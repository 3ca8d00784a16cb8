// Before the road: reads one YAML file of facts and checks every entry by its schema and against the documents.
import * as v from 'valibot';
import type { Fault, FaultText } from '../data-error.js';
import type { SourceDocument } from '../documents.js';
import { type Fact, factSchema } from '../fact-schema.js';
import { checkCitation, type ReportKey } from './citation-check.js';
import { checkFigures, checkSays } from './figure-check.js';
import { claimId, describeIssue, type SeenIds } from './front-matter.js';
import type { TextFile } from './text-files.js';
import { type Report, readYaml } from './yaml-file.js';

type ReportPath = (path: readonly PropertyKey[], fault: FaultText) => void;

/** The good facts of a file; what is wrong with the others is added to `faults`. */
export function readFacts(
  { file, text }: TextFile,
  documents: readonly SourceDocument[],
  seen: SeenIds,
  faults: Fault[],
): Fact[] {
  const report: Report = (fault) => faults.push({ file, ...fault });
  const yaml = readYaml(text, 1, report);
  if (!yaml) return [];
  if (!Array.isArray(yaml.value)) {
    report({ line: 1, problem: 'is not a list of facts', remedy: 'begin every fact with “- id: …”' });
    return [];
  }
  return yaml.value.flatMap((entry: unknown, index) => {
    const id = v.is(v.looseObject({ id: v.string() }), entry) ? entry.id : undefined;
    if (id !== undefined) claimId(seen, id, file, () => yaml.lineOf([index, 'id']), report);
    const fact = readFact(entry, documents, (path, fault) => {
      report({ line: yaml.lineOf([index, ...path]), key: id, ...fault });
    });
    return fact ? [fact] : [];
  });
}

function readFact(entry: unknown, documents: readonly SourceDocument[], report: ReportPath): Fact | undefined {
  const reportKey: ReportKey = (key, fault) => report([key], fault);
  // These two do not wait for the schema, so that one run shows all there is to mend.
  checkCitation(entry, documents, reportKey);
  checkSays(entry, reportKey);
  const parsed = v.safeParse(factSchema, entry);
  if (parsed.success) {
    checkFigures(parsed.output, reportKey);
    return parsed.output;
  }
  for (const issue of parsed.issues) {
    const path = (issue.path ?? []).map((item) => item.key as PropertyKey);
    report(path, describeIssue(issue, listKeys(entry)));
  }
  return undefined;
}

function listKeys(entry: unknown): string[] {
  const kind = v.is(v.looseObject({ kind: v.string() }), entry) ? entry.kind : undefined;
  const shape = factSchema.options.find((option) => v.is(option.entries.kind, kind));
  return shape ? Object.keys(shape.entries) : [];
}
