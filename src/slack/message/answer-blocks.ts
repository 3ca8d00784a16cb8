// Turns the parts of an answer into blocks that stay within Slack's limits, whatever the answer holds.
import type { types } from '@slack/bolt';
import type { AnswerPart, Quote, Table } from '../../answering/answer.js';
import { list, listElement, richText } from './blocks.js';
import { chartBlocks, type MessageBlock } from './chart.js';
import * as limits from './limits.js';
import { withLinks } from './linked-text.js';
import { tableLines } from './plain-text.js';
import { signedBlocks } from './signed-blocks.js';
import { createTextBudget, type TextBudget } from './text-budget.js';

/**
 * At most six blocks a part and two charts, dividers and buttons leave room for this many parts in the 50 blocks that a
 * message holds (docs.slack.dev/reference/block-kit/blocks).
 */
export const MAX_PARTS = 6;

/** The blocks of all parts. Everything that comes from documents or people is rich or raw text, which Slack doesn't parse. */
export function answerBlocks(parts: readonly AnswerPart[]): MessageBlock[] {
  const characters = Math.floor(limits.MAX_BLOCK_CHARACTERS / (parts.length + 1));
  const tabled = parts.findIndex((part) => part.table !== undefined);
  const charted = parts.findIndex((part) => part.charts !== undefined && part.charts.length > 0);
  return parts.flatMap((part, index): MessageBlock[] => [
    ...(index === 0 ? [] : [{ type: 'divider' } as const]),
    ...partBlocks(part, createTextBudget(characters), {
      canHoldTable: index === tabled,
      canHoldCharts: index === charted,
    }),
  ]);
}

/**
 * Slack takes one table and few charts in a message (docs.slack.dev/changelog/2025/08/14/block-kit-table-block): those
 * of the first part that has some.
 */
interface Allowance {
  readonly canHoldTable: boolean;
  readonly canHoldCharts: boolean;
}

function partBlocks(part: AnswerPart, budget: TextBudget, { canHoldTable, canHoldCharts }: Allowance): MessageBlock[] {
  if (part.signed !== undefined) return signedBlocks(part.signed, budget);
  const headline = richText([styled(budget.take(part.headline), { bold: true })]);
  const points = [
    listElement(part.details.map((line) => budget.take(line))),
    ...(part.lists ?? []).flatMap(({ heading, isOrdered, items }) => [
      heading === undefined ? undefined : styled(budget.take(heading), { italic: true }),
      listElement(
        items.map((item) => budget.take(item)),
        isOrdered ? 'ordered' : 'bullet',
      ),
    ]),
  ];
  const details = richText(points);
  const figures = part.table === undefined ? [] : tableBlocks(part.table, budget, canHoldTable);
  const formulas = richText(part.formulas.map((line) => preformatted(budget.take(line))));
  const quotes = richText(part.quotes.map((quote) => quotation(quote, budget)));
  // What a chart shows is in the lines already: it takes only the characters that they leave.
  const charts = canHoldCharts ? chartBlocks(part.charts ?? [], budget) : [];
  return [...headline, ...details, ...figures, ...charts, ...formulas, ...quotes];
}

/** The table itself, or its rows as lines if Slack would refuse one more table. */
export function tableBlocks(table: Table, budget: TextBudget, canHoldTable: boolean): types.KnownBlock[] {
  const caption = richText([styled(budget.take(table.caption), { italic: true })]);
  const columns = Math.min(Math.max(...table.rows.map((row) => row.length), 0), limits.MAX_TABLE_COLUMNS);
  const rows = table.rows.slice(0, limits.MAX_TABLE_ROWS);
  if (columns === 0) return caption;
  if (!canHoldTable) return [...caption, ...list(tableLines({ ...table, rows }).map((line) => budget.take(line)))];
  const cells = rows.map((row) =>
    Array.from({ length: columns }, (_, column) => ({
      type: 'raw_text' as const,
      // A cell must hold at least one character.
      text: budget.take(row[column] ?? '') || '–',
    })),
  );
  return [...caption, { type: 'table', rows: cells, column_settings: [{ is_wrapped: true }] }];
}

/** The sentence as a quote, and its source under it. */
function quotation(quote: Quote, budget: TextBudget): types.RichTextQuote | undefined {
  const text = budget.take(quote.text);
  const source = budget.take(`${quote.title}, ${quote.section}`);
  if (text === '') return undefined;
  const elements = withLinks(`“${text}”`, quote.links);
  if (source !== '') elements.push({ type: 'text', text: `\n— ${source}`, style: { italic: true } });
  return { type: 'rich_text_quote', elements };
}

function styled(text: string, style: { bold?: true; italic?: true }): types.RichTextSection | undefined {
  return text === '' ? undefined : { type: 'rich_text_section', elements: [{ type: 'text', text, style }] };
}

function preformatted(text: string): types.RichTextPreformatted | undefined {
  return text === '' ? undefined : { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] };
}
