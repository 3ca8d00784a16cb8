// Reads, sets and checks the values of a view's inputs, in the form in which Slack sends them.
import type { InputValue, InputValues } from '../shared/state.js';
import { findPerson } from './people.js';
import { type BlockKitNode, node, nodes, words } from './rules/block-kit-node.js';
import { elementsIn, flatten } from './rules/block-rules.js';

const CHOSEN_ONE = ['static_select', 'radio_buttons'];
const CHOSEN_SOME = ['multi_static_select', 'checkboxes'];

/** The values of these blocks: what was there before where block_id and action_id are the same, else what is set at first. */
export function keepValues(blocks: readonly BlockKitNode[], before: InputValues): InputValues {
  const values: Record<string, Record<string, BlockKitNode>> = {};
  for (const block of flatten(blocks))
    for (const element of elementsIn(block)) {
      const first = firstValue(element);
      const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
      if (first !== undefined)
        values[blockId] = { ...values[blockId], [actionId]: before[blockId]?.[actionId] ?? first };
    }
  return values;
}

function firstValue(element: BlockKitNode): BlockKitNode | undefined {
  const { type } = element;
  if (type === 'plain_text_input') return { type, value: element.initial_value ?? null };
  if (CHOSEN_ONE.includes(type)) return { type, selected_option: element.initial_option ?? null };
  if (CHOSEN_SOME.includes(type)) return { type, selected_options: element.initial_options ?? [] };
  if (type === 'multi_users_select') return { type, selected_users: element.initial_users ?? [] };
  return undefined;
}

/** The value that an element holds once a person gave this; throws where a person could not give it. */
export function valueGiven(element: BlockKitNode, given: InputValue): BlockKitNode {
  const { type } = element;
  if (type === 'plain_text_input') {
    const most = typeof element.max_length === 'number' ? element.max_length : 3000;
    if (typeof given !== 'string') throw new Error('A text is written into this input, not chosen.');
    if (given.length > most) throw new Error(`Slack doesn't accept ${given.length} characters here, only ${most}.`);
    return { type, value: given === '' ? null : given };
  }
  if (CHOSEN_ONE.includes(type)) return { type, selected_option: optionOf(element, String(given)) };
  if (CHOSEN_SOME.includes(type))
    return { type, selected_options: [given].flat().map((one) => optionOf(element, String(one))) };
  if (type === 'multi_users_select') return { type, selected_users: [given].flat().map(personOf) };
  throw new Error(`Nothing can be put into ${type}.`);
}

/** The id of a person whom Slack would offer. */
function personOf(id: string): string {
  if (findPerson(id) === undefined) throw new Error(`There is no ${id} here to choose.`);
  return id;
}

/** An option by its value or its words. */
export function optionOf(element: BlockKitNode, wanted: string): BlockKitNode {
  const options = nodes(element.options);
  const found = options.find(({ value, text }) => value === wanted || words(text) === wanted);
  if (found === undefined)
    throw new Error(`No option “${wanted}”, only ${options.map(({ text }) => words(text)).join(' · ')}`);
  const { type: _, ...option } = found;
  return option as BlockKitNode;
}

/** The blocks with inputs that Slack would not send empty, but are. */
export function emptyBlocks(blocks: readonly BlockKitNode[], values: InputValues): BlockKitNode[] {
  return blocks
    .filter((block) => block.type === 'input' && block.optional !== true)
    .filter((block) => {
      const element = node(block.element);
      const { value, selected_option, selected_options, selected_users } =
        values[String(block.block_id)]?.[String(element.action_id)] ?? node(undefined);
      const [someone] = [selected_users ?? []].flat();
      return (value ?? selected_option ?? nodes(selected_options)[0] ?? someone ?? null) === null;
    });
}

/** The labels of the inputs that Slack would not send empty, but are. */
export const emptyInputs = (blocks: readonly BlockKitNode[], values: InputValues): string[] =>
  emptyBlocks(blocks, values).map((block) => words(block.label));
