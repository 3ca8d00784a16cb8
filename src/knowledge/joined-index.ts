// Joins the index of documents that are added at run time to the index of those there are; takes milliseconds.
import type { Lists, SectionIndex } from './section-index.js';

/**
 * One index of both: `more` indexes the documents that come after the first `documents` ones, which `base` indexes. To
 * replace what was added, join again to the same `base`.
 */
export function joinIndexes(base: SectionIndex, documents: number, more: SectionIndex): SectionIndex {
  const { terms, forms, termOf } = joinTerms(base, more);
  const entries = base.places.length;
  const units = base.unitSections.length;
  const held = new Int32Array(forms.length);
  held.set(base.held);
  for (const [own, term] of termOf.entries()) held[term] = (held[term] ?? 0) + (more.held[own] ?? 0);
  const exact = new Map(base.exact);
  for (const [key, own] of more.exact)
    exact.set(key, [...(exact.get(key) ?? []), ...own.map((entry) => entry + entries)]);
  const sections = joinRows(base.sections, more.sections, termOf, forms.length);
  const unitRows = joinRows(base.units, more.units, termOf, forms.length);
  const headings = joinRows(
    base.headingTerms,
    more.headingTerms,
    more.places.map((_, entry) => entry + entries),
    entries + more.places.length,
  );
  const shift = (items: Int32Array, by: number) => items.map((item) => item + by);
  return {
    places: [...base.places, ...more.places.map(([document, section]) => [document + documents, section] as const)],
    terms,
    forms,
    sections: {
      starts: sections.starts,
      items: sections.arrange(base.sections.items, shift(more.sections.items, entries)),
    },
    fields: Uint8Array.from(sections.arrange(base.fields, more.fields)),
    counts: Uint8Array.from(sections.arrange(base.counts, more.counts)),
    held,
    count: base.count + more.count,
    unitSections: Int32Array.from([...base.unitSections, ...shift(more.unitSections, entries)]),
    units: { starts: unitRows.starts, items: unitRows.arrange(base.units.items, shift(more.units.items, units)) },
    headingTerms: {
      starts: headings.starts,
      items: headings.arrange(
        base.headingTerms.items,
        more.headingTerms.items.map((term) => termOf[term] ?? 0),
      ),
    },
    lengths: Int32Array.from([...base.lengths, ...more.lengths]),
    bodies: joinMeanings(base.bodies, more.bodies),
    wholes: joinMeanings(base.wholes, more.wholes),
    exact,
  };
}

/** The terms of both, and which of them each term of `more` is. */
function joinTerms(base: SectionIndex, more: SectionIndex) {
  const terms = new Map(base.terms);
  const forms = [...base.forms];
  const termOf = [...more.terms].map(([stem, own]) => {
    const known = terms.get(stem);
    if (known !== undefined) return known;
    terms.set(stem, forms.length);
    return forms.push(more.forms[own] ?? '') - 1;
  });
  return { terms, forms, termOf };
}

/** Where the lists of both begin when those of `more` are put behind the ones they belong to, and what puts items there. */
function joinRows(base: Lists, more: Lists, rowOf: readonly number[], count: number) {
  const lengthOf = ({ starts }: Lists, row: number): number => (starts[row + 1] ?? 0) - (starts[row] ?? 0);
  const lengths = new Int32Array(count);
  for (let row = 0; row + 1 < base.starts.length; row += 1) lengths[row] = lengthOf(base, row);
  for (const [own, row] of rowOf.entries()) lengths[row] = (lengths[row] ?? 0) + lengthOf(more, own);
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < count; row += 1) starts[row + 1] = (starts[row] ?? 0) + (lengths[row] ?? 0);
  const arrange = (own: Int32Array | Uint8Array, others: Int32Array | Uint8Array): Int32Array => {
    const items = new Int32Array(starts[count] ?? 0);
    for (let row = 0; row + 1 < base.starts.length; row += 1)
      items.set(own.subarray(base.starts[row], base.starts[row + 1]), starts[row]);
    for (const [from, row] of rowOf.entries())
      items.set(
        others.subarray(more.starts[from], more.starts[from + 1]),
        (starts[row + 1] ?? 0) - lengthOf(more, from),
      );
    return items;
  };
  return { starts, arrange };
}

function joinMeanings(base: Int8Array, more: Int8Array): Int8Array {
  const joined = new Int8Array(base.length + more.length);
  joined.set(base);
  joined.set(more, base.length);
  return joined;
}
