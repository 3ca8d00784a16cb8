// Takes a question for where something comes from, and the reply on it; gives the documents that the reply is from.
import { isOfKind } from '../knowledge/facts.js';
import { fit, joinNames } from './headline.js';
import type { Query, Reply } from './intent.js';

const MOST_LINES = 4;

/** “That’s from …, which cites Indeed.”, with what it says below; the reply as it is where nobody asks for its source. */
export function answerFromSource({ form, titleOf }: Query, reply: Reply): Reply {
  const [first] = reply.facts;
  if (!form.isOnSource || reply.isAbsent || first === undefined) return reply;
  // What else the reply has to tell isn't what was asked for.
  const figures = reply.facts.filter((fact) => isOfKind(fact, 'salary') || isOfKind(fact, 'rate'));
  const facts = figures.length > 0 ? figures : reply.facts.filter(({ kind }) => kind === first.kind);
  const sources = [...new Set(facts.map(({ document }) => document))].map((document) => {
    const own = facts.filter((fact) => fact.document === document);
    return {
      title: titleOf(document),
      cites: own.flatMap((fact) => (isOfKind(fact, 'salary') ? (fact.attributed ?? []) : [])),
    };
  });
  // It names one of them already: “…, according to Indeed”.
  if (
    sources.some(
      ({ title, cites }) => reply.headline.includes(`“${title}”`) && cites.every((one) => reply.headline.includes(one)),
    )
  )
    return reply;
  const ordered = sources.toSorted((a, b) => a.cites.length - b.cites.length);
  const named = ordered.map(
    ({ title, cites }) => `“${title}”${cites.length > 0 ? `, which cites ${joinNames(cites)}` : ''}`,
  );
  return {
    headline: fit(`That’s from ${joinNames(named)}.`, `That’s from ${named.length} of the documents.`),
    details: facts.map(({ says }) => says).slice(0, MOST_LINES),
    facts,
  };
}
