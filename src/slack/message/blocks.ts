// Builds the small blocks that messages, windows and the Home tab are made of; Slack parses none of their texts.
import type { types } from '@slack/bolt';
import { cleanText } from './escaping.js';

/** Plain text: no mention, link or emoji in it becomes active. */
export const plainText = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** A heading. */
export const header = (text: string): types.HeaderBlock => ({ type: 'header', text: plainText(text) });

/** A paragraph. */
export const section = (text: string): types.SectionBlock => ({ type: 'section', text: plainText(text) });

/** A line in small type. */
export const note = (text: string): types.ContextBlock => ({ type: 'context', elements: [plainText(text)] });

/** One block of rich text, or none if there is nothing to show: Slack refuses empty ones. */
export function richText(elements: readonly (types.RichTextBlockElement | undefined)[]): types.RichTextBlock[] {
  const shown = elements.filter((element) => element !== undefined);
  return shown.length === 0 ? [] : [{ type: 'rich_text', elements: shown }];
}

/** The non-empty lines as a list, undefined if there are none. */
export function listElement(
  lines: readonly string[],
  style: types.RichTextList['style'] = 'bullet',
): types.RichTextList | undefined {
  const elements = lines
    .map(cleanText)
    .filter((line) => line !== '')
    .map((text): types.RichTextSection => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] }));
  return elements.length === 0 ? undefined : { type: 'rich_text_list', style, elements };
}

/** The same as a block of its own, or none. */
export const list = (lines: readonly string[], style?: types.RichTextList['style']): types.RichTextBlock[] =>
  richText([listElement(lines, style)]);
