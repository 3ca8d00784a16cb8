// Before the road: loads the documents and the facts drawn from them, and refuses to go on with a single fault.
import { readDocument } from './data/document-file.js';
import { readFacts } from './data/fact-file.js';
import { readTextFiles } from './data/text-files.js';
import type { SourceDocument } from './documents.js';
import { DataError, type Fault } from './errors.js';
import { createFacts, type Facts } from './facts.js';

/** All that answers may rest on. */
export interface Data {
  readonly documents: readonly SourceDocument[];
  readonly facts: Facts;
}

/** Loads and checks the data folder `dir`. Throws one DataError that names all faults there are. */
export function loadData(dir: string): Data {
  const faults: Fault[] = [];
  const documentIds = new Map<string, () => string>();
  const factIds = new Map<string, () => string>();
  const documents = readTextFiles(dir, 'documents', '.md', faults).map((file) =>
    readDocument(file, documentIds, faults),
  );
  const facts = readTextFiles(dir, 'facts', '.yml', faults).flatMap((file) => {
    return readFacts(file, documents, factIds, faults);
  });
  if (faults.length > 0) throw new DataError(faults);
  return { documents, facts: createFacts(facts) };
}
