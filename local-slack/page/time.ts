// Writes times of day for people.

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Hours and minutes, such as 10:37, of a time in milliseconds since 1970. */
export const timeOf = (ms: number): string => TIME.format(ms);
