// The topic skills: skills, languages, tools and whether one of them is needed.
import { defineIntent } from '../../src/answering/intent.js';
import { denyMissing, isAskedFor, sortByFocus, tell } from '../shared/replies.js';
import { answerTechnologies, listGroups, MOST_GROUPS, withLines } from './skill-groups.js';

/** Answers from the documents. */
export const skills = defineIntent({
  id: 'skills',
  title: 'Skills and technologies',
  example: 'Do I need to know Python?',
  kinds: ['skill'],
  related: ['how-to-become', 'degree', 'responsibilities'],
  slots: ['technologies'],
  answer(query, facts) {
    const skills = facts.of('skill');
    if (query.slots.technologies.length > 0) return answerTechnologies(query, skills);
    const denial = denyMissing(query);
    const groups = listGroups(skills);
    if (denial !== undefined) return { ...withLines(denial, groups.slice(0, MOST_GROUPS)), isAbsent: true };
    const [first] = sortByFocus(query, skills);
    if (first === undefined || !isAskedFor(query, skills)) return withLines(undefined, groups);
    return tell(
      query,
      skills.filter(({ group }) => group === first.group),
    );
  },
});
