// Fits the weights CONFIDENCE of src/understanding/thresholds.ts to the specification and prints them; changes no file.

import { intents } from '../../intents/index.js';
import { type Matcher, openMatcher } from '../../src/understanding/matcher/matcher.js';
import { findSubject, listSigns, rateConfidence } from '../../src/understanding/scope.js';
import { CONFIDENCE } from '../../src/understanding/thresholds.js';
import { specification } from '../shared/questions.js';
import { shippedTraining } from '../shared/shipped-bot.js';
import { fitWeights, rate, type Sample } from './logistic-regression.js';
import { percent } from './percent.js';

type SignName = keyof typeof CONFIDENCE;
/** The weights in the code, to start from. */
const CURRENT: Readonly<Record<SignName, number>> = CONFIDENCE;
const NAMES = Object.keys(CONFIDENCE) as SignName[];
const LIMITS = [0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const FOLDS = 5;

interface Case extends Sample<SignName> {
  /** The topic found is one that may be answered; false for every out-of-scope text. */
  readonly isRight: boolean;
  /** No weight changes anything here: the text is about another job. */
  readonly isForeign: boolean;
}

function readCase(matcher: Matcher, question: string, accepted: readonly string[]): Case {
  const tokens = matcher.read(question);
  const { ranked, inside } = matcher.matchTokens(tokens);
  const best = ranked.find(({ id }) => id !== intents.help.id);
  const { id, score } = best ?? { id: '', score: 0 };
  const subject = findSubject(tokens, matcher, id);
  return {
    signs: listSigns(score, inside, subject),
    good: accepted.length > 0,
    isRight: accepted.includes(id),
    isForeign:
      rateConfidence(
        score,
        inside,
        subject,
        intents.topics.some((intent) => intent.id === id && intent.mayCompare),
      ) === 0,
  };
}

/** A wrong topic says nothing of when to answer: raising its confidence would only make it answer wrongly. */
const isLesson = ({ good, isRight, isForeign }: Case): boolean => !isForeign && good === isRight;

type Rated = readonly [one: Case, confidence: number];

const rateAll = (cases: readonly Case[], weights: Record<SignName, number>): Rated[] =>
  cases.map((one) => [one, one.isForeign ? 0 : rate(weights, one.signs, NAMES)]);

/** Every case is rated by weights that were fitted without it. */
function rateAcross(cases: readonly Case[]): Rated[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const shown = cases.filter((one, index) => index % FOLDS !== fold && isLesson(one));
    const hidden = cases.filter((_, index) => index % FOLDS === fold);
    return rateAll(hidden, fitWeights(shown, CURRENT, NAMES));
  }).flat();
}

function writeRates(title: string, rated: readonly Rated[]): string {
  const inside = rated.filter(([{ good }]) => good);
  const wrong = rated.filter(([{ good }]) => !good);
  const lines = LIMITS.map((limit) => {
    const answered = inside.filter(([, confidence]) => confidence >= limit);
    const right = answered.filter(([{ isRight }]) => isRight).length;
    const refused = wrong.filter(([, confidence]) => confidence < limit).length;
    const [inRight, inWrong] = [percent(right, inside.length), percent(answered.length - right, inside.length)];
    return `${limit.toFixed(2).padStart(7)}${inRight}${inWrong}${percent(refused, wrong.length)}`;
  });
  return [title, '  limit    right    wrong  refused', ...lines].join('\n');
}

/** Fits the weights and prints them beside those in the code, with the rates of both. */
export function printFit(): void {
  const { matcher: trained } = shippedTraining();
  const matcher = openMatcher(trained);
  const { inScope, outOfScope } = specification();
  const cases = [
    ...inScope.map(({ question, accepted }) => readCase(matcher, question, accepted)),
    ...outOfScope.map(({ question }) => readCase(matcher, question, [])),
  ];
  const lessons = cases.filter(isLesson);
  const fitted = fitWeights(lessons, CURRENT, NAMES);
  const wrong = cases.filter(({ good, isRight }) => good && !isRight).length;

  console.log(
    `${inScope.length} questions in scope, ${outOfScope.length} texts out of scope; fitted on ${lessons.length} of them`,
  );
  console.log(`(left out: ${wrong} whose best topic is wrong, and texts about another job)\n`);
  console.log('             fitted  in the code');
  for (const name of NAMES)
    console.log(`${name.padEnd(11)}${fitted[name].toFixed(2).padStart(8)}${CURRENT[name].toFixed(2).padStart(13)}`);
  console.log('\nEach text read as one whole; the program also reads its sentences one by one, and knows help.\n');
  console.log(writeRates('With the weights in the code', rateAll(cases, CURRENT)));
  console.log(`\n${writeRates('With the fitted weights, each case by weights fitted without it', rateAcross(cases))}`);
}
