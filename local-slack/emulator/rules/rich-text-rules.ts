// Checks rich text by Slack's rules.
import { type BlockKitNode, countFaults, fault, nodes, stringFaults, words } from './block-kit-node.js';

const CONTAINERS = ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'];
const NAMED: Readonly<Record<string, string>> = {
  link: 'url',
  user: 'user_id',
  usergroup: 'usergroup_id',
  channel: 'channel_id',
  emoji: 'name',
  broadcast: 'range',
};

/** The faults of a rich text, block or cell. */
export function richTextFaults(block: BlockKitNode): string[] {
  const containers = nodes(block.elements);
  return [
    ...countFaults(containers.length, 'elements in a rich text', 1, 100),
    ...containers.flatMap((container) =>
      CONTAINERS.includes(container.type) ? containerFaults(container) : [`rich text holds ${container.type}`],
    ),
  ];
}

function containerFaults(container: BlockKitNode): string[] {
  const inner = nodes(container.elements);
  const empty = fault(inner.length === 0, `empty ${container.type}`);
  if (container.type !== 'rich_text_list')
    return [...empty, ...inner.flatMap((piece) => pieceFaults(piece, container))];
  return [
    ...empty,
    ...fault(!['bullet', 'ordered'].includes(String(container.style)), `a list of the style ${container.style}`),
    ...inner.flatMap((item) =>
      item.type === 'rich_text_section' ? containerFaults(item) : [`a list in rich text holds ${item.type}`],
    ),
  ];
}

function pieceFaults(piece: BlockKitNode, container: BlockKitNode): string[] {
  if (container.type === 'rich_text_preformatted' && !['text', 'link'].includes(piece.type))
    return [`preformatted text holds ${piece.type}`];
  if (piece.type === 'text') {
    const { length } = words(piece);
    return fault(length < 1 || length > 3100, `rich text of ${length} characters`);
  }
  const name = NAMED[piece.type];
  if (name === undefined) return [`rich text holds ${piece.type}`];
  return piece[name] === undefined ? [`${piece.type} without ${name}`] : stringFaults(piece[name], name, 3000);
}
