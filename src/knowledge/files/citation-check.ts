// Checks that a fact's document and section exist and that its quote is there word for word.
import * as v from 'valibot';
import type { FaultText } from '../data-error.js';
import { findQuote, findSections, foldSpace, type Quote, type Section, type SourceDocument } from '../documents.js';

/** Reports an error in `key` of an entry. */
export type ReportKey = (key: string, fault: FaultText) => void;

const citationSchema = v.looseObject({ document: v.string(), section: v.string(), quote: v.string() });
type Citation = Pick<v.InferOutput<typeof citationSchema>, 'document' | 'section' | 'quote'>;

/** Reports an unknown document or section, and a quote that isn't there word for word. */
export function checkCitation(entry: unknown, documents: readonly SourceDocument[], report: ReportKey): void {
  if (!v.is(citationSchema, entry) || foldSpace(entry.quote) === '') return;
  const document = documents.find(({ id }) => id === entry.document);
  if (!document) {
    reportDocument(entry.document, documents, report);
  } else if (findSections(document, entry.section).length === 0) {
    const problem = `names the section “${entry.section}”, which ${document.id} doesn’t have`;
    report('section', { problem, remedy: adviseSection(document, entry.quote) });
  } else if (!findQuote(document, entry.section, entry.quote)) {
    const problem = `has a quote that isn’t word for word in “${entry.section}” of ${document.id}`;
    report('quote', { problem, remedy: adviseQuote(document, documents, entry) });
  }
}

/** The quote of an entry that may leave out its section; undefined if something is wrong with it, which is reported. */
export function readCitation(
  entry: Pick<Citation, 'document' | 'quote'> & { section?: string | undefined },
  documents: readonly SourceDocument[],
  report: ReportKey,
): Quote | undefined {
  const { section, quote } = entry;
  if (section !== undefined) checkCitation(entry, documents, report);
  const document = documents.find(({ id }) => id === entry.document);
  if (document && section !== undefined) return findQuote(document, section, quote);
  if (section !== undefined) return undefined;
  if (!document) {
    reportDocument(entry.document, documents, report);
    return undefined;
  }
  const [found, another] = document.sections.flatMap(({ heading }) => findQuote(document, heading, quote) ?? []);
  if (!found) {
    const problem = `has a quote that isn’t word for word in ${document.id}`;
    report('quote', { problem, remedy: adviseQuote(document, documents, { ...entry, section: '' }) });
  } else if (another) {
    const problem = `has a quote that is both in “${found.section}” and in “${another.section}”`;
    report('quote', { problem, remedy: 'add the right one as “section: …”' });
    return undefined;
  }
  return found;
}

function reportDocument(name: string, documents: readonly SourceDocument[], report: ReportKey): void {
  const known = documents.map(({ id }) => id).join(', ');
  report('document', {
    problem: `names the document “${name}”, which doesn’t exist`,
    remedy: `use one of: ${known}`,
  });
}

function adviseSection(document: SourceDocument, quote: string): string {
  const holding = findHolding(document, quote);
  if (holding !== undefined) return `the quote is in “${holding}”: write that`;
  return `use one of: ${document.sections.map(({ heading }) => `“${heading}”`).join(', ')}`;
}

function adviseQuote(document: SourceDocument, documents: readonly SourceDocument[], citation: Citation): string {
  const own = findHolding(document, citation.quote);
  if (own !== undefined) return `it’s in the section “${own}”: use that`;
  for (const other of documents) {
    const holding = findHolding(other, citation.quote);
    if (holding !== undefined) return `it’s in “${holding}” of ${other.id}: use that document and section`;
  }
  const inSection = findNearestSentence(joinTexts(findSections(document, citation.section)), citation.quote);
  const nearest = inSection ?? findNearestSentence(joinTexts(document.sections), citation.quote);
  if (nearest === undefined) return `copy a sentence of that ${citation.section ? 'section' : 'document'} exactly`;
  const sign = findOtherSign(nearest, foldSpace(citation.quote));
  if (sign !== undefined) return `${sign}, in “${nearest}”`;
  return `copy it exactly; the closest sentence is “${nearest}”`;
}

const joinTexts = (sections: readonly Section[]): string => sections.map(({ text }) => text).join('\n');

/** Characters that look alike, as the one that keyboards have. */
const ALIKE: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '\u00ad': '',
  '…': '...',
};
const toPlainSigns = (text: string): string => [...text.normalize('NFKC')].map((sign) => ALIKE[sign] ?? sign).join('');

/** Says which character differs, if a quote and the text look alike otherwise. */
function findOtherSign(text: string, quote: string): string | undefined {
  const at = toPlainSigns(text).indexOf(toPlainSigns(quote));
  if (at < 0) return undefined;
  const [own, theirs] = [[...quote], [...text].slice(at)];
  const index = own.findIndex((sign, position) => sign !== theirs[position]);
  const [written = '', meant = ''] = [own[index], theirs[index]];
  if (ALIKE[written] === undefined && ALIKE[meant] === undefined) return undefined;
  return `write ${nameSign(meant)} instead of ${nameSign(written)}`;
}

const nameSign = (sign: string): string =>
  `${sign} (U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

function findHolding(document: SourceDocument, quote: string): string | undefined {
  return document.sections.find(({ heading }) => findQuote(document, heading, quote))?.heading;
}

/** With a smaller share of common words, a sentence is no help as a hint. */
const LEAST_SIMILARITY = 0.3;

/** The sentence, bullet or line of `text` that shares most words with `quote`; undefined if none is similar. */
function findNearestSentence(text: string, quote: string): string | undefined {
  const wanted = listWords(quote);
  let nearest: string | undefined;
  let best = LEAST_SIMILARITY;
  for (const sentence of splitSentences(text)) {
    const similarity = compareWords(wanted, listWords(sentence));
    if (similarity > best) {
      best = similarity;
      nearest = sentence;
    }
  }
  return nearest;
}

function splitSentences(text: string): string[] {
  return text.split(/\n|(?<=[.!?])\s+/).map((sentence) => foldSpace(sentence.replace(/^\s*[-*]\s+/, '')));
}

function listWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** The share of the shorter text that both have: a quote may be a clause of a long sentence. */
function compareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / a.size + shared / (100 * b.size);
}
