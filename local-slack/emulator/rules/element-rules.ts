// Checks buttons, choices and inputs by Slack's rules.
import {
  type BlockKitNode,
  countFaults,
  fault,
  fieldFaults,
  node,
  nodes,
  repeated,
  stringFaults,
  textFaults,
} from './block-kit-node.js';

const PLAIN = ['plain_text'];
const ANY_TEXT = ['plain_text', 'mrkdwn'];

/** The faults of an element where these types are allowed. */
export function elementFaults(element: BlockKitNode, allowed: readonly string[]): string[] {
  if (!allowed.includes(element.type)) return [`${element.type} is not allowed here, only ${allowed.join(', ')}`];
  const { action_id, confirm } = element;
  return [
    ...faultsByType(element),
    ...stringFaults(action_id, 'action_id', 255),
    ...(confirm === undefined ? [] : confirmFaults(node(confirm))),
  ];
}

function faultsByType(element: BlockKitNode): string[] {
  switch (element.type) {
    case 'button':
      return buttonFaults(element);
    case 'static_select':
    case 'multi_static_select':
      return [...choiceFaults(element, 100, ['placeholder', 'max_selected_items', 'focus_on_load'], PLAIN)];
    case 'radio_buttons':
    case 'checkboxes':
      return choiceFaults(element, 10, ['focus_on_load'], ANY_TEXT);
    case 'overflow':
      return choiceFaults(element, 5, [], PLAIN);
    case 'multi_users_select':
      return peopleFaults(element);
    case 'plain_text_input':
      return inputFaults(element);
    case 'feedback_buttons':
      return feedbackFaults(element);
    case 'icon_button':
      return iconFaults(element);
    case 'image':
      return imageFaults(element, ['image_url', 'slack_file', 'alt_text']);
    default:
      return textFaults(element, element.type, 2000, ANY_TEXT);
  }
}

function buttonFaults(button: BlockKitNode): string[] {
  const { text, value, url, accessibility_label, style } = button;
  return [
    ...fieldFaults(button, ['text', 'value', 'url', 'accessibility_label', 'style', 'action_id', 'confirm']),
    ...textFaults(text, 'the text of a button', 75),
    ...stringFaults(value, 'the value of a button', 2000),
    ...stringFaults(url, 'the url of a button', 3000),
    ...stringFaults(accessibility_label, 'accessibility_label', 75),
    ...fault(![undefined, 'primary', 'danger'].includes(style as string), `the style ${style}`),
  ];
}

function choiceFaults(element: BlockKitNode, most: number, more: readonly string[], kind: readonly string[]): string[] {
  const options = nodes(element.options);
  const chosen = [element.initial_option, ...nodes(element.initial_options)].filter((option) => option !== undefined);
  const known = options.map((option) => option.value);
  return [
    ...fieldFaults(element, ['options', 'initial_option', 'initial_options', 'action_id', 'confirm', ...more]),
    ...textFaults(element.placeholder, 'placeholder', 150, PLAIN, false),
    ...countFaults(options.length, `options of ${element.type}`, 1, most),
    ...options.flatMap((option) => optionFaults(option, kind)),
    ...repeated(known).map((value) => `two options with the value ${value}`),
    ...chosen
      .map((option) => node(option).value)
      .filter((value) => !known.includes(value))
      .map((value) => `${value} is chosen at first, but no option`),
  ];
}

function peopleFaults(element: BlockKitNode): string[] {
  const { placeholder, initial_users: chosen, max_selected_items: most } = element;
  const known = ['placeholder', 'initial_users', 'max_selected_items', 'focus_on_load', 'action_id', 'confirm'];
  const ids = chosen === undefined ? [] : [chosen].flat();
  return [
    ...fieldFaults(element, known),
    ...textFaults(placeholder, 'placeholder', 150, PLAIN, false),
    ...fault(chosen !== undefined && ids.length === 0, 'initial_users without anyone'),
    ...ids.filter((id) => !/^[UW][A-Z0-9]+$/.test(String(id))).map((id) => `${id} is no user`),
    ...repeated(ids).map((id) => `${id} is chosen twice`),
    ...fault(most !== undefined && !(Number(most) >= 1), `max_selected_items ${most}`),
  ];
}

function optionFaults({ text, value, description }: BlockKitNode, kind: readonly string[]): string[] {
  return [
    ...textFaults(text, 'the text of an option', 75, [...kind]),
    ...(value === undefined ? ['an option without a value'] : stringFaults(value, 'the value of an option', 75)),
    ...textFaults(description, 'the description of an option', 75, [...kind], false),
  ];
}

function inputFaults(element: BlockKitNode): string[] {
  const { max_length: most, min_length: fewest, placeholder, initial_value } = element;
  const known = ['multiline', 'dispatch_action_config', 'focus_on_load', 'action_id', 'min_length', 'max_length'];
  const isLength = (value: unknown, from: number) =>
    value === undefined || (Number.isInteger(value) && Number(value) >= from && Number(value) <= 3000);
  return [
    ...fieldFaults(element, [...known, 'placeholder', 'initial_value']),
    ...fault(!isLength(most, 1), `max_length ${most}, 1 to 3000 are taken`),
    ...fault(!isLength(fewest, 0), `min_length ${fewest}, 0 to 3000 are taken`),
    ...fault(Number(fewest) > Number(most), 'min_length is greater than max_length'),
    ...textFaults(placeholder, 'placeholder', 150, PLAIN, false),
    ...stringFaults(initial_value, 'initial_value', typeof most === 'number' ? most : 3000, 0),
  ];
}

function feedbackFaults(element: BlockKitNode): string[] {
  const sides = ['positive_button', 'negative_button'];
  return [
    ...fieldFaults(element, [...sides, 'action_id']),
    ...sides.flatMap((side) => {
      const { text, value, accessibility_label } = node(element[side]);
      return [
        ...textFaults(text, `the text of ${side}`, 75),
        ...(value === undefined ? [`${side} without a value`] : stringFaults(value, `the value of ${side}`, 2000)),
        ...stringFaults(accessibility_label, 'accessibility_label', 75),
      ];
    }),
  ];
}

function iconFaults(element: BlockKitNode): string[] {
  const known = ['icon', 'text', 'value', 'accessibility_label', 'visible_to_user_ids', 'action_id', 'confirm'];
  return [
    ...fieldFaults(element, known),
    ...fault(element.icon !== 'trash', `the icon ${element.icon}`),
    ...textFaults(element.text, 'the text of an icon button', 75),
    ...stringFaults(element.value, 'the value of an icon button', 2000),
    ...stringFaults(element.accessibility_label, 'accessibility_label', 75),
  ];
}

/** The faults of an image, be it a block or an element. */
export function imageFaults(image: BlockKitNode, known: readonly string[]): string[] {
  return [
    ...fieldFaults(image, known),
    ...fault(image.image_url === undefined && image.slack_file === undefined, 'an image without an address'),
    ...stringFaults(image.image_url, 'image_url', 3000),
    ...(image.alt_text === undefined ? ['an image without alt_text'] : stringFaults(image.alt_text, 'alt_text', 2000)),
  ];
}

function confirmFaults(confirm: BlockKitNode): string[] {
  return [
    ...textFaults(confirm.title, 'the title of a confirmation', 100),
    ...textFaults(confirm.text, 'the text of a confirmation', 300, ANY_TEXT),
    ...textFaults(confirm.confirm, 'the button of a confirmation', 30),
    ...textFaults(confirm.deny, 'the second button of a confirmation', 30),
  ];
}
