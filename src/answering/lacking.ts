// Takes a question and the fact that comes closest; tells what was asked for and the fact doesn't say: when, who, which company …
import { type Fact, isOfKind, listItem, namesOf } from '../knowledge/facts.js';
import { listToldStems } from '../knowledge/untold-words.js';
import { synonymsOf } from '../knowledge/word-synonyms.js';
import { namesPeriod } from '../understanding/quantities.js';
import { regexOf, stemsOf, wordsOf } from '../understanding/text/english-lists.js';
import { isEnglish } from '../understanding/text/english-words.js';
import { SMALL_NUMBERS } from '../understanding/text/number-words.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Query } from './intent.js';

const timeWords = wordsOf('time-words');
const doerWords = wordsOf('doer-words');
const framingStems = stemsOf('framing-words', stemOf);
const peopleWords = wordsOf('people-words');
const AMOUNTS = ['lots', 'great', 'much', 'more', 'all', 'any', 'every'];
/** “Only in emergencies” says how often, too. */
const FREQUENCIES = ['always', 'often', 'sometimes', 'never', 'every', 'daily', 'only', 'regularly'];
/** “You always have to keep up” says how long, too. */
const GOING_ON = ['always', 'never', 'future', 'until', 'forever'];
const WHOM = /^\W*who(?:m)? (?:do|does|did|can|should|must|will) .*\b(?:from|for|to|by|with)\W*$/i;
/** What happened in the past has a date, if a fact tells it. */
const PAST = /\bwhen (?:did|was|were)\b/i;
const LARGE_NUMBER = /^[mb]illions?$/;

/** A number that a reader splits off, as “0”, or one in words; “one” may be anything. */
const isNumber = (word: string): boolean => word === '0' || SMALL_NUMBERS.indexOf(word) > 1 || LARGE_NUMBER.test(word);
const isAmount = (word: string): boolean => isNumber(word) || AMOUNTS.includes(word);
const isTime = (word: string): boolean => word === '0' || timeWords().has(word);
const isDoer = (word: string): boolean => doerWords().has(word) || peopleWords().has(word);

/** Whether it asks for a number of people that a fact doesn't speak of: “how many people are in the team?”. */
export function isOnOthers({ form, text }: Query, fact: Fact): boolean {
  const [, counted = ''] = /\bhow many (?:other |more |different )?(\p{L}+)/iu.exec(text.toLowerCase()) ?? [];
  return form.kind === 'how-many' && peopleWords().has(counted) && !splitWords(fact.says).includes(counted);
}

/** Whether the stems have a word, or another word for it. */
const tells = (stems: ReadonlySet<string>, word: string): boolean =>
  stems.has(stemOf(word)) || [...synonymsOf(stemOf(word))].some((one) => stems.has(one));

/** What someone has to do to be the one asked for: “who decides …”. */
function findDoing({ text, form }: Query): string | undefined {
  const [, verb] = /\bwho (?:\p{L}+ly |also )?(\p{L}+)/iu.exec(text.toLowerCase()) ?? [];
  return form.isOnDoer && verb !== undefined && isEnglish(verb) ? verb : undefined;
}

/** Whether a fact says itself that someone does what is asked for: “front-end developers use …” for “who uses …”. */
export function saysDoing(query: Query, fact: Fact): boolean {
  const doing = findDoing(query);
  return doing !== undefined && new Set(splitWords(fact.says).map(stemOf)).has(stemOf(doing));
}

/** Whether a fact names someone beside the one it's said of. */
const hasOthers = (fact: Fact): boolean =>
  namesOf(fact).length > 0 || splitWords(listItem(fact)).some((word) => isDoer(word) && !/^the[my]$/.test(word));

/** Whether a word says so little that a fact need not have it, such as “makes”. */
const isLittle = (word: string): boolean => isFiller(word) || framingStems().has(stemOf(word));

/** Whether a fact tells who does what is asked for. */
function hasDoer(query: Query, fact: Fact): boolean {
  const doing = findDoing(query);
  if (doing !== undefined && !isLittle(doing) && !tells(listToldStems([fact]), doing)) return false;
  const isNamed = fact.subject !== undefined || namesOf(fact).length > 0 || fact.answers.includes('who');
  return isNamed || splitWords(fact.says).some(isDoer);
}

const dispensed = regexOf((entriesOf) => new RegExp(`\\b(?:${entriesOf('doing-without')})\\b(.*)$`));

/** Whether a fact is about what a question wants to do without: “experience” in “can I freelance without experience?”. */
export function hasDispensed({ text }: Query, fact: Fact): boolean {
  const after = dispensed().exec(text.toLowerCase())?.at(-1) ?? '';
  const words = splitWords(after).filter((word) => !isLittle(word));
  const stems = listToldStems([fact]);
  return words.length === 0 || words.some((word) => tells(stems, word));
}

const LONGEST_NAME = 3;
/** What follows the words for it: “which front-end languages should …”. */
const AFTER_NAME =
  /^(?:do|does|did|is|are|was|were|can|could|should|shall|must|will|would|may|might|has|have|i|you|we|they)$/;

/** The words for what a question with “which” asks one of: “which company”; undefined for “which is …”. */
export function findKindAsked({ text }: Query): string | undefined {
  const [, after = ''] = /\bwhich ([\p{L}\s-]+)/iu.exec(text.toLowerCase()) ?? [];
  const words = after.trim().split(/\s+/);
  const end = words.slice(0, LONGEST_NAME + 1).findIndex((word) => AFTER_NAME.test(word));
  const named = words.slice(0, end < 0 ? 1 : end).filter((word) => !isFiller(word));
  return named.length > 0 && named.every(isEnglish) ? named.join(' ') : undefined;
}

/** Whether a fact speaks of what one is asked of: “companies prefer …” for “which company …”. */
function hasKind(fact: Fact, kind: string): boolean {
  const group = isOfKind(fact, 'skill') ? fact.group : '';
  const stems = new Set([fact.says, group, ...fact.about, ...namesOf(fact)].flatMap(splitWords).map(stemOf));
  return splitWords(kind).some((word) => tells(stems, word));
}

/** “How often”, “how long”; “when” for any other question about time. */
export const findTimeAsked = (text: string): string =>
  /\bhow (?:long|often|soon|fast|quickly|frequently)\b/.exec(text.toLowerCase())?.[0] ?? 'when';

/** What is asked to be there in numbers: “are there many meetings”. */
const MANY = /\b(?:a lot of|lots of|many|much|plenty of|tons of) ([\p{L}-]+(?: [\p{L}-]+)?)/u;

/** Whether English has the degrees of a word, “longer” and “longest”. */
const isGradable = (word: string): boolean => {
  const stem = word.replace(/y$/, 'i').replace(/e$/, '');
  return isEnglish(`${stem}er`) && isEnglish(`${stem}est`);
};

/** Whether it asks how much of a thing there is, or to what degree it is so, and a fact doesn't say: “are the projects long?”. */
export function asksForDegree({ text }: Query, fact: Fact): boolean {
  const said = splitWords(fact.says);
  const [, counted] = MANY.exec(text.toLowerCase()) ?? [];
  if (counted !== undefined) {
    const stems = new Set(said.map(stemOf));
    return !said.some(isAmount) && !splitWords(counted).some((word) => !isFiller(word) && tells(stems, word));
  }
  const last = splitWords(text).at(-1) ?? '';
  return isGradable(last) && !tells(listToldStems([fact]), last);
}

/** As “the documents don’t say” goes on: “who”, “how often”, “which company”; undefined if the fact has what was asked for. */
export function findLacking(query: Query, fact: Fact): string | undefined {
  const { kind, isOnDoer, isOnWhich } = query.form;
  if (kind === 'who' && isOnDoer) return hasDoer(query, fact) ? undefined : 'who';
  // “Who do they take feedback from?” asks for someone beside those who do it.
  if (kind === 'who' && WHOM.test(query.text) && !hasOthers(fact)) return 'who';
  const asked = isOnWhich ? findKindAsked(query) : undefined;
  if (asked !== undefined && !hasKind(fact, asked)) return `which ${asked}`;
  const words = splitWords(fact.says);
  const when = findTimeAsked(query.text);
  if (kind === 'when' && when === 'how often')
    return words.some((word) => FREQUENCIES.includes(word)) ? undefined : when;
  // “For a specified period” doesn't say for how long, “a few months” does.
  if (kind === 'when' && when === 'how long')
    return words.some((word) => isNumber(word) || namesPeriod(word) || GOING_ON.includes(word)) ? undefined : when;
  if (fact.answers.some((one) => one === kind) && !isOnOthers(query, fact)) return undefined;
  if (kind === 'when' && PAST.test(query.text) && !words.includes('0')) return when;
  if (kind === 'how-many' && (!words.some(isNumber) || isOnOthers(query, fact))) return 'how many';
  if (kind === 'how-much' && /\bhow much\b/i.test(query.text) && !words.some(isAmount)) return 'how much';
  if (kind === 'where') return 'where';
  if (when === 'how fast' || when === 'how quickly') return words.some(isNumber) ? undefined : when;
  return kind === 'when' && !words.some(isTime) ? when : undefined;
}
