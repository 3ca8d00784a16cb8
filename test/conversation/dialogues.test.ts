// Checks conversations: the specification's dialogues, what is refused whatever came before, and courtesies.

import { describe, expect, it } from 'vitest';
import { type Answer, listPoints } from '../../src/answering/answer.js';
import { nameAnswer } from '../../src/commands/check-specification.js';
import type { Context } from '../../src/conversation/context.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';
import {
  ABOUT_THE_BOT,
  COURTESIES,
  DIALOGUES,
  type DialogueLine,
  HALF_QUESTIONS,
  IN_SCOPE,
  OUT_OF_SCOPE,
  REFUSED,
  TOPICS,
} from '../helpers/specification.js';

const bot = await loadShippedBot();

const ask = (text: string, context?: Context): Answer => bot.answer({ text, ...(context && { context }) });

const linesOf = ({ parts }: Answer): string[] =>
  parts.flatMap((part) => [part.headline, ...listPoints(part), ...part.formulas]);

const alone = new Map<string, Answer>();

/** The answer to a text with nothing before it. */
function askAlone(text: string): Answer {
  const answer = alone.get(text) ?? ask(text);
  alone.set(text, answer);
  return answer;
}

/** Every sixth text: each is tried after a sixth of what can have come before. */
const dealOut = (texts: readonly string[], turn: number): string[] => texts.filter((_, at) => at % 6 === turn % 6);

function expectLine(answer: Answer, { says, wanted, has, lacks }: DialogueLine): void {
  const said = linesOf(answer).join('\n');
  const quoted = answer.parts.flatMap(({ quotes }) => quotes.map(({ text }) => text)).join('\n');
  expect(nameAnswer(answer), `${says}\n${said}`).toBe(wanted);
  for (const words of has) expect(`${said}\n${quoted}`, says).toContain(words);
  for (const words of lacks) expect(said, says).not.toContain(words);
}

/** What can have come before: one context for each topic, one with several, one in which topics were only offered. */
const CONTEXTS: readonly (readonly [said: string, context: Context])[] = [
  'what does a fresher earn in India?',
  'do I need Git?',
  'how many hours a week is it?',
  'what can I charge as a freelancer with 20 hours a week?',
  'senior pay abroad per month, and do I need a degree?',
  'should I go for it?',
  ...bot.topics.map(({ example }) => example),
].flatMap((text) => {
  const { context } = ask(text);
  return context ? [[text, context] as const] : [];
});

describe('a dialogue', () => {
  it.each(DIALOGUES)('$why', ({ lines }) => {
    expect(lines.length).toBeGreaterThanOrEqual(3);
    let context: Context | undefined;
    for (const line of lines) {
      const answer = ask(line.says, context);
      expectLine(answer, line);
      context = answer.context;
    }
  });
});

describe('half a question with nothing before it', () => {
  it.each(HALF_QUESTIONS)('“%s” gets %s and no answer', (says, wanted) => {
    expect(nameAnswer(ask(says))).toBe(wanted);
  });
});

describe('even after an answer, the bot refuses', () => {
  it.each(REFUSED)('“%s”', (text) => {
    for (const [said, context] of CONTEXTS) {
      const { outcome } = ask(text, context);
      expect(['out-of-scope', 'clarify'], `after “${said}”`).toContain(outcome);
    }
    expect(['out-of-scope', 'clarify']).toContain(askAlone(text).outcome);
  });
});

describe('whatever came before,', () => {
  const turns = CONTEXTS.map(([said, context], turn) => [said, context, turn] as const);

  it.each(turns)('no out-of-scope text is answered that wouldn’t be on its own (after “%s”)', (_, context, turn) => {
    const texts = OUT_OF_SCOPE.map(({ question }) => question);
    const newly = dealOut(texts, turn).filter(
      (text) => askAlone(text).outcome !== 'answer' && ask(text, context).outcome === 'answer',
    );
    expect(newly).toEqual([]);
  });

  it('full questions hardly ever change their answer', () => {
    const questions = [...IN_SCOPE.map(({ question }) => question), ...ABOUT_THE_BOT];
    const tried = turns.flatMap(([said, context, turn]) =>
      dealOut(questions, turn).map((text) => ({ text, said, context })),
    );
    const changed = tried.filter(({ text, context }) => {
      const [single, leaning] = [askAlone(text), ask(text, context)];
      return nameAnswer(single) !== nameAnswer(leaning) || linesOf(single).join() !== linesOf(leaning).join();
    });
    const list = changed.map(({ text, said }) => `“${text}” after “${said}”`).join('\n');
    expect(changed.length / tried.length, list).toBeLessThan(0.02);
  });
});

describe('a courtesy gets a short reply and no question', () => {
  it.each(COURTESIES)('“%s”', (text, back) => {
    for (const [, context] of [['', undefined] as const, ...CONTEXTS]) {
      const answer = ask(text, context);
      expect(answer).toMatchObject({ outcome: 'small-talk', suggestions: [] });
      expect(answer.context).toEqual(context);
      const [line = '', ...others] = linesOf(answer);
      expect(others).toEqual([]);
      expect(line).toContain(back);
      expect(line).not.toContain('?');
      expect(line.length).toBeLessThan(80);
    }
  });

  it.each([
    ['thanks, and the hours?', 'work-hours'],
    ['hi, what do freshers earn', 'salary'],
    ['ok so do I need a degree', 'degree'],
    ['good pay?', 'salary'],
    ['great pros, and the cons?', 'pros-cons'],
  ])('“%s” is more than a courtesy', (text, topic) => {
    expect(nameAnswer(ask(text, CONTEXTS[0]?.[1]))).toBe(topic);
  });
});

describe('the full answer', () => {
  it.each(TOPICS)('about %s has every line and quote of the short one, and says that it’s full', (topic) => {
    const [short] = bot.answer({ topic }).parts;
    const full = bot.answer({ topic, full: true });
    const [part] = full.parts;
    expect(full.outcome).toBe('answer');
    expect(part?.full).toBe(true);
    expect(part?.quotes.length).toBeGreaterThanOrEqual(short?.quotes.length ?? 0);
    expect(part?.quotes).toEqual(expect.arrayContaining([...(short?.quotes ?? [])]));
    expect(new Set(part?.details).size).toBe(part?.details.length);
  });

  it('is the same whether a button or “tell me more” asks for it', () => {
    const { context } = ask('how many hours a week is it?');
    expect(ask('tell me more', context).parts).toEqual(bot.answer({ topic: 'work-hours', full: true }).parts);
  });
});

describe('what is stored between two questions', () => {
  it('is topics, slots and the names of facts, with none of the person’s words or amounts', () => {
    const { context } = ask('is Rs 7,77,777 a good salary for a fresher in Pune?');
    expect(context?.topics).toEqual(['salary']);
    expect(JSON.stringify(context)).not.toMatch(/good|777/i);
  });

  it('is the same text for the same content, in whatever order it was said', () => {
    const one = ask('salary of freshers and seniors in India per month').context;
    const other = ask('per month, salary in India of seniors and freshers').context;
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    const kept = ask('why?', one).context;
    expect(JSON.stringify(kept)).toBe(JSON.stringify(one));
  });
});
