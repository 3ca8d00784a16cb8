// Finds the links of a text, and turns it into elements of rich text.
import type { types } from '@slack/bolt';
import type { Link } from '../../answering/answer.js';

/** A text in pieces: its links, each where its label first occurs, and what's between them. */
export function splitAtLinks(text: string, links: readonly Link[] = []): (string | Link)[] {
  const [first, ...others] = links;
  if (first === undefined) return text === '' ? [] : [text];
  const at = text.indexOf(first.label);
  if (at < 0) return splitAtLinks(text, others);
  return [...(at > 0 ? [text.slice(0, at)] : []), first, ...splitAtLinks(text.slice(at + first.label.length), others)];
}

/** A text whose links can be followed. */
export const withLinks = (text: string, links?: readonly Link[]): types.RichTextElement[] =>
  splitAtLinks(text, links).map((piece) =>
    typeof piece === 'string' ? { type: 'text', text: piece } : { type: 'link', url: piece.url, text: piece.label },
  );
