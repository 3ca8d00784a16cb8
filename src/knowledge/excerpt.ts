// Picks what is shown of a section: one to three sentences, a list with the line that leads to it, rows of a table.
import { type Block, type Quote, quoteSection, type Section, type SourceDocument } from './documents.js';

/** A section with no more characters is shown whole, unless it's of many sentences and one of them is asked for. */
const LONGEST_WHOLE = 420;
const MOST_SENTENCES = 3;
const MOST_ITEMS = 8;
const MOST_ROWS = 4;
const LONGEST_LIST = 700;

/** A stretch of a block: its units from `from` up to, not including, `to`. */
interface UnitRange {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** The excerpt around unit number `unit` of a section; without one, its beginning. Empty when the section has no text. */
export function excerptOf(document: SourceDocument, section: Section, unit: number | undefined): Quote[] {
  const { blocks, text } = section;
  if (blocks.length === 0) return [];
  const isProse = blocks.every(({ kind }) => kind === 'paragraph');
  const hasMany = isProse && blocks.flatMap(({ units }) => units).length > MOST_SENTENCES;
  const isWhole = text.length <= LONGEST_WHOLE && !(hasMany && unit !== undefined);
  const stretches = isWhole ? blocks.map((_, block) => wholeOf(blocks, block)) : pick(blocks, unit ?? 0);
  return join(blocks, stretches).map((words) => quoteSection(document, section, words));
}

const wholeOf = (blocks: readonly Block[], block: number): UnitRange => ({
  block,
  from: 0,
  to: blocks[block]?.units.length ?? 0,
});

function pick(blocks: readonly Block[], unit: number): UnitRange[] {
  let before = 0;
  for (const [block, { units }] of blocks.entries()) {
    if (unit < before + units.length) return pickIn(blocks, block, unit - before);
    before += units.length;
  }
  return pick(blocks, 0);
}

/** The stretch around a unit, with the line that leads to it and what it leads to. */
function pickIn(blocks: readonly Block[], block: number, at: number): UnitRange[] {
  const { kind, units } = blocks[block] ?? { kind: 'paragraph', units: [] };
  if (kind === 'paragraph') {
    const own = pickSentences(units, block, at);
    const next = blocks[block + 1];
    const leadsOn = own.to === units.length && units.at(-1)?.endsWith(':') === true && next !== undefined;
    return leadsOn && next.kind !== 'paragraph' ? [own, ...pickRows(blocks, block + 1, 0)] : [own];
  }
  const lead = blocks[block - 1];
  const rows = pickRows(blocks, block, at);
  if (lead?.kind !== 'paragraph' || (kind !== 'code' && !lead.units.at(-1)?.endsWith(':'))) return rows;
  return [{ block: block - 1, from: lead.units.length - 1, to: lead.units.length }, ...rows];
}

/** The sentence that is meant between its neighbours; if it's a question, it's the first one, for the answer follows. */
function pickSentences(units: readonly string[], block: number, at: number): UnitRange {
  const isQuestion = /\?["”’')]*$/.test(units[at] ?? '');
  const from = Math.max(0, Math.min(isQuestion ? at : at - 1, units.length - MOST_SENTENCES));
  return { block, from, to: Math.min(units.length, from + MOST_SENTENCES) };
}

/** A short list or table as a whole, of a longer one the item that is meant. */
function pickRows(blocks: readonly Block[], block: number, at: number): UnitRange[] {
  const { kind, units } = blocks[block] ?? { kind: 'list', units: [] };
  const most = kind === 'table' ? MOST_ROWS : MOST_ITEMS;
  const isShort = units.length <= most && units.join('\n').length <= LONGEST_LIST;
  return [isShort ? wholeOf(blocks, block) : { block, from: at, to: at + 1 }];
}

/** The texts of stretches; those that follow one another in the section are one text. */
function join(blocks: readonly Block[], stretches: readonly UnitRange[]): string[] {
  const texts: string[] = [];
  let last: UnitRange | undefined;
  for (const stretch of stretches) {
    const { kind, units } = blocks[stretch.block] ?? { kind: 'paragraph', units: [] };
    const text = units.slice(stretch.from, stretch.to).join(kind === 'paragraph' ? ' ' : '\n');
    const isNext =
      last !== undefined &&
      last.block === stretch.block - 1 &&
      last.to === blocks[last.block]?.units.length &&
      stretch.from === 0;
    if (isNext) texts.push(`${texts.pop()}\n${text}`);
    else texts.push(text);
    last = stretch;
  }
  return texts;
}
