// Beside the language data: turns a compact pattern, "(back end|server side) (dev|engineer)", into all it stands for.

/** Expands every `(a|b|)` group of a pattern; groups don't nest. A pattern without groups stands for itself. */
export function expandPattern(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (group === null) return [pattern.replace(/\s+/g, ' ').trim()];
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  return (group[1] ?? '').split('|').flatMap((choice) => expandPattern(before + choice + after));
}
