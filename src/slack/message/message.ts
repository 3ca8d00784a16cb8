// Last stop before Slack: an Answer becomes one message, with the buttons that belong below it.
import type { types } from '@slack/bolt';
import type { Answer, AnswerPart } from '../../answering/answer.js';
import { contentBlocks, MAX_PARTS } from './answer-blocks.js';
import { type Carried, fullButtons, shareButton, topicButtons } from './buttons.js';
import type { MessageBlock } from './chart.js';
import { cleanText, cutText, escapeText } from './escaping.js';
import { plainText } from './plain-text.js';
import { voteButtons } from './vote-buttons.js';

/** One message: `text` holds the whole answer for screen readers and notifications, `blocks` the same for the eye. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: MessageBlock[];
}

/** What a message holds besides the answer. */
export interface Extras extends Carried {
  /** Who shares it, and the question, which was that person's own unless it stands in the thread; a line above the answer. */
  readonly sharedBy?: { readonly person: string; readonly asked: string; readonly isOwn: boolean };
  /** What the button carries that posts the answer for all. */
  readonly share?: string;
  /** A line below the answer. */
  readonly note?: string;
}

interface Content {
  readonly text: string;
  readonly blocks: MessageBlock[];
}

const contents = new WeakMap<Answer, Content>();
const plain = new WeakMap<Answer, SlackMessage>();

/** Renders an answer; the same answer looks the same, so its content is made once, and all of it where there is no more. */
export function renderMessage(answer: Answer, extras: Extras = {}): SlackMessage {
  if (Object.keys(extras).length > 0) return render(answer, extras);
  const message = plain.get(answer) ?? render(answer, extras);
  plain.set(answer, message);
  return message;
}

function render(answer: Answer, extras: Extras): SlackMessage {
  const { text, blocks } = contentOf(answer);
  const own = [
    ...fullButtons(answer, extras),
    ...(extras.share === undefined ? [] : [shareButton(extras.shareable ?? {}, extras.share)]),
  ];
  const by = extras.sharedBy && { block: sharedBlock(extras.sharedBy), text: sharedText(extras.sharedBy) };
  return {
    text: [by?.text, text, extras.note].filter((piece) => piece !== undefined).join('\n\n'),
    blocks: [
      ...(by ? [by.block] : []),
      ...blocks,
      ...(own.length === 0 ? [] : [{ type: 'actions' as const, elements: own }]),
      ...topicButtons(answer, extras),
      ...(extras.note === undefined ? [] : [noteBlock(extras.note)]),
      ...voteButtons(answer),
    ],
  };
}

function contentOf(answer: Answer): Content {
  const known = contents.get(answer);
  if (known !== undefined) return known;
  const parts = answer.parts.slice(0, MAX_PARTS);
  const content = { text: plainText({ ...answer, parts }), blocks: contentBlocks(parts) };
  contents.set(answer, content);
  return content;
}

/** A short fixed sentence as a message. */
export function sentenceMessage(sentence: string): SlackMessage {
  const part: AnswerPart = { topic: '', title: '', headline: sentence, details: [], formulas: [], quotes: [] };
  return contentOf({ outcome: 'help', parts: [part], suggestions: [] });
}

const LONGEST_ASKED = 300;

type SharedBy = NonNullable<Extras['sharedBy']>;

const askedWords = ({ asked, isOwn }: SharedBy): string => {
  const words = cutText(cleanText(asked).replaceAll(/\s+/g, ' ').trim(), LONGEST_ASKED);
  if (words === '') return ' shared this answer';
  return isOwn ? ` asked: “${words}”` : ` shared this answer to “${words}”`;
};

function sharedBlock(by: SharedBy): types.RichTextBlock {
  const elements: types.RichTextSection['elements'] = [
    { type: 'user', user_id: by.person },
    { type: 'text', text: askedWords(by) },
  ];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

const sharedText = (by: SharedBy): string => `<@${by.person}>${escapeText(askedWords(by))}`;

const noteBlock = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text, emoji: false }],
});
