// The topic skills: skills, languages, tools and whether one of them is needed.
import {
  continueWith,
  deny,
  fit,
  isAsked,
  joinNames,
  leaveOpen,
  rankFacts,
  replyFrom,
} from '../../src/answering/headline.js';
import { defineIntent } from '../../src/answering/intent.js';
import { namesOf } from '../../src/knowledge/facts.js';
import { answerTechnologies, listSkills, namesInBoth } from './skill-groups.js';

/** “The documents name none as the best: …”, with what they do say. */
const phraseNone = (none: string, says: string): string =>
  fit(`The documents name ${none}: ${continueWith(says)}`, says);

/** Answers from the documents. */
export const skills = defineIntent({
  id: 'skills',
  title: 'Skills and technologies',
  example: 'Do I need to know Python?',
  kinds: ['skill'],
  roles: ['pay-depends-on'],
  subtopics: ['skill-enough', 'skill-needed', 'skill-listed'],
  related: ['how-to-become', 'degree', 'responsibilities'],
  slots: ['technologies'],
  answer(query, facts) {
    const skills = facts.of('skill');
    const depends = facts.inRole('pay-depends-on');
    if (query.form.isOnBestPaid && depends) return { ...leaveOpen('which pays best', depends.says), facts: [depends] };
    if (query.slots.technologies.length > 0) return answerTechnologies(query, skills);
    const denial = deny(query, skills);
    if (denial) return denial;
    const ranked = rankFacts(query, skills);
    // “Which framework should I learn first?” asks for frameworks, whatever else is learnt first.
    const shareSaid = ({ group }: (typeof skills)[number]): number => {
      const words = group.split(' ');
      return query.says(words.join('')) ? 1 : words.filter(query.says).length / words.length;
    };
    const [said] = ranked
      .filter((skill) => shareSaid(skill) > 0 && isAsked(query, skill))
      .toSorted((a, b) => shareSaid(b) - shareSaid(a));
    const first = said ?? ranked[0];
    if (first === undefined || !isAsked(query, first)) return listSkills(query, skills);
    const asked = skills.filter((skill) => isAsked(query, skill) && skill.group === first.group);
    const isForNames = ['which', 'best', 'how-many'].includes(query.form.kind);
    const named = skills.filter((skill) => skill.group === first.group && namesOf(skill).length > 0);
    const shared = isForNames ? (namesInBoth(query, named) ?? []) : [];
    if (shared.length > 0) return { headline: `Both documents name ${joinNames(shared)}.`, facts: named };
    const { superlative } = query.form;
    if (superlative !== undefined && asked.every((skill) => namesOf(skill).length === 0) && said === undefined)
      return { headline: phraseNone(`none as the ${superlative}`, first.says), facts: [first] };
    if (isForNames && named.length > 0 && asked.every((skill) => namesOf(skill).length === 0))
      return {
        headline: `The documents name ${joinNames([...new Set(named.flatMap(namesOf))])}.`,
        details: asked.map(({ says }) => says),
        facts: [...named, ...asked],
      };
    if (isForNames && asked.every((skill) => namesOf(skill).length === 0))
      return { headline: phraseNone('none', first.says), facts: [first] };
    const own = skills.filter(({ group }) => group === first.group);
    const isAny = own.some(({ quote }) => /\bany\b/.test(quote));
    return replyFrom(query, own, {
      naming: query.form.kind === 'how-many' && isAny ? 'Any one will do; the documents name' : 'The documents name',
    });
  },
});
