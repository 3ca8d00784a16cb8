// Adds a topic with a new kind of facts: a file in intents/, a line in its list, files in data/, nothing in src/.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** What the project's own check asks: no more than that a question finds the new topic. */
const SPECIFICATION = {
  questions: '[pets]\nmay my dog come to the office\n',
  'out-of-scope': '[other professions]\nnurse salary\n',
  'about-the-bot': 'who are you\n',
  dialogues: '[a topic that follows]\ncan i bring my dog\n  = pets\n',
};

const root = mkdtempSync(join(tmpdir(), 'advisor-topic-'));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

const run = (...args: string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

beforeAll(() => {
  for (const path of ['src', 'intents', 'data', 'package.json', 'tsconfig.json'])
    cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  // Without it the check ends with an error; to answer all of the shipped one takes longest.
  mkdirSync(join(root, 'test/specification'), { recursive: true });
  for (const [name, text] of Object.entries(SPECIFICATION))
    writeFileSync(join(root, `test/specification/${name}.txt`), text);
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

describe('the same topic with documents, facts and phrases of its own and nothing of the career', () => {
  beforeAll(() => {
    for (const folder of ['documents', 'facts', 'phrases', 'answers'])
      for (const name of readdirSync(join(root, 'data', folder))) rmSync(join(root, 'data', folder, name));
    for (const [path, text] of Object.entries(FILES)) writeFileSync(join(root, path), text);
    writeFileSync(join(root, 'intents/pets.ts'), TOPIC.replace("related: ['work-hours']", 'related: []'));
    const list = join(root, 'intents/index.ts');
    const topics = readFileSync(list, 'utf8').replace(/topics: \[[^\]]*\]/, 'topics: [pets]');
    const isUsed = (line: string): boolean => {
      const [, name] = /^import \{ (\w+) \}/.exec(line) ?? [];
      return name === undefined || /^(?:pets|help|conversation|documents|fallback)$/.test(name);
    };
    writeFileSync(list, topics.split('\n').filter(isUsed).join('\n'));
    expect(run(compiler, '-p', 'tsconfig.build.json')).toEqual({ status: 0, said: '' });
  });

  it('is told what is left of the career, entry by entry, and what is to be done', () => {
    const { status, said } = run('dist/src/commands/check.js');
    expect(status).toBe(1);
    expect(said).toContain(
      'data/language/glossary.yml (LPA) names the topic “salary”, which doesn’t exist: remove the entry, or name one of: pets, help',
    );
    expect(
      said.split('\n').filter((line) => line !== '' && !/^data\/language\/(?:glossary|missing|subtopics)/.test(line)),
    ).toEqual([]);
  });

  it('names a language file by the folder that lacks it', () => {
    const own = join(root, 'our-advisor');
    cpSync(join(root, 'data'), own, { recursive: true });
    rmSync(join(own, 'language/places.yml'));
    expect(run('dist/src/commands/check.js', own).said).toContain(
      'our-advisor/language/places.yml is missing: copy it from the project’s data/language, or restore it from git',
    );
  });

  it('passes the check and answers once these lists are empty', () => {
    for (const [name, text] of [
      ['glossary', '[]\n'],
      ['missing', '[]\n'],
      ['subtopics', '{}\n'],
    ] as const)
      writeFileSync(join(root, `data/language/${name}.yml`), text);
    const { status, said } = run('dist/src/commands/check.js');
    expect({ status, said }).toMatchObject({ status: 0, said: expect.stringMatching(/^1 document, 2 facts/) });
    const asked = run('dist/src/commands/ask.js', '--json', 'Can I bring my dog?');
    expect(JSON.parse(asked.said)).toMatchObject({
      outcome: 'answer',
      headline: 'Yes – dogs may come along on Fridays.',
    });
  });
});
