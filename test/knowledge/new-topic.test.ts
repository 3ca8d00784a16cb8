// Adds a topic with a new kind of facts: a file in intents/, a line in its list, files in data/, nothing in src/.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const TOPIC = `// The topic pets: which animals may come to work.
import { replyFrom } from '../src/answering/headline.js';
import { defineIntent } from '../src/answering/intent.js';

/** Answers from the documents. */
export const pets = defineIntent({
  id: 'pets',
  title: 'Pets at work',
  example: 'Can I bring my dog?',
  kinds: ['pet-rule'],
  roles: ['dogs'],
  related: ['work-hours'],
  answer(query, facts) {
    const dogs = facts.inRole('dogs');
    return replyFrom(query, [...(dogs ? [dogs] : []), ...facts.of('pet-rule').filter((fact) => fact !== dogs)]);
  },
});
`;

const FILES = {
  'intents/pets.ts': TOPIC,
  'data/documents/pets.md': '# Pets at work\n\nDogs may come along on Fridays. Cats stay at home.\n',
  'data/facts/pets.yml': `- id: cats-stay-at-home
  kind: pet-rule
  says: Cats stay at home.
  about: [cat]
  document: pets
  section: Pets at work
  quote: Cats stay at home.

- id: dogs-on-fridays
  kind: pet-rule
  role: dogs
  says: Dogs may come along on Fridays.
  about: [dog]
  document: pets
  section: Pets at work
  quote: Dogs may come along on Fridays.
`,
  'data/phrases/pets.txt': `can i bring my dog
may i bring a pet to work
are pets allowed at the office
is my cat welcome at work
which animals may come along
pet rules
dog friendly workplace
`,
};

const root = mkdtempSync(join(tmpdir(), 'advisor-topic-'));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

const run = (...args: string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

beforeAll(() => {
  for (const path of ['src', 'intents', 'data', 'test/specification', 'package.json', 'tsconfig.json'])
    cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const own = { extends: './tsconfig.json', compilerOptions: { outDir: 'dist' }, include: ['src', 'intents'] };
  writeFileSync(join(root, 'tsconfig.build.json'), JSON.stringify(own));
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(root, path), text);
  // With an answer without code, the check would train a second time.
  for (const name of readdirSync(join(root, 'data/answers'))) rmSync(join(root, 'data/answers', name));
  const list = join(root, 'intents/index.ts');
  const topics = readFileSync(list, 'utf8');
  writeFileSync(
    list,
    topics
      .replace('import { help }', "import { pets } from './pets.js';\nimport { help }")
      .replace('    definition,\n', '    definition,\n    pets,\n'),
  );
});

describe('a new topic', () => {
  it('compiles and passes the check', () => {
    expect(run(compiler, '-p', 'tsconfig.build.json')).toEqual({ status: 0, said: '' });
    expect(run('dist/src/commands/train.js')).toEqual({ status: 0, said: '' });
    const { status, said } = run('dist/src/commands/check.js');
    expect({ status, said }).toMatchObject({ status: 0, said: expect.stringMatching(/^3 documents, 111 facts/) });
  });

  it('answers from its own facts', () => {
    const { said } = run('dist/src/commands/ask.js', '--json', 'Can I bring my dog?');
    expect(JSON.parse(said)).toMatchObject({
      outcome: 'answer',
      topics: ['pets'],
      headline: 'Yes – dogs may come along on Fridays.',
    });
  });

  it('is reported if a fact it relies on is missing', () => {
    const file = join(root, 'data/facts/pets.yml');
    writeFileSync(file, FILES['data/facts/pets.yml'].replace('  role: dogs\n', ''));
    const { status, said } = run('dist/src/commands/check.js');
    writeFileSync(file, FILES['data/facts/pets.yml']);
    expect({ status, said }).toEqual({
      status: 1,
      said: 'data/facts has no fact with the role “dogs”, which the topic “Pets at work” needs: add the line “role: dogs” to the right fact\n',
    });
  });
});
