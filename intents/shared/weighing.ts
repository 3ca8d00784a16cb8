// Distinguishes questions that weigh an amount, such as an offer, from those that refer to a figure.
import type { Query } from '../../src/answering/intent.js';

const WEIGHING =
  'low high ok okay good fair decent enough offer accept realistic too less more bad reasonable better worth joke little underpaid competitive convert conversion exchange compare negotiate normal'.split(
    ' ',
  );

/** Whether the question weighs its own amount against the documents. */
export const isWeighing = (query: Query): boolean => query.has(...WEIGHING);
