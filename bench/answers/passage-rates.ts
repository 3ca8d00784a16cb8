// Asks documents without topics the questions of test/specification/passages, and counts what is shown and offered.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGroups, splitArrow } from '../../src/commands/specification.js';
import type { Figure } from '../shared/figures.js';
import { knowledgeIn, loadShippedBot } from '../shared/shipped-bot.js';

const DOCUMENTS = 'test/specification/passages/documents';
const KINDS = ['paraphrased', 'in the body', 'near', 'far'];
const FILES = ['passages/questions', 'passages/questions-kept-back'];

interface AskedPassage {
  readonly question: string;
  /** "document: heading" of each section that answers. */
  readonly wanted: readonly string[];
}

const readAsked = (kind: string): AskedPassage[] =>
  FILES.flatMap(readGroups)
    .filter(([name]) => name === kind)
    .flatMap(([, lines]) => lines.map(splitArrow))
    .map(([question, wanted]) => ({ question, wanted: wanted.split(' | ') }));

/** The rates, beside those that are wanted. */
export async function measurePassages(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'advisor-passages-'));
  cpSync(DOCUMENTS, join(dir, 'documents'), { recursive: true });
  const bot = await loadShippedBot(dir);
  const { documents } = knowledgeIn(dir);
  rmSync(dir, { recursive: true });
  const tryOut = ({ question, wanted }: AskedPassage) => {
    const { outcome, parts, passages = [] } = bot.answer({ text: question });
    const isShown = outcome === 'passage';
    const seen = isShown ? parts.flatMap(({ quotes }) => quotes) : passages;
    return { isShown, isRight: seen.some(({ document, section }) => wanted.includes(`${document}: ${section}`)) };
  };
  type Tried = ReturnType<typeof tryOut>;
  const percent = (asked: readonly AskedPassage[], holds: (tried: Tried) => boolean): number =>
    (100 * asked.filter((one) => holds(tryOut(one))).length) / asked.length;
  const [paraphrased = [], inBody = [], near = [], far = []] = KINDS.map(readAsked);
  const headings = documents.flatMap(({ id, sections }) =>
    sections
      .filter(({ blocks }) => blocks.length > 0)
      .map(({ heading }) => ({ question: heading, wanted: [`${id}: ${heading}`] })),
  );
  const isRight = (tried: Tried) => tried.isRight;
  const isShown = (tried: Tried) => tried.isShown;
  const isShownRightly = (tried: Tried) => tried.isShown && tried.isRight;
  const least = (name: string, value: number, wanted: number): Figure => ({
    name,
    value,
    unit: '%',
    wanted: { least: wanted },
  });
  const most = (name: string, value: number, wanted: number): Figure => ({
    name,
    value,
    unit: '%',
    wanted: { most: wanted },
  });
  return [
    least('headings, word for word: their section shown', percent(headings, isShownRightly), 97),
    least('paraphrases: the right section shown or offered', percent(paraphrased, isRight), 70),
    least('what only a text answers: the same', percent(inBody, isRight), 80),
    least('both: the right section shown', percent([...paraphrased, ...inBody], isShownRightly), 40),
    most('questions that are only near: a section shown', percent(near, isShown), 20),
    most('texts about something else: a section shown', percent(far, isShown), 2),
  ];
}
