// Shows what a mentor wrote as rich text, which Slack doesn't parse: nothing in it pings anyone or becomes mark-up.
import { randomUUID } from 'node:crypto';
import type { types } from '@slack/bolt';
import type { SignedText, TextPiece } from '../../answering/answer.js';
import { signatureOf } from '../../answering/signed-text.js';
import { withLinks } from './linked-text.js';
import type { TextBudget } from './text-budget.js';

/** The text in one block, and below it who wrote it, when, and what it rests on. */
export function signedBlocks(signed: SignedText, budget: TextBudget): types.RichTextBlock[] {
  const { source } = signed;
  // It must not be the first to be cut.
  const signature = budget.take(signatureOf(signed));
  const links = source.kind === 'link' ? [{ label: source.url, url: source.url }] : [];
  const italic = withLinks(signature, links).map((element) => ({ ...element, style: { italic: true } }));
  const text = textElements(signed.pieces, budget);
  return [...(text.length === 0 ? [] : [block(text)]), block([{ type: 'rich_text_section', elements: italic }])];
}

const block = (elements: types.RichTextBlockElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  block_id: `signed:${randomUUID()}`,
  elements,
});

const asText = ({ text }: { readonly text: string }): types.RichTextText => ({ type: 'text', text });

/** Paragraphs that follow each other are one section: between sections Slack leaves no space. */
function textElements(pieces: readonly TextPiece[], budget: TextBudget): types.RichTextBlockElement[] {
  const elements: types.RichTextBlockElement[] = [];
  for (const { kind, lines } of pieces) {
    const texts = lines
      .map(({ text, links }) => ({ text: budget.take(text), links }))
      .filter(({ text }) => text !== '');
    if (texts.length === 0) continue;
    const sections = texts.map(({ text, links }) => withLinks(text, links));
    const last = elements.at(-1);
    if (kind === 'list' || kind === 'numbered list') {
      const items = sections.map((own): types.RichTextSection => ({ type: 'rich_text_section', elements: own }));
      const style = kind === 'list' ? 'bullet' : 'ordered';
      elements.push({ type: 'rich_text_list', style, elements: items });
    } else if (kind === 'code') {
      elements.push({ type: 'rich_text_preformatted', elements: texts.map(asText) });
    } else if (last?.type === 'rich_text_section') {
      last.elements.push(...sections.flatMap((own) => [{ type: 'text' as const, text: '\n\n' }, ...own]));
    } else {
      elements.push({ type: 'rich_text_section', elements: sections.flat() });
    }
  }
  return elements;
}
