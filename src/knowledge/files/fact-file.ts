// Reads a YAML file of facts and checks every entry by its schema and against the documents.
import * as v from 'valibot';
import type { Fault, FaultText } from '../data-error.js';
import type { SourceDocument } from '../documents.js';
import type { Fact, FactSchema } from '../fact-schema.js';
import { checkCitation, type ReportKey } from './citation-check.js';
import { checkFigures, checkSays } from './figure-check.js';
import { claimId, describeIssue, type SeenIds } from './front-matter.js';
import type { TextFile } from './text-files.js';
import { type Report, readYaml } from './yaml-file.js';

type ReportPath = (path: readonly PropertyKey[], fault: FaultText) => void;

/** What facts are checked against: the documents, and the shapes that facts may have. */
export interface FactContext {
  readonly documents: readonly SourceDocument[];
  readonly schema: FactSchema;
}

/** The valid facts of a file; errors in the others are added to `faults`. */
export function readFacts(
  { file, text }: TextFile,
  { documents, schema }: FactContext,
  seen: { readonly ids: SeenIds; readonly roles: SeenIds },
  faults: Fault[],
): Fact[] {
  const report: Report = (fault) => faults.push({ file, ...fault });
  const yaml = readYaml(text, 1, report);
  if (!yaml) return [];
  if (!Array.isArray(yaml.value)) {
    report({ line: 1, problem: 'isn’t a list of facts', remedy: 'start every fact with “- id: …”' });
    return [];
  }
  return yaml.value.flatMap((entry: unknown, index) => {
    const id = v.is(v.looseObject({ id: v.string() }), entry) ? entry.id : undefined;
    if (id !== undefined) claimId(seen.ids, id, file, () => yaml.lineOf([index, 'id']), report);
    const fact = readFact(entry, { documents, schema }, (path, fault) => {
      report({ line: yaml.lineOf([index, ...path]), key: id, ...fault });
    });
    if (fact?.role !== undefined)
      claimRole(seen.roles, fact.role, `${file}:${yaml.lineOf([index, 'role'])}`, (fault) => {
        report({ line: yaml.lineOf([index, 'role']), key: id, ...fault });
      });
    return fact ? [fact] : [];
  });
}

/** Takes a role for one fact; reports it if another has it already. */
function claimRole(seen: SeenIds, role: string, place: string, report: (fault: FaultText) => void): void {
  const first = seen.get(role);
  if (first === undefined) seen.set(role, () => place);
  else report({ problem: `has the same role, “${role}”, as ${first()}`, remedy: 'remove it from one of them' });
}

function readFact(entry: unknown, { documents, schema }: FactContext, report: ReportPath): Fact | undefined {
  const reportKey: ReportKey = (key, fault) => report([key], fault);
  // These two don't wait for the schema, so that one run shows every error.
  checkCitation(entry, documents, reportKey);
  checkSays(entry, reportKey);
  const parsed = v.safeParse(schema, entry);
  if (parsed.success) {
    checkFigures(parsed.output, reportKey);
    return parsed.output;
  }
  for (const issue of parsed.issues) {
    const path = (issue.path ?? []).map((item) => item.key as PropertyKey);
    report(path, describeIssue(issue, listKeys(entry, schema)));
  }
  return undefined;
}

function listKeys(entry: unknown, schema: FactSchema): string[] {
  const kind = v.is(v.looseObject({ kind: v.string() }), entry) ? entry.kind : undefined;
  const shape = schema.options.find((option) => v.is(option.entries.kind, kind));
  return shape ? Object.keys(shape.entries) : [];
}
