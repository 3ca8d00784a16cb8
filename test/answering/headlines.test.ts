// Checks that the first line answers the question in a whole sentence, and that the rest is short and doesn't repeat it.

import { describe, expect, it } from 'vitest';
import { type Answer, listPoints } from '../../src/answering/answer.js';
import { readGroups } from '../../src/commands/specification.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';
import { ALL_TEXTS } from '../helpers/specification.js';

const bot = await loadShippedBot();

interface Wanted {
  readonly question: string;
  /** The headline must have one of each list. */
  readonly has: readonly (readonly string[])[];
  readonly lacks: readonly string[];
}

function readTable(lines: readonly string[]): Wanted[] {
  const table: { question: string; has: string[][]; lacks: string[] }[] = [];
  for (const line of lines) {
    const [, sign, words = ''] = /^ {2}([+-]) (.*)$/.exec(line) ?? [];
    const row = table.at(-1);
    if (sign === undefined || row === undefined) table.push({ question: line, has: [], lacks: [] });
    else if (sign === '+') row.has.push(words.split(' | '));
    else row.lacks.push(words);
  }
  return table;
}

const KINDS = readGroups('headlines').map(([kind, lines]) => [kind, readTable(lines)] as const);
const TABLE = KINDS.flatMap(([, rows]) => rows);

const headlineOf = (text: string): string => bot.answer({ text }).parts[0]?.headline ?? '';

/** What a headline lacks, or has but must not. */
const findWrong = ({ question, has, lacks }: Wanted): string[] => {
  const headline = headlineOf(question);
  return [
    ...has.filter((words) => !words.some((one) => headline.includes(one))).map((words) => `lacks ${words.join(' | ')}`),
    ...lacks.filter((words) => headline.includes(words)).map((words) => `has ${words}`),
  ].map((wrong) => `${question}  ⇒  ${headline}  (${wrong})`);
};

describe('the headline answers each kind of question', () => {
  it.each(KINDS)('%s', (_, rows) => {
    expect(rows.flatMap(findWrong)).toEqual([]);
  });

  it('the table has at least eight kinds, most with ten questions or more', () => {
    expect(TABLE.length).toBeGreaterThanOrEqual(96);
    expect(new Set(KINDS.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(TABLE.map(({ question }) => question)).size).toBe(TABLE.length);
  });
});

const TEXTS = [...new Set([...ALL_TEXTS, ...TABLE.map(({ question }) => question)])];
const ANSWERS: readonly (readonly [string, Answer])[] = TEXTS.map((text) => [text, bot.answer({ text })]);
const FROM_DOCUMENTS = ANSWERS.filter(([, { outcome }]) => outcome === 'answer' || outcome === 'not-in-documents');

/** Every part of every answer that breaks a rule, with the line that does. */
const findBreaches = (breaks: (part: Answer['parts'][number]) => string | undefined): string[] =>
  FROM_DOCUMENTS.flatMap(([text, { parts }]) =>
    parts.flatMap((part) => {
      const line = breaks(part);
      return line === undefined ? [] : [`${text}  ⇒  ${line}`];
    }),
  );

/** Words that mark an English sentence in these answers. */
const VERB =
  /\b(?:is|are|was|were|be|can|can’t|don’t|doesn’t|have|has|had|need|needs|should|must|earn|earns|make|makes|work|works|name|names|list|lists|listed|mention|say|says|ask|asks|become|build|builds|write|writes|develop|test|take|takes|see|sees|get|use|uses|happen|depends?|come|comes|charge|pay|prefer|include|calls?|points?|contains?|keep|means?|stands?|that’s|there’s|it’s|you’d|you|they|hire|promises|suggests|enables?|fulfil|optimise|implement|fix|collaborate|isn’t|aren’t|doesn’t|helps|convert|cross|does)\b/i;
const ORDER =
  /^(?:be|get|go|write|fulfil|develop|optimise|test|implement|fix|work|pay|collaborate|take|build|start|sharpen|choose|apply|learn|stay|identify|keep|make|prepare)\b(?! (?:is|in|pressure|depends))/i;

describe('in every answer to the specification', () => {
  it('the headline fits on a phone', () => {
    expect(findBreaches(({ headline }) => (headline.length > 160 ? headline : undefined))).toEqual([]);
  });

  it('the headline gives the reader no orders', () => {
    expect(findBreaches(({ headline }) => (ORDER.test(headline) ? headline : undefined))).toEqual([]);
  });

  it('the headline is a whole sentence', () => {
    const isWhole = (headline: string): boolean =>
      VERB.test(headline) && /^[\p{Lu}₹$“\d]/u.test(headline) && /[.!?:”]$/.test(headline);
    expect(findBreaches(({ headline }) => (isWhole(headline) ? undefined : headline))).toEqual([]);
  });

  it('the headline is no row of labels and no first item of a list', () => {
    const isScrap = (headline: string): boolean =>
      /^(?:Pros|Cons|First|Then|Steps?|India|Outside India|Programming languages|Databases):/.test(headline);
    expect(findBreaches(({ headline }) => (isScrap(headline) ? headline : undefined))).toEqual([]);
  });

  it('the headline never says LPA without the amount in full', () => {
    const isBare = (headline: string): boolean => /\bLPA\b/.test(headline) && !/₹|rupees|lakhs/.test(headline);
    expect(findBreaches(({ headline }) => (isBare(headline) ? headline : undefined))).toEqual([]);
  });

  it('nothing is said twice', () => {
    const findTwice = (part: Answer['parts'][number]): string | undefined => {
      const lines = [part.headline, ...listPoints(part)].map((line) =>
        line.toLowerCase().replace(/^(?:yes|no|sometimes) – /, ''),
      );
      return lines.find((line, at) => lines.some((other, index) => index !== at && other.includes(line)));
    };
    expect(findBreaches(findTwice)).toEqual([]);
  });

  it('at most eight lines are above the calculation and the sources', () => {
    expect(
      findBreaches((part) => {
        const points = listPoints(part).filter((line) => !/^(?:Pros|Cons):$/.test(line));
        return points.length > 7 ? `${points.length + 1} lines` : undefined;
      }),
    ).toEqual([]);
  });

  it('there’s no average across all levels', () => {
    expect(
      findBreaches((part) =>
        [part.headline, ...listPoints(part), ...(part.table?.rows.flat() ?? [])].find((line) =>
          /all levels together/i.test(line),
        ),
      ),
    ).toEqual([]);
  });

  it('what the documents don’t mention takes one line, with at most one more', () => {
    const long = FROM_DOCUMENTS.filter(([, { outcome }]) => outcome === 'not-in-documents').flatMap(
      ([text, { parts }]) =>
        parts.filter((part) => listPoints(part).length > 1 || part.table !== undefined).map(() => text),
    );
    expect(long).toEqual([]);
  });
});
