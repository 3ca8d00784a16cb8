// Finds the words of a message wherever Slack puts them: its text, its blocks, a forwarded message, a transcript or a snippet.
import { escapeText } from '../message/escaping.js';
import { field, isPresent, text } from './payload.js';

/** What a message has instead of words. */
export type Unreadable = 'clip' | 'picture' | 'file' | 'nothing';

/** The words of a message as Slack writes them, with escapes and mark-up; `isQuoted` if they aren't the sender's own. */
export interface MessageWords {
  readonly written: string;
  readonly isQuoted?: true;
  /** Set if there are no words. */
  readonly unreadable?: Unreadable;
}

/** What Slack writes as the text of a message whose content is in blocks or attachments. */
const PLACEHOLDERS: readonly string[] = [
  'This content can’t be displayed.',
  "This content can't be displayed.",
  'This message was deleted.',
];
const NO_PREVIEW = /^\[no preview available\]$/i;

/** Blocks within blocks; Slack nests lists in rich text no deeper. */
const DEEPEST = 8;
const LONGEST = 40_000;

/** What Slack adds to the messages of apps; a workflow's and a reminder's have one of them, no matter who made it. */
const SIGNS_OF_AN_APP = ['bot_id', 'app_id', 'bot_profile'] as const;

/** Whether an app wrote the message. */
export const isWrittenByApp = (message: unknown): boolean =>
  SIGNS_OF_AN_APP.some((name) => isPresent(field(message, name)));

/**
 * The words of a message. A person's text counts first and an app's blocks, then the other of the two, then what is
 * forwarded, then its files.
 */
export function wordsOf(message: unknown): MessageWords {
  // The text of an app's message is only for notifications if it has blocks, which is what people see.
  const shown = isWrittenByApp(message) ? textOfBlocks(field(message, 'blocks')) : '';
  if (shown !== '') return { written: shown };
  const own = text(message, 'text') ?? '';
  if (own.trim() !== '' && !PLACEHOLDERS.includes(own.trim())) return { written: own };
  return wordsBeyondText(message);
}

/** The words of a message apart from its `text`. */
export function wordsBeyondText(message: unknown): MessageWords {
  const inBlocks = textOfBlocks(field(message, 'blocks'));
  if (inBlocks !== '') return { written: inBlocks };
  const files = filesOf(message);
  const quoted = [...listOf(message, 'attachments').map(textOfAttachment), ...files.map(textOfFile)];
  const written = quoted.find((words) => words !== '');
  if (written !== undefined) return { written, isQuoted: true };
  const [first] = files;
  return { written: '', unreadable: first === undefined ? 'nothing' : kindOfFile(first) };
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  return Array.isArray(found) ? found : [];
}

/** The message's files, and those of a message it forwards. */
function filesOf(message: unknown): readonly unknown[] {
  const forwarded = listOf(message, 'attachments').flatMap((attachment) => listOf(attachment, 'files'));
  return [...listOf(message, 'files'), ...forwarded];
}

const joined = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, LONGEST);

/** Only Slack's own escapes are in mrkdwn; other texts are as they were typed. */
const plain = (value: unknown, name: string): string => escapeText(text(value, name) ?? '');

const textOfBlocks = (blocks: unknown): string =>
  Array.isArray(blocks) ? joined(blocks.map((block) => textOfBlock(block, DEEPEST))) : '';

function textOfBlock(block: unknown, depth: number): string {
  if (depth === 0) return '';
  switch (text(block, 'type')) {
    case 'rich_text':
      return joined(listOf(block, 'elements').map((part) => textOfRichText(part, depth)));
    case 'section':
    case 'header':
      return joined([textObject(field(block, 'text')), ...listOf(block, 'fields').map(textObject)]);
    case 'context':
      return joined(listOf(block, 'elements').map(textObject));
    case 'markdown':
      return plain(block, 'text');
    case 'table':
    case 'data_table':
      return joined(listOf(block, 'rows').map((row) => textOfRow(row, depth)));
    default:
      return textWithin(block, depth);
  }
}

/** What people click or fill in, and pictures with their titles: no words of the message. */
const NO_WORDS = /^(image|file|divider|input|.*(actions|button|select|menu|overflow|checkboxes|picker|_input))s?$/;

/** The blocks, text objects and titles in a block of a kind that this version doesn't know: Slack adds some each year. */
function textWithin(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null || NO_WORDS.test(text(value, 'type') ?? '')) return '';
  const inner = Object.values(value).map((part) => textOfBlock(part, depth - 1));
  return textObject(value) || joined(Array.isArray(value) ? inner : [plain(value, 'title'), ...inner]);
}

/** A text object of Block Kit; anything else has no words. */
function textObject(value: unknown): string {
  const type = text(value, 'type');
  if (type === 'mrkdwn') return text(value, 'text') ?? '';
  return type === 'plain_text' ? plain(value, 'text') : '';
}

function textOfRow(row: unknown, depth: number): string {
  const cells = Array.isArray(row) ? row : [];
  return cells
    .map((cell) => (text(cell, 'type') === 'rich_text' ? textOfBlock(cell, depth - 1) : plain(cell, 'text')))
    .join(' ');
}

/** A part of rich text in Slack's mark-up, so that it is read as the same message with a text would be. */
function textOfRichText(part: unknown, depth: number): string {
  if (depth === 0) return '';
  const inner = listOf(part, 'elements').map((element) => textOfRichText(element, depth - 1));
  switch (text(part, 'type')) {
    case 'rich_text_list':
      return joined(inner);
    case 'rich_text_preformatted':
      return `\`\`\`${inner.join('')}\`\`\``;
    case 'rich_text_section':
    case 'rich_text_quote':
      return inner.join('');
    default:
      return field(field(part, 'style'), 'code') === true ? `\`${textOfElement(part)}\`` : textOfElement(part);
  }
}

function textOfElement(element: unknown): string {
  switch (text(element, 'type')) {
    case 'text':
      return plain(element, 'text');
    case 'link':
      return plain(element, 'text') || `<${text(element, 'url') ?? ''}>`;
    case 'emoji':
      return `:${text(element, 'name') ?? ''}:`;
    case 'user':
      return `<@${text(element, 'user_id') ?? ''}>`;
    case 'channel':
      return `<#${text(element, 'channel_id') ?? ''}>`;
    case 'usergroup':
      return `<!subteam^${text(element, 'usergroup_id') ?? ''}>`;
    case 'broadcast':
      return `<!${text(element, 'range') ?? ''}>`;
    case 'date':
      return plain(element, 'fallback');
    default:
      return '';
  }
}

/** A forwarded message, or what an app or a link's preview shows below a message. */
function textOfAttachment(attachment: unknown): string {
  const messages = listOf(attachment, 'message_blocks').map((item) => field(field(item, 'message'), 'blocks'));
  const own = joined(['pretext', 'title', 'text'].map((name) => text(attachment, name) ?? ''));
  const fields = listOf(attachment, 'fields').map((item) => joined([plain(item, 'title'), text(item, 'value') ?? '']));
  const forms = [
    text(attachment, 'text') ?? '',
    joined(messages.map(textOfBlocks)),
    textOfBlocks(field(attachment, 'blocks')),
    joined([own, ...fields]),
    fallbackOf(attachment),
    ...listOf(attachment, 'files').map(textOfFile),
  ];
  return forms.find((words) => words.trim() !== '') ?? '';
}

function fallbackOf(attachment: unknown): string {
  const fallback = text(attachment, 'fallback')?.trim() ?? '';
  return NO_PREVIEW.test(fallback) ? '' : fallback;
}

/** A clip's transcript, or the beginning of a snippet or an email. */
function textOfFile(file: unknown): string {
  const transcript = field(field(file, 'transcription'), 'preview');
  const preview = isTextFile(file) ? plain(file, 'plain_text') || plain(file, 'preview') : '';
  return (plain(transcript, 'content') || preview).trim();
}

/** The previews of other kinds are HTML. */
const isTextFile = (file: unknown): boolean =>
  text(file, 'mode') === 'snippet' ||
  text(file, 'mode') === 'email' ||
  text(file, 'filetype') === 'text' ||
  text(file, 'mimetype') === 'text/plain';

function kindOfFile(file: unknown): Unreadable {
  const type = text(file, 'mimetype') ?? '';
  const subtype = text(file, 'subtype') ?? '';
  if (/^slack_(audio|video)$/.test(subtype) || /^(audio|video)\//.test(type)) return 'clip';
  return type.startsWith('image/') || subtype === 'slack_image' ? 'picture' : 'file';
}
