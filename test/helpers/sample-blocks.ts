// Blocks and views that Slack accepts, for tests that change one thing about them.

type Fields = Record<string, unknown>;

/** Text without mark-up. */
export const plain = (text: string, more: Fields = {}) => ({ type: 'plain_text', text, ...more });
export const button = (more: Fields = {}) => ({
  type: 'button',
  action_id: 'a',
  text: plain('Press'),
  value: 'v',
  ...more,
});
export const actions = (...elements: Fields[]) => ({ type: 'actions', elements });
export const option = (value: string, text = value) => ({ text: plain(text), value });
export const input = (element: Fields = {}, more: Fields = {}) => ({
  type: 'input',
  block_id: 'question',
  label: plain('Your question'),
  element: { type: 'plain_text_input', action_id: 'text', ...element },
  ...more,
});
export const modal = (more: Fields = {}): Fields => ({
  type: 'modal',
  title: plain('A modal'),
  submit: plain('Ask'),
  blocks: [input()],
  ...more,
});
export const home = (...blocks: Fields[]) => ({ type: 'home', blocks });
export const section = { type: 'section', text: plain('Words') };
/** Blocks in a frame. */
export const container = (more: Fields = {}) => ({
  type: 'container',
  title: plain('Sources'),
  child_blocks: [section],
  ...more,
});
export const feedback = {
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'vote',
      positive_button: { text: plain('Helpful'), value: 'up' },
      negative_button: { text: plain('Not helpful'), value: 'down' },
    },
  ],
};
export const rich = (...elements: Fields[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
/** A point of a chart for each label. */
export const points = (...labels: string[]) => labels.map((label) => ({ label, value: 1 }));
/** A bar chart. */
export const bars = (series: Fields[], categories = ['Junior'], more: Fields = {}) => ({
  type: 'data_visualization',
  title: 'Pay',
  chart: { type: 'bar', series, axis_config: { categories, ...more } },
});
export const pie = (...segments: Fields[]) => ({
  type: 'data_visualization',
  title: 'Pay',
  chart: { type: 'pie', segments },
});
/** A chart that Slack accepts. */
export const CHART = bars([{ name: 'India', data: points('Junior') }]);
export const long = (length: number): string => 'x'.repeat(length);
export const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index}`);
export const options = (count: number) => many(count).map((value) => option(value));
/** Feedback buttons, the first of them changed. */
export const thumbs = (more: Fields) => {
  const [both] = feedback.elements;
  return { ...feedback, elements: [{ ...both, positive_button: { ...both?.positive_button, ...more } }] };
};
export const table = (...rows: string[][]) => ({
  type: 'table',
  rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
});
