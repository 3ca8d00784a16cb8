// Tells what is wrong with a file or a server in one line, with what to do next.

/** What it is, and what helps. */
type Words = readonly [problem: string, remedy: string];

/** What the operator is told of each kind of fault of a file. */
const FILE_WORDS = {
  locked: [
    'is locked by another process',
    'End what keeps it open for writing, such as a backup or a database viewer.',
  ],
  full: ['cannot grow, since its disk is full', 'Make room on the disk.'],
  'read-only': ['may not be written', 'Let the user that the app runs as write the file and its folder.'],
  unreachable: ['cannot be opened', 'Name a file in a folder that the app may write to.'],
  corrupt: [
    'is damaged',
    'It is left as it is: move it away together with its -wal file, and put a backup in its place.',
  ],
  foreign: ['is no database of this app, or damaged at its beginning', 'It is left as it is: name another file.'],
  newer: ['is of a newer version of this app', 'It is left as it is: update the app, or name another file.'],
  older: ['is not yet what this version of the app makes of it', 'Run npm run store -- migrate.'],
  key: [
    'has a damaged hash.key beside it',
    'Put the key back from a backup, or delete it and lose whose entries are whose.',
  ],
  driver: [
    'cannot be used, since libsql does not load here',
    'Run npm ci on this very machine, with optional packages.',
  ],
  disk: ['cannot be used, since the system refuses to read or write', 'Check the disk and its limits.'],
  behind: ['is back, but what was due is still being written', 'It catches up by itself.'],
  failing: ['cannot be used', 'Please report it with this line.'],
} as const satisfies Record<string, Words>;

/** The same of a server, where nobody has to be told of files. */
const SERVER_WORDS = {
  locked: ['is kept busy by others', 'Look for long transactions in pg_stat_activity.'],
  full: ['cannot grow, since the disk of its server is full', 'Make room on that disk.'],
  'read-only': [
    'may not be written',
    'Name the primary server, and let the user in DATABASE_URL make and write tables.',
  ],
  unreachable: ['cannot be reached', 'See whether the server runs, and whether DATABASE_URL names it.'],
  refused: ['does not let the app in', 'Check user, password, database and sslmode in DATABASE_URL.'],
  busy: [
    'has no connection left',
    'Raise its limit, that of the user or that of the database, or let fewer instances use it: each takes up to 8.',
  ],
  disk: ['is refused something by its own system', 'See the log of the server, and look at its memory and its disk.'],
  broken: ['loses its connections', 'See the log of the server, and what lies between it and the app.'],
  slow: ['does not answer in time', 'Look at the load of the server and of the network.'],
  foreign: [
    'holds tables of another program under the same names',
    'They are left as they are: name another database.',
  ],
  newer: [
    'has the tables of a newer version of this app',
    'They are left as they are: update the app, or name another database.',
  ],
} as const satisfies Record<string, Words>;

/** What kind of fault it is; `failing` for all that nobody foresaw. */
export type FaultKind = keyof typeof FILE_WORDS | keyof typeof SERVER_WORDS;

/** Something that the store found out by itself, rather than the database or the system. */
export class StoreFault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind) {
    super(kind);
    this.name = 'StoreFault';
    this.kind = kind;
  }
}

const KINDS: readonly (readonly [RegExp, FaultKind])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
  [/^(SQLITE_READONLY|SQLITE_PERM|EACCES|EPERM|EROFS)/, 'read-only'],
  [/^(SQLITE_CANTOPEN|ENOTDIR|EISDIR|EEXIST|ENOENT|ELOOP|ENAMETOOLONG)/, 'unreachable'],
  [/^SQLITE_CORRUPT/, 'corrupt'],
  [/^SQLITE_NOTADB/, 'foreign'],
  [/^(SQLITE_(IOERR|PROTOCOL|NOMEM|NOLFS)|EIO|EMFILE|ENFILE|EFBIG)/, 'disk'],
  // From here on by the codes of PostgreSQL (postgresql.org/docs/current/errcodes-appendix.html) and of connections.
  [/^(40001|40P01|55P03)$/, 'locked'],
  [/^53100$/, 'full'],
  [/^(25006|42501)$/, 'read-only'],
  [/^(28...|3D000|55000|SASL|NO_PASSWORD|.*(CERT|TLS|SSL).*)$/, 'refused'],
  [/^53300$/, 'busy'],
  [/^(53...|58...)$/, 'disk'],
  [/^(57P0.|08...|ECONNRESET|EPIPE)$/, 'broken'],
  [/^(57014|QUERY_TIMEOUT)$/, 'slow'],
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, 'unreachable'],
];

/** Failures to which the drivers give a message of their own and no code. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^ConnectionFailed\(/, 'SQLITE_CANTOPEN'],
  [/^Connection terminated/, 'ECONNRESET'],
  [/^(driver has already been destroyed|Cannot use a pool after calling end on the pool)$/, 'ECONNRESET'],
  [/^Client (has encountered a connection error|was closed) and is not queryable$/, 'ECONNRESET'],
  [/^timeout expired$/, 'ETIMEDOUT'],
  [/^Query read timeout$/, 'QUERY_TIMEOUT'],
  [/^The server does not support SSL connections$/, 'NO_SSL'],
  [/^SASL: .*client password/, 'NO_PASSWORD'],
  [/^SASL: /, 'SASL'],
];

/** What kind of fault an error is; `failing` for all that nobody foresaw. */
export function kindOf(error: unknown): FaultKind {
  if (error instanceof StoreFault) return error.kind;
  const code = codeOf(error);
  return KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'failing';
}

const PASSING: readonly FaultKind[] = ['locked', 'full', 'behind'];
const OF_WRITING: readonly FaultKind[] = ['locked', 'full', 'read-only', 'disk'];
const OF_CONNECTION: readonly FaultKind[] = ['broken', 'unreachable', 'busy'];

/** Whether the fault passes by itself, with the file still open. */
export const isPassing = (error: unknown): boolean => PASSING.includes(kindOf(error));

/** Whether everything may be read meanwhile as ever. */
export const isOfWriting = (error: unknown): boolean => OF_WRITING.includes(kindOf(error));

/** Whether another connection may do: a server that restarts takes the next one. */
export const isOfConnection = (error: unknown): boolean => OF_CONNECTION.includes(kindOf(error));

/** The error's code, or its name: never its message, which might hold what people wrote. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  return MESSAGES.find(([pattern]) => pattern.test(error.message))?.[1] ?? error.name;
}

/** Where things are kept: the path of a file, or the address of a server without its secrets. */
export interface StoreName {
  readonly name: string;
  readonly isServer: boolean;
}

/** One line for the operator: what happened to which store, what it means, what to do next. */
export function describeFault(place: StoreName, error: unknown): string {
  const { problem, remedy } = wordsFor(place, error);
  return `The store ${place.name} ${problem}. Answers go on, but what is new is kept in memory only. ${remedy}`;
}

/** The same of something that was due and that the store refuses to take. */
export function describeDropped({ name }: StoreName, error: unknown): string {
  return `The store ${name} refused something that was kept in memory meanwhile (${codeOf(error)}). That is lost, all else goes on. Please report it with this line.`;
}

/** The same for who only wanted to read. */
export function describeUnreadable(place: StoreName, error: unknown): string {
  const { problem, remedy } = wordsFor(place, error);
  return `The store ${place.name} ${problem}. ${remedy}`;
}

function wordsFor({ isServer }: StoreName, error: unknown): { problem: string; remedy: string } {
  const kind = kindOf(error);
  const [first, second]: readonly Partial<Record<FaultKind, Words>>[] = isServer
    ? [SERVER_WORDS, FILE_WORDS]
    : [FILE_WORDS, SERVER_WORDS];
  const [problem, remedy] = first?.[kind] ?? second?.[kind] ?? FILE_WORDS.failing;
  return { problem: error instanceof StoreFault ? problem : `${problem} (${codeOf(error)})`, remedy };
}
