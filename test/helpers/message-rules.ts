// Slack's rules for messages, written down a second time on purpose: the product's own constants are not asked.

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const ALIVE = /<(!|@|#|https?:|mailto:)/;

/** What Slack would object to in a message, and what must never be sent; empty when all is well. */
export function messageFaults(message: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const text = typeof message.text === 'string' ? message.text : '';
  check(text.length > 0, 'no top-level text');
  check(text.length <= 4000, `top-level text of ${text.length} characters`);
  check(!ALIVE.test(text), 'mark-up is alive in the text');
  check(!/[<>]|&(?!amp;|lt;|gt;)/.test(text), 'the text is not escaped');
  const blocks = (message.blocks ?? []) as Node[];
  check(blocks.length <= 50, `${blocks.length} blocks`);
  check(collectTexts(blocks).join('').length <= 13_000, 'more characters in blocks than Slack takes');
  const tables = blocks.filter(({ type }) => type === 'table');
  check(tables.length <= 1, `${tables.length} tables`);
  for (const block of blocks) faults.push(...blockFaults(block));
  const ids = blocks
    .flatMap((block) => (block.type === 'actions' ? (block.elements as Node[]) : []))
    .map((b) => b.action_id);
  check(new Set(ids).size === ids.length, 'action ids are not unique');
  return faults;
}

function blockFaults(block: Node): string[] {
  switch (block.type) {
    case 'divider':
      return [];
    case 'rich_text':
      return richTextFaults(block);
    case 'actions':
      return actionsFaults(block.elements as Node[]);
    case 'table':
      return tableFaults(block.rows as { type: string; text: string }[][]);
    default:
      return [`unexpected block ${block.type}`];
  }
}

/** Rich text may hold plain text only: no link, name, broadcast or emoji that Slack would bring to life. */
function richTextFaults(block: Node): string[] {
  const elements = block.elements as Node[];
  const known = ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted', 'text'];
  const faults: string[] = elements.length === 0 ? ['empty rich text'] : [];
  for (const element of elements) {
    if (!known.includes(element.type)) faults.push(`rich text holds ${element.type}`);
    if (element.type === 'text') {
      const text = element.text as string;
      if (text.length === 0 || text.length > 3100) faults.push(`rich text of ${text.length} characters`);
    } else faults.push(...richTextFaults(element));
  }
  return faults;
}

function actionsFaults(buttons: Node[]): string[] {
  const faults: string[] = buttons.length < 1 || buttons.length > 25 ? [`${buttons.length} buttons`] : [];
  for (const button of buttons) {
    const { text, type } = button.text as { text: string; type: string };
    if (type !== 'plain_text' || text.length < 1 || text.length > 75) faults.push('a button without fit words');
    if (String(button.value).length > 2000 || String(button.value).length < 1)
      faults.push('a button without fit value');
    if (String(button.action_id).length > 255) faults.push('an action id too long');
  }
  return faults;
}

function tableFaults(rows: { type: string; text: string }[][]): string[] {
  const faults: string[] = rows.length < 1 || rows.length > 100 ? [`${rows.length} rows`] : [];
  const width = rows[0]?.length ?? 0;
  if (width < 1 || width > 20 || rows.some((row) => row.length !== width)) faults.push('rows of unfit length');
  const cells = rows.flat();
  if (cells.some(({ type, text }) => type !== 'raw_text' || text.length < 1)) faults.push('an empty cell');
  if (cells.reduce((sum, { text }) => sum + text.length, 0) > 10_000) faults.push('too many characters in a table');
  return faults;
}

/** Every text in the blocks, for counting and for reading them as a person would. */
export function collectTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(collectTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : collectTexts(inner),
  );
}
