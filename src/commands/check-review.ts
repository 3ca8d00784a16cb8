// Lists what the data would do in use, for an editor to look through: none of it is an error.
import { answeredTopics } from '../answering/answer.js';
import type { Bot, ExplainingBot } from '../answering/bot.js';
import type { WrittenAnswer } from '../knowledge/files/answer-file.js';
import type { Matcher, MatcherTopic } from '../understanding/matcher/matcher.js';
import { listPhrases } from '../understanding/text/phrase-patterns.js';
import { partGathered } from '../understanding/text/synonyms.js';

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

/** From this share of its phrases on, people seldom see a written answer: other ways to ask go to the topic. */
const MOST_TAKEN = 0.5;

/** Written answers most of whose phrases a topic in code answers already. `coded` is a bot without the written answers. */
export function listAnsweredAlready(answers: readonly WrittenAnswer[], coded: ExplainingBot): Effect {
  const lines = answers.flatMap(({ id, says }) => {
    const asked = listPhrases(says);
    const answered = asked.flatMap((text) => {
      const [topic] = coded.explain({ text }).topics;
      return topic ? [`${quote(text)} → ${topic.id} ${topic.confidence.toFixed(2)}`] : [];
    });
    if (answered.length < MOST_TAKEN * asked.length) return [];
    return answered.map((line) => `${id} (${answered.length} of ${asked.length}): ${line}`);
  });
  return {
    what: 'Phrases of a written answer that a topic in code answers already',
    advice: 'It’s most of the file, so people will seldom see that answer: add facts to the topic instead.',
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

/** Questions of the specification that count as something different from before. */
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
