// Gives ids to blocks and elements without one, different each time, so that no one can rely on them.
import { randomUUID } from 'node:crypto';
import { type BlockKitNode, node, nodes } from './rules/block-kit-node.js';

const freshId = (): string => randomUUID().slice(0, 5);

/** The blocks as Slack keeps them. */
export function withIds(blocks: unknown): BlockKitNode[] {
  return nodes(blocks).map((block) => ({ block_id: freshId(), ...block, ...idsWithin(block) }));
}

function idsWithin(block: BlockKitNode): Record<string, unknown> {
  if (block.type === 'container') return { child_blocks: withIds(block.child_blocks) };
  if (block.type === 'actions' || block.type === 'context_actions')
    return { elements: nodes(block.elements).map((element) => ({ action_id: freshId(), ...element })) };
  return Object.fromEntries(
    ['accessory', 'element']
      .filter((name) => block[name] !== undefined)
      .map((name) => [
        name,
        { ...(node(block[name]).type !== 'image' && { action_id: freshId() }), ...node(block[name]) },
      ]),
  );
}
