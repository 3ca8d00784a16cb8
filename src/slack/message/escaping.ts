// Escapes, cleans and cuts texts, so that Slack accepts them as plain text.

/** Makes Slack's control characters harmless, so that no mention, broadcast or link in it works. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The reverse, for text that arrives in events; once only, since `&amp;lt;` is how `&lt;` arrives when a person typed that. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

// Half a surrogate pair can't be sent at all (form encoding throws); control characters and
// direction overrides can reverse the rest of a message.
const UNSENDABLE = /\p{Surrogate}|[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** The text without what can't be sent or would disturb the text around it; line breaks stay. */
export function cleanText(text: string): string {
  return text.replace(UNSENDABLE, (found) => (found === '\n' ? found : found === '\t' ? ' ' : ''));
}

const ELLIPSIS = '…';
const SENTENCE_END = /[.!?…]["'”’)\]]*(?=\s)/gu;

/** At most `limit` characters: the text itself, else whole sentences of it, else whole words, with an ellipsis. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit <= 2 * ELLIPSIS.length) return '';
  const kept = text.slice(0, limit - ELLIPSIS.length - 1);
  const sentences = [...kept.matchAll(SENTENCE_END)].at(-1);
  // A cut that loses more than half of the space is worse than one within a sentence.
  if (sentences !== undefined && sentences.index > kept.length / 2) {
    return `${kept.slice(0, sentences.index + sentences[0].length)} ${ELLIPSIS}`;
  }
  const words = kept.search(/\s\S*$/u);
  const end = words > kept.length / 2 ? words : kept.length;
  return `${cleanText(kept.slice(0, end)).trimEnd()}${ELLIPSIS}`;
}
