// Beside the road, for editors: what the data does once it is in use, as lists to look through; none of it is a fault.
import type { Bot, ExplainingBot } from './bot.js';
import { partGathered } from './gathered.js';
import { type Intent, listPhrases } from './intent.js';
import type { Matcher } from './matcher.js';
import type { WrittenAnswer } from './written-answer.js';

/** One list: what it is about and what to do, and a line for each case. */
export interface Effect {
  readonly about: string;
  readonly lines: readonly string[];
}

type Phrases = Pick<Intent, 'id' | 'phrases'>;

const quote = (text: string): string => `“${text}”`;

/** What a question is taken for: the first topic answered, or else the outcome. */
export function takeFor(bot: Bot, text: string): string {
  const { outcome, parts } = bot.answer({ text });
  return outcome === 'answer' ? (parts[0]?.topic ?? outcome) : outcome;
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
    about: 'claimed by two topics, so that people get one by chance; take each out of one',
    lines: twice.map((claim) => [...claim].map(([id, phrase]) => `${quote(phrase)} ${id}`).join(' = ')),
  };
}

/** Ways of asking for written answers that a topic in code answers without them. `coded` is the bot that has only those. */
export function listAnsweredAlready(answers: readonly WrittenAnswer[], coded: ExplainingBot): Effect {
  const lines = answers.flatMap(({ id, says }) =>
    listPhrases({ phrases: says.join('\n') }).flatMap((text) => {
      const [topic] = coded.explain({ text }).topics;
      return topic ? [`${id}: ${quote(text)} → ${topic.id} ${topic.confidence.toFixed(2)}`] : [];
    }),
  );
  return {
    about: 'answered by a topic in code already, without the file; where most of a file are, people seldom see it',
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
  return { about: 'listed under “says” and yet taken for something else; put them in other words', lines };
}
