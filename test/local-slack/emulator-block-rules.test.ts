// Checks that the emulator refuses the blocks and views that Slack refuses, and says why.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callSlack } from '../helpers/call-slack.js';
import { command } from '../helpers/payloads.js';
import {
  actions,
  bars,
  button,
  CHART,
  container,
  feedback,
  home,
  input,
  long,
  many,
  modal,
  option,
  options,
  pie,
  plain,
  points,
  rich,
  section,
  table,
  thumbs,
} from '../helpers/sample-blocks.js';
import { CHANNEL, PERSON, type Slack, startSlack } from '../helpers/slack-emulator.js';

type Fields = Record<string, unknown>;

let slack: Slack;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.stop());

it('the Home tab is accepted with a chart', async () => {
  expect(await callSlack(slack, 'views.publish', { user_id: PERSON, view: home(CHART) })).toMatchObject({ ok: true });
});

describe('a message is accepted', () => {
  it.each<[string, Fields[]]>([
    ['a section with a button', [{ ...section, accessory: button() }]],
    ['feedback buttons', [feedback]],
    ['a chart with one point for each category', [CHART]],
    ['a pie', [pie({ label: 'a', value: 1 }, { label: 'b', value: 2 })]],
    ['a table', [table(['Level', 'Pay'], ['Junior', '5'])]],
    ['a container that opens', [container({ is_collapsible: true, default_collapsed: true })]],
    [
      'a container with buttons and a subtitle',
      [container({ child_blocks: [actions(button())], subtitle: plain('S') })],
    ],
    ['a choice among options', [actions({ type: 'static_select', action_id: 'a', options: [option('x')] })]],
    ['fifty blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
  ])('%s', async (_, blocks) => {
    expect(await callSlack(slack, 'chat.postMessage', { channel: CHANNEL, text: 'Words', blocks })).toMatchObject({
      ok: true,
    });
  });
});

const STRANGE = { colour: 'red' };
const india = { name: 'India', data: points('Junior') };
const picture = { type: 'image', image_url: 'https://x.test/a.png', alt_text: 'A' };
const wordy = { ...option('a'), description: plain(long(76)) };
const select = (more: Fields) => ({ type: 'static_select', action_id: 'a', options: [option('x')], ...more });
const icon = (more: Fields) => {
  const trash = { type: 'icon_button', icon: 'trash', text: plain('Delete'), value: 'v', ...more };
  return { type: 'context_actions', elements: [trash] };
};
const strangeFeedback = { ...feedback, elements: [{ ...feedback.elements[0], ...STRANGE }] };
const alert = (more: Fields = {}) => modal({ blocks: [{ type: 'alert', text: plain('Mind!'), ...more }] });

describe('a message is refused', () => {
  it.each<[string, Fields[], RegExp]>([
    ['fifty-one blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), /51 blocks/],
    ['an unknown block of a type', [{ type: 'sektion' }], /unexpected block sektion/],
    ['an unknown field', [{ ...section, colour: 'red' }], /unknown field colour/],
    ['an alert, which is for modals', [{ type: 'alert', text: plain('!') }], /is not allowed in a message/],
    ['the same block_id twice', [0, 1].map(() => ({ ...section, block_id: 'b' })), /block_id b occurs twice/],
    ['the same action_id twice', [actions(button(), button())], /action_id a occurs twice/],
    ['a button without words', [actions(button({ text: plain('') }))], /text of a button of 0/],
    ['a button with 76 characters', [actions(button({ text: plain(long(76)) }))], /text of a button of 76/],
    ['a button with an empty value', [actions(button({ value: '' }))], /value of a button of 0/],
    ['a button with a value too long', [actions(button({ value: long(2001) }))], /value of a button of 2001/],
    [
      'a label read aloud that is too long',
      [actions(button({ accessibility_label: long(76) }))],
      /accessibility_label/,
    ],
    ['no button at all', [actions()], /0 elements in actions/],
    ['twenty-six buttons', [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `${i}` })))], /26 el/],
    ['feedback in a row of buttons', [actions(...feedback.elements)], /feedback_buttons is not allowed here/],
    ['a picture without alt_text', [{ type: 'image', image_url: 'https://x.test/a.png' }], /without alt_text/],
    ['a section with too much text', [{ type: 'section', text: plain(long(3001)) }], /text of a section of 3001/],
    ['an empty rich text', [rich()], /empty rich_text_section/],
    ['two tables', [table(['a']), table(['b'])], /2 tables/],
    ['an empty cell', [table([''])], /an empty cell/],
    ['rows of unlike length', [table(['a', 'b'], ['c'])], /rows of unlike length/],
    ['a hundred and one rows', [table(...Array.from({ length: 101 }, () => ['a']))], /101 rows/],
    ['three charts', [CHART, CHART, CHART], /3 charts/],
    ['a chart with a title too long', [{ ...CHART, title: long(51) }], /title of a chart of 51/],
    ['a category too long', [bars([{ name: 'a', data: points(long(21)) }], [long(21)])], /a category of 21/],
    ['a series with a name too long', [bars([{ name: long(21), data: points('Junior') }])], /name of a series of 21/],
    ['a series without a point for a category', [bars([{ name: 'a', data: [] }])], /exactly one point/],
    [
      'a series with two points for a category',
      [bars([{ name: 'a', data: points('Junior', 'Junior') }], ['Junior', 'Senior'])],
      /exactly one point/,
    ],
    ['a point for no category', [bars([{ name: 'a', data: points('Boss') }])], /exactly one point/],
    ['two series of one name', [bars([0, 1].map(() => ({ name: 'a', data: points('Junior') })))], /two series/],
    [
      'seven series',
      [bars([1, 2, 3, 4, 5, 6, 7].map((n) => ({ name: `${n}`, data: points('Junior') })))],
      /7 series, 1 to 6/,
    ],
    [
      'a label of an axis too long',
      [bars([{ name: 'a', data: points('Junior') }], ['Junior'], { x_label: long(51) })],
      /x_l/,
    ],
    ['a piece of a pie that is nothing', [pie({ label: 'a', value: 0 })], /more than 0/],
    ['a container without a title', [container({ title: undefined })], /title of a container is missing/],
    ['a container with a long title', [container({ title: plain(long(151)) })], /title of a container of 151/],
    ['an empty container', [container({ child_blocks: [] })], /0 blocks in a container/],
    ['eleven blocks in a container', [container({ child_blocks: Array(11).fill(section) })], /11 blocks in a cont/],
    ['rich text in a container', [container({ child_blocks: [rich({ type: 'text', text: 'a' })] })], /holds rich_text/],
    ['a chart in a container', [container({ child_blocks: [CHART] })], /holds data_visualization/],
    ['a container in a container', [container({ child_blocks: [container()] })], /holds container/],
    ['a wrong block in a container', [container({ child_blocks: [actions()] })], /0 elements in actions/],
    [
      'an id twice, once in a container',
      [actions(button()), container({ child_blocks: [actions(button())] })],
      /twice/,
    ],
    ['a table beside one in a container', [table(['a']), container({ child_blocks: [table(['b'])] })], /2 tables/],
    ['a container that is closed for good', [container({ default_collapsed: true })], /not collapsible/],
    [
      'a line below the title of a container that opens',
      [container({ is_collapsible: true, has_header_divider: true })],
      /has_header_divider/,
    ],
    ['a container of no known width', [container({ width: 'huge' })], /width huge/],
    ['a choice without options', [actions({ type: 'static_select', action_id: 'a', options: [] })], /0 options/],
    ['an option too long', [actions({ type: 'radio_buttons', options: [option('a', long(76))] })], /option of 76/],
    [
      'an initial choice that isn’t an option',
      [actions({ type: 'radio_buttons', options: [option('a')], initial_option: option('b') })],
      /b is chosen at first/,
    ],
    ['a header too long', [{ type: 'header', text: plain(long(151)) }], /text of a header of 151/],
    [
      'a header with mark-up',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'Hi', verbatim: true } }],
      /not plain_text/,
    ],
    [
      'eleven texts in a context',
      [{ type: 'context', elements: Array(11).fill(plain('x')) }],
      /11 elements in context/,
    ],
    ['eleven fields', [{ type: 'section', fields: Array(11).fill(plain('x')) }], /11 fields/],
    ['a section with nothing', [{ type: 'section' }], /without text and fields/],
    ['an address too long', [actions(button({ url: `https://${long(3000)}` }))], /url of a button of 3008/],
    ['an unknown style', [actions(button({ style: 'blue' }))], /the style blue/],
    [
      'a confirmation without words',
      [actions(button({ confirm: { title: plain('Sure?') } }))],
      /text of a confirmation is/,
    ],
    ['an unknown icon', [{ ...feedback, elements: [{ type: 'icon_button', icon: 'star' }] }], /the icon star/],
    ['a thumb without a value', [thumbs({ value: undefined })], /positive_button without a value/],
    ['a thumb with a label read aloud too long', [thumbs({ accessibility_label: long(76) })], /accessibility_label/],
    [
      'six menus with feedback',
      [{ ...feedback, elements: Array(6).fill(feedback.elements[0]) }],
      /6 elements in context_a/,
    ],
    ['eleven boxes to tick', [actions({ type: 'checkboxes', options: options(11) })], /11 options of checkboxes/],
    ['six entries of a small menu', [actions({ type: 'overflow', options: options(6) })], /6 options of overflow/],
    ['a hundred and one options', [actions({ type: 'static_select', options: options(101) })], /101 options/],
    ['two options of one value', [actions({ type: 'radio_buttons', options: [option('a'), option('a')] })], /value a/],
    [
      'an option without a value',
      [actions({ type: 'radio_buttons', options: [{ text: plain('a') }] })],
      /without a value/,
    ],
    ['too much markdown', [0, 1].map(() => ({ type: 'markdown', text: long(6001) })), /too much markdown/],
    ['twenty-one cells in a row', [table(Array(21).fill('a'))], /21 cells in a row/],
    ['a table with too many characters', [table([long(5001)], [long(5000)])], /10001 characters in tables/],
    ['a cell of an unknown kind', [{ type: 'table', rows: [[{ type: 'bold', text: 'a' }]] }], /cell of the type bold/],
    ['two categories of one name', [bars([{ name: 'a', data: points('x', 'x') }], ['x', 'x'])], /two categories x/],
    ['twenty-one categories', [bars([{ name: 'a', data: points(...many(21)) }], many(21))], /21 categories/],
    ['a point without a number', [bars([{ name: 'a', data: [{ label: 'Junior', value: '5' }] }])], /without a number/],
    ['a chart of an unknown kind', [{ ...CHART, chart: { type: 'radar' } }], /chart of the type radar/],
    ['a chart without a title', [{ ...CHART, title: undefined }], /title of a chart is missing/],
    ['seven pieces of a pie', [pie(...many(7).map((label) => ({ label, value: 1 })))], /7 segments/],
    ['two pieces of one name', [pie({ label: 'a', value: 1 }, { label: 'a', value: 1 })], /two segments/],
    [
      'a list of no style',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_list', elements: [] }] }],
      /list of the style/,
    ],
    ['a link in a message', [rich({ type: 'link', url: 'https://x.test' })], /rich text holds link/],
    ['a call to everyone', [rich({ type: 'broadcast', range: 'here' })], /rich text holds broadcast/],
    ['a field too long', [{ type: 'section', fields: [plain(long(2001))] }], /a field of 2001/],
    [
      'twenty-one settings of columns',
      [{ ...table(['a']), column_settings: Array(21).fill({}) }],
      /21 column settings/,
    ],
    ['a label of the other axis too long', [bars([india], ['Junior'], { y_label: long(51) })], /y_label of 51/],
    ['a series of twenty-one points', [bars([{ name: 'a', data: points(...many(21)) }])], /21 points in a series/],
    ['an action_id of 256 characters', [actions(button({ action_id: long(256) }))], /action_id of 256/],
    [
      'words beside a choice that are too long',
      [actions(select({ placeholder: plain(long(151)) }))],
      /placeholder of 151/,
    ],
    ['an option described at length', [actions(select({ options: [wordy] }))], /description of an option of 76/],
    ['an icon without words', [icon({ text: plain('') })], /text of an icon button of 0/],
    ['an icon with a value too long', [icon({ value: long(2001) })], /value of an icon button of 2001/],
    [
      'an icon with a label read aloud too long',
      [icon({ accessibility_label: long(76) })],
      /accessibility_label of 76/,
    ],
    ['a picture without an address', [{ type: 'image', alt_text: 'A' }], /an image without an address/],
    ['a picture with an address too long', [{ ...picture, image_url: long(3001) }], /image_url of 3001/],
    ['an unknown field of a row', [{ ...actions(button()), ...STRANGE }], /actions has the unknown field/],
    ['an unknown field of a table', [{ ...table(['a']), ...STRANGE }], /table has the unknown field/],
    ['an unknown field of a chart block', [{ ...CHART, ...STRANGE }], /data_visualization has the unknown field/],
    ['an unknown field of a chart', [{ ...CHART, chart: { ...CHART.chart, ...STRANGE } }], /bar has the unknown f/],
    ['an unknown field of a pie', [{ ...CHART, chart: { ...pie().chart, ...STRANGE } }], /pie has the unknown f/],
    ['an unknown field of a button', [actions(button(STRANGE))], /button has the unknown field/],
    ['an unknown field of a choice', [actions(select(STRANGE))], /static_select has the unknown field/],
    ['an unknown field of an icon', [icon(STRANGE)], /icon_button has the unknown field/],
    ['an unknown field of a picture', [{ ...picture, ...STRANGE }], /image has the unknown field/],
    ['an unknown field of feedback', [strangeFeedback], /feedback_buttons has the unknown field/],
    ['text that Slack would parse', [{ type: 'section', text: { type: 'mrkdwn', text: 'hi' } }], /not verbatim/],
    ['the name of someone who hasn’t posted', [rich({ type: 'user', user_id: PERSON })], /has not spoken/],
  ])('%s', async (_, blocks, reason) => {
    const refusal = await callSlack(slack, 'chat.postMessage', { channel: CHANNEL, text: 'Words', blocks });
    expect(refusal).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(refusal.faults).toContainEqual(expect.stringMatching(reason));
    expect(slack.refused).toMatchObject([{ method: 'chat.postMessage', error: 'invalid_blocks' }]);
    expect(slack.messagesIn(CHANNEL)).toEqual([]);
  });
});

describe('a view is refused', () => {
  it.each<[string, Fields, RegExp]>([
    ['a modal without a title', modal({ title: undefined }), /title of a modal is missing/],
    ['a title of 25 characters', modal({ title: plain(long(25)) }), /title of a modal of 25/],
    ['a submit button of 25 characters', modal({ submit: plain(long(25)) }), /submit button of 25/],
    ['a close button of 25 characters', modal({ close: plain(long(25)) }), /close button of 25/],
    ['private_metadata of 3001 characters', modal({ private_metadata: long(3001) }), /private_metadata of 3001/],
    ['a callback_id of 256 characters', modal({ callback_id: long(256) }), /callback_id of 256/],
    ['a container, which is for messages and the Home tab', modal({ blocks: [container()] }), /not allowed in a modal/],
    ['101 blocks', modal({ blocks: Array.from({ length: 101 }, () => section) }), /101 blocks/],
    ['an input that can’t be submitted', modal({ submit: undefined }), /without a submit button/],
    ['an input with a label too long', modal({ blocks: [input({}, { label: plain(long(2001)) })] }), /label of an i/],
    ['an input for more than 3000 characters', modal({ blocks: [input({ max_length: 3001 })] }), /max_length 3001/],
    [
      'an input for less than it takes',
      modal({ blocks: [input({ min_length: 9, max_length: 5 })] }),
      /min_length is gr/,
    ],
    [
      'an input with more in it than it takes',
      modal({ blocks: [input({ initial_value: 'ab', max_length: 1 })] }),
      /initial_v/,
    ],
    [
      'an input with a hint in it too long',
      modal({ blocks: [input({ placeholder: plain(long(151)) })] }),
      /placeholder of 151/,
    ],
    ['more than 250 kB', modal({ blocks: Array(100).fill({ type: 'section', text: plain(long(3000)) }) }), /250 kB/],
    ['an input with a fraction as its least', modal({ blocks: [input({ min_length: 0.5 })] }), /min_length 0.5/],
    [
      'an input with help too long',
      modal({ blocks: [input({}, { hint: plain(long(2001)) })] }),
      /hint of an input of 2001/,
    ],
    ['an unknown field of an input', modal({ blocks: [input({}, STRANGE)] }), /input has the unknown field/],
    ['an unknown field of a text', modal({ blocks: [input(STRANGE)] }), /plain_text_input has the unknown field/],
    ['an alert of no level', alert({ level: 'loud' }), /the level loud/],
    ['an alert too long', alert({ text: plain(long(201)) }), /text of an alert of 201/],
    ['an unknown field of an alert', alert(STRANGE), /alert has the unknown field/],
    ['a button as an input', modal({ blocks: [input({ type: 'button' })] }), /button is not allowed here/],
    ['a view of no type', { type: 'window', blocks: [] }, /a view of the type window/],
    ['feedback buttons', modal({ blocks: [feedback] }), /context_actions is not allowed in a modal/],
    ['a chart', modal({ blocks: [CHART] }), /data_visualization is not allowed in a modal/],
    ['a table', modal({ blocks: [table(['a'])] }), /table is not allowed in a modal/],
    ['an alert on the Home tab', home({ type: 'alert', text: plain('!') }), /alert is not allowed in a home/],
    ['a Home with a title', { ...home(section), title: plain('Home') }, /unknown field title/],
  ])('%s', async (_, view, reason) => {
    slack.stamp(command({ trigger_id: 'trigger' }));
    const method = view.type === 'home' ? 'views.publish' : 'views.open';
    const refusal = await callSlack(slack, method, { trigger_id: 'trigger', user_id: PERSON, view });
    expect(refusal).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(refusal.faults).toContainEqual(expect.stringMatching(reason));
    expect([slack.viewOf(PERSON), slack.homeOf(PERSON)]).toEqual([undefined, undefined]);
  });
});
