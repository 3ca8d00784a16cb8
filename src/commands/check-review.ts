// Beside the road, for editors: what the data does once it is in use, as lists to look through; none of it is a fault.
import type { Bot, ExplainingBot } from '../answering/bot.js';
import type { Intent } from '../answering/intent.js';
import type { WrittenAnswer } from '../answering/written-answers.js';
import type { Matcher } from '../understanding/matcher/matcher.js';
import { listPhrases } from '../understanding/text/phrase-patterns.js';
import { partGathered } from '../understanding/text/synonyms.js';

/** One list: what stands in it, what to do, and a line for each case. */
export interface Effect {
  readonly what: string;
  readonly advice: string;
  readonly lines: readonly string[];
}

/** What a question is taken for that no topic answers: whether topics are offered may change with every edit. */
export const UNANSWERED = 'no answer';

/** A question of the specification and what it has to be taken for: a topic, `help`, or no answer. */
export interface Expected {
  readonly question: string;
  readonly expected: string;
}

type Phrases = Pick<Intent, 'id' | 'phrases'>;

const quote = (text: string): string => `“${text}”`;

/** What a question is taken for: the first topic answered, `passage`, `help`, or no answer. */
export function takeFor(bot: Bot, text: string): string {
  const { outcome, parts } = bot.answer({ text });
  if (outcome === 'suggest' || outcome === 'decline') return UNANSWERED;
  return outcome === 'answer' ? (parts[0]?.topic ?? UNANSWERED) : outcome;
}

/** Phrases that mean the same and stand in more than one topic. */
export function listClaimedTwice(topics: readonly Phrases[], matcher: Matcher): Effect {
  const claims = new Map<string, Map<string, string>>();
  for (const topic of topics)
    for (const phrase of listPhrases(topic)) {
      const key = partGathered(matcher.read(phrase))
        .map((token) => token.key)
        .join(' ');
      const claim = claims.get(key) ?? new Map<string, string>();
      claims.set(key, claim.has(topic.id) ? claim : claim.set(topic.id, phrase));
    }
  const twice = [...claims.values()].filter((claim) => claim.size > 1);
  return {
    what: 'Phrases that two topics claim',
    advice: 'Take each out of one of them.',
    lines: twice.map((claim) => [...claim].map(([id, phrase]) => `${quote(phrase)} ${id}`).join(' = ')),
  };
}

/** Ways of asking for written answers that a topic in code answers without them. `coded` is the bot that has only those. */
export function listAnsweredAlready(answers: readonly WrittenAnswer[], coded: ExplainingBot): Effect {
  const lines = answers.flatMap(({ id, says }) => {
    const asked = listPhrases({ phrases: says.join('\n') });
    const answered = asked.flatMap((text) => {
      const [topic] = coded.explain({ text }).topics;
      return topic ? [`${quote(text)} → ${topic.id} ${topic.confidence.toFixed(2)}`] : [];
    });
    return answered.map((line) => `${id} (${answered.length} of ${asked.length}): ${line}`);
  });
  return {
    what: 'Ways of asking for an answer without code that a topic in code answers already',
    advice: 'Where it is most of a file, people will seldom see it: add facts to that topic instead.',
    lines,
  };
}

/** Ways of asking for written answers that lead elsewhere all the same. */
export function listAstray(answers: readonly WrittenAnswer[], bot: Bot): Effect {
  const lines = answers.flatMap(({ id, says }) =>
    listPhrases({ phrases: says.join('\n') })
      .map((text) => ({ text, found: takeFor(bot, text) }))
      .filter(({ found }) => found !== id)
      .map(({ text, found }) => `${id}: ${quote(text)} → ${found}`),
  );
  return { what: 'Ways of asking that don’t reach their answer', advice: 'Put them in other words.', lines };
}

/** Questions of the specification that are taken for something else than before. */
export function listChanged(questions: readonly Expected[], bot: Bot, baseline: string): Effect {
  const lines = questions
    .map(({ question, expected }) => ({ question, expected, found: takeFor(bot, question) }))
    .filter(({ expected, found }) => found !== expected)
    .map(({ question, expected, found }) => `${quote(question)}: ${expected} → ${found}`);
  return {
    what: `Questions of the specification that change, compared with ${baseline}`,
    advice: 'If that is right, take it over: npm run check -- --accept',
    lines,
  };
}
