// Parses a YAML file into a value that knows the line of each of its parts.
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { Fault, FaultText } from '../data-error.js';

/** A fault without its file, which the caller adds. */
export type Report = (fault: Omit<Fault, 'file'>) => void;

/** A parsed value. `lineOf` gives the line of the part at a path, or of the nearest part around it. */
export interface YamlValue {
  readonly value: unknown;
  lineOf(path: readonly PropertyKey[]): number;
}

/** The most frequent mistakes of editors, in plain words, by the parser's codes. */
const KNOWN: Readonly<Record<string, FaultText>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    problem: 'has “: ” inside a text, or the line before it is indented too far',
    remedy: 'put the text in quotation marks, or indent both lines equally',
  },
  DUPLICATE_KEY: {
    problem: 'repeats a key of its entry',
    remedy: 'remove one of them, or begin a new entry with “- ”',
  },
};

const TAB: FaultText = { problem: 'begins with a tab', remedy: 'begin the line with spaces' };

/** Reads YAML that begins at line `firstLine` of its file. Reports everything malformed, and is then undefined. */
export function readYaml(source: string, firstLine: number, report: Report): YamlValue | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(lineCounter.linePos(offset).line, 1) + firstLine - 1;
  let sound = true;
  // After one mistake the parser stumbles over everything that follows: only the first error is certain.
  const [first] = [...document.errors, ...document.warnings];
  if (first !== undefined) {
    sound = false;
    const line = lineAt(findStart(document, first.pos[0]));
    const isTab = source.split('\n')[line - firstLine]?.startsWith('\t');
    const unknown = { problem: `isn’t YAML, ${first.message}`, remedy: 'correct the line or the one before it' };
    report({ line, ...((isTab ? TAB : KNOWN[first.code]) ?? unknown) });
  }
  visit(document, {
    Alias(_key, { source: name, range }) {
      sound = false;
      const problem = `refers to “${name}” by “*”, which data files don’t use`;
      report({
        line: lineAt(range?.[0] ?? 0),
        problem,
        remedy: 'write the value out, a text with “*” in quotation marks',
      });
    },
  });
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };
  return sound ? { value: document.toJS(), lineOf } : undefined;
}

/** The beginning of the text in which an error ends: an open quotation mark only shows at the end of the file. */
function findStart(document: Document.Parsed, offset: number): number {
  let start = offset;
  visit(document, {
    Scalar(_key, { range }) {
      if (range && range[0] < offset && offset <= range[1]) start = range[0];
    },
  });
  return start;
}
