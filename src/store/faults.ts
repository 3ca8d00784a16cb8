// Describes a fault of a file or a server in one line, with what to do next.

/** A fault in words, and the remedy. */
type Words = readonly [problem: string, remedy: string];

const SET_TO_A_FILE = 'Set DATABASE_URL to a file in a folder that the app can write to.';

/** The log line for each kind of fault of a file. */
const FILE_WORDS = {
  locked: [
    'is locked by another process',
    'Close whatever has it open for writing, such as a backup or a database viewer.',
  ],
  full: ['can’t grow because its disk is full', 'Free some space on the disk.'],
  'read-only': ['isn’t writable', 'Give the user that runs the app write access to the file and its folder.'],
  unreachable: ['can’t be opened', SET_TO_A_FILE],
  'not a file': ['is a folder, a pipe or a device, not a file', SET_TO_A_FILE],
  corrupt: ['is damaged', 'The app doesn’t touch it. Move it away with its -wal file, and put a backup in its place.'],
  foreign: [
    'isn’t a database of this app, or its beginning is damaged',
    'The app doesn’t touch it. Set DATABASE_URL to another file.',
  ],
  newer: [
    'was written by a newer version of this app',
    'The app doesn’t touch it. Update the app, or set DATABASE_URL to another file.',
  ],
  older: ['hasn’t been migrated to this version', 'Run npm run store -- migrate.'],
  key: [
    'has a damaged hash.key next to it',
    'Restore the key from a backup. If you delete it, the app can’t tell whose entries are whose.',
  ],
  driver: ['can’t be used because libsql doesn’t load here', 'Run npm ci on this machine, with optional packages.'],
  disk: ['can’t be used because the system refuses to read or write', 'Check the disk and its limits.'],
  behind: ['is back, but data is still being saved to it', 'No action needed.'],
  failing: ['can’t be used', 'Please report it and include this line.'],
} as const satisfies Record<string, Words>;

/** The same for a server, without advice about files. */
const SERVER_WORDS = {
  locked: ['is being used by someone else', 'Look for long transactions in pg_stat_activity.'],
  full: ['can’t grow because its server’s disk is full', 'Free some space on that disk.'],
  'read-only': ['isn’t writable', 'Set DATABASE_URL to the primary server, and let its user create and write tables.'],
  unreachable: ['can’t be reached', 'Check that the server is running and that DATABASE_URL is right.'],
  refused: ['doesn’t let the app in', 'Check the user, password, database and sslmode in DATABASE_URL.'],
  busy: [
    'has no connection left',
    'Raise the limit of the server, the user or the database, or run fewer instances: each takes up to 8.',
  ],
  disk: ['is refused something by its operating system', 'Check the server’s log, memory and disk.'],
  pooler: [
    'is refused something by a pooler such as PgBouncer',
    'Check the pooler’s log. Its pool_mode must be transaction or session, not statement.',
  ],
  broken: ['keeps losing its connections', 'Check the server’s log and the network between it and the app.'],
  slow: ['doesn’t answer in time', 'Check the load on the server and the network.'],
  foreign: [
    'has tables of another program under the same names',
    'The app doesn’t touch them. Set DATABASE_URL to another database.',
  ],
  newer: [
    'has the tables of a newer version of this app',
    'The app doesn’t touch them. Update the app, or set DATABASE_URL to another database.',
  ],
} as const satisfies Record<string, Words>;

/** The kind of a fault; `failing` for everything unforeseen. */
export type FaultKind = keyof typeof FILE_WORDS | keyof typeof SERVER_WORDS;

/** A fault that the store found itself, rather than the database or the system. */
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
  [/^(42P05|26000|08P01)$/, 'pooler'],
  [/^(57P0.|08...|ECONNRESET|EPIPE)$/, 'broken'],
  [/^(57014|QUERY_TIMEOUT)$/, 'slow'],
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, 'unreachable'],
];

/** Failures for which the drivers have a message but no code. */
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

/** The kind of an error; `failing` for everything unforeseen. */
export function kindOf(error: unknown): FaultKind {
  if (error instanceof StoreFault) return error.kind;
  const code = codeOf(error);
  return KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'failing';
}

const PASSING: readonly FaultKind[] = ['locked', 'full', 'behind'];
const OF_WRITING: readonly FaultKind[] = ['locked', 'full', 'read-only', 'disk'];
const OF_CONNECTION: readonly FaultKind[] = ['broken', 'unreachable', 'busy', 'pooler'];

/** Whether the fault passes by itself, with the file still open. */
export const isPassing = (error: unknown): boolean => PASSING.includes(kindOf(error));

/** Whether everything can still be read meanwhile. */
export const isOfWriting = (error: unknown): boolean => OF_WRITING.includes(kindOf(error));

/** Whether a new connection may work: a restarting server accepts it. */
export const isOfConnection = (error: unknown): boolean => OF_CONNECTION.includes(kindOf(error));

/** The error's code, or its name: never its message, which might have what people wrote. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  return MESSAGES.find(([pattern]) => pattern.test(error.message))?.[1] ?? error.name;
}

/** Where data is stored: the path of a file, or the address of a server without its secrets. */
export interface StoreName {
  readonly name: string;
  readonly isServer: boolean;
}

/** One line for the operator: what happened to which store, what it means, what to do next. */
export function describeFault(place: StoreName, error: unknown): string {
  const { problem, remedy } = wordsFor(place, error);
  return `The store ${place.name} ${problem}. The app still answers, but new data is in memory only. ${remedy}`;
}

/** The same for a pending write that the store refuses. */
export function describeDropped({ name }: StoreName, error: unknown): string {
  return `The store ${name} refused data that was in memory (${codeOf(error)}). That data is lost; everything else works. Please report it and include this line.`;
}

/** The same for a command that only reads. */
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
