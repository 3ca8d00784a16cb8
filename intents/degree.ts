// The topic degree: whether a degree is needed, and which courses are named.
import {
  capital,
  continueWith,
  deny,
  fit,
  isAsked,
  isJudgedBy,
  joinNames,
  phraseFact,
  phraseVerdict,
  rankFacts,
  replyFrom,
  spellCount,
} from '../src/answering/headline.js';
import { defineIntent, type Query } from '../src/answering/intent.js';
import type { Fact } from '../src/knowledge/facts.js';

/** Next to the two sides, only what is closest to the question. */
const MOST_BESIDES = 2;

/** What the documents say about degrees in general, if the question names one they don't mention. */
const ON_DEGREES = 'Whether you need a degree at all: one document says yes, the other no.';

/** The courses by name, as the question asks for them: which, how many, the best, or one of two. */
function phraseCourses({ form, says }: Query, courses: readonly string[]): string {
  const names = joinNames(courses);
  if (form.kind === 'how-many')
    return `${capital(spellCount(courses.length))} courses are listed: ${names}, or an equivalent degree or diploma.`;
  if (form.superlative !== undefined)
    return `The documents name none as the ${form.superlative}: ${names} are all listed, and most companies prefer a PG degree.`;
  if (form.kind === 'or' || form.kind === 'compare') {
    const named = courses.filter((course) => says(course));
    const be = named.length === 2 ? 'are both' : 'are all';
    const listed = named.length > 1 ? `${joinNames(named)} ${be}` : `${names} are all`;
    return `${listed} listed as top courses, and most companies prefer a PG (postgraduate) degree.`;
  }
  return `A degree in computer science: the documents list ${names}, or an equivalent degree or diploma.`;
}

/** That the documents disagree: as a verdict, or for a question how, what each of them says. */
function phraseSides({ form }: Query, [first, other]: readonly [Fact, Fact]): string {
  if (form.kind !== 'how') return BOTH;
  const one = first.says.replace(/\.$/, '');
  return fit(
    `${one}; the other document disagrees: ${continueWith(other.says)}`,
    `${one}, says one document; the other disagrees.`,
    BOTH,
  );
}

/** What only one of the documents says, taken for granted: “why don’t they need a degree?”. */
function phrasePremise({ form, titleOf }: Query, required: Fact, against: Fact): string {
  const [own, other] = form.isNegated ? [against, required] : [required, against];
  return fit(
    `Only “${titleOf(own.document)}” says so. The other document: ${other.says}`,
    `Only one document says so. The other: ${other.says}`,
  );
}

const BOTH = 'One document says yes, the other no.';

/** Answers from the documents. */
export const degree = defineIntent({
  id: 'degree',
  title: 'Degrees and courses',
  example: 'Do I need a degree?',
  kinds: ['degree', 'course'],
  roles: ['degree-needed', 'degree-not-needed'],
  subtopics: ['degree-need', 'besides-courses'],
  related: ['how-to-become', 'skills', 'jobs'],
  answer(query, facts) {
    const degrees = facts.of('degree');
    const courses = facts.of('course');
    const all = [...degrees, ...courses];
    const against = facts.inRole('degree-not-needed');
    const required = facts.inRole('degree-needed');
    const denial = deny(query, all);
    if (denial && against && required && query.asksFor('degree-need'))
      return { ...denial, details: [ON_DEGREES], facts: [required, against] };
    if (denial) return denial;
    if (!against || !required) return replyFrom(query, all);
    const ranked = rankFacts(query, all);
    const [top] = ranked;
    const sides = [required, against];
    const { kind } = query.form;
    const others = ranked.filter((fact) => !sides.includes(fact));
    const asked = others.filter((fact) => isAsked(query, fact));
    const says = (fact: (typeof all)[number]): string => `“${query.titleOf(fact.document)}”: ${fact.says}`;
    const isOtherFirst = top !== undefined && top.kind !== 'course' && asked.includes(top);
    const [preferred] = degrees.filter(({ stance }) => stance === 'preferred');
    const isOfCourses = courses.some((fact) => fact.names.some((name) => query.says(name)));
    if (
      preferred &&
      query.form.comparative !== undefined &&
      kind === 'yes-no' &&
      !isOfCourses &&
      isJudgedBy(query, preferred)
    )
      return { headline: phraseVerdict(query, preferred), details: sides.map(says), facts: [preferred, ...sides] };
    const asksForNames = ['which', 'how-many', 'best', 'or', 'compare'].includes(kind);
    if (asksForNames && courses.length > 0 && !isOtherFirst && !query.asksFor('besides-courses')) {
      const isChoice = kind === 'or' || query.form.superlative !== undefined;
      const first = preferred ? [preferred] : [];
      const isSaid = kind === 'or' || kind === 'compare';
      const shown = isSaid ? [] : isChoice ? first : [...first, ...sides];
      const names = courses.flatMap((fact) => fact.names);
      return {
        headline: phraseCourses(query, names),
        details: shown.map(says),
        facts: [...courses, ...(isSaid ? first : [required, ...shown])],
      };
    }
    if (
      query.form.isAssuming &&
      query.asksFor('degree-need') &&
      (query.form.isNegated || (kind === 'why' && !isOtherFirst))
    )
      return { headline: phrasePremise(query, required, against), details: sides.map(says), facts: sides };
    const isOther = top !== undefined && !sides.includes(top) && isAsked(query, top);
    if (
      isOther &&
      (kind !== 'yes-no' || top.verdict !== undefined || !query.asksFor('degree-need') || top.kind === 'course')
    )
      return { headline: phraseFact(query, top), details: sides.map(says), facts: [top, ...sides] };
    const shown = [...new Set([...asked, ...others])].slice(0, MOST_BESIDES);
    return {
      headline: phraseSides(query, top === against ? [against, required] : [required, against]),
      details: [...sides, ...shown].map(says),
      facts: [...sides, ...shown],
    };
  },
});
