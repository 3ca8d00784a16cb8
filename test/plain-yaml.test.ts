// The shortcut for plain YAML never differs from the full parser: it gives the same value or none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../src/data/plain-yaml.js';
import { SHIPPED } from './helpers/data-copy.js';

const shipped = readdirSync(SHIPPED, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yml'))
  .map((name) => [name, readFileSync(join(SHIPPED, name), 'utf8')] as const);

/** What the full parser makes of a text: the value as JSON, or undefined when it finds a fault. */
function parseFully(text: string): string | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  return document.errors.length + document.warnings.length > 0 ? undefined : JSON.stringify(document.toJS());
}

describe('plain YAML', () => {
  it.each(shipped)('%s means the same to both, if it is plain', (_, text) => {
    const value = readPlainYaml(text);
    if (value !== undefined) expect(JSON.stringify(value)).toBe(parseFully(text));
  });

  it.each([
    ['a: 1', { a: 1 }],
    ['- a: x y\n  b: [p, q r, "s", \'t\']\n- a: z', [{ a: 'x y', b: ['p', 'q r', 's', 't'] }, { a: 'z' }]],
    ['a:\n  - x\n  - y\nb:\n  c: 10', { a: ['x', 'y'], b: { c: 10 } }],
    ['# note\n\na: C# and 9-hour\n', { a: 'C# and 9-hour' }],
    ['a: []', { a: [] }],
    ['a: true\nb: [false]', { a: true, b: [false] }],
  ])('reads %j', (text, value) => {
    expect(readPlainYaml(text)).toEqual(value);
  });

  it.each([
    'a: 1.5',
    'a: 010',
    'a: 0x1f',
    'a: 1e3',
    'a: -5',
    'a: .5',
    'a: .inf',
    'a: null',
    'a: True',
    'a: ~',
    'a:',
    'a: |\n  x',
    'a: x # note',
    'a: x: y',
    'a: *x',
    'a: &x y',
    'a: !t y',
    'a: "x\\n"',
    "a: 'it''s'",
    'a: [x, [y]]',
    'a: {b: c}',
    'a: [x,]',
    'a: x\n  y',
    'a: x\na: y',
    'a: x\n b: y',
    '\ta: x',
    '---\na: x',
    'a: x\n---\nb: y',
    '- - x',
    '? a',
    'a: "x',
    '',
    'x',
    'a: [x\n  , y]',
    'a:\n- x',
    '- x\n  y',
    'a: @x',
    'a: `x',
    'a: %x',
    'null: x',
    'a: [b: c]',
  ])('leaves %j to the full parser', (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('agrees with the full parser on thousands of damaged files, or leaves them to it', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1664525 + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const scraps = [
      ...':#-[]{},\'"|>&*!%@`?\n\t~.019eEx+_<\\',
      ' #',
      ': ',
      '- ',
      '\n  ',
      '\n    ',
      'null',
      "''",
      '---',
      '\r\n',
      '\u00a0',
    ];
    const entries = shipped.flatMap(([, text]) => text.split(/\n(?=\S)/));
    let read = 0;
    for (let round = 0; round < 3000; round += 1) {
      let text = `${entries[random(entries.length)] ?? ''}\n${entries[random(entries.length)] ?? ''}\n`.slice(0, 2000);
      for (let change = random(4); change >= 0; change -= 1) {
        const at = random(text.length);
        text =
          text.slice(0, at) + (random(3) > 0 ? (scraps[random(scraps.length)] ?? '') : '') + text.slice(at + random(5));
      }
      const value = readPlainYaml(text);
      if (value === undefined) continue;
      read += 1;
      expect(JSON.stringify(value), text).toBe(parseFully(text));
    }
    expect(read).toBeGreaterThan(500);
  });
});
