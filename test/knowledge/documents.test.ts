// Reads documents as people have them: what is read, what is shown as text, and which errors the editor gets.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findQuote, type Section } from '../../src/knowledge/documents.js';
import { checkFiles, copyData, writeFolder } from '../helpers/data-copy.js';
import { knowledgeIn } from '../helpers/shipped-bot.js';

/** A copy of the data with one more document. */
const copyWith = (file: string, to: string) => copyData([{ file: `documents/${file}`, to }]);

function read(text: string, file = 'staff-guide.md') {
  // Beside no other data, which would be read for each document again.
  const { documents, warnings } = knowledgeIn(writeFolder({ [`documents/${file}`]: text }));
  const document = documents.find(({ id }) => id === file.replace(/\.\w+$/, ''));
  if (document === undefined) throw new Error(`${file} was not read`);
  return { ...document, warnings };
}

/** "Heading: unit | unit", one line a section. */
const outline = (sections: readonly Section[]): string[] =>
  sections.map(({ heading, blocks }) => `${heading}: ${blocks.flatMap(({ units }) => units).join(' | ')}`);

describe('a document is read', () => {
  it.each([
    ['without front matter', '# Rest\n\nSleep well.', ['Rest: Sleep well.']],
    ['with text above the first heading', 'Welcome.\n\n# Rest\n\nSleep.', ['Rest: Welcome.', 'Rest: Sleep.']],
    ['without any heading', 'Sleep well. Eat well.', ['Staff guide: Sleep well. | Eat well.']],
    ['with the same heading twice', '# A\n\nOne.\n\n# A\n\nTwo.', ['A: One.', 'A: Two.']],
    ['with closed headings', '## Rest ##\n\nSleep.', ['Rest: Sleep.']],
    ['with underlined headings', 'Rest\n====\n\nSleep.\n\nMore\n----\n\nEat.', ['Rest: Sleep.', 'More: Eat.']],
    ['with numbered headings', '## 2. Rest\n\nSleep.', ['2. Rest: Sleep.']],
    ['with a heading that ends in a colon', '# Rest:\n\nSleep.', ['Rest: Sleep.']],
    ['with anchors at its headings', '# <a id="r"></a>Rest {#rest}\n\nSleep.', ['Rest: Sleep.']],
    ['with labels at its headings', '(rest)=\n## :zzz: Rest\n\nSleep.', ['Rest: Sleep.']],
    ['with marked questions', '### Q: Why?\n\n**A:** So.\n\n### Q: How?\n\nAnswer: So.', ['Why?: So.', 'How?: So.']],
    ['with questions in bold', '# F\n\n**Why?**\n\nSo.\n\n**How?** So.', ['F: ', 'Why?: So.', 'How?: So.']],
    ['with numbered questions in bold', '1. **Why?**\n\n   So.\n\n2. **How?** Thus.', ['Why?: So.', 'How?: Thus.']],
    ['with whole lines in bold', '**Rest**\n\nSleep.', ['Rest: Sleep.']],
    [
      'with bold lines right above their text',
      '**Gift cards**\nYes.\n\n**When to come**\nAt 7.',
      ['Gift cards: Yes.', 'When to come: At 7.'],
    ],
    ['with a sentence that begins in bold', '# F\n\n**Do this**\nand that.', ['F: Do this and that.']],
    [
      'with numbered bold lines',
      '1. **My card**\n\n   Renew it.\n\n2. **Meals**\n\n   Outside.',
      ['My card: Renew it.', 'Meals: Outside.'],
    ],
    ['with bold items above others', '# F\n\n- **Tea**\n  - green', ['F: Tea | green']],
    ['with questions that unfold', '<details><summary>Why?</summary>\n\nSo.\n\n</details>', ['Why?: So.']],
    ['with lists in lists', '# A\n\n- one\n  - two\n- three', ['A: one | two | three']],
    ['with tasks', '# A\n\n- [ ] one\n- [x] two', ['A: one | two']],
    ['with a table', '# A\n\n| Plan | Price |\n|---|---|\n| Big | **5** |', ['A: Plan: Big; Price: 5']],
    ['with code', '# A\n\n```sh\n# b\n```\n\n~~~\n# c\n~~~\n\n    # d', ['A: # b | # c | # d']],
    [
      'with comments and other HTML',
      '# A\n\n<!-- x -->\n<p align="right">One.</p>\n\nTwo<br>three.',
      ['A: One. | Two three.'],
    ],
    ['with footnotes', '# A\n\nOne.[^n]\n\n# B\n\nTwo.\n\n[^n]: Three.', ['A: One. | Three.', 'B: Two.']],
    [
      'with links and pictures',
      '# A\n\nSee [this](./b.md) ![x](y.png)now, <https://e.org>.',
      ['A: See this now, https://e.org.'],
    ],
    ['with emphasis and struck words', '# A\n\n**You** _may_ ~~not~~ `go`.', ['A: You may go.']],
    ['with a list of its own headings', '# A\n\n- [B](#b)\n\n## B\n\nOne.\n\n[Up](#a)', ['A: ', 'B: One.']],
    ['with Windows line ends and a byte order mark', '\ufeff# A\r\n\r\nOne\r\ntwo.\r\n', ['A: One two.']],
    ['with a blank behind the marks of its front matter', '--- \ntitle: T\n--- \n# A\n\nOne.', ['A: One.']],
    [
      'with a table in HTML, as Word saves it',
      '<table><tr><td><p class=M>City</p></td><td>Limit<tr><td>Rome</td><td>&euro;9</td></tr></table>',
      ['Staff guide: City: Rome; Limit: €9'],
    ],
    [
      'with columns set apart by tabs',
      '# A\n\nPlan\tPrice\nBig\t5\nSmall\t3',
      ['A: Plan: Big; Price: 5 | Plan: Small; Price: 3'],
    ],
    ['with columns set apart by blanks', '# A\n\nPlan    Min   Max\nBig     5     9', ['A: Plan: Big; Min: 5; Max: 9']],
    ['with a quote in a quote', '# A\n\n> Ann:\n> > Bob: “Yes.”\n\nNo.', ['A: Ann: | Bob: “Yes.” | No.']],
    ['with characters that nobody sees', '# A\n\nOne\u200b two\u00ad\u202e.\u0007', ['A: One two.']],
    ['with line ends of old Macs', '# A\r\rOne.\r', ['A: One.']],
    ['with boxes', '# A\n\n:::note\nOne.\n:::', ['A: One.']],
    ['with an emoji as its heading', '# 🚀\n\nOne.', ['🚀: One.']],
    ['with a link as its heading', '# [Wiki](https://e.org)\n\nOne.', ['Wiki: One.']],
    ['with front matter of another tool', '+++\ntitle = "T"\n+++\n\n# A\n\nOne.', ['A: One.']],
    ['with front matter that doesn’t end', '---\ntitle: T\n\n# A\n\nOne.', ['A: One.']],
    [
      'in another language',
      '# Urlaub\n\nÜben Sie früh. Äpfel gibt’s auch.',
      ['Urlaub: Üben Sie früh. | Äpfel gibt’s auch.'],
    ],
    ['with a rule in place of front matter', '---\n\nOne.\n\n---\n\nTwo.', ['Staff guide: One. | Two.']],
  ])('%s', (_, text, sections) => {
    expect(outline(read(text).sections)).toEqual(sections);
  });

  it('as plain text, in which Markdown has no meaning and short lines above others are headings', () => {
    const text =
      'HOUSE RULES\n\nOpening hours\n\nOpen from 8 to 6, *not* on_days_off.\n\nMay dogs come?\nYes.\n\n• tea\n• milk\n\nAnna';
    expect(outline(read(text, 'rules.txt').sections)).toEqual([
      'HOUSE RULES: ',
      'Opening hours: Open from 8 to 6, *not* on_days_off.',
      'May dogs come?: Yes. | tea | milk | Anna',
    ]);
  });

  it('with the headings above each section', () => {
    const { sections } = read('# Guide\n\n## Money\n\n### Limit\n\nTen.\n\n## Time\n\nTwo.');
    expect(sections.map(({ heading, above }) => [...above, heading].join(' > '))).toEqual([
      'Guide',
      'Guide > Money',
      'Guide > Money > Limit',
      'Guide > Time',
    ]);
  });

  it('with its links kept apart from its words', () => {
    const document = read('# A\n\nSee [the **wiki**](https://wiki.example/w).');
    expect(findQuote(document, 'A', 'See the wiki.')?.links).toEqual([
      { label: 'the wiki', url: 'https://wiki.example/w' },
    ]);
  });

  it.each([
    ['its front matter', '---\ntitle: Working here\n---\n# A\n\nOne.', 'Working here'],
    ['front matter below empty lines', '\n \n---\ntitle: Working here\n---\n# A\n\nOne.', 'Working here'],
    ['its first heading, below a rule', '\n---\n# Working here\n\nOne.\n\n---\n', 'Working here'],
    ['its first heading', '# Working here\n\nOne.', 'Working here'],
    ['its file, where the first heading asks', '# Why?\n\nSo.', 'Staff guide'],
  ])('with the title from %s', (_, text, title) => {
    expect(read(text).title).toBe(title);
  });
});

describe('the editor is warned', () => {
  const dated = (day: string): string => `---\nupdated: ${day}\n---\n# A\n\nOne.\n`;
  const UNREADABLE: readonly (readonly [name: string, file: string, content: string | Buffer, words: string])[] = [
    ['text in UTF-16', 'utf16.md', Buffer.from('\ufeff# A\n\nOne.', 'utf16le'), 'is text in UTF-16: save it'],
    ['a Word file', 'word.docx', 'PK', 'is a Word file: save it as plain text (.txt), encoding UTF-8'],
    [
      'a Word file by another name',
      'word.md',
      'PK\u0003\u0004x',
      'is a Word file or a different packed file, whatever its name',
    ],
    ['rich text by another name', 'rich.txt', '{\\rtf1\\ansi One.}', 'is a word-processor file, whatever its name'],
    ['a file of 20 MB', 'large.md', 'words '.repeat(3_500_000), 'is 21 MB, more than the limit of 4 MB: split it'],
    ['an empty file', 'empty.md', ' \n', 'is empty: fill it or remove it'],
    ['a picture', 'picture.png', 'x', 'isn’t Markdown or text: rename it to end in .md or .txt'],
    [
      'quotes nested too deeply',
      'deep.md',
      `# A\n\n${'>'.repeat(12_000)} b\n`,
      'nests quotes or lists too deeply to be read',
    ],
    ['headings only', 'headings.md', '# A\n', 'has no text: add text below its headings'],
  ];
  const FRONT: readonly (readonly [what: string, file: string, content: string, words: string])[] = [
    ['in TOML', 'toml.md', '+++\na = 1\n+++\n# A\n\nOne.\n', 'in TOML, which isn’t used: only “title: …”'],
    ['that doesn’t end', 'open.md', '---\ntitle: A\n\nOne.\n', 'that doesn’t end: add the line “---” below it'],
  ];
  /** Days that the calendar doesn't have; they are dates of nothing. */
  const NO_DAY = ['2026-13-45', '2026-02-30'];
  // One check for all of them.
  let checked: ReturnType<typeof checkFiles>;
  beforeAll(() => {
    const dir = copyWith('z.md', '---\nid: z\nlayout: post\ndate: 2020-01-01\n---\n# A\n\nText.\n');
    for (const [, file, content] of [...UNREADABLE, ...FRONT]) writeFileSync(join(dir, 'documents', file), content);
    for (const day of NO_DAY) writeFileSync(join(dir, 'documents', `${day}.md`), dated(day));
    checked = checkFiles(dir);
  });

  it.each(NO_DAY)('of a day that the calendar doesn’t have: %s', (day) => {
    expect(checked.stdout).toContain(
      `data/documents/${day}.md:2 has “${day}” as “updated”, which isn’t a day of the calendar: write the day as 2026-01-31`,
    );
    expect(read(dated(day))).not.toHaveProperty('updated');
    expect(read(dated('2024-02-29'))).toMatchObject({ updated: '2024-02-29' });
  });

  it('and the other documents are still read', () => {
    expect(checked).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^9 documents/) });
  });

  it('of all unknown front matter keys in one run, and the document is still read', () => {
    expect(checked.stdout).toContain(
      'data/documents/z.md:3 has front matter that isn’t used: “layout”, “date”: only id, title, updated are used',
    );
  });

  it.each(FRONT)('of front matter %s, and the document is still read', (_, file, __, words) => {
    expect(checked.stdout).toContain(`data/documents/${file}:1 has front matter ${words}`);
  });

  it.each(UNREADABLE)('of %s', (_, file, __, words) => {
    expect(checked.stdout).toContain(`data/documents/${file} ${words}`);
  });

  it.each([
    ['an apostrophe', 'Who’s there', "Who's there", "write ’ (U+2019) instead of ' (U+0027)"],
    ['a dash', 'Rest – a lot', 'Rest - a lot', 'write – (U+2013) instead of - (U+002D)'],
  ])('which character of a quote differs, if it looks the same: %s', (_, text, quote, words) => {
    const dir = copyWith('b.md', `# B\n\n${text} today.\n`);
    const fact = `- id: b\n  kind: con\n  says: B\n  document: b\n  section: B\n  quote: "${quote}"\n`;
    writeFileSync(join(dir, 'facts', 'b.yml'), fact);
    expect(checkFiles(dir).stderr).toContain(words);
  });
});
