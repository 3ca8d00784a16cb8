// Checks which settings of the store are accepted, and what each invalid one is reported as.
import { describe, expect, it } from 'vitest';
import { ConfigError, trimEnvironment } from '../../src/config/environment.js';
import { readStoreConfig } from '../../src/config/store-config.js';
import { nameOfStore } from '../../src/store/databases/open-database.js';

const HASH_KEY = 'k'.repeat(32);
const SERVER = 'postgres://advisor:a-secret@db.test/advisor?sslmode=verify-full';

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readStoreConfig(trimEnvironment(env));
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('a server on a socket is named in the log by its socket, without secrets', () => {
  for (const server of [
    'postgres://u:a-secret@/a?host=/cloudsql/p:r:i',
    'postgres:///a?host=/cloudsql/p:r:i&password=a-secret',
  ])
    expect(nameOfStore({ server, hashKey: HASH_KEY })).toEqual({
      name: 'postgres:///cloudsql/p:r:i/a',
      isServer: true,
    });
});

describe('the settings of the store', () => {
  it.each<[string, NodeJS.ProcessEnv, object]>([
    ['by default a file', {}, { file: 'var/advisor.sqlite', keepsTexts: true, migrates: true }],
    ['a file by name', { DATABASE_URL: 'file:/srv/a.db' }, { file: '/srv/a.db', keepsTexts: true, migrates: true }],
    [
      'a file by its URL, in quotation marks',
      { DATABASE_URL: '"file:///srv/my%20data/a.db"' },
      { file: '/srv/my data/a.db', keepsTexts: true, migrates: true },
    ],
    [
      'a file with a key',
      { DATABASE_URL: 'file:a.db', HASH_KEY },
      { file: 'a.db', hashKey: HASH_KEY, keepsTexts: true, migrates: true },
    ],
    [
      'a key with the quotation marks that Docker’s --env-file leaves there: they’re a part of what hashed the IDs so far',
      { DATABASE_URL: 'file:a.db', HASH_KEY: `"${HASH_KEY}"` },
      { file: 'a.db', hashKey: `"${HASH_KEY}"`, keepsTexts: true, migrates: true },
    ],
    [
      'a server, with its key',
      { DATABASE_URL: SERVER, HASH_KEY },
      { server: SERVER, hashKey: HASH_KEY, keepsTexts: true, migrates: true },
    ],
    [
      'the other name of its protocol',
      { DATABASE_URL: 'postgresql://db.test/a', HASH_KEY },
      { server: 'postgresql://db.test/a', hashKey: HASH_KEY, keepsTexts: true, migrates: true },
    ],
    ...[
      'postgres:///advisor?host=/cloudsql/p:r:i&user=u&password=p@ss',
      'postgres://u:p@/advisor?host=/cloudsql/p:r:i',
      'postgresql://u@/advisor?host=/var/run/postgresql',
    ].map((server): [string, NodeJS.ProcessEnv, object] => [
      `a socket: ${server}`,
      { DATABASE_URL: server, HASH_KEY },
      { server, hashKey: HASH_KEY, keepsTexts: true, migrates: true },
    ]),
    [
      'what is switched off',
      { UNANSWERED: 'off', MIGRATE: 'off' },
      { file: 'var/advisor.sqlite', keepsTexts: false, migrates: false },
    ],
  ])('%s', (_, env, expected) => {
    expect(readStoreConfig(trimEnvironment(env))).toEqual(expected);
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    [
      'a different kind of database',
      { DATABASE_URL: 'mysql://u:a-secret@db/a' },
      /^DATABASE_URL must be a file such as/,
    ],
    ['a file on another host', { DATABASE_URL: 'file://srv/a-secret.db' }, /^DATABASE_URL must be a file such as/],
    ...['file:///srv%2Fa-secret.db', 'file:///a-secret-100%.db'].map((url): [string, NodeJS.ProcessEnv, RegExp] => [
      `a file’s URL that leads nowhere: ${url}`,
      { DATABASE_URL: url },
      /^DATABASE_URL must be a file such as/,
    ]),
    ...['?mode=ro', '#a-secret'].map((rest): [string, NodeJS.ProcessEnv, RegExp] => [
      `a file’s URL with ${rest}, which would be ignored`,
      { DATABASE_URL: `file:///srv/a.db${rest}` },
      /^DATABASE_URL must be a file such as/,
    ]),
    ['an invalid address', { DATABASE_URL: 'postgres://u:a-secret@:x/', HASH_KEY }, /^DATABASE_URL must be/],
    ...['#', '/', '?'].map((sign): [string, NodeJS.ProcessEnv, RegExp] => [
      `a password with a bare ${sign} after digits, which would pass for a port`,
      { DATABASE_URL: `postgres://u:12${sign}a-secret@db/a`, HASH_KEY },
      /^DATABASE_URL must be .* \? as %3F/,
    ]),
    [
      'a server without a key',
      { DATABASE_URL: SERVER },
      /^HASH_KEY is missing; .* PostgreSQL.*hash\.key.*openssl rand/,
    ],
    ['a key that’s too short', { HASH_KEY: 'a-secret' }, /^HASH_KEY must have at least 32 characters\. Make one with/],
    ['an on/off setting with another value', { MIGRATE: 'a-secret' }, /^MIGRATE must be one of on, off$/],
  ])('report %s as one error, without its value', (_, env, problem) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(problem)]);
    expect(problemsOf(env).join()).not.toContain('a-secret');
  });
});
