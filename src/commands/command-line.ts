// Runs a command of the terminal: reads its arguments, shows its help, and turns errors into messages and an exit status.
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The arguments make no sense. The message, which may be empty, is shown above the usage; the exit status is 2. */
export class UsageError extends Error {}

/** The options of a command, as `parseArgs` takes them. */
type Options = NonNullable<ParseArgsConfig['options']>;

/** What `parseArgs` makes of a command's options. */
type ArgumentValues<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>['values'];

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
  /** Does the work. It throws a `UsageError` before anything else if the arguments make no sense together. */
  readonly run: (values: ArgumentValues<O>, words: readonly string[]) => Promise<void>;
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** Runs a command on this process's arguments. The exit status is 0, 1 after an error, or 2 if the arguments are wrong. */
export async function runCommand<O extends Options>(command: Command<O>): Promise<void> {
  // A reader that has seen enough, such as `head`, isn't an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const { usage, expected = [] } = command;
  try {
    await runWith(command, process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) console.error(error.message === '' ? usage : `${error.message}\n${usage}`);
    else
      console.error(expected.some((kind) => error instanceof kind) && error instanceof Error ? error.message : error);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

async function runWith<O extends Options>(command: Command<O>, args: string[]): Promise<void> {
  const { usage, options, mostWords = 0, run } = command;
  const { tokens } = parseArgs({ args, options: { ...options, ...HELP }, strict: false, tokens: true });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) {
    console.log(usage);
    return;
  }
  refuseUnknown(tokens, options ?? {}, mostWords);
  const { values, positionals } = parseArgs({ args, options: options as O, allowPositionals: true });
  await run(values, positionals);
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
