// Runs a command of the terminal: reads its arguments, shows its help, and turns errors into messages and an exit status.
import { inspect, type ParseArgsConfig, parseArgs } from 'node:util';

/** The arguments make no sense. The message, which may be empty, is shown above the usage; the exit status is 2. */
export class UsageError extends Error {}

/** The options of a command, as `parseArgs` takes them. */
type Options = NonNullable<ParseArgsConfig['options']>;

/** What `parseArgs` makes of a command's options. */
type ArgumentValues<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>['values'];

/** How a command ends. */
export type Status = 0 | 1 | 2;

/** Where a command runs: this process, or what a test hands in. The first two words of `argv` are the program. */
export interface Terminal {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream;
}

/** One command: how it's used, which options it knows, and what it does. */
export interface Command<O extends Options> {
  readonly usage: string;
  readonly options?: O;
  /** How many arguments without a dash it takes; none by default. */
  readonly mostWords?: number;
  /** Errors whose message says everything there is to say. Any other error is shown with its stack. */
  readonly expected?: readonly (new (
    ...args: never[]
  ) => Error)[];
  /** Does the work and returns the exit status. It throws a `UsageError` before anything else if the arguments make no sense together. */
  readonly run: (values: ArgumentValues<O>, words: readonly string[], terminal: Terminal) => Promise<Status>;
}

/** Keeps the types of a command's own options. */
export const defineCommand = <O extends Options>(command: Command<O>): Command<O> => command;

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** Runs a command as this process, and leaves its exit status there. */
export async function startCommand<O extends Options>(command: Command<O>): Promise<void> {
  // A reader that has seen enough, such as `head`, isn't an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await runCommand(command, process);
}

/** Runs a command. The exit status is 0, 1 after an error, or 2 if the arguments are wrong. */
export async function runCommand<O extends Options>(command: Command<O>, terminal: Terminal): Promise<Status> {
  const { usage, expected = [] } = command;
  try {
    return await runWith(command, terminal);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const isExpected = expected.some((kind) => error instanceof kind);
    const message = error instanceof Error && (isUsage || isExpected) ? error.message : inspect(error);
    const lines = isUsage ? [...(message === '' ? [] : [message]), usage] : [message];
    terminal.stderr.write(`${lines.join('\n')}\n`);
    return isUsage ? 2 : 1;
  }
}

async function runWith<O extends Options>(command: Command<O>, terminal: Terminal): Promise<Status> {
  const { usage, options, mostWords = 0, run } = command;
  const args = terminal.argv.slice(2);
  const { tokens } = parseArgs({ args, options: { ...options, ...HELP }, strict: false, tokens: true });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) {
    terminal.stdout.write(`${usage}\n`);
    return 0;
  }
  refuseUnknown(tokens, options ?? {}, mostWords);
  const { values, positionals } = parseArgs({ args, options: options as O, allowPositionals: true });
  return run(values, positionals, terminal);
}

type ArgumentToken = ReturnType<typeof parseArgs<{ tokens: true; strict: false }>>['tokens'][number];

/** Throws a `UsageError` at the first argument that the command doesn't know or that lacks its value. */
function refuseUnknown(tokens: readonly ArgumentToken[], options: Options, mostWords: number): void {
  let words = 0;
  for (const token of tokens) {
    if (token.kind === 'positional' && ++words > mostWords) throw new UsageError(`Unknown argument: ${token.value}`);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw new UsageError(`Unknown argument: ${token.rawName}`);
    const isGiven = token.value !== undefined && (token.inlineValue || !token.value.startsWith('-'));
    if (option.type === 'string' && !isGiven) throw new UsageError(`${token.rawName} needs a value.`);
    if (option.type === 'boolean' && isGiven) throw new UsageError(`${token.rawName} takes no value.`);
  }
}
