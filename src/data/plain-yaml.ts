// Before the road: reads the plain part of YAML that data files are written in, many times faster than a full parser.
// It is a shortcut at start, never a judge: whatever it is not sure of, it leaves to the `yaml` package.

interface Line {
  readonly indent: number;
  readonly text: string;
}

/** The lines of one file and how far they are read. */
interface Reader {
  readonly lines: Line[];
  at: number;
}

/** Thrown inside this file only, to leave the text to the full parser. */
class NotPlain extends Error {}

/** Space and control characters whose part in YAML is a science of its own. */
const ODD_CHARACTERS = /(?![\n ])[\p{C}\p{Z}]/u;
const MARKER_LINE = /^(?:---|\.\.\.|%)/;
const ENTRY = /^([A-Za-z][\w-]*):(?: +(.*))?$/;
const NUMBER = /^(?:[-+]?(?:\.\d+|\d+\.?\d*)(?:e[-+]?\d+)?|0[xo][\da-f]+|[-+]?\.(?:inf|nan))$/i;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const CONSTANT = /^(?:~|null|true|false)$/i;

/** The value of a plain YAML text, the same that the full parser gives; undefined when it is not plain. */
export function readPlainYaml(source: string): unknown {
  try {
    const reader: Reader = { lines: splitLines(source.replaceAll('\r\n', '\n')), at: 0 };
    const value = readBlock(reader, 0);
    return reader.at === reader.lines.length ? value : undefined;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

function splitLines(source: string): Line[] {
  if (ODD_CHARACTERS.test(source)) throw new NotPlain();
  const lines: Line[] = [];
  for (const line of source.split('\n')) {
    if (MARKER_LINE.test(line)) throw new NotPlain();
    const text = line.trim();
    if (text !== '' && !text.startsWith('#')) lines.push({ indent: line.length - line.trimStart().length, text });
  }
  return lines;
}

function readBlock(reader: Reader, indent: number): unknown {
  const line = reader.lines[reader.at];
  if (line?.indent !== indent) throw new NotPlain();
  return line.text.startsWith('- ') ? readList(reader, indent) : readMap(reader, indent);
}

function readList(reader: Reader, indent: number): unknown[] {
  const list: unknown[] = [];
  for (
    let line = reader.lines[reader.at];
    line !== undefined && line.indent >= indent;
    line = reader.lines[reader.at]
  ) {
    if (line.indent > indent || !line.text.startsWith('- ')) throw new NotPlain();
    const text = line.text.slice(2).trimStart();
    if (ENTRY.test(text)) {
      const inner = indent + line.text.length - text.length;
      reader.lines[reader.at] = { indent: inner, text };
      list.push(readMap(reader, inner));
    } else {
      list.push(readValue(text));
      reader.at += 1;
    }
  }
  return list;
}

function readMap(reader: Reader, indent: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (
    let line = reader.lines[reader.at];
    line !== undefined && line.indent >= indent;
    line = reader.lines[reader.at]
  ) {
    const [, key, text] = line.indent > indent ? [] : (ENTRY.exec(line.text) ?? []);
    if (key === undefined || CONSTANT.test(key) || Object.hasOwn(map, key)) throw new NotPlain();
    reader.at += 1;
    map[key] = text === undefined ? readBelow(reader, indent) : readValue(text);
  }
  return map;
}

function readBelow(reader: Reader, indent: number): unknown {
  const below = reader.lines[reader.at]?.indent ?? 0;
  if (below <= indent) throw new NotPlain();
  return readBlock(reader, below);
}

function readValue(text: string): unknown {
  if (!text.startsWith('[')) return readScalar(text);
  const inner = /^\[([^[\]{}:]*)\]$/.exec(text)?.[1];
  if (inner === undefined) throw new NotPlain();
  return inner.trim() === '' ? [] : inner.split(',').map((item) => readScalar(item.trim()));
}

function readScalar(text: string): string | number | boolean {
  const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(text);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  if (text === 'true' || text === 'false') return text === 'true';
  const odd = text === '' || /^[-[\]{}&*!|>'"%@`#,?:]| #|:(?: |$)/.test(text) || CONSTANT.test(text);
  if (odd) throw new NotPlain();
  if (!NUMBER.test(text)) return text;
  if (!WHOLE_NUMBER.test(text)) throw new NotPlain();
  return Number(text);
}
