// Checks modals and the Home tab by Slack's rules, and their texts by this project's own.

import { type BlockKitNode, fault, fieldFaults, nodes, stringFaults, textFaults } from './block-kit-node.js';
import { blocksFaults } from './block-rules.js';
import { houseFaults } from './message-rules.js';

const SHARED = ['blocks', 'private_metadata', 'callback_id', 'external_id'];
const MODAL_ONLY = ['title', 'submit', 'close', 'clear_on_close', 'notify_on_close', 'submit_disabled'];

/** What Slack would object to in a view, and what must never be shown; empty when all is well. */
export function viewFaults(view: BlockKitNode): string[] {
  if (view.type !== 'modal' && view.type !== 'home') return [`a view of the type ${view.type}`];
  return [
    ...fieldFaults(view, view.type === 'modal' ? [...SHARED, ...MODAL_ONLY] : SHARED),
    ...fault(!Array.isArray(view.blocks), 'a view without blocks'),
    ...blocksFaults(view.blocks, view.type),
    ...(view.type === 'modal' ? modalFaults(view) : []),
    ...stringFaults(view.private_metadata, 'private_metadata', 3000, 0),
    ...stringFaults(view.callback_id, 'callback_id', 255, 0),
    ...stringFaults(view.external_id, 'external_id', 255, 0),
    ...fault(JSON.stringify(view).length > 250_000, 'a view of more than 250 kB'),
    ...houseFaults(view.blocks, { mayLink: true }),
  ];
}

function modalFaults(view: BlockKitNode): string[] {
  const hasInput = nodes(view.blocks).some(({ type }) => type === 'input');
  return [
    ...textFaults(view.title, 'the title of a modal', 24),
    ...textFaults(view.submit, 'the submit button', 24, ['plain_text'], false),
    ...textFaults(view.close, 'the close button', 24, ['plain_text'], false),
    ...fault(hasInput && view.submit === undefined, 'an input in a modal without a submit button'),
  ];
}
