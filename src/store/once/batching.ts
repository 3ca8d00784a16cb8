// Within the store: what several questions want at the same time is done together, since each way to the database costs.
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

export interface BatchWork<Item, Result> {
  /** Does it for all of these, with a result for each in their order; undefined when it could not be done together. */
  readonly together: (items: readonly Item[]) => Promise<readonly Result[] | undefined>;
  /** Does it for one; what one meets must not cost the others. */
  readonly alone: (item: Item) => Promise<Result>;
  /** Whether what came first has to be done first, however long that takes. */
  readonly isInOrder: boolean;
}

/** Some ways to a server that works; where one hangs, others go on beside it. */
const PATIENCE_MS = 20;

interface Batch<Item, Result> {
  readonly items: Item[];
  readonly done: Promise<readonly Result[]>;
}

/** Gathers what comes in one turn of the event loop, or while others are with the database. */
export function createBatching<Item, Result>(ways: BatchWork<Item, Result>): (item: Item) => Promise<Result> {
  const { together, alone, isInOrder } = ways;
  let gathering: Batch<Item, Result> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const oneByOne = async (items: readonly Item[]): Promise<readonly Result[]> => {
    if (!isInOrder) return Promise.all(items.map(alone));
    const results: Result[] = [];
    for (const item of items) results.push(await alone(item));
    return results;
  };

  const begin = (): Batch<Item, Result> => {
    const items: Item[] = [];
    const turn = isInOrder ? last : Promise.race([last, pause(PATIENCE_MS, undefined, { ref: false })]);
    const done = Promise.all([turn, nextTurn()]).then(async () => {
      gathering = undefined;
      return (items.length > 1 ? await together(items) : undefined) ?? oneByOne(items);
    });
    last = done.catch(() => undefined);
    return { items, done };
  };

  return async (item) => {
    gathering ??= begin();
    const { items, done } = gathering;
    const place = items.push(item) - 1;
    return (await done)[place] as Result;
  };
}
