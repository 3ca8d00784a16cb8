// Fits PASSAGE_CONFIDENCE of src/knowledge/thresholds.ts to questions on the documents of the tests and prints it; changes no file.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { intents } from '../../intents/index.js';
import { readGroups, splitArrow } from '../../src/commands/specification.js';
import type { SourceDocument } from '../../src/knowledge/documents.js';
import { listPassageSigns } from '../../src/knowledge/passages.js';
import { listUnread } from '../../src/knowledge/section-index.js';
import { type Candidate, openSearch } from '../../src/knowledge/section-search.js';
import { PASSAGE_CONFIDENCE } from '../../src/knowledge/thresholds.js';
import { trainFromFolder } from '../../src/training/train-bot.js';
import { openMatcher } from '../../src/understanding/matcher/matcher.js';
import { specification } from '../shared/questions.js';
import { fitWeights, rate, type Sample } from './logistic-regression.js';
import { percent } from './percent.js';

type PassageSignName = keyof typeof PASSAGE_CONFIDENCE;
/** The weights in the code, to start from. */
const CURRENT: Readonly<Record<PassageSignName, number>> = PASSAGE_CONFIDENCE;
const NAMES = Object.keys(PASSAGE_CONFIDENCE) as PassageSignName[];
const LIMITS = [0.03, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
const FOLDS = 5;
const MOST_OFFERED = 3;

/** What a question is to the documents: answered by a section, near to one, or about something else. */
type PassageKind = 'answered' | 'near' | 'far';

interface PassageCase extends Sample<PassageSignName> {
  readonly kind: PassageKind;
  /** The place of the right section among those found, from 0; -1 where it isn't among the first. */
  readonly place: number;
  readonly isExact: boolean;
}

/** A question and a test for the section that answers it. */
interface AskedOfPassages {
  readonly question: string;
  readonly kind: PassageKind;
  isRight(document: SourceDocument, section: number): boolean;
}

const never = (): boolean => false;

/** Questions on test/specification/passages, but those that are kept back. */
const askOfPassages = (): AskedOfPassages[] =>
  readGroups('passages/questions').flatMap(([group, lines]) =>
    lines.map(splitArrow).map(([question, wanted]): AskedOfPassages => {
      const places = wanted.split(' | ');
      const isRight = ({ id, sections }: SourceDocument, at: number) =>
        places.includes(`${id}: ${sections[at]?.heading}`);
      return group === 'near' || group === 'far'
        ? { question, kind: group, isRight: never }
        : { question, kind: 'answered', isRight };
    }),
  );

/** Questions on test/handbook: the section that answers one holds the words given for it. */
const askOfHandbook = (): AskedOfPassages[] =>
  readGroups('passages').flatMap(([group, lines]) =>
    lines.map(splitArrow).map(([question, words]): AskedOfPassages => {
      const isRight = ({ sections }: SourceDocument, at: number) =>
        sections[at]?.text.toLowerCase().includes(words.toLowerCase()) === true;
      return group === 'found' ? { question, kind: 'answered', isRight } : { question, kind: 'near', isRight: never };
    }),
  );

const askOfOthers = (): AskedOfPassages[] =>
  specification().outOfScope.map(({ question }) => ({ question, kind: 'far', isRight: never }));

/** What the search finds for each question in the documents of a folder. */
function readCases(documents: string, asked: readonly AskedOfPassages[]): PassageCase[] {
  const dir = mkdtempSync(join(tmpdir(), 'advisor-fit-'));
  cpSync(documents, join(dir, 'documents'), { recursive: true });
  const trained = trainFromFolder(dir, intents);
  const matcher = openMatcher(trained.matcher);
  const search = openSearch(trained.sections);
  const isRight = ({ section }: Candidate, one: AskedOfPassages): boolean => {
    const [at = -1, own = -1] = trained.sections.places[section] ?? [];
    const document = trained.documents[at];
    return document !== undefined && one.isRight(document, own);
  };
  return asked.flatMap((one) => {
    const words = matcher.read(one.question).flatMap((token) => token.words);
    const found = search.find({ words, unread: listUnread(one.question) }, MOST_OFFERED + 1);
    const [first, next] = found;
    if (first === undefined) return [];
    const place = found.slice(0, MOST_OFFERED).findIndex((candidate) => isRight(candidate, one));
    return { kind: one.kind, place, isExact: first.isExact, signs: listPassageSigns(first, next), good: place === 0 };
  });
}

type RatedPassage = readonly [one: PassageCase, confidence: number];

const rateAll = (cases: readonly PassageCase[], weights: Record<PassageSignName, number>): RatedPassage[] =>
  cases.map((one) => [one, one.isExact ? 1 : rate(weights, one.signs, NAMES)]);

/** Every case is rated by weights that were fitted without it. */
const rateAcross = (cases: readonly PassageCase[]): RatedPassage[] =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const shown = cases.filter((_, index) => index % FOLDS !== fold);
    const hidden = cases.filter((_, index) => index % FOLDS === fold);
    return rateAll(hidden, fitWeights(shown, CURRENT, NAMES));
  }).flat();

function writeRates(title: string, rated: readonly RatedPassage[]): string {
  const of = (kind: PassageKind): RatedPassage[] => rated.filter(([one]) => one.kind === kind);
  const share = (kind: PassageKind, holds: (rated: RatedPassage) => boolean): string =>
    percent(of(kind).filter(holds).length, of(kind).length);
  const lines = LIMITS.map((limit) => {
    const isOver = ([, confidence]: RatedPassage): boolean => confidence >= limit;
    const columns = [
      share('answered', (one) => isOver(one) && one[0].place === 0),
      share('answered', (one) => isOver(one) && one[0].place !== 0),
      share('answered', (one) => isOver(one) && one[0].place >= 0),
      share('near', isOver),
      share('far', isOver),
    ];
    return `${limit.toFixed(2).padStart(7)}${columns.join('')}`;
  });
  return [title, '  limit    right    wrong  in three     near      far', ...lines].join('\n');
}

/** Fits the weights and prints them beside those in the code, with the rates of both at each limit. */
export function printPassageFit(): void {
  const others = askOfOthers();
  const cases = [
    ...readCases('test/specification/passages/documents', [...askOfPassages(), ...others]),
    ...readCases('test/handbook', [...askOfHandbook(), ...others]),
  ];
  const answered = cases.filter(({ kind }) => kind === 'answered');
  const found = (most: number): string =>
    percent(answered.filter(({ place }) => place >= 0 && place < most).length, answered.length).trim();
  const fitted = fitWeights(
    cases.filter(({ isExact }) => !isExact),
    CURRENT,
    NAMES,
  );
  console.log(
    `Of ${answered.length} questions that a section answers, it is found first for ${found(1)}, within three for ${found(MOST_OFFERED)}\n`,
  );
  console.log('             fitted  in the code');
  for (const name of NAMES)
    console.log(`${name.padEnd(11)}${fitted[name].toFixed(2).padStart(8)}${CURRENT[name].toFixed(2).padStart(13)}`);
  console.log(`\n${writeRates('With the weights in the code', rateAll(cases, CURRENT))}`);
  console.log(`\n${writeRates('With the fitted weights, each case by weights fitted without it', rateAcross(cases))}`);
}
