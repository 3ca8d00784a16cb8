// Runs one of the measurements that `npm run bench` names: answers, load, fuzz or fit.
import { parseArgs } from 'node:util';

const USAGE = `Usage:
  npm run bench                       speed of answers, start and commands, beside a bare Bolt app, with the targets
  npm run bench -- answers            the same
  npm run bench -- load [options]     as many commands, messages and button clicks as the app can take
      --seconds 5                       how long each step takes
      --rounds 5                        how often the apps take turns
      --messages 1000000                instead: this many payloads, with the memory printed every minute
      --rate 300                          at this many a second (default: 0.7 of what the app can take)
      --instances 2                     instead: this many instances behind nginx, compared with one
  npm run bench -- fuzz [options]     random and damaged payloads, sent to the real process
      --minutes 1                       how long
      --seed 1                          repeat the run with this seed
  npm run bench -- fit                fits the weights of topics and of passages and prints them; changes no file`;

const WHOLE = /^\d{1,9}$/;
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  answers: [],
  load: ['seconds', 'rounds', 'messages', 'rate', 'instances'],
  fuzz: ['minutes', 'seed'],
  fit: [],
};

type Numbers = Readonly<Record<string, number>>;

/** The measurement and its numbers; undefined for --help. Throws an Error that says which argument is wrong. */
function readArguments(args: readonly string[]): { readonly name: string; readonly numbers: Numbers } | undefined {
  const [first = 'answers', ...rest] = args;
  const hasName = !first.startsWith('-');
  const name = hasName ? first : 'answers';
  const known = NUMBERS[name];
  if (known === undefined) throw new Error(`Unknown argument: ${name}`);
  const options = Object.fromEntries(known.map((option) => [option, { type: 'string' as const }]));
  const { values } = parseArgs({
    args: [...(hasName ? rest : args)],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) return undefined;
  const numbers = Object.entries(values).map(([option, value]) => {
    const isNumber = typeof value === 'string' && (WHOLE.test(value) || (option === 'minutes' && Number(value) > 0));
    if (!isNumber) throw new Error(`--${option} must be a whole number.`);
    return [option, Number(value)] as const;
  });
  return { name, numbers: Object.fromEntries(numbers) };
}

async function run(args: readonly string[]): Promise<void> {
  const wanted = readArguments(args);
  if (wanted === undefined) return console.log(USAGE);
  const { name, numbers } = wanted;
  // Loaded only when wanted: each brings in much that the others don't need.
  if (name === 'answers') await (await import('./answers/answers.js')).measureAnswers();
  else if (name === 'load') await (await import('./load/load.js')).measureLoad(numbers);
  else if (name === 'fuzz') process.exitCode = await (await import('./fuzz/fuzz.js')).runFuzz(numbers);
  else {
    (await import('./fit/fit.js')).printFit();
    console.log('\nPassages\n');
    (await import('./fit/passages-fit.js')).printPassageFit();
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const { message, code } = error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) };
  const isUsage = code?.startsWith('ERR_PARSE_ARGS') === true || /^(Unknown argument|--)/.test(message);
  console.error(isUsage ? `${message}\n\n${USAGE}` : error);
  process.exit(1);
});
