// Generates documents as anyone could write them, edits of data files, and settings of any kind.
import fc from 'fast-check';
import { anyText } from './random-payloads.js';

/** One change of a text file: `place` from 0 to 1 says where, `text` what comes in. */
export interface TextEdit {
  readonly kind:
    | 'delete a line'
    | 'repeat a line'
    | 'insert'
    | 'replace a value'
    | 'indent'
    | 'cut off'
    | 'replace all';
  readonly place: number;
  readonly text: string;
}

const KINDS: readonly TextEdit['kind'][] = [
  'delete a line',
  'repeat a line',
  'insert',
  'replace a value',
  'indent',
  'cut off',
  'replace all',
];

/** What means something in YAML or Markdown, or breaks it. */
const SIGNS = [
  '',
  '- ',
  ': ',
  '---',
  '\t',
  '[',
  '{',
  '"',
  '*a',
  '&a',
  '!!js',
  '>-',
  '#',
  '|',
  '~',
  'null',
  '1e999',
  '🎉',
];

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const anyValue = fc.oneof(fc.constantFrom(...SIGNS), fc.json({ maxDepth: 2 }), fc.string(), anyText);

/** An edit of any data file. */
export const anyEdit: fc.Arbitrary<TextEdit> = fc.record({ kind: fc.constantFrom(...KINDS), place, text: anyValue });

/** The text with the edit made. */
export function edited(whole: string, { kind, place: share, text }: TextEdit): string {
  const lines = whole.split('\n');
  const at = Math.floor(share * lines.length);
  const line = lines[at] ?? '';
  switch (kind) {
    case 'delete a line':
      return lines.toSpliced(at, 1).join('\n');
    case 'repeat a line':
      return lines.toSpliced(at, 0, line).join('\n');
    case 'insert':
      return lines.toSpliced(at, 0, text).join('\n');
    case 'replace a value':
      return lines
        .with(
          at,
          line.replace(/(: ?|- ).*$/, (_, before: string) => `${before}${text}`),
        )
        .join('\n');
    case 'indent':
      return lines.with(at, `  ${line}`).join('\n');
    case 'cut off':
      return whole.slice(0, Math.floor(share * whole.length));
    case 'replace all':
      return text;
  }
}

const WORDS =
  'holiday salary deploy review lunch badge laptop office parking is are must may the a of and for 5 12.50 USD'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 12 })
  .map((words) => `${words.join(' ').replace(/^./, (first) => first.toUpperCase())}.`);

const block = fc.oneof(
  { weight: 4, arbitrary: sentence },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 1, max: 6 }), sentence).map(([n, s]) => `${'#'.repeat(n)} ${s}`) },
  { weight: 1, arbitrary: fc.array(sentence, { maxLength: 5 }).map((items) => items.map((s) => `- ${s}`).join('\n')) },
  { weight: 1, arbitrary: fc.tuple(sentence, sentence).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`) },
  { weight: 1, arbitrary: sentence.map((s) => `**${s.replace('.', '?')}**\n\n${s}`) },
  { weight: 1, arbitrary: sentence.map((s) => `<details><summary>${s}</summary>\n\n${s}\n`) },
  { weight: 1, arbitrary: anyText },
);

/** A document: blocks as people write them, between texts of any kind. */
export const anyDocument: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '---\ntitle: A guide\n---\n', '---\nupdated: x\n---\n', '\ufeff'),
    fc.array(block, { maxLength: 30 }),
  )
  .map(([front, blocks]) => `${front}${blocks.join('\n\n')}\n`);

/** The name of a document's file. */
export const anyFileName: fc.Arbitrary<string> = fc.constantFrom(
  'guide.md',
  'guide.txt',
  'Über uns.markdown',
  'a b.md',
  'x.MD',
);

const SETTINGS = (
  'SLACK_BOT_TOKEN SLACK_APP_TOKEN SLACK_SIGNING_SECRET SLACK_CLIENT_ID SLACK_CLIENT_SECRET SLACK_STATE_SECRET ' +
  'TOKEN_KEYS PORT LOG_LEVEL LOG_FORMAT MONITORING_PORT SLACK_API_URL HTTPS_PROXY HTTP_PROXY NO_PROXY DATABASE_URL ' +
  'HASH_KEY MIGRATE UNANSWERED ADMINS AGENT'
).split(' ');

const LIKELY = [
  ...[
    'xoxb-1-2-abc',
    'xapp-1-A0-1-abc',
    'xoxe.xoxb-1-abc',
    '0123456789abcdef0123456789abcdef',
    '1.2',
    'https://slack.com/api',
  ],
  ...[
    '3000',
    '-1',
    '65536',
    'tcp://10.0.0.1:80',
    'on',
    'off',
    'debug',
    'json',
    'U012ABCDEF, W1',
    'http://u:p@proxy:3128',
    '*',
  ],
  ...[
    'file:a.sqlite',
    'file:',
    'postgres:///db?host=/s',
    'postgres://u:p@/db?host=x',
    'postgres://[',
    'mysql://x',
    '%',
    ' ',
  ],
  `2026-11:${Buffer.alloc(32).toString('base64')}`,
];

/** Any settings of the app, likely and unlikely. */
export const anySettings: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(...SETTINGS),
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...LIKELY) }, fc.string({ unit: 'binary', maxLength: 60 })),
);
