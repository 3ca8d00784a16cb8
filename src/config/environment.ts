// Reads single variables of the environment without ever printing a value.

import * as v from 'valibot';

/** The environment can't be used. `problems` has one sentence for each variable, never its value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`These settings need fixing:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The variables that are set, as `trimEnvironment` returns them: each entrance calls it once. */
export type Environment = Readonly<Record<string, string>>;

/** Both readers' results, or one ConfigError with the problems of both. */
export function readBoth<A, B>(readFirst: () => A, readSecond: () => B): [A, B] {
  const problems: string[] = [];
  const attempt = <T>(read: () => T): { readonly value: T } | undefined => {
    try {
      return { value: read() };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const [first, second] = [attempt(readFirst), attempt(readSecond)];
  if (first === undefined || second === undefined) throw new ConfigError(problems);
  return [first.value, second.value];
}

const LAST_PORT = 65_535;
const PORT_MESSAGE = `must be a port, a whole number up to ${LAST_PORT}`;

/** A value of that form; else a message that says what it must be and where to find it. */
export const secret = (form: RegExp, description: string, where: string) =>
  v.pipe(v.string(), v.regex(form, `must be ${description}. Find it at ${where}`));

export const port = v.pipe(
  v.string(),
  v.regex(/^\d+$/, PORT_MESSAGE),
  v.transform(Number),
  v.maxValue(LAST_PORT, PORT_MESSAGE),
);

export const url = v.pipe(
  v.string(),
  v.transform(baseUrl),
  v.string('must be an http or https address such as https://slack.com/api/'),
);

/** One of the choices, in any case. */
export const oneOf = <const Choices extends readonly string[]>(choices: Choices) =>
  v.pipe(v.string(), v.toLowerCase(), v.picklist(choices, `must be one of ${choices.join(', ')}`));

/** Values with commas or spaces between them. */
export const list = (form: RegExp, description: string) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.split(/[\s,]+/).filter((item) => item !== '')),
    v.everyItem((item) => form.test(item), `must only have ${description}`),
  );

/** The variables that Kubernetes sets by itself once a Service is called like their beginning. */
const LINKED = ['PORT', 'MONITORING_PORT'] as const;
const WITHOUT = { PORT: 'The app uses its usual port', MONITORING_PORT: 'There is no monitoring' } as const;

/** Whether a value is the address that Kubernetes or Docker sets for a service of that name, such as tcp://10.0.0.7:80. */
export const isServiceLink = (value: string): boolean => /^(?:tcp|udp|sctp):\/\/\S+$/i.test(value);

/** A line for each variable that has such an address and is therefore ignored. */
export function serviceLinkLines(env: NodeJS.ProcessEnv): string[] {
  return LINKED.filter((name) => isServiceLink(plainValue(name, env[name]))).map(
    (name) =>
      `${name} holds the address of a Kubernetes Service, not a port, so it’s ignored. ${WITHOUT[name]}. ` +
      `Set enableServiceLinks: false in the pod, or set ${name} there.`,
  );
}

/** Quotation marks around a whole value: `docker run --env-file` and Kubernetes leave them there, a shell takes them off. */
const QUOTED = /^(?:"([^"]*)"|'([^']*)'|“([^”]*)”)$/;
/** Whatever these hold is a key, its quotation marks too: without them, what is stored would no longer be found. */
const VERBATIM: readonly string[] = ['HASH_KEY'];

/** A variable's value without space and quotation marks around it. */
function plainValue(name: string, value = ''): string {
  const trimmed = value.trim();
  return VERBATIM.includes(name) ? trimmed : trimmed.replace(QUOTED, '$1$2$3').trim();
}

/**
 * The variables without space and quotation marks around their values. An empty one counts as not set, and so does a
 * port that Kubernetes set to a service's address.
 */
export function trimEnvironment(env: NodeJS.ProcessEnv): Environment {
  const trimmed = Object.entries(env).map(([name, value]) => [name, plainValue(name, value)] as const);
  const isSetAside = (name: string, value: string) => LINKED.some((linked) => linked === name) && isServiceLink(value);
  return Object.fromEntries(trimmed.filter(([name, value]) => value !== '' && !isSetAside(name, value)));
}

/** Reads variables by a schema; adds a sentence to `problems` for each that is wrong, and then returns undefined. */
export function parseSettings<const Entries extends v.ObjectEntries>(
  entries: Entries,
  env: Environment,
  problems: string[],
): v.InferOutput<v.ObjectSchema<Entries, undefined>> | undefined {
  const { success, issues, output } = v.safeParse(v.object(entries), env);
  for (const issue of issues ?? []) problems.push(`${v.getDotPath(issue)} ${issue.message}`);
  return success ? output : undefined;
}

/** The address ending in one slash, or undefined if method names can't be appended to it. */
function baseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.href.replace(/\/*$/, '/');
}
