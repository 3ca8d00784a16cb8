// Slack's limits, each with its source.

/** Top-level text of a message: 4,000 characters are recommended (docs.slack.dev/reference/methods/chat.postMessage). */
export const MAX_TEXT = 4_000;

/**
 * Characters in all blocks together. Slack documents no such limit, but refuses messages from about 13,200 on
 * (github.com/slackapi/bolt-js/issues/2509).
 */
export const MAX_BLOCK_CHARACTERS = 12_000;

/** Text of a section (docs.slack.dev/reference/block-kit/blocks/section-block). None is documented for rich text; the same is kept there. */
export const MAX_SECTION_TEXT = 3_000;

/** Buttons in one actions block (docs.slack.dev/reference/block-kit/blocks/actions-block). */
export const MAX_BUTTONS = 25;

/** Words on a button (docs.slack.dev/reference/block-kit/block-elements/button-element). */
export const MAX_BUTTON_TEXT = 75;

/** The value that a clicked button sends back (docs.slack.dev/reference/block-kit/block-elements/button-element). */
export const MAX_BUTTON_VALUE = 2_000;

/** Options in one select, and the value that one sends back (docs.slack.dev/reference/block-kit/composition-objects/option-object). */
export const MAX_OPTIONS = 100;
export const MAX_OPTION_VALUE = 150;

/** Rows of a table (docs.slack.dev/reference/block-kit/blocks/table-block). */
export const MAX_TABLE_ROWS = 100;

/** Cells in a row of a table (docs.slack.dev/reference/block-kit/blocks/table-block). */
export const MAX_TABLE_COLUMNS = 20;

/** A container: the blocks in it, and its title (docs.slack.dev/reference/block-kit/blocks/container-block). */
export const MAX_CONTAINER_BLOCKS = 10;
export const MAX_CONTAINER_TITLE = 150;

/** The limits of a chart (docs.slack.dev/reference/block-kit/blocks/data-visualization-block). */
export const MAX_CHART_TITLE = 50;
export const MAX_CHART_LABEL = 20;
export const MAX_CHART_POINTS = 20;
export const MAX_CHART_SERIES = 6;

/** The most blocks of a window or the Home tab (docs.slack.dev/reference/views/modal-views). */
export const MAX_VIEW_BLOCKS = 100;

/** The most characters of a text input (docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element). */
export const MAX_INPUT = 3_000;

/** Our own: the longest question in a form. */
export const MAX_QUESTION = 1_000;

/** Our own: the longest comment on a vote. */
export const MAX_COMMENT = 300;

/** Text of a header (docs.slack.dev/reference/block-kit/blocks/header-block). */
export const MAX_HEADER = 150;
