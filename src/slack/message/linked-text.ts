// Turns a text with links into elements of rich text.
import type { types } from '@slack/bolt';
import type { Quote } from '../../answering/answer.js';

/** A text whose links can be followed: each where its label first stands. */
export function withLinks(text: string, links: Quote['links'] = []): types.RichTextElement[] {
  const [first, ...others] = links;
  if (first === undefined) return text === '' ? [] : [{ type: 'text', text }];
  const at = text.indexOf(first.label);
  if (at < 0) return withLinks(text, others);
  return [
    ...(at > 0 ? [{ type: 'text' as const, text: text.slice(0, at) }] : []),
    { type: 'link', url: first.url, text: first.label },
    ...withLinks(text.slice(at + first.label.length), others),
  ];
}
