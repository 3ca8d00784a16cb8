// Turns an Answer into one Slack message, with the buttons that belong below it.
import type { types } from '@slack/bolt';
import type { Answer, AnswerPart } from '../../answering/answer.js';
import { readableText } from '../inbound/readable-text.js';
import { answerBlocks, MAX_PARTS } from './answer-blocks.js';
import { note } from './blocks.js';
import { type ButtonContext, buttonRow } from './buttons.js';
import type { MessageBlock } from './chart.js';
import { cleanText, cutText, escapeText } from './escaping.js';
import { MAX_TEXT } from './limits.js';
import { answerAsText } from './plain-text.js';
import { voteButtons } from './vote-buttons.js';

/** One message: `text` has the whole answer for screen readers and notifications, `blocks` the same to look at. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: MessageBlock[];
  /** What takes the place of the folded sources where Slack doesn't take those. */
  readonly openSources?: types.RichTextBlock[];
}

/** What a message has besides the answer. */
export interface MessageExtras extends ButtonContext {
  /** Who shares the answer, and the question it answers: a line above it. `isOwn` if that person asked it. */
  readonly sharedBy?: SharedBy;
  /** A line below the answer. */
  readonly note?: string;
}

interface SharedBy {
  readonly person: string;
  readonly asked: string;
  readonly isOwn: boolean;
}

/** Renders an answer. */
export function renderMessage(answer: Answer, extras: MessageExtras = {}): SlackMessage {
  const { sharedBy } = extras;
  const [above, below] = [sharedBy ? `${sharedText(sharedBy)}\n\n` : '', extras.note ? `\n\n${extras.note}` : ''];
  const { text, blocks, openSources } = contentOf(answer, MAX_TEXT - above.length - below.length);
  return {
    text: `${above}${text}${below}`,
    blocks: [
      ...(sharedBy ? [sharedBlock(sharedBy)] : []),
      ...blocks,
      ...buttonRow(answer, extras),
      ...(extras.note === undefined ? [] : [note(extras.note)]),
      ...voteButtons(answer),
    ],
    openSources,
  };
}

function contentOf(answer: Answer, mostText = MAX_TEXT): Required<SlackMessage> {
  const parts = answer.parts.slice(0, MAX_PARTS);
  return { text: answerAsText({ ...answer, parts }, mostText), ...answerBlocks(parts) };
}

/** A short fixed sentence as a message, with lines below it if there is more to say. */
export function sentenceMessage(sentence: string, details: readonly string[] = []): SlackMessage {
  const part: AnswerPart = { topic: '', title: '', headline: sentence, details, formulas: [], quotes: [] };
  return contentOf({ outcome: 'about-bot', parts: [part], suggestions: [] });
}

const LONGEST_ASKED = 300;

const sharedWords = ({ asked, isOwn }: SharedBy): string => {
  const words = cutText(cleanText(readableText(asked)).replaceAll(/\s+/g, ' ').trim(), LONGEST_ASKED);
  if (words === '') return ' shared this answer';
  return isOwn ? ` asked: “${words}”` : ` shared this answer to “${words}”`;
};

function sharedBlock(by: SharedBy): types.RichTextBlock {
  const elements: types.RichTextSection['elements'] = [
    { type: 'user', user_id: by.person },
    { type: 'text', text: sharedWords(by) },
  ];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

const sharedText = (by: SharedBy): string => `<@${by.person}>${escapeText(sharedWords(by))}`;
