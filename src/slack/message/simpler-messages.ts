// Makes messages without the newer blocks, which windows and some workspaces don't take.
import { isChart } from './chart.js';
import type { SlackMessage } from './message.js';

/** The message without its chart; its figures are in the other blocks and in the text as well. */
export const withoutChart = (message: SlackMessage): SlackMessage => ({
  ...message,
  blocks: message.blocks.filter((block) => !isChart(block)),
});

/** The message with its sources as quotes in full sight. */
export const withOpenSources = (message: SlackMessage): SlackMessage => {
  const at = message.blocks.findIndex(({ type }) => type === 'container');
  const others = message.blocks.filter(({ type }) => type !== 'container');
  return at < 0 ? message : { ...message, blocks: others.toSpliced(at, 0, ...(message.openSources ?? [])) };
};

/** Blocks that not every workspace takes yet, in the order in which a message does without them. */
export const NEWER_BLOCKS = [
  { feature: 'charts', type: 'data_visualization', without: withoutChart },
  { feature: 'sources', type: 'container', without: withOpenSources },
] as const;

/** A kind of block that not every workspace takes yet. */
export type NewerBlock = (typeof NEWER_BLOCKS)[number];
