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
  const pieces = signed.pieces.flatMap((piece) => pieceElements(piece, budget));
  const elements = [...pieces, { type: 'rich_text_section', elements: italic } as const];
  return [{ type: 'rich_text', block_id: `signed:${randomUUID()}`, elements }];
}

function pieceElements({ kind, lines }: TextPiece, budget: TextBudget): types.RichTextBlockElement[] {
  const texts = lines.map(({ text, links }) => ({ text: budget.take(text), links })).filter(({ text }) => text !== '');
  if (texts.length === 0) return [];
  if (kind === 'code')
    return texts.map(({ text }) => ({ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }));
  const sections = texts.map(({ text, links }): types.RichTextSection => {
    // Slack puts no space between a paragraph and what follows it.
    return { type: 'rich_text_section', elements: withLinks(kind === 'paragraph' ? `${text}\n` : text, links) };
  });
  if (kind === 'paragraph') return sections;
  return [{ type: 'rich_text_list', style: kind === 'list' ? 'bullet' : 'ordered', elements: sections }];
}
