// Turns the parts of an answer into blocks within Slack's limits, whatever the answer has.
import type { types } from '@slack/bolt';
import type { AnswerPart, Table } from '../../answering/answer.js';
import { listSources } from '../../answering/sources.js';
import { list, listElement, richText } from './blocks.js';
import { chartBlock, type MessageBlock } from './chart.js';
import * as limits from './limits.js';
import { tableLines } from './plain-text.js';
import { signedBlocks } from './signed-blocks.js';
import { foldedSources, openSources, quotation } from './sources.js';
import { createTextBudget, type TextBudget } from './text-budget.js';

/**
 * At most seven blocks a part, a table, a chart, sources and buttons leave room for this many parts in the 50 blocks that a
 * message holds (docs.slack.dev/reference/block-kit/blocks).
 */
export const MAX_PARTS = 6;

/** An answer as blocks. */
export interface AnswerBlocks {
  readonly blocks: MessageBlock[];
  /** What its sources are where Slack can't fold them away. */
  readonly openSources: types.RichTextBlock[];
}

/** The blocks of all parts, then their sources. All that comes from documents or people is text that Slack doesn't parse. */
export function answerBlocks(parts: readonly AnswerPart[]): AnswerBlocks {
  // A share for each part, one for the sources, and half of one for everything else.
  const share = Math.floor(limits.MAX_BLOCK_CHARACTERS / (parts.length + 1.5));
  const tabled = parts.findIndex((part) => part.table !== undefined);
  const charted = parts.findIndex((part) => part.chart !== undefined);
  const blocks = parts.flatMap((part, index): MessageBlock[] => [
    ...(index === 0 ? [] : [{ type: 'divider' } as const]),
    ...partBlocks(part, createTextBudget(share), {
      canHoldTable: index === tabled,
      canHoldChart: index === charted,
    }),
  ]);
  const sources = listSources(parts);
  return {
    blocks: [...blocks, ...foldedSources(sources, createTextBudget(share))],
    openSources: openSources(sources, createTextBudget(share)),
  };
}

/**
 * Slack takes one table in a message (docs.slack.dev/changelog/2025/08/14/block-kit-table-block), and one chart is
 * enough: those of the first part that has one.
 */
interface Allowance {
  readonly canHoldTable: boolean;
  readonly canHoldChart: boolean;
}

function partBlocks(part: AnswerPart, budget: TextBudget, { canHoldTable, canHoldChart }: Allowance): MessageBlock[] {
  if (part.signed !== undefined) return signedBlocks(part.signed, budget);
  const headline = richText([styled(budget.take(part.headline), { bold: true })]);
  const details = list(part.details.map((line) => budget.take(line)));
  // A block of its own for each, or the numbers of one would go on from the lines above it.
  const lists = (part.lists ?? []).flatMap(({ heading, isOrdered, items }) =>
    richText([
      heading === undefined ? undefined : styled(budget.take(heading), { italic: true }),
      listElement(
        items.map((item) => budget.take(item)),
        isOrdered ? 'ordered' : 'bullet',
      ),
    ]),
  );
  const figures = part.table === undefined ? [] : tableBlocks(part.table, budget, canHoldTable);
  const worked = part.formulas.map((line) => budget.take(line)).filter((line) => line !== '');
  const formulas = richText([preformatted(worked.join('\n'))]);
  const quotes = part.isQuotation ? richText(part.quotes.map((quote) => quotation(quote, budget))) : [];
  // A chart's figures are in the lines already, so it only takes the characters that they leave.
  const chart = canHoldChart && part.chart ? chartBlock(part.chart, budget) : undefined;
  return [...headline, ...details, ...lists, ...figures, ...(chart ? [chart] : []), ...formulas, ...quotes];
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
      // A cell must have at least one character.
      text: budget.take(row[column] ?? '') || '–',
    })),
  );
  return [...caption, { type: 'table', rows: cells, column_settings: [{ is_wrapped: true }] }];
}

function styled(text: string, style: { bold?: true; italic?: true }): types.RichTextSection | undefined {
  return text === '' ? undefined : { type: 'rich_text_section', elements: [{ type: 'text', text, style }] };
}

function preformatted(text: string): types.RichTextPreformatted | undefined {
  return text === '' ? undefined : { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] };
}
