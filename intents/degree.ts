// The topic degree: whether a degree is needed, and which courses are named.
import {
  beginWith,
  capital,
  continueWith,
  deny,
  fit,
  isAsked,
  isJudgedBy,
  joinNames,
  OPEN,
  phraseFact,
  phraseUnranked,
  phraseVerdict,
  rankFacts,
  replyFrom,
  spellCount,
} from '../src/answering/headline.js';
import { defineIntent, type Lead, type Query, type Reply } from '../src/answering/intent.js';
import { type Fact, type FactOf, listItem } from '../src/knowledge/facts.js';
import { findFollowing, phraseFollowing } from './shared/following-steps.js';
import { phraseTwoSides } from './shared/two-sides.js';

/** Next to the two sides, only what is closest to the question. */
const MOST_BESIDES = 2;

/** What the documents say about degrees in general, if the question names one they don't mention. */
const ON_DEGREES = 'Whether you need a degree at all: one document says yes, the other no.';

/** Whether a question sets one thing against another: “BCA or BTech?”, “is an MTech better than an MCA?”. */
const isChoice = ({ form: { kind, comparative } }: Query): boolean =>
  kind === 'or' || kind === 'compare' || (kind === 'yes-no' && comparative !== undefined);

/** The courses by name, as the question asks for them: which, how many, the best, or one of two. */
function phraseCourses(query: Query, courses: readonly string[]): Lead {
  const { form, says: isSaid } = query;
  const names = joinNames(courses);
  if (form.kind === 'how-many')
    return {
      headline: `${capital(spellCount(courses.length))} courses are listed: ${names}, or an equivalent degree or diploma.`,
    };
  if (form.superlative !== undefined && !isChoice(query))
    return {
      headline: `The documents name none as the ${form.superlative}: ${names} are all listed, and most companies prefer a PG degree.`,
    };
  if (isChoice(query)) {
    const named = [...courses, 'a diploma'].filter((course) => isSaid(course.replace('a ', '')));
    const be = named.length === 2 ? 'are both' : 'are all';
    const listed = named.length > 1 ? `${joinNames(named)} ${be}` : `${names} are all`;
    const says = `${listed} listed as top courses, and most companies prefer a PG (postgraduate) degree.`;
    return form.comparative === undefined ? { headline: says } : phraseUnranked(form.comparative, says);
  }
  return {
    headline: `The documents ask for a degree in computer science, such as ${joinNames(courses, 'or')}, or an equivalent degree or diploma.`,
  };
}

/** That the documents disagree: as a verdict, or for a question that isn't for one, what each of them says. */
function phraseSides({ form, asksFor, says }: Query, [first, other]: readonly [Fact, Fact]): string {
  if (form.kind === 'yes-no' || (form.kind === 'open' && asksFor('degree-need') && !says('agree'))) return BOTH;
  const both = form.kind === 'how' || form.kind === 'which' ? undefined : phraseTwoSides(first, other);
  if (both !== undefined) return fit(both, BOTH);
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

/** The facts as one question asks for them. */
interface DegreeFacts {
  readonly degrees: readonly FactOf<'degree'>[];
  readonly courses: readonly FactOf<'course'>[];
  readonly steps: readonly FactOf<'step'>[];
  readonly required: Fact;
  readonly against: Fact;
  /** Of all but the two sides: those asked for, and the one that comes before both sides, if any does. */
  readonly others: readonly Fact[];
  readonly asked: readonly Fact[];
  readonly first: Fact | undefined;
}

/** One way to answer; undefined leaves it to the next one. */
type Way = (query: Query, facts: DegreeFacts) => Reply | undefined;

/** A fact with the document that says so. */
const sayWithTitle = ({ titleOf }: Query, facts: readonly Fact[]): string[] =>
  facts.map(({ document, says }) => `“${titleOf(document)}”: ${says}`);

const isPreferred = ({ stance }: FactOf<'degree'>): boolean => stance === 'preferred';

/** “Is a master’s better?”, “which degree do companies like best?”: which of them companies prefer. */
const answerPreference: Way = (query, { degrees, courses, required, against }) => {
  const preferred = degrees.find(isPreferred);
  const isOfCourses = courses.some((fact) => fact.names.some((name) => query.says(name)));
  const { kind, comparative } = query.form;
  const isAskedSo = (kind === 'which' || (kind === 'yes-no' && comparative !== undefined)) && !isOfCourses;
  if (!preferred || !isAskedSo || !isJudgedBy(query, preferred)) return undefined;
  const sides = [required, against];
  const lead = kind === 'which' ? { headline: preferred.says } : phraseVerdict(query, preferred);
  return beginWith(lead, {
    details: sayWithTitle(query, sides),
    facts: [preferred, ...sides],
  });
};

/** The kinds of questions that names of courses answer. */
const NAMING = ['which', 'how-many', 'best', 'or', 'compare'];

/** The names of the courses. */
const answerCourses: Way = (query, { degrees, courses, required, against, first }) => {
  const { kind, superlative } = query.form;
  const said = courses.flatMap(({ names }) => names).filter(query.says);
  const isPair = isChoice(query) && said.length > 1;
  // “MCA or self-taught?” sets a course against none.
  if (isChoice(query) && said.length === 1 && query.focus.has(against.id)) return undefined;
  const isOtherFirst = first !== undefined && first.kind !== 'course' && !isPair;
  // “Do I need a degree, or can I teach myself?” sets no course against another.
  const isNamed = courses.some((fact) => [...fact.names, 'diploma'].some(query.says));
  if (kind === 'or' && !isNamed && query.says('degree') && query.asksFor('degree-need')) return undefined;
  if (!(isPair || NAMING.includes(kind)) || courses.length === 0 || isOtherFirst || query.asksFor('besides-courses'))
    return undefined;
  const preferred = degrees.filter(isPreferred).slice(0, 1);
  const lead = phraseCourses(
    query,
    courses.flatMap((fact) => fact.names),
  );
  // The headline says that one is preferred.
  if (isChoice(query)) return beginWith(lead, { facts: [...courses, ...preferred] });
  const shown = superlative === undefined ? [...preferred, required, against] : preferred;
  return beginWith(lead, { details: sayWithTitle(query, shown), facts: [...courses, required, ...shown] });
};

/** What the question takes for granted and only one document says. */
const answerPremise: Way = (query, { required, against, first }) => {
  const { isAssuming, isNegated, kind } = query.form;
  // “Why should I do a PG degree?” asks for that one, “why is a degree a must?” for none by name.
  const isOtherFirst = first !== undefined && first.kind !== 'course' && query.focus.has(first.id);
  const isPremise = isAssuming && query.asksFor('degree-need') && (isNegated || (kind === 'why' && !isOtherFirst));
  if (!isPremise) return undefined;
  const sides = [required, against];
  return { headline: phrasePremise(query, required, against), details: sayWithTitle(query, sides), facts: sides };
};

/** When a degree is taken, where it's one of the steps into the job. */
const answerWhen: Way = (query, { steps, required, against }) => {
  // “When is no degree needed?” asks for no step.
  const isOnStep = query.form.kind === 'when' && !query.asksFor('degree-need');
  const [step] = isOnStep ? rankFacts(query, steps).filter((one) => isAsked(query, one)) : [];
  if (step === undefined) return undefined;
  const sides = [required, against];
  return beginWith(phraseFact(query, step), { details: sayWithTitle(query, sides), facts: [step, ...sides] });
};

/** What comes after the degree. */
const answerAfter: Way = (query, { steps }) => {
  const following = findFollowing(query, steps);
  return (
    following && { headline: phraseFollowing(following), details: following.map(({ says }) => says), facts: following }
  );
};

/** A course that a question asks whether it's needed is only one of several: “is an MCA required?”. */
const isOneOfSeveral = ({ form, asksFor }: Query, { kind }: Fact): boolean =>
  form.kind === 'yes-no' && !form.isReversed && kind === 'course' && asksFor('course-needed');

/** Another fact that is asked for, such as whether experience counts; two of them where it sets them against each other. */
const answerOther: Way = (query, { degrees, required, against, asked, first: top }) => {
  const { kind } = query.form;
  // “Is a master's mandatory?” asks for that degree, whatever is said of degrees at large.
  const preferred = kind === 'yes-no' && query.asksFor('degree-need') ? degrees.find(isPreferred) : undefined;
  const first = preferred !== undefined && query.focus.has(preferred.id) ? preferred : top;
  if (first === undefined) return undefined;
  const isOnNeed = kind === 'yes-no' && first.verdict === undefined && query.asksFor('degree-need');
  if (isOnNeed && first.kind !== 'course') return undefined;
  const sides = [required, against];
  const second = asked.find((fact) => fact !== first && fact.kind === first.kind);
  const isPair = second !== undefined && (kind === 'compare' || kind === 'or');
  const lead = isOneOfSeveral(query, first)
    ? { headline: fit(`Not necessarily – ${continueWith(first.says)}`, first.says) }
    : phraseFact(query, first);
  return beginWith(isPair ? { headline: joinSides(first, second) } : lead, {
    details: sayWithTitle(query, sides),
    facts: [first, ...(isPair ? [second] : []), ...sides],
  });
};

/** Both in one sentence. */
const joinSides = (one: Fact, other: Fact): string =>
  fit(
    ...[other.says, listItem(other)].map((says) => `${one.says.replace(/\.$/, '')}; ${continueWith(says)}`),
    one.says,
  );

/** Whether a degree is needed: both sides. */
function answerNeed(query: Query, { required, against, others, asked }: DegreeFacts, top: Fact | undefined): Reply {
  const shown = [...new Set([...asked, ...others])].slice(0, MOST_BESIDES);
  const facts = [required, against, ...shown];
  // “Is an online degree accepted?”: whether any degree is needed doesn't say.
  if (query.form.kind === 'yes-no' && query.isOfOtherSort('degree'))
    return { ...OPEN, details: [ON_DEGREES, ...sayWithTitle(query, facts)], facts };
  const sides = phraseSides(query, top === against ? [against, required] : [required, against]);
  return { headline: sides, details: sayWithTitle(query, facts), facts };
}

/** The first that has something to say answers. */
const WAYS: readonly Way[] = [answerAfter, answerPreference, answerCourses, answerPremise, answerWhen, answerOther];

/** Answers from the documents. */
export const degree = defineIntent({
  id: 'degree',
  title: 'Degrees and courses',
  example: 'Do I need a degree?',
  kinds: ['degree', 'course'],
  roles: ['degree-needed', 'degree-not-needed'],
  subtopics: ['degree-need', 'course-needed', 'besides-courses'],
  related: ['how-to-become', 'skills', 'jobs'],
  answer(query, facts) {
    const [degrees, courses] = [facts.of('degree'), facts.of('course')];
    const all = [...degrees, ...courses];
    const [required, against] = [facts.inRole('degree-needed'), facts.inRole('degree-not-needed')];
    const denial = deny(query, all);
    if (denial && against && required && query.asksFor('degree-need'))
      return { ...denial, details: [ON_DEGREES], facts: [required, against] };
    if (denial) return denial;
    if (!against || !required) return replyFrom(query, all);
    const ranked = rankFacts(query, all);
    const [top] = ranked;
    const others = ranked.filter((fact) => fact !== required && fact !== against);
    const asked = others.filter((fact) => isAsked(query, fact));
    const first = top && asked.includes(top) ? top : undefined;
    const known = { degrees, courses, steps: facts.of('step'), required, against, others, asked, first };
    for (const way of WAYS) {
      const reply = way(query, known);
      if (reply) return reply;
    }
    return answerNeed(query, known, top);
  },
});
