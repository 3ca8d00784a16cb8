// Words the replies about the documents themselves: their titles, dates, authors, links and sections, and which mentions what.
import { continueWith, fit, joinNames, spellCount } from '../src/answering/headline.js';
import type { DocumentSummary, DocumentsIntent } from '../src/answering/intent.js';
import { spellDate } from '../src/knowledge/documents.js';

const quoted = (text: string): string => `“${text}”`;

const stateDate = ({ title, updated }: DocumentSummary): string =>
  updated === undefined
    ? `${quoted(title)} has no date.`
    : `${quoted(title)} was last updated on ${spellDate(updated)}.`;

const listTitles = (documents: readonly Pick<DocumentSummary, 'title'>[]): string =>
  joinNames(documents.map(({ title }) => quoted(title)));

/** “in the section “Work Hours””. */
const spellSections = (sections: readonly string[]): string =>
  sections.length === 1 ? `in the section ${sections.map(quoted).join('')}` : `in ${joinNames(sections.map(quoted))}`;

const nameNone = (all: readonly DocumentSummary[]): string =>
  all.length === 1 ? `${listTitles(all)} doesn’t mention` : 'The documents don’t mention';

/** Says what the documents are, and where something is mentioned. */
export const documents: DocumentsIntent = {
  dateKinds: ['source'],
  linkKinds: ['resource', 'application'],
  titles: (meant, count) => ({
    headline:
      meant.length < count
        ? fit(`${meant.length === 1 ? 'It’s' : 'They’re'} called ${listTitles(meant)}.`, 'These are the titles:')
        : fit(
            `I have ${spellCount(count)} ${count === 1 ? 'document' : 'documents'}: ${listTitles(meant)}.`,
            `I have ${spellCount(count)} documents.`,
          ),
    details: meant.map(stateDate),
  }),
  dates(all) {
    const [first = '', ...others] = all.map(stateDate);
    const dated = all.filter(({ updated }) => updated !== undefined);
    const both = [first, ...others].join(' ');
    return both.length <= 160 || dated.length === 0
      ? { headline: both, details: [] }
      : { headline: dated.map(stateDate).join(' '), details: all.filter((one) => !dated.includes(one)).map(stateDate) };
  },
  newer(all) {
    const dated = all.filter(({ updated }) => updated !== undefined);
    if (dated.length === 0) return { headline: 'I can’t tell: none of the documents has a date.', details: [] };
    const headline =
      dated.length === all.length
        ? `These are the dates: ${dated.map(({ title, updated = '' }) => `${quoted(title)}, ${spellDate(updated)}`).join('; ')}.`
        : `I can’t tell: only ${joinNames(dated.map(({ title, updated = '' }) => `${quoted(title)} has a date, ${spellDate(updated)}`))}.`;
    return { headline: fit(headline, 'I can’t tell for sure. These are the dates:'), details: all.map(stateDate) };
  },
  author: (all) => ({
    headline:
      all.length === 1 ? `${listTitles(all)} doesn’t say who wrote it.` : 'The documents don’t say who wrote them.',
    details: [],
  }),
  links(all, links, facts) {
    const source = all.length === 1 ? listTitles(all) : 'The documents';
    const names = [...new Set(facts.flatMap((fact) => fact.names.map(quoted)))];
    const [has, point] = all.length === 1 ? ['has', 'names'] : ['have', 'name'];
    if (links.length > 0)
      return {
        headline: fit(
          `${source} ${has} ${spellCount(links.length)} ${links.length === 1 ? 'link' : 'links'}: ${joinNames(links)}.`,
          `${source} ${has} ${links.length} links.`,
        ),
        details: links,
      };
    if (names.length === 0) return { headline: `${source} ${has} no links.`, details: [] };
    const headline = `${source} ${point} ${joinNames(names)}, but without a link.`;
    return {
      headline: fit(headline, `${source} ${point} ${spellCount(names.length)} other pages, but without a link.`),
      details: facts.map(({ says }) => says),
    };
  },
  sections([document, ...others], headings) {
    if (document === undefined || others.length > 0)
      return { headline: `The documents have ${headings.length} sections together.`, details: headings.map(quoted) };
    const count = spellCount(headings.length);
    return {
      headline: fit(`${quoted(document.title)} has ${count} ${headings.length === 1 ? 'section' : 'sections'}.`),
      details: headings.map(quoted),
    };
  },
  mentions(subject, found, all) {
    const [first, ...others] = found;
    if (first === undefined) return { headline: `${nameNone(all)} ${quoted(subject)}.`, details: [] };
    const where = ({ title, sections }: typeof first): string => `${quoted(title)}: ${spellSections(sections)}`;
    const details = found.map(where);
    if (others.length === 0) {
      const says = first.says === undefined ? [] : [`${quoted(first.title)} does: ${continueWith(first.says)}`];
      const plain = `${quoted(first.title)} does, ${spellSections(first.sections)}.`;
      return { headline: fit(...says, plain, `${quoted(first.title)} does.`), details: says.length > 0 ? details : [] };
    }
    const isAll = found.length === all.length;
    const who = isAll ? `${found.length === 2 ? 'Both' : 'All'} documents do` : `${listTitles(found)} do`;
    const places = found.map(({ title, sections }) => `${quoted(title)} ${spellSections(sections.slice(0, 1))}`);
    return { headline: fit(`${who}: ${joinNames(places)}.`, `${who}.`), details };
  },
  within: (title, headline) =>
    fit(`According to “${title}”, ${continueWith(headline)}`, `“${title}”: ${continueWith(headline)}`, headline),
  silent: (title) => `“${title}” says nothing about that. The other document does:`,
};
