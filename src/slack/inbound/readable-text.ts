// Turns a text in Slack's mark-up into what a person would read: names and labels, without ids, links' addresses and signs.
import { MARKUP } from '../../store/neutral-words.js';

const FENCE = /```([\s\S]*?)```|`([^`\n]+)`/g;
/** Bold, italics and strikethrough: signs right before and right after words. */
const STYLE = /(^|[\s(“"'])([*_~])(?=\S)([^\n]{1,2000}?)(?<=\S)\2(?=$|[\s).,:;!?”"'])/gm;

/** A quote's sign, and the code of an emoji. */
const QUOTE = /^(?:>|&gt;)+ ?/gm;
const EMOJI = /(?<![\p{L}\p{N}]):(?:[a-z][a-z0-9_'+-]{1,60}|[+-]1):/gu;
/** No text that is shown is longer; it limits the time a text can take. */
const LONGEST = 8000;

/** The text, or its beginning, as people see it in Slack. People and channels known only by their id are “someone” and “a channel”. */
export function readableText(written: string): string {
  return written
    .slice(0, LONGEST)
    .replace(MARKUP, (_, sign: string | undefined, id: string | undefined, address: string | undefined, label = '') =>
      sign === undefined ? linkAsRead(address ?? '', label) : mentionAsRead(sign, id ?? '', label),
    )
    .replace(FENCE, (_, block: string | undefined, words: string | undefined) => block ?? words ?? '')
    .replace(QUOTE, '')
    .replace(STYLE, '$1$3')
    .replace(STYLE, '$1$3')
    .replace(EMOJI, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const linkAsRead = (address: string, label: string): string =>
  label === '' ? address.replace(/^mailto:|^tel:/i, '') : label;

function mentionAsRead(sign: string, id: string, label: string): string {
  const named = label.replace(/^[@#]/, '').trim();
  if (sign === '@') return named === '' ? '@someone' : `@${named}`;
  if (sign === '#') return named === '' ? '#a-channel' : `#${named}`;
  if (/^(here|channel|everyone)$/.test(id)) return `@${id}`;
  if (id.startsWith('date^')) return label;
  if (id.startsWith('subteam^')) return named === '' ? '@a-group' : `@${named}`;
  return label;
}
