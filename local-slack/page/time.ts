// Writes times of day for people.

/** Hours and minutes, such as 10:37, of a time in milliseconds since 1970. */
export const timeOf = (ms: number): string =>
  new Date(ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
