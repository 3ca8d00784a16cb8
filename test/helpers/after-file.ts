// What a test file has made elsewhere and is to be removed after its last test; helpers are loaded once for several files.
type Task = () => Promise<unknown>;
const tasks: Task[] = [];

/** Does this after the last test of the file that runs now; what was made last goes first. */
export const afterFile = (task: Task): void => void tasks.push(task);

/** Does all of it. */
export async function cleanUpAfterFile(): Promise<void> {
  for (const task of tasks.splice(0).reverse()) await task();
}
