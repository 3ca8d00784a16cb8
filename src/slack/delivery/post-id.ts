// Makes one id for everything posted for one question, by which Slack recognises a repeat.
import { createHash } from 'node:crypto';

/** The same UUID for the same key, in every process. */
export function postIdFor(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  // Version 8, which is for UUIDs made by a method of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}
