// Lists what the data would do in use, for an editor to look through: none of it is an error.
import { answeredTopics } from '../answering/answer.js';
import type { Bot, ExplainingBot } from '../answering/bot.js';
import { foldSpace } from '../knowledge/documents.js';
import type { WrittenAnswer } from '../knowledge/files/answer-file.js';
import type { Knowledge } from '../knowledge/load-knowledge.js';
import { listKeys, type PassageIndex } from '../knowledge/passage-index.js';
import { findPassage } from '../knowledge/passages.js';
import type { Matcher, MatcherTopic } from '../understanding/matcher/matcher.js';
import { listPhrases } from '../understanding/text/phrase-patterns.js';
import { partGathered, type Token } from '../understanding/text/synonyms.js';

/** One list: what it shows, what to do about it, and a line for each case. */
export interface Effect {
  readonly what: string;
  readonly advice: string;
  readonly lines: readonly string[];
}

/** What a question counts as if no topic answers it; whether topics are offered may change with every edit. */
export const UNANSWERED = 'no answer';

/** A question of the specification and what it must count as: a topic, `about-bot`, or no answer. */
export interface Expected {
  readonly question: string;
  readonly expected: string;
}

const quote = (text: string): string => `“${text}”`;

/** What a question counts as: the first topic answered, another outcome, or no answer. */
export function takeFor(bot: Bot, text: string): string {
  const answer = bot.answer({ text });
  const { outcome } = answer;
  if (outcome === 'clarify' || outcome === 'out-of-scope') return UNANSWERED;
  return answeredTopics(answer)[0] ?? outcome;
}

/** Phrases with the same meaning in more than one topic. */
export function listClaimedTwice(topics: readonly MatcherTopic[], matcher: Matcher): Effect {
  const claims = new Map<string, Map<string, string>>();
  for (const topic of topics)
    for (const phrase of topic.phrases) {
      const key = partGathered(matcher.read(phrase))
        .map((token) => token.key)
        .join(' ');
      const claim = claims.get(key) ?? new Map<string, string>();
      claims.set(key, claim.has(topic.id) ? claim : claim.set(topic.id, phrase));
    }
  const twice = [...claims.values()].filter((claim) => claim.size > 1);
  return {
    what: 'Phrases in two topics',
    advice: 'Remove each from one of them.',
    lines: twice.map((claim) => [...claim].map(([id, phrase]) => `${quote(phrase)} ${id}`).join(' = ')),
  };
}

/** Phrases of written answers that a topic in code answers already. `coded` is a bot without the written answers. */
export function listAnsweredAlready(answers: readonly WrittenAnswer[], coded: ExplainingBot): Effect {
  const lines = answers.flatMap(({ id, says }) => {
    const asked = listPhrases(says);
    const answered = asked.flatMap((text) => {
      const [topic] = coded.explain({ text }).topics;
      return topic ? [`${quote(text)} → ${topic.id} ${topic.confidence.toFixed(2)}`] : [];
    });
    return answered.map((line) => `${id} (${answered.length} of ${asked.length}): ${line}`);
  });
  return {
    what: 'Phrases of a written answer that a topic in code answers already',
    advice: 'If it’s most of a file, people will seldom see that answer: add facts to the topic instead.',
    lines,
  };
}

/** Phrases of written answers that get another answer. */
export function listAstray(answers: readonly WrittenAnswer[], bot: Bot): Effect {
  const lines = answers.flatMap(({ id, says }) =>
    listPhrases(says)
      .map((text) => ({ text, found: takeFor(bot, text) }))
      .filter(({ found }) => found !== id)
      .map(({ text, found }) => `${id}: ${quote(text)} → ${found}`),
  );
  return { what: 'Phrases that don’t get their answer', advice: 'Word them differently.', lines };
}

/** Questions of the specification that count as something else than before. */
export function listChanged(questions: readonly Expected[], bot: Bot, baseline: string): Effect {
  const lines = questions
    .map(({ question, expected }) => ({ question, expected, found: takeFor(bot, question) }))
    .filter(({ expected, found }) => found !== expected)
    .map(({ question, expected, found }) => `${quote(question)}: ${expected} → ${found}`);
  return {
    what: `Specification questions that changed, compared with ${baseline}`,
    advice: 'If the new results are right, save them: npm run check -- --accept',
    lines,
  };
}

/** A long sentence is searched for this many words at a time, since nobody asks for all of it. */
const PIECE = 6;

/** Sentences that no fact and no answer quotes, and that a search for their own words doesn't find. */
export function listUnreached({ documents, facts, answers }: Knowledge, index: PassageIndex, matcher: Matcher): Effect {
  const quoted = [
    ...facts.all.map(({ document, quote }) => ({ document, text: quote })),
    ...answers.flatMap((answer) => answer.quotes),
  ];
  const isQuoted = (id: string, unit: string): boolean =>
    quoted.some(({ document, text }) => {
      const known = foldSpace(text);
      return document === id && (known.includes(unit) || unit.includes(known));
    });
  const isFound = (id: string, unit: string): boolean =>
    cutTokens([...listKeys(matcher.read(unit)).values()]).some((tokens) =>
      findPassage(index, tokens, matcher.information)?.some(
        ({ document, text }) => document === id && text.includes(unit),
      ),
    );
  const lines = documents.flatMap(({ id, sections }) =>
    sections.flatMap(({ heading, blocks }) =>
      blocks
        .flatMap(({ units }) => units)
        .filter((unit) => !isQuoted(id, unit) && !isFound(id, unit))
        .map((unit) => `${id}, ${heading}: “${unit}”`),
    ),
  );
  return {
    what: 'Sentences no question can find',
    advice: 'Nothing quotes them, and their words are too few or too common.',
    lines,
  };
}

const cutTokens = (tokens: readonly Token[]): Token[][] =>
  Array.from({ length: Math.ceil(tokens.length / PIECE) }, (_, at) => tokens.slice(at * PIECE, (at + 1) * PIECE));
