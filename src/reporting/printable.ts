// Makes people's words printable on one line.

// Control characters can write to other lines of a terminal, and direction overrides reverse the rest of a line.
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** The text as one line that can be printed anywhere. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** The text, or as much of it as fits, with an ellipsis. */
export function shorten(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
