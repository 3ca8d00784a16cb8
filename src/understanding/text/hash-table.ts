// Hashes texts to 32-bit numbers, and maps such numbers to others in a table of two plain arrays.

const BASIS = -2128831035;

/** FNV-1a over the text's character codes: a signed 32-bit number, the same everywhere. `seed` continues another hash. */
export function hashText(text: string, seed: number = BASIS): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash;
}

/** Open addressing over a power of two; `values` holds -1 where a slot is free. */
export interface HashTable {
  readonly size: number;
  readonly keys: Int32Array;
  readonly values: Int32Array;
}

/** An empty table for up to `capacity` entries. */
export function createTable(capacity: number): HashTable & { size: number } {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, capacity * 2)));
  return { size: 0, keys: new Int32Array(slots), values: new Int32Array(slots).fill(-1) };
}

/** Adds an entry; a table must not be filled beyond its capacity. */
export function addTo(table: HashTable & { size: number }, key: number, value: number): void {
  const last = table.keys.length - 1;
  let slot = key & last;
  while (table.values[slot] !== -1) slot = (slot + 1) & last;
  table.keys[slot] = key;
  table.values[slot] = value;
  table.size += 1;
}

/** The value of a key, or undefined. */
export function findIn({ keys, values }: HashTable, key: number): number | undefined {
  const last = keys.length - 1;
  for (let slot = key & last; ; slot = (slot + 1) & last) {
    const value = values[slot];
    if (value === undefined || value === -1) return undefined;
    if (keys[slot] === key) return value;
  }
}

/** A map as a table. */
export function packTable(map: ReadonlyMap<number, number>): HashTable {
  const table = createTable(map.size);
  for (const [key, value] of map) addTo(table, key, value);
  return table;
}
