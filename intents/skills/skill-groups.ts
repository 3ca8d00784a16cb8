// Lists skills by kind, and says whether the documents mention a technology.

import {
  capital,
  continueWith,
  denyMissing,
  fit,
  isLimiting,
  joinNames,
  leaveOpen,
  leaveUnsummed,
  phraseFact,
  phraseNoBest,
  phraseUnranked,
  spellCount,
} from '../../src/answering/headline.js';
import type { Lead, Query, Reply } from '../../src/answering/intent.js';
import { type FactOf, listItem } from '../../src/knowledge/facts.js';

type Skill = FactOf<'skill'>;

const plain = (name: string): string => name.toLowerCase().replace(/[\s.]|js$/g, '');

/** The names worth listing: not the kind's own name again, and not the beginning of a longer one. */
function listNames(group: string, skills: readonly Skill[]): string[] {
  const names = [
    ...new Map(skills.flatMap(({ technologies }) => technologies).map((name) => [plain(name), name])).values(),
  ];
  return names.filter(
    (name) =>
      plain(name) !== plain(group) &&
      !(name.includes(' ') && names.some((other) => other !== name && other.startsWith(name))),
  );
}

/** One line and the facts it rests on. */
interface Line {
  readonly text: string;
  readonly facts: readonly Skill[];
}

/** So many kinds are listed; the headline names all. */
const MOST_GROUPS = 7;

/** One line a kind: "Databases: MySQL, Oracle, SQL Server". */
function listGroups(skills: readonly Skill[]): Line[] {
  const groups = [...new Set(skills.map(({ group }) => group))];
  return groups.slice(0, MOST_GROUPS).map((group) => {
    const own = skills.filter((skill) => skill.group === group);
    const names = listNames(group, own);
    const sources = names.flatMap((name) => own.find(({ technologies }) => technologies.includes(name)) ?? []);
    // A group without names is told in the first fact's own words.
    const text = names.length === 0 ? own.slice(0, 1).map(listItem).join('') : `${capital(group)}: ${names.join(', ')}`;
    return { text, facts: names.length === 0 ? own.slice(0, 1) : [...new Set(sources)] };
  });
}

/** “They ask for skills in programming languages, databases … and more.”, after how many or that none is ranked. */
function sumUpGroups({ form, says }: Query, skills: readonly Skill[], naming = 'The documents ask for'): string {
  const groups = [...new Set(skills.map(({ group }) => group))];
  const named = groups.slice(0, MOST_GROUPS);
  const areas = joinNames([...named, ...(groups.length > named.length ? ['more'] : [])]);
  if (form.kind === 'how-many')
    return fit(`${countSkills(skills)} ${areas}.`, `${countSkills(skills)} ${joinNames(named.slice(0, 4))} and more.`);
  const isWhole = form.kind === 'yes-no' && !form.isReversed && says('all');
  const plain = isWhole ? `Yes – ${continueWith(naming)}` : naming;
  const lead = form.superlative !== undefined ? 'The documents rank none: they ask for' : plain;
  return fit(`${lead} skills in ${areas}.`, `${lead} skills in ${joinNames([...named.slice(0, 5), 'more'])}.`);
}

/** A single document lists so many in one section; together they give no number. */
function countSkills(skills: readonly Skill[]): string {
  const [document, ...others] = new Set(skills.map((skill) => skill.document));
  if (document === undefined || others.length > 0) return 'The documents give no number, but ask for skills in';
  const sections = skills.map(({ section }) => section);
  const count = Math.max(...sections.map((one) => sections.filter((section) => section === one).length));
  return `${capital(spellCount(count))} skills are listed, in`;
}

const BOTH_DOCUMENTS = /\bboth (?:of )?(?:the |your )?(?:documents|sources|texts|articles|pages)\b/i;

/** The skills of the kinds that more than one document asks for. */
const sharedByDocuments = (skills: readonly Skill[]): Skill[] =>
  skills.filter(({ group, document }) => skills.some((other) => other.group === group && other.document !== document));

/** Of these skills, the names that more than one document gives, for a question about both; undefined for any other. */
export function namesInBoth({ text }: Query, skills: readonly Skill[]): readonly string[] | undefined {
  if (!BOTH_DOCUMENTS.test(text)) return undefined;
  const isIn = (name: string, { technologies }: Skill): boolean =>
    technologies.some((one) => plain(one) === plain(name));
  const documentsOf = (name: string) =>
    new Set(skills.filter((skill) => isIn(name, skill)).map(({ document }) => document));
  const names = new Map(skills.flatMap(({ technologies }) => technologies).map((name) => [plain(name), name]));
  return [...names.values()].filter((name) => documentsOf(name).size > 1);
}

/** All kinds of skills, or those that both documents ask for. */
export function listSkills(query: Query, all: readonly Skill[]): Reply {
  const isShared = BOTH_DOCUMENTS.test(query.text);
  const skills = isShared ? sharedByDocuments(all) : all;
  const lines = listGroups(skills);
  const isOther = query.form.isOnWhich && (query.form.isReversed || query.namesOther());
  const isUnsaid = isOther || (query.form.kind === 'yes-no' && !query.says('all'));
  return {
    ...(isUnsaid
      ? leaveOpen(isOther ? 'which' : 'so outright', sumUpGroups(query, skills, 'They ask for'))
      : (leaveUnsummed(query) ?? {
          headline: sumUpGroups(query, skills, isShared ? 'Both documents ask for' : undefined),
        })),
    details: lines.map(({ text }) => text),
    facts: lines.flatMap((line) => line.facts),
  };
}

/** The skills whose quote holds a technology by name. */
export function findNamed(skills: readonly Skill[], technology: string): Skill[] {
  const wanted = plain(technology);
  const named = skills.filter(({ technologies }) => technologies.some((name) => plain(name) === wanted));
  if (named.length > 0) return named;
  const word = technology.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return skills.filter(({ quote }) => new RegExp(`(?<![\\w+#])${word}(?![\\w+#])`, 'i').test(quote));
}

/** What the documents make of several names: any will do, both are named, or neither is ranked above the other. */
function phraseEither({ form, asksFor, says }: Query, names: readonly string[], skill: Skill): Lead | undefined {
  const listed = joinNames(names);
  const [both, all, neither] = names.length === 2 ? ['both ', 'both', 'neither'] : ['', 'all', 'none'];
  const isEither = /\bany\b/.test(skill.quote) && names.every((name) => skill.technologies.includes(name));
  const isRanked = form.comparative !== undefined;
  if (
    isEither &&
    !isRanked &&
    (asksFor('skill-needed') || says('both')) &&
    (form.kind === 'yes-no' || form.kind === 'or')
  )
    return { headline: fit(`Any one of them will do: ${continueWith(skill.says)}`, `Any one of ${listed} will do.`) };
  if (form.comparative !== undefined) return phraseUnranked(form.comparative, `${listed} are ${all} listed.`);
  return form.kind === 'or' ? { headline: `The documents name ${both}${listed} and prefer ${neither}.` } : undefined;
}

/** The names and, of those that a question sets against them, those that the same fact has: “unit or E2E testing”. */
function addAlternatives({ form, says }: Query, names: readonly string[], skill: Skill): readonly string[] {
  if (form.kind !== 'or' || names.length !== 1) return names;
  const group = skill.group.split(' ');
  const own = (name: string): string[] => name.split(' ').filter((word) => !group.includes(word));
  const isSaid = (name: string): boolean => names.includes(name) || (own(name).length > 0 && own(name).every(says));
  const both = skill.technologies.filter(isSaid);
  return both.length > 1 ? both : names;
}

/** “APIs” and “frameworks”, not “Node JS” or “CSS”. */
const PLURAL = /(?<!j)s$(?<=[\p{Ll}I]s)/u;

/** “Yes – Git is on the list.”, with the sentence where it fits. */
function phraseNamed(query: Query, names: readonly string[], absent: readonly string[], skill: Skill): Lead {
  const { form } = query;
  const listed = joinNames(names);
  if (absent.length > 0)
    return { headline: `The documents name ${listed}, but don’t mention ${joinNames(absent, 'or')}.` };
  const others = skill.technologies.filter((name) => !names.includes(name));
  // “How many CSS preprocessors” asks for what is listed as one.
  const isOfKind = names.length === 1 && listed.endsWith('s') && others.length > 1;
  if (isOfKind && form.kind === 'how-many')
    return { headline: `The documents name ${spellCount(others.length)}: ${joinNames(others)}.` };
  if (isOfKind && form.kind === 'which') return { headline: `The documents name ${joinNames(others)}.` };
  if (names.length > 1) {
    const either = phraseEither(query, names, skill);
    if (either !== undefined) return either;
  }
  if (form.superlative !== undefined && skill.technologies.length > 1) {
    const isOfThem = others.length > 1 && names.length === 1 && plain(names.join('')).endsWith('s');
    return { headline: phraseNoBest(isOfThem ? others : skill.technologies, form.superlative) };
  }
  if (form.kind === 'compare' && names.length > 1)
    return leaveOpen('how they differ', `${listed} are ${names.length === 2 ? 'both' : 'all'} listed.`);
  if (form.kind === 'why' || form.kind === 'compare') return phraseFact(query, skill);
  const be = names.length > 1 || PLURAL.test(listed) ? 'are' : 'is';
  const statement = `${listed} ${be} on the list: ${continueWith(skill.says)}`;
  if (form.kind !== 'yes-no') return { headline: fit(capital(statement), `${listed} ${be} on the list.`) };
  // “Is Java dying?”: that it's listed is no yes.
  if (query.says('still') || (!query.asksFor('skill-listed') && !query.asksFor('skill-needed')))
    return {
      headline: fit(
        `The documents only say that ${statement}`,
        `The documents only say that ${listed} ${be} on the list.`,
      ),
      isOpen: true,
    };
  const verdict = form.isReversed ? 'No' : 'Yes';
  return { headline: fit(`${verdict} – ${statement}`, `${verdict} – ${listed} ${be} on the list.`) };
}

/** “No – the documents ask for more than Python: skills in databases …”, whatever else is named. */
function answerEnough(query: Query, names: readonly string[], named: readonly Skill[], all: readonly Skill[]): Reply {
  const others = all.filter(({ group }) => named.every((skill) => skill.group !== group));
  return {
    headline: sumUpGroups(query, others, `No – the documents ask for more than ${joinNames(names)}:`),
    details: named.map(({ says }) => says),
    facts: [...named, ...listGroups(others).flatMap(({ facts }) => facts)],
  };
}

/** Yes with its quote for what is named, a plain "don't mention" for what isn't; never a guess. */
export function answerTechnologies(query: Query, skills: readonly Skill[]): Reply {
  const found = query.slots.technologies.map((name) => ({ name, named: findNamed(skills, name) }));
  const absent = found
    .filter(({ name, named }) => named.length === 0 && !query.namesInText.includes(name))
    .map(({ name }) => name);
  const shown = [...new Set(found.flatMap(({ named }) => named))];
  const [first] = shown;
  if (first === undefined && absent.length === 0) return listSkills(query, skills);
  if (first === undefined)
    return {
      headline: `The documents don’t mention ${joinNames(absent, 'or')}.`,
      facts: [],
      isAbsent: true,
      lacks: absent,
    };
  const names = found.filter(({ named }) => named.length > 0).map(({ name }) => name);
  if ((query.asksFor('skill-enough') || isLimiting(query)) && query.form.kind === 'yes-no' && absent.length === 0)
    return answerEnough(query, names, shown, skills);
  const { below, ...lead } = phraseNamed(query, addAlternatives(query, names, first), absent, first);
  const isTold = ({ says }: Skill): boolean => lead.headline.includes(continueWith(says));
  const details = shown.filter((skill) => !isTold(skill)).map(({ says }) => says);
  return {
    ...lead,
    details: [...[denyMissing(query) ?? []].flat(), ...details],
    facts: shown,
    lacks: [...absent, ...query.missing],
  };
}
