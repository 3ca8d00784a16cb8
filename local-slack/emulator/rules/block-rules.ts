// Checks blocks by Slack's rules: which are allowed where, what's in them, and what is counted over all of them.

import {
  type BlockKitNode,
  countFaults,
  fault,
  fieldFaults,
  node,
  nodes,
  repeated,
  type Surface,
  stringFaults,
  textFaults,
  words,
} from './block-kit-node.js';
import { chartFaults, tableFaults } from './chart-rules.js';
import { elementFaults, imageFaults } from './element-rules.js';
import { richTextFaults } from './rich-text-rules.js';

const ANY_TEXT = ['plain_text', 'mrkdwn'];
const CHOICES = ['static_select', 'radio_buttons', 'checkboxes'];
const IN_ACTIONS = ['button', 'overflow', ...CHOICES];
const IN_SECTION = [...IN_ACTIONS, 'multi_static_select', 'multi_users_select', 'image'];
const IN_INPUT = ['plain_text_input', 'multi_static_select', 'multi_users_select', ...CHOICES];
const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home'];
/** Where a type of block is allowed. Charts in windows are unconfirmed, so they are refused there. */
const SURFACES: Readonly<Record<string, readonly Surface[]>> = {
  section: EVERYWHERE,
  header: EVERYWHERE,
  divider: EVERYWHERE,
  context: EVERYWHERE,
  actions: EVERYWHERE,
  image: EVERYWHERE,
  rich_text: EVERYWHERE,
  input: EVERYWHERE,
  table: ['message', 'home'],
  markdown: ['message'],
  context_actions: ['message'],
  container: ['message', 'home'],
  data_visualization: ['message', 'home'],
  alert: ['modal'],
};

/**
 * What a container takes. Slack's reference also names file, input and rich_text, which its validator has been seen to
 * refuse (docs.rs/slack-morphism, SlackContainerBlock), so they are refused here.
 */
const IN_CONTAINER = ['actions', 'context', 'divider', 'header', 'image', 'section', 'table', 'video'];

/** What Slack would object to in the blocks of a message or a view. */
export function blocksFaults(value: unknown, surface: Surface): string[] {
  const outer = nodes(value);
  const blocks = flatten(outer);
  const ofType = (type: string) => blocks.filter((block) => block.type === type);
  const tableCharacters = collectTexts(ofType('table')).join('').length;
  return [
    ...countFaults(outer.length, 'blocks', 0, MOST_BLOCKS[surface]),
    ...outer.flatMap((block) => blockFaults(block, surface)),
    ...repeated(blocks.map(({ block_id }) => block_id)).map((id) => `block_id ${id} occurs twice`),
    ...repeated(elementsOf(outer).map(({ action_id }) => action_id)).map((id) => `action_id ${id} occurs twice`),
    ...countFaults(ofType('table').length, 'tables', 0, 1),
    ...fault(tableCharacters > 10_000, `${tableCharacters} characters in tables`),
    ...countFaults(ofType('data_visualization').length, 'charts', 0, 2),
    ...fault(
      ofType('markdown')
        .map(({ text }) => `${text}`)
        .join('').length > 12_000,
      'too much markdown',
    ),
  ];
}

/** The blocks, each container followed by those in it. */
export const flatten = (blocks: readonly BlockKitNode[]): BlockKitNode[] =>
  blocks.flatMap((block) => [block, ...(block.type === 'container' ? flatten(nodes(block.child_blocks)) : [])]);

/** Everything in a block, but not in the blocks within it, that a person can press, choose from or write into. */
export function elementsIn(block: BlockKitNode): BlockKitNode[] {
  if (['actions', 'context_actions'].includes(block.type)) return nodes(block.elements);
  return [block.accessory, block.element].filter((element) => element !== undefined).map(node);
}

/** The same for several blocks and those within them. */
export const elementsOf = (blocks: readonly BlockKitNode[]): BlockKitNode[] => flatten(blocks).flatMap(elementsIn);

function blockFaults(block: BlockKitNode, surface: Surface): string[] {
  const surfaces = SURFACES[block.type];
  if (surfaces === undefined) return [`unexpected block ${block.type}`];
  if (!surfaces.includes(surface)) return [`${block.type} is not allowed in a ${surface}`];
  return [...stringFaults(block.block_id, 'block_id', 255), ...faultsByType(block)];
}

function faultsByType(block: BlockKitNode): string[] {
  switch (block.type) {
    case 'rich_text':
      return [...fieldFaults(block, ['block_id', 'elements']), ...richTextFaults(block)];
    case 'table':
      return tableFaults(block);
    case 'data_visualization':
      return chartFaults(block);
    case 'section':
      return sectionFaults(block);
    case 'header':
      return [
        ...fieldFaults(block, ['block_id', 'text', 'level']),
        ...textFaults(block.text, 'the text of a header', 150),
      ];
    case 'image':
      return [
        ...imageFaults(block, ['block_id', 'image_url', 'slack_file', 'alt_text', 'title']),
        ...textFaults(block.title, 'the title of an image', 2000, ['plain_text'], false),
      ];
    case 'input':
      return inputFaults(block);
    case 'markdown':
      return [...fieldFaults(block, ['block_id', 'text']), ...stringFaults(block.text, 'markdown', 12_000)];
    case 'alert':
      return alertFaults(block);
    case 'container':
      return containerFaults(block);
    case 'divider':
      return fieldFaults(block, ['block_id']);
    default:
      return rowFaults(block);
  }
}

const ROWS: Readonly<Record<string, { readonly most: number; readonly types: readonly string[] }>> = {
  actions: { most: 25, types: IN_ACTIONS },
  context: { most: 10, types: ['image', ...ANY_TEXT] },
  context_actions: { most: 5, types: ['feedback_buttons', 'icon_button'] },
};

function rowFaults(block: BlockKitNode): string[] {
  const { most, types } = ROWS[block.type] ?? { most: 0, types: [] };
  const elements = nodes(block.elements);
  return [
    ...fieldFaults(block, ['block_id', 'elements']),
    ...countFaults(elements.length, `elements in ${block.type}`, 1, most),
    ...elements.flatMap((element) => elementFaults(element, types)),
  ];
}

function sectionFaults(block: BlockKitNode): string[] {
  const { text, fields, accessory } = block;
  return [
    ...fieldFaults(block, ['block_id', 'text', 'fields', 'accessory', 'expand']),
    ...fault(text === undefined && fields === undefined, 'a section without text and fields'),
    ...textFaults(text, 'the text of a section', 3000, ANY_TEXT, false),
    ...(fields === undefined ? [] : countFaults(nodes(fields).length, 'fields', 1, 10)),
    ...nodes(fields).flatMap((field) => textFaults(field, 'a field', 2000, ANY_TEXT)),
    ...(accessory === undefined ? [] : elementFaults(node(accessory), IN_SECTION)),
  ];
}

function inputFaults(block: BlockKitNode): string[] {
  return [
    ...fieldFaults(block, ['block_id', 'label', 'hint', 'element', 'optional', 'dispatch_action']),
    ...textFaults(block.label, 'the label of an input', 2000),
    ...textFaults(block.hint, 'the hint of an input', 2000, ['plain_text'], false),
    ...elementFaults(node(block.element), IN_INPUT),
  ];
}

function alertFaults(block: BlockKitNode): string[] {
  const levels = [undefined, 'default', 'info', 'warning', 'error', 'success'];
  return [
    ...fieldFaults(block, ['block_id', 'level', 'text']),
    ...fault(!levels.includes(block.level as string), `the level ${block.level}`),
    ...textFaults(block.text, 'the text of an alert', 200, ANY_TEXT),
  ];
}

function containerFaults(block: BlockKitNode): string[] {
  const { title, rich_text_title, subtitle, icon, width, is_collapsible, default_collapsed, has_header_divider } =
    block;
  const children = nodes(block.child_blocks);
  const widths = [undefined, 'narrow', 'standard', 'wide', 'full'];
  const looks = ['width', 'icon', 'is_collapsible', 'default_collapsed', 'has_header_divider'];
  return [
    ...fieldFaults(block, ['block_id', 'title', 'rich_text_title', 'subtitle', 'child_blocks', ...looks]),
    ...textFaults(title, 'the title of a container', 150, ['plain_text'], rich_text_title === undefined),
    ...(rich_text_title === undefined ? [] : richTextFaults(node(rich_text_title))),
    ...textFaults(subtitle, 'the subtitle of a container', 150, ANY_TEXT, false),
    ...(icon === undefined ? [] : elementFaults(node(icon), ['image'])),
    ...fault(!widths.includes(width as string), `the width ${width}`),
    ...fault(default_collapsed === true && is_collapsible !== true, 'collapsed at first, but not collapsible'),
    ...fault(has_header_divider === true && is_collapsible === true, 'has_header_divider where it is collapsible'),
    ...countFaults(children.length, 'blocks in a container', 1, 10),
    ...children.flatMap((child) =>
      IN_CONTAINER.includes(child.type) ? blockFaults(child, 'message') : [`a container holds ${child.type}`],
    ),
  ];
}

/** Every text in the blocks, for counting and for reading them as a person would. */
export function collectTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(collectTexts);
  if (typeof value !== 'object' || value === null) return [];
  const own = words(value);
  const rest = Object.entries(value).filter(([name]) => name !== 'text' || own === '');
  return [...(own === '' ? [] : [own]), ...rest.flatMap(([, inner]) => collectTexts(inner))];
}
