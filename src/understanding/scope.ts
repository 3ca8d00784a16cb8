// A step of understanding: how far a match can be trusted as a question about this career.

import type { Matcher } from './matcher/matcher.js';
import { type ConceptClass, isOfClass, type Token } from './text/synonyms.js';

/** What a text says of its subject, whatever its topic. */
export interface Subject {
  /** It names our job, or the trade it belongs to. */
  readonly own: boolean;
  /** It names another job, and not ours. */
  readonly foreign: boolean;
  /** What its words carry that no topic's phrase knows. */
  readonly strangeness: number;
}

/** Looks at whom and what a text is about. `context` adds what the rest of the message names. */
export function findSubject(
  tokens: readonly Token[],
  matcher: Matcher,
  topic: string,
  context: readonly Token[] = [],
): Subject {
  const names = (wanted: ConceptClass, among: readonly Token[]) => among.some((token) => isOfClass(token, wanted));
  const own = names('own', tokens) || names('own', context);
  return {
    own,
    foreign: !own && names('other-job', tokens) && !names('trade', tokens),
    strangeness: tokens.reduce((sum, token) => sum + matcher.strangeness(token, topic), 0),
  };
}

/**
 * How much each sign speaks for (above 0) or against an answer: a logistic regression. `npm run bench -- fit` fits it to the
 * questions of `test/specification/questions.txt`; these are near that fit, milder, so that fewer of the real ones are refused.
 */
export const WEIGHTS = { bias: -1.8, match: 0.9, inside: 1.6, own: 2.9, strange: -1.05, strangeOwn: 0.2 };

type Sign = keyof typeof WEIGHTS;

/** The signs that the weights weigh, for one text and its best topic. */
export function listSigns(topicScore: number, inside: number, subject: Subject): Record<Sign, number> {
  return {
    bias: 1,
    match: Math.log((topicScore + 1e-4) / (1 - topicScore + 1e-4)),
    inside: Math.log((inside + 1e-3) / (1 - inside + 1e-3)),
    own: subject.own ? 1 : 0,
    strange: Math.min(4, subject.strangeness),
    strangeOwn: subject.own ? Math.min(4, subject.strangeness) : 0,
  };
}

/** 0 to 1: how surely a topic with this score should be answered; `mayCompare` when it is about other jobs as well. */
export function rateConfidence(score: number, inside: number, subject: Subject, mayCompare: boolean): number {
  if (subject.foreign && !mayCompare) return 0;
  const signs = listSigns(score, inside, subject);
  let sum = 0;
  for (const [name, value] of Object.entries(signs)) sum += value * (WEIGHTS[name as Sign] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
