// A text that no topic is sure of in, what it asks for and no document mentions out: “a company car”, “parental leave”.
import { ANY_TOPIC, findMissing, type MissingIndex } from '../knowledge/undocumented-subjects.js';
import { CONFIDENT } from '../understanding/matcher/ranking.js';
import { readQuestionForm } from '../understanding/question-kind.js';
import { isOfOneCase, OF_ONE_DAY } from '../understanding/requests.js';
import { regexOf, wordsOf } from '../understanding/text/english-lists.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import { ABSENT } from '../understanding/thresholds.js';
import type { Reading } from '../understanding/understand.js';

/** One's own company, of which no document could tell. */
const ownCompany = regexOf((entriesOf) => new RegExp(`\\b(?:${entriesOf('own-company')})\\b`));
/** Those whom a question about a job is about, beside the job's own name. */
const people = wordsOf('people-words');
/** “Any pension?”, “Parental leave?” ask whether there is one. */
const BARE = /^any\b/;
const MOST_BARE_WORDS = 2;
const AT_WORK = ['work', 'job'];

const listTelling = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(({ words }) => words).filter((word) => !isFiller(word) && !AT_WORK.includes(word));

/** The topic of a text that is nearly about this career: most like its topics, and without a word from elsewhere. */
function findNear({ topic, match, subject }: Reading): string | undefined {
  const score = match.ranked.find(({ id }) => id === topic)?.score ?? 0;
  const isFamiliar = !subject.foreign && !subject.holdsUnknown && subject.unfamiliarity < ABSENT.unfamiliar;
  const isElsewhere = match.outOfScope !== undefined && match.outOfScopeShare >= ABSENT.elsewhere;
  return isFamiliar && !isElsewhere && score >= CONFIDENT && match.inside >= ABSENT.inside ? topic : undefined;
}

/** Whether every telling word, but for topics, levels and places, is one by which people ask for the subjects that the text names. */
function namesNothingElse(missing: MissingIndex, words: readonly string[], tokens: readonly Token[]): boolean {
  const { names } = findMissing(missing, words, ANY_TOPIC);
  const isOfTopic = (token: Token): boolean => isOfClass(token, 'topical') || isOfClass(token, 'whom-or-where');
  const telling = listTelling(tokens.filter((token) => !isOfTopic(token)));
  const asking = missing.absent.filter(({ name }) => names.includes(name)).flatMap((subject) => subject.words);
  const stems = new Set(asking.flatMap(splitWords).map(stemOf));
  return telling.every((word) => stems.has(stemOf(word)));
}

/**
 * The names of what a question about the job in general asks for in vain; none where it's about one's own company.
 * `nearest` is the topic that fits best; if it's offered, “will I burn out?” asks for what it lacks. `whole` is how the
 * text was read.
 */
export function findAbsent(
  missing: MissingIndex,
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
  { nearest, isOffered, whole }: { nearest: string | undefined; isOffered: boolean; whole: Reading | undefined },
): readonly string[] {
  const words = tokens.flatMap((token) => token.words);
  // Most texts name nothing of the kind, whatever they ask.
  if (findMissing(missing, words, ANY_TOPIC).names.length === 0) return [];
  const plain = text.toLowerCase();
  if (ownCompany().test(plain)) return [];
  const { kind } = readQuestionForm(text);
  const telling = listTelling(tokens);
  const isBare =
    kind !== 'when' && kind !== 'who' && kind !== 'where' && (BARE.test(plain) || telling.length <= MOST_BARE_WORDS);
  const isOnPeople = tokens.some((token) => isOfClass(token, 'own')) || words.some((word) => people().has(word));
  const isGeneral = kind === 'yes-no' || isBare || isOnPeople;
  // “Holidays?” and “is there overtime pay” name nothing else, so they're meant as the topic that fits best would take them.
  const isShort = isBare && telling.length === 1 && words.length <= MOST_BARE_WORDS;
  const isAlone =
    (isShort || (kind === 'yes-no' && !isOfOneCase(text) && namesNothingElse(missing, words, tokens))) &&
    !words.some((word) => word === 'my' || word === 'your');
  const isOnWork =
    isOffered &&
    (isOnPeople || (kind === 'yes-no' && words.some((word) => word === 'i' || AT_WORK.includes(stemOf(word)))));
  const topic = isAlone || isOnWork ? nearest : undefined;
  const names = isGeneral ? findMissing(missing, words, topic).names : [];
  const isOfRecord = OF_ONE_DAY.test(plain) || words.includes('my') || (kind !== 'yes-no' && words.includes('i'));
  if (names.length > 0 || isOfRecord) return names;
  const near = whole && findNear(whole);
  return near === undefined ? [] : findMissing(missing, words, near).names;
}
