// Within the store: what can be wrong with the file, told to the operator in one line with what to do next.

/** What the operator is told of each kind of fault: what it is, and what helps. */
const WORDS = {
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
  older: ['is not yet what this version of the app makes of it', 'Start the app once: it brings the file up to date.'],
  key: [
    'has a damaged hash.key beside it',
    'Put the key back from a backup, or delete it and lose whose entries are whose.',
  ],
  driver: [
    'cannot be used, since libsql does not load here',
    'Run npm ci on this very machine, with optional packages.',
  ],
  disk: ['cannot be used, since the system refuses to read or write', 'Check the disk and its limits.'],
  failing: ['cannot be used', 'Please report it with this line.'],
} as const satisfies Record<string, readonly [problem: string, remedy: string]>;

export type FaultKind = keyof typeof WORDS;

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
];

/** What kind of fault an error is; `failing` for all that nobody foresaw. */
export function kindOf(error: unknown): FaultKind {
  if (error instanceof StoreFault) return error.kind;
  const code = codeOf(error);
  return KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'failing';
}

/** The error's code, or its name: never its message, which might hold what people wrote. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (isFailureToOpen(error)) return 'SQLITE_CANTOPEN';
  return 'code' in error && typeof error.code === 'string' && error.code !== '' ? error.code : error.name;
}

/** libsql gives this one failure no code. */
const isFailureToOpen = (error: Error): boolean => error.message.startsWith('ConnectionFailed(');

/** One line for the operator: what happened to which file, what it means, what to do next. */
export function describeFault(file: string, error: unknown): string {
  const { problem, remedy } = wordsFor(error);
  return `The store ${file} ${problem}. Answers go on, but what is new is kept in memory only. ${remedy}`;
}

/** The same for who only wanted to read. */
export function describeUnreadable(file: string, error: unknown): string {
  const { problem, remedy } = wordsFor(error);
  return `The store ${file} ${problem}. ${remedy}`;
}

function wordsFor(error: unknown): { problem: string; remedy: string } {
  const [problem, remedy] = WORDS[kindOf(error)];
  return { problem: error instanceof StoreFault ? problem : `${problem} (${codeOf(error)})`, remedy };
}
