// Behind the matcher: short numbers for texts, so that features need no strings.

const BASIS = -2128831035;

/** FNV-1a over the text's character codes: a signed 32-bit number, the same everywhere. `seed` continues another hash. */
export function hashText(text: string, seed: number = BASIS): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash;
}
