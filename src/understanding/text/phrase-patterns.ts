// Expands compact patterns, such as "(back end|server side) (dev|engineer)", into phrases.

/** Expands every `(a|b|)` group of a pattern; groups don't nest. A pattern without groups is a phrase itself. */
export function expandPattern(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (group === null) return [pattern.replace(/\s+/g, ' ').trim()];
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  return (group[1] ?? '').split('|').flatMap((choice) => expandPattern(before + choice + after));
}

/** A pattern as the source of a regular expression; a group that may be empty includes the space before it. */
export const patternSource = (pattern: string): string =>
  pattern
    .replace(/ \(([^()]*)\|\)/g, '(?: (?:$1))?')
    .replace(/^\(([^()]*)\|\) /, '(?:(?:$1) )?')
    .replace(/\((?!\?)/g, '(?:');

/** The single phrases of entries that may hold several, with `|` or a line break between. */
export const listPhrases = (entries: readonly string[]): string[] =>
  entries
    .flatMap((entry) => entry.split(/[|\n]/))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
