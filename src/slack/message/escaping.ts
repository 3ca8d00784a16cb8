// Tools for the last stretch of the road: text that Slack takes as text and as nothing else.

/** Makes Slack's control characters harmless, so that no mention, broadcast or link comes alive. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The reverse, for text that arrives in events; once only, for `&amp;lt;` is what somebody typed as `&lt;`. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

// Half a surrogate pair cannot be sent at all (form encoding throws); control characters and
// direction overrides can turn the rest of a message around.
const UNSENDABLE = /\p{Surrogate}|[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** The text without what cannot be sent or would disturb its surroundings; line breaks stay. */
export function cleanText(text: string): string {
  if (!mayBeUnsendable(text)) return text;
  return text.replace(UNSENDABLE, (found) => (found === '\n' ? found : found === '\t' ? ' ' : ''));
}

/** False for nearly every text there is, and much faster than the expression, which every piece would go through. */
function mayBeUnsendable(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || (code > 0x7e && code < 0xa0) || (code > 0x2029 && code < 0x206a)) return true;
    if (code > 0xd7ff && code < 0xe000) return true;
  }
  return false;
}

const ELLIPSIS = '…';
const SENTENCE_END = /[.!?…]["'”’)\]]*(?=\s)/gu;

/** At most `limit` characters: the text itself, else whole sentences of it, else whole words, with an ellipsis. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit <= 2 * ELLIPSIS.length) return '';
  const room = text.slice(0, limit - ELLIPSIS.length - 1);
  const sentences = [...room.matchAll(SENTENCE_END)].at(-1);
  // A cut that loses more than half of the room is worse than one within a sentence.
  if (sentences !== undefined && sentences.index > room.length / 2) {
    return `${room.slice(0, sentences.index + sentences[0].length)} ${ELLIPSIS}`;
  }
  const words = room.search(/\s\S*$/u);
  const end = words > room.length / 2 ? words : room.length;
  return `${cleanText(room.slice(0, end)).trimEnd()}${ELLIPSIS}`;
}
