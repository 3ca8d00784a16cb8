// Takes a reply that leaves open when, where or who, or a false premise; gives the fact of another topic that tells, if one does.
import type { Fact } from '../knowledge/facts.js';
import type { QuestionKind } from '../understanding/question-kind.js';
import { continueWith, fit, isRefuted, replyFrom, saysNo } from './headline.js';
import type { Query, Reply } from './intent.js';
import { findLacking } from './lacking.js';

const SOUGHT: readonly QuestionKind[] = ['when', 'where', 'who'];
/** A fact of another topic has to cover this much of the question. */
const COVERED = 0.4;

/** The reply, or that from the fact of another topic which covers more of the question. */
export function answerFromElsewhere(query: Query, reply: Reply, all: readonly Fact[]): Reply {
  const { kind } = query.form;
  // What is wrongly taken for granted comes first, whatever topic refutes it.
  const isSetRight = reply.isOpen !== true && reply.facts.some((fact) => saysNo(query, fact));
  const focusOf = ({ id }: Fact): number => query.focus.get(id) ?? 0;
  const [wrong] = all.filter((fact) => isRefuted(query, fact)).toSorted((a, b) => focusOf(b) - focusOf(a));
  if (wrong !== undefined && !isSetRight)
    return {
      headline: fit(`No document says that: ${continueWith(wrong.says)}`, wrong.says),
      details: [reply.headline],
      facts: [wrong, ...reply.facts],
    };
  if (reply.isOpen !== true || !SOUGHT.includes(kind)) return reply;
  const [found] = all
    .filter((fact) => fact.answers.some((one) => one === kind) && query.overlap(fact) >= COVERED)
    .filter((fact) => !reply.facts.includes(fact) && findLacking(query, fact) === undefined)
    .toSorted((a, b) => query.overlap(b) - query.overlap(a));
  return found === undefined ? reply : replyFrom(query, [found]);
}
