// Reads single variables of the environment without ever printing a value.

/** The environment cannot be used. `problems` has one sentence for each variable; no value is ever printed. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`These settings need fixing:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** What both readers give, or one ConfigError with the problems of both. */
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

/** Reads single variables; what is wrong goes to `problems`. An empty variable counts as one that is not set. */
export function readEnvironment(env: NodeJS.ProcessEnv, problems: string[]) {
  const value = (name: string): string => env[name]?.trim() ?? '';
  return {
    isSet: (name: string): boolean => value(name) !== '',
    text: value,
    /** A value of that form, or a problem that says what it should be and where to find it. */
    secret(name: string, form: RegExp, description: string, where: string): string {
      const found = value(name);
      if (found !== '' && !form.test(found)) problems.push(`${name} is not ${description}. Find it at ${where}`);
      return found;
    },
    port(name: string, usual: number): number {
      const found = value(name);
      if (found === '') return usual;
      const port = Number(found);
      if (!/^\d+$/.test(found) || port > LAST_PORT)
        problems.push(`${name} is not a port, a whole number up to ${LAST_PORT}`);
      return port;
    },
    url(name: string): string | undefined {
      const found = value(name);
      if (found === '') return undefined;
      const url = baseUrl(found);
      if (url === undefined) problems.push(`${name} is not an http or https address such as https://slack.com/api/`);
      return url;
    },
    oneOf<T extends string>(name: string, choices: readonly T[], usual: T): T {
      const found = value(name).toLowerCase();
      const choice = choices.find((known) => known === found);
      if (found !== '' && choice === undefined) problems.push(`${name} is none of ${choices.join(', ')}`);
      return choice ?? usual;
    },
    /** Values with commas or spaces between them. */
    list(name: string, form: RegExp, description: string): readonly string[] {
      const found = value(name)
        .split(/[\s,]+/)
        .filter((item) => item !== '');
      if (!found.every((item) => form.test(item))) problems.push(`${name} holds something that is not ${description}`);
      return found;
    },
  };
}

/** The address ending in one slash, or undefined if method names cannot be put behind it. */
function baseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.href.replace(/\/*$/, '/');
}
