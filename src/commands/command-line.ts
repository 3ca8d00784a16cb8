// Shared by the entrances: tells how a command is used, before it has done anything.

/** Whether that was told: to whoever asked with `--help`, or because of what is wrong with the command line (status 2). */
export function tellUsage(usage: string, args: readonly string[], problem?: string): boolean {
  if (args.includes('--help') || args.includes('-h')) console.log(usage);
  else if (problem === undefined) return false;
  else {
    console.error(problem === '' ? usage : `${problem}\n${usage}`);
    process.exitCode = 2;
  }
  return true;
}

/** What is wrong with the command line of a command that takes nothing. */
export const refuseAny = ([first]: readonly string[]): string | undefined =>
  first === undefined ? undefined : `'${first}' is not known here.`;
