// Lists skills by kind, and says whether the documents mention a technology.

import type { Query, Reply } from '../../src/answering/intent.js';
import type { FactOf } from '../../src/knowledge/facts.js';
import { capital, joinNames, joinSays } from '../shared/replies.js';

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
export interface Line {
  readonly text: string;
  readonly facts: readonly Skill[];
}

/** So many kinds are shown where something else was asked for. */
export const MOST_GROUPS = 3;

/** One line a kind: "Databases: MySQL, Oracle, SQL Server". */
export function listGroups(skills: readonly Skill[]): Line[] {
  const groups = [...new Set(skills.map(({ group }) => group))];
  return groups.map((group) => {
    const own = skills.filter((skill) => skill.group === group);
    const names = listNames(group, own);
    if (names.every((name) => group.toLowerCase().includes(name.toLowerCase())))
      return { text: `${capital(group)}: ${joinSays(own.slice(0, 2)).replace(/\.$/, '')}`, facts: own.slice(0, 2) };
    const sources = names.flatMap((name) => own.find(({ technologies }) => technologies.includes(name)) ?? []);
    return { text: `${capital(group)}: ${names.join(', ')}`, facts: [...new Set(sources)] };
  });
}

/** A reply of lines; without a headline the first line is one. */
export function withLines(headline: string | undefined, lines: readonly Line[]): Reply {
  const [first = '', ...rest] = [...(headline === undefined ? [] : [headline]), ...lines.map(({ text }) => text)];
  return { headline: first, details: rest, facts: lines.flatMap(({ facts }) => facts) };
}

/** The skills whose quote holds a technology by name. */
function findNamed(skills: readonly Skill[], technology: string): Skill[] {
  const wanted = plain(technology);
  const named = skills.filter(({ technologies }) => technologies.some((name) => plain(name) === wanted));
  if (named.length > 0) return named;
  const word = technology.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return skills.filter(({ quote }) => new RegExp(`(?<![\\w+#])${word}(?![\\w+#])`, 'i').test(quote));
}

/** Yes with its quote for what is named, a plain "don't mention" for what isn't; never a guess. */
export function answerTechnologies(query: Query, skills: readonly Skill[]): Reply {
  const found = query.slots.technologies.map((name) => ({ name, named: findNamed(skills, name) }));
  const absent = found
    .filter(({ name, named }) => named.length === 0 && !query.told.includes(name))
    .map(({ name }) => name);
  const shown = [...new Set(found.flatMap(({ named }) => named))];
  const lines = [
    ...shown.flatMap((skill) => {
      const names = found.filter(({ named }) => named[0] === skill).map(({ name }) => name);
      return names.length > 0 ? [`${joinNames(names)} ${names.length > 1 ? 'are' : 'is'} named: ${skill.says}`] : [];
    }),
    ...(absent.length > 0 ? [`The documents don’t mention ${joinNames(absent, 'or')}.`] : []),
    ...shown.slice(1).map(({ says }) => says),
  ];
  const [headline = '', ...details] = [...new Set(lines)];
  if (lines.length === 0) return withLines(undefined, listGroups(skills));
  if (shown.length === 0) return { ...withLines(headline, listGroups(skills).slice(0, MOST_GROUPS)), isAbsent: true };
  return { headline, details, facts: shown };
}
