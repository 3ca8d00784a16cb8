// Near the end of the road: what an answer says becomes blocks that are within Slack's limits whatever it holds.
import type { types } from '@slack/bolt';
import type { AnswerPart, Quote, Table } from '../../answering/answer.js';
import { chartBlocks, type MessageBlock } from './chart.js';
import * as limits from './limits.js';
import { tableLines } from './plain-text.js';
import { type Room, roomFor } from './text-budget.js';

/**
 * At most six blocks a part and two charts, dividers and buttons leave room for this many parts in the 50 blocks that a
 * message holds (docs.slack.dev/reference/block-kit/blocks).
 */
export const MAX_PARTS = 6;

type Piece = types.RichTextBlockElement;

/** The blocks of all parts. Everything that comes from documents or people is rich or raw text, which Slack doesn't parse. */
export function contentBlocks(parts: readonly AnswerPart[]): MessageBlock[] {
  const room = Math.floor(limits.MAX_BLOCK_CHARACTERS / (parts.length + 1));
  const tabled = parts.findIndex((part) => part.table !== undefined);
  const charted = parts.findIndex((part) => part.charts !== undefined && part.charts.length > 0);
  return parts.flatMap((part, index): MessageBlock[] => [
    ...(index === 0 ? [] : [{ type: 'divider' } as const]),
    ...partBlocks(part, roomFor(room), { mayHoldTable: index === tabled, mayHoldCharts: index === charted }),
  ]);
}

/**
 * Slack takes one table and few charts in a message (docs.slack.dev/changelog/2025/08/14/block-kit-table-block): those
 * of the first part that has some.
 */
interface Allowance {
  readonly mayHoldTable: boolean;
  readonly mayHoldCharts: boolean;
}

function partBlocks(part: AnswerPart, room: Room, { mayHoldTable, mayHoldCharts }: Allowance): MessageBlock[] {
  const headline = richText([section(room.take(part.headline), { bold: true })]);
  const details = richText([list(part.details.map((line) => room.take(line)))]);
  const figures = part.table === undefined ? [] : tableBlocks(part.table, room, mayHoldTable);
  const formulas = richText(part.formulas.map((line) => preformatted(room.take(line))));
  const quotes = richText(part.quotes.flatMap((quote) => quotation(quote, room)));
  // What a chart shows stands in the lines: it takes only the room that they leave.
  const charts = mayHoldCharts ? chartBlocks(part.charts ?? [], room) : [];
  return [...headline, ...details, ...figures, ...charts, ...formulas, ...quotes];
}

/** The table itself, or its rows as lines where Slack would refuse one more table. */
function tableBlocks(table: Table, room: Room, mayHoldTable: boolean): types.KnownBlock[] {
  const caption = richText([section(room.take(table.caption), { italic: true })]);
  const columns = Math.min(Math.max(...table.rows.map((row) => row.length), 0), limits.MAX_TABLE_COLUMNS);
  const rows = table.rows.slice(0, limits.MAX_TABLE_ROWS);
  if (columns === 0) return caption;
  if (!mayHoldTable)
    return [...caption, ...richText([list(tableLines({ ...table, rows }).map((line) => room.take(line)))])];
  const cells = rows.map((row) =>
    Array.from({ length: columns }, (_, column) => ({
      type: 'raw_text' as const,
      // A cell must hold at least one character.
      text: room.take(row[column] ?? '') || '–',
    })),
  );
  return [...caption, { type: 'table', rows: cells, column_settings: [{ is_wrapped: true }] }];
}

/** The sentence as a quote, and under it where it stands. */
function quotation(quote: Quote, room: Room): Piece[] {
  const text = room.take(quote.text);
  const source = room.take(`${quote.title}, ${quote.section}`);
  if (text === '') return [];
  const elements: types.RichTextElement[] = [{ type: 'text', text: `“${text}”` }];
  if (source !== '') elements.push({ type: 'text', text: `\n— ${source}`, style: { italic: true } });
  return [{ type: 'rich_text_quote', elements }];
}

function section(text: string, style: { bold?: true; italic?: true } = {}): Piece | undefined {
  return text === '' ? undefined : { type: 'rich_text_section', elements: [{ type: 'text', text, style }] };
}

function list(lines: readonly string[]): Piece | undefined {
  const elements = lines
    .filter((line) => line !== '')
    .map((text): types.RichTextSection => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] }));
  return elements.length === 0 ? undefined : { type: 'rich_text_list', style: 'bullet', elements };
}

function preformatted(text: string): Piece | undefined {
  return text === '' ? undefined : { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] };
}

/** One block of rich text, or none when there is nothing to show: Slack refuses empty ones. */
function richText(pieces: readonly (Piece | undefined)[]): types.RichTextBlock[] {
  const elements = pieces.filter((piece) => piece !== undefined);
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements }];
}
