// A text that no topic is sure of in, what it asks for and no document mentions out: “a company car”, “parental leave”.
import { findMissing, type MissingIndex } from '../knowledge/undocumented-subjects.js';
import { readQuestionForm } from '../understanding/question-kind.js';
import { isFiller } from '../understanding/text/stop-words.js';
import type { Token } from '../understanding/text/synonyms.js';

/** Whose company is meant: one's own, so that no document could tell. */
const OWN_COMPANY = /\b(?:our|ours|we|us|here|this company|my (?:company|employer|manager|boss|team))\b/;
/** Who's asked about is the people in this job. */
const PEOPLE = /\b(?:they|them|devs?|developers?|programmers?|coders?|engineers?|people|companies|employers)\b/;
/** “Any pension?”, “Parental leave?” ask whether there is one. */
const BARE = /^any\b/;
const MOST_BARE_WORDS = 2;
const AT_WORK = ['work', 'job'];

/** The names of what a question about the job in general asks for in vain; none where it's about one's own company. */
export function findAbsent(
  missing: MissingIndex,
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
): readonly string[] {
  const plain = text.toLowerCase();
  if (OWN_COMPANY.test(plain)) return [];
  const words = tokens.flatMap((token) => token.words);
  const { kind } = readQuestionForm(text);
  const telling = words.filter((word) => !isFiller(word) && !AT_WORK.includes(word));
  const isBare =
    kind !== 'when' && kind !== 'who' && kind !== 'where' && (BARE.test(plain) || telling.length <= MOST_BARE_WORDS);
  const isGeneral = kind === 'yes-no' || isBare || PEOPLE.test(plain);
  return isGeneral ? findMissing(missing, words).names : [];
}
