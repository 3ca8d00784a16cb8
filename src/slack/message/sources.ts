// Shows what an answer rests on: a line for each section of a document, folded away, or open where Slack can't fold.
import type { types } from '@slack/bolt';
import type { Link, Quote } from '../../answering/answer.js';
import type { Source } from '../../answering/sources.js';
import { plainText, richText } from './blocks.js';
import { cutText, escapeText } from './escaping.js';
import { MAX_CONTAINER_BLOCKS, MAX_SECTION_TEXT } from './limits.js';
import { splitAtLinks, withLinks } from './linked-text.js';
import type { TextBudget } from './text-budget.js';

/** The sources as blocks that open when they are pressed; more than one only if Slack can't hold them in one. */
export function foldedSources(sources: readonly Source[], budget: TextBudget): types.ContainerBlock[] {
  const lines = sources.flatMap((source) => sourceLine(source, budget) ?? []);
  const count = lines.length;
  const starts = Array.from({ length: Math.ceil(count / MAX_CONTAINER_BLOCKS) }, (_, at) => at * MAX_CONTAINER_BLOCKS);
  return starts.map((from) => {
    const own = lines.slice(from, from + MAX_CONTAINER_BLOCKS);
    const title = own.length === count ? `Sources (${count})` : `Sources ${from + 1}–${from + own.length} of ${count}`;
    return {
      type: 'container',
      title: plainText(title),
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: own.map((text) => ({ type: 'section', text, expand: true })),
    };
  });
}

/** The same sources as quotes in full sight. */
export const openSources = (sources: readonly Source[], budget: TextBudget): types.RichTextBlock[] =>
  richText(sources.flatMap(({ quotes }) => quotes).map((quote) => quotation(quote, budget)));

/** A sentence as a quote, and its source under it. */
export function quotation(quote: Quote, budget: TextBudget): types.RichTextQuote | undefined {
  const text = budget.take(quote.text);
  const source = budget.take(`${quote.title}, ${quote.section}`);
  if (text === '') return undefined;
  const elements = withLinks(`“${text}”`, quote.links);
  if (source !== '') elements.push({ type: 'text', text: `\n— ${source}`, style: { italic: true } });
  return { type: 'rich_text_quote', elements };
}

/** Slack formats what has these signs, and there is no way to escape them: such a text stays plain. */
const FORMATTED = /[*_~`]|:[\w+-]+:|^>/m;

/** “Document › section: quotes”; undefined if there's no room for any of them. */
function sourceLine({ name, quotes }: Source, budget: TextBudget): types.TextObject | undefined {
  const lead = budget.take(name);
  const shown = quotes.map((quote) => ({ ...quote, text: budget.take(quote.text) })).filter(({ text }) => text !== '');
  if (lead === '' || shown.length === 0) return undefined;
  const plain = `${lead}: ${shown.map(({ text }) => `“${text}”`).join(' ')}`;
  const formatted = `*${escapeText(lead)}:* ${shown.map((quote) => `“${linkedText(quote)}”`).join(' ')}`;
  return FORMATTED.test(plain) || formatted.length > MAX_SECTION_TEXT
    ? plainText(cutText(plain, MAX_SECTION_TEXT))
    : { type: 'mrkdwn', text: formatted, verbatim: true };
}

const linkedText = ({ text, links }: Quote): string =>
  splitAtLinks(text, links)
    .map((piece) => (typeof piece === 'string' ? escapeText(piece) : writeLink(piece)))
    .join('');

/** What would end the link early can't be in it. */
const writeLink = ({ url, label }: Link): string =>
  /[|<>\s]/.test(url) || label.includes('|') ? escapeText(label) : `<${escapeText(url)}|${escapeText(label)}>`;
