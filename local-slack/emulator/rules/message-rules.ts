// Checks messages by Slack's rules and this project's own, written again here on purpose rather than imported from src.

import { type BlockKitNode, countFaults, fault, node } from './block-kit-node.js';
import { blocksFaults, collectTexts } from './block-rules.js';

export { collectTexts };

/** What the house makes an exception of. */
export interface Allowed {
  /** People who may be called by their name, since they have spoken themselves. */
  readonly people?: ReadonlySet<string>;
  /** True where the app's own texts may hold links. */
  readonly mayLink?: boolean;
}

const ALIVE = /<(!|@|#|https?:|mailto:)/;

/** What Slack would object to in a message, and what must never be sent; empty when all is well. */
export function messageFaults(message: Record<string, unknown>, allowed: Allowed = {}): string[] {
  const text = withoutNames(typeof message.text === 'string' ? message.text : '', allowed);
  return [
    ...fault(message.text === undefined || message.text === '', 'no top-level text'),
    ...fault(text.length > 4000, `top-level text of ${text.length} characters`),
    ...aliveFaults(text, 'the text'),
    ...fault(/[<>]|&(?!amp;|lt;|gt;)/.test(text), 'the text is not escaped'),
    ...blocksFaults(message.blocks, 'message'),
    ...countFaults(collectTexts(message.blocks).join('').length, 'characters in blocks', 0, 13_000),
    ...houseFaults(message.blocks, allowed),
  ];
}

/** Text is text: no link, name, broadcast or emoji in it that Slack would bring to life. */
export function houseFaults(value: unknown, allowed: Allowed): string[] {
  if (Array.isArray(value)) return value.flatMap((inner) => houseFaults(inner, allowed));
  if (typeof value !== 'object' || value === null) return [];
  const piece = node(value);
  // The links of a document stay links where it is quoted, openly or folded away, and those of a mentor's answer where that is shown.
  const isCited = ['rich_text_quote', 'container'].includes(piece.type) || /^signed:/.test(String(piece.block_id));
  const within = isCited ? { ...allowed, mayLink: true } : allowed;
  const inner = Object.values(value).flatMap((field) => houseFaults(field, within));
  return [...livingFaults(piece, allowed), ...inner];
}

function livingFaults(piece: BlockKitNode, allowed: Allowed): string[] {
  switch (piece.type) {
    case 'mrkdwn': {
      const text = withoutNames(String(piece.text), allowed);
      return [
        ...fault(piece.verbatim !== true, 'mrkdwn that is not verbatim'),
        ...aliveFaults(allowed.mayLink === true ? text.replaceAll(/<https:[^<>]+>/g, '') : text, 'mrkdwn'),
      ];
    }
    case 'user':
      return fault(allowed.people?.has(String(piece.user_id)) !== true, 'rich text names someone who has not spoken');
    case 'link':
      return fault(allowed.mayLink !== true, 'rich text holds link');
    case 'emoji':
    case 'channel':
    case 'usergroup':
    case 'broadcast':
      return [`rich text holds ${piece.type}`];
    default:
      return [];
  }
}

const aliveFaults = (text: string, name: string): string[] => fault(ALIVE.test(text), `mark-up is alive in ${name}`);

function withoutNames(text: string, { people }: Allowed): string {
  return text.replaceAll(/<@(U\w+)>/g, (name, id: string) => (people?.has(id) === true ? '' : name));
}
