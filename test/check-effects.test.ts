// What `npm run check` tells an editor of the data's effects, beside its faults.
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyData, runCheck } from './helpers/data-copy.js';

const SAYS = [
  'what does a fresher earn in india',
  'average pay of a server side developer',
  'how much does a back end engineer earn',
  'salary range for mid level engineers',
  'pay by level and place',
  'what is the starting salary for freshers',
  'entry level software engineer pay',
  'senior backend engineer compensation',
];
const CLAIMING = `---
id: pay-again
title: Pay again
says:
${SAYS.map((phrase) => `  - ${phrase}`).join('\n')}
quotes:
  - document: career
    quote: Great Pay
---

The document calls it great pay.
`;

it('a file that claims what a topic in code answers is told, with each phrase, its topic and how sure that is', () => {
  const dir = copyData([]);
  writeFileSync(join(dir, 'answers', 'pay-again.md'), CLAIMING);
  const { stdout, status } = runCheck(dir);
  expect(stdout).toMatch(/answered by a topic in code already/);
  expect(stdout).toMatch(/pay-again: “average pay of a server side developer” → salary [01]\.\d\d/);
  expect(stdout).toMatch(/claimed by two topics.*\n(.*\n)*.*“entry level software engineer pay” (salary|pay-again) = /);
  // It is something to look at, no fault: the program starts with it.
  expect(status).toBe(0);
});

it('a sentence that no question can bring up is told', () => {
  const dir = copyData([]);
  appendFileSync(join(dir, 'documents', 'career.md'), '\n## More\n\nThey are.\n');
  expect(runCheck(dir).stdout).toContain('career, More: “They are.”');
});
