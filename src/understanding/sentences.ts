// Splits a text into sentences, the question without its greeting and lead-in, and the halves of a double question.
import { regexOf, wordsOf } from './text/english-lists.js';
import { isFiller } from './text/stop-words.js';
import { TECHNOLOGY, type Token } from './text/synonyms.js';

const SENTENCE = /[^.?!\n;]+(?:(?:\.(?=\S)|\n(?!\s*\n))[^.?!\n;]+)*[.?!;]*/g;
/** A greeting and its addressee; without a comma only if a question follows. */
const greeting = regexOf(
  (entriesOf) =>
    new RegExp(
      `^\\s*(?:${entriesOf('greetings')})(?:\\s+(?:${entriesOf('addressees')}))*\\s*(?:[,!.:-]+\\s*|\\s+(?=(?:${entriesOf('question-words')})\\b))`,
      'i',
    ),
);
const leadIn = regexOf(
  (entriesOf) => new RegExp(`^.{0,400}\\b(?:${entriesOf('lead-ins')})\\b[\\s,:]*(?:about\\s|if\\s|whether\\s)?`, 'is'),
);

const INDIRECT_END = /\b(?:if|whether)\s$/i;
/** “My cousin asked how …”: who asks what follows, or wants to know it. */
const REPORTED =
  /^.{0,100}\b(?:ask(?:s|ed|ing)?|wonders?|wondered|(?:wants?|wanted) to know)(?: (?:me|us))?\s(?:if\s|whether\s|(?=(?:how|what|which|who|where|when|why)\b))/is;

/** What joins two questions; one that ends a line may continue on the next. */
const AND =
  /\s*\n\s*|\s(?:and(?: also)?|n|plus|also|as well as|&)\s|,\s(?=(?:and|what|whats|how|do|does|is|are|can|should|where|which|when|why|will)\b)/i;

/** No one asks more in one message; it limits the time a text can take. */
export const MOST_SENTENCES = 12;
const TOLD = /^(?:i|i'm|i’m|im|i've|i’ve|ive|my|we|we're|our|he|she|they|it's|it’s|its|there)\b[^?]*$/i;
/** A verb or subject of a statement, if the sentence doesn't begin as a question or a request does. */
const STATED = /\b(?:is|are|was|were|am|has|had|have|said|says|i|nobody|everybody|everyone|people|someone)\b[^?]*$/i;
const REQUESTED =
  /^(?:and |also |but |so |then |please )*(?:tell|give|show|list|explain|describe|compare|name|share|want|need|looking|curious|wondering|details?|info)\b/i;

const TELLING = /^(?:and |also |so |please |pls )*(?:tell|give|show|list|explain|describe|compare|name) /i;

/** The sentence without its lead-in, unless no letter would be left; “whether” stays where a second question follows. */
function dropLeadIn(sentence: string): string {
  const rest = sentence.replace(leadIn(), '').replace(REPORTED, '');
  if (!/\p{L}/u.test(rest)) return sentence;
  const isAsked = INDIRECT_END.test(sentence.slice(0, sentence.length - rest.length));
  return isAsked && splitHalves(rest).length > 1 ? `whether ${rest}` : rest;
}

/** What a list item begins with: “-”, “•”, “1.”, “(b)”. */
const MARK = /^[ \t]*(?:[-–*•·]|\(?\d{1,2}[.)]|\(?[a-h][.)])[ \t]+/;
const MARK_WITHIN = /[ \t](?=\(?(?:\d{1,2}|[a-h])\)[ \t])/g;

/** The text with each item of a list in a paragraph of its own and without its mark. */
function separateItems(text: string): string {
  const lines = text.replace(MARK_WITHIN, '\n').split('\n');
  if (lines.filter((line) => MARK.test(line)).length < 2) return text;
  return lines.map((line) => (MARK.test(line) ? `\n\n${line.replace(MARK, '')}` : line)).join('\n');
}

/** “… please”, “… thanks”, “… in short” after a question: none of them says what it's about. */
const CLOSING =
  /(?:[\s,:–-]+(?:pl[sz]+|please|thanks|thank you|thx|ty|in short|in brief|briefly|in a nutshell|tl;?dr|in (?:an?|one|two|1|2|(?:a )?few|simple|plain) (?:lines?|words?|terms|english)))+(?=[\s.!?]*$)/i;

/** A full stop that ends no sentence. */
const ABBREVIATION = /\b(vs|e\.g|i\.e|cf|approx|incl)\.(?=\s)/gi;

const OPENING = /^(?:pl[sz]+|please|kindly)[\s,]+(?=\p{L})/iu;

/** The text without “please” before it, which makes no topic less likely. */
export const dropOpening = (text: string): string => text.replace(OPENING, '');

/** The sentences of a text without greeting and lead-ins. */
export const splitSentences = (text: string): string[] =>
  (separateItems(text.replace(greeting(), '').replace(ABBREVIATION, '$1')).match(SENTENCE) ?? [])
    .map((part) => dropOpening(dropLeadIn(part.trim())).replace(CLOSING, ''))
    .filter((part) => part !== '');

/** The halves of a sentence that may ask two things; one if nothing joins two. After “and”, “if” asks as “whether” does. */
export const splitHalves = (sentence: string): string[] =>
  sentence
    .split(AND)
    .map((half, at) => (at > 0 ? half.trim().replace(/^if /i, 'whether ') : half.trim()))
    .filter((half) => half !== '');

/** The parts of a sentence that only names what it wants: “pay, hours and degree”. */
export const splitNames = (sentence: string): string[] =>
  sentence
    .split(/\s*(?:[,/&+]|\band\b|\bplus\b|\bn\b)\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const predicate = regexOf(
  (entriesOf) => new RegExp(`(?:^|[:,]\\s*)(?:and |also |or )?(?:${entriesOf('question-words')})\\b`, 'i'),
);

const COMPARING = /\b(?:compar(?:e|es|ed|ing|ison)|differ(?:s|ent|ence|ences)?|between)\b/i;

/** Whether a sentence sets what it names against each other: “compare fresher and senior pay” asks one thing. */
export const isComparison = (sentence: string): boolean => COMPARING.test(sentence);

/** Whether a half of a sentence is a question: it, or what follows a name (“Devs: …”), begins as one. */
export const asksSomething = (half: string): boolean => predicate().test(half);

/** Whether a half of a sentence is a question, or asks to be told something: “tell me the hours”. */
export const wantsSomething = (half: string): boolean => asksSomething(half) || TELLING.test(half) || isIndirect(half);

/** Whether a half of a sentence is a question that depends on a verb before it: “whether I need a degree”. */
export const isIndirect = (half: string): boolean => /^whether /i.test(half);

/** Whether a sentence gives background and asks nothing. */
export const isTold = (sentence: string): boolean =>
  TOLD.test(sentence) ||
  (!sentence.includes('?') && !wantsSomething(sentence) && !REQUESTED.test(sentence) && STATED.test(sentence));

const YES_OR_NO = /^(?:is|are|am|was|were|do|does|did|can|could|should|must|will|would|shall|may|might|has|have|need)$/;

/** Whether a sentence asks for yes or no: it begins with a verb such as "is", "do" or "must". */
export const asksYesOrNo = ([first]: readonly Token[]): boolean => YES_OR_NO.test(first?.words[0] ?? '');

const needingWords = wordsOf('needing-words');
const technologyKinds = wordsOf('technology-kinds');
/** Between “which” and the kind that it asks for: “which back-end language”, “what kind of tools”. */
const MOST_BETWEEN = 3;

/** Whether a sentence asks which technology it is: “which language first”, “what kind of tools do they use”. */
export const asksWhichTechnology = (tokens: readonly Token[]): boolean =>
  tokens.some(({ words: [word = ''] }, at) => {
    if (word !== 'which' && word !== 'what') return false;
    const after = tokens.slice(at + 1, at + 2 + MOST_BETWEEN).flatMap(({ words }) => words);
    const kind = after.findIndex((one) => technologyKinds().has(one));
    return (
      kind >= 0 && after.slice(0, kind).every((one) => /^(?:of|kinds?|sorts?|types?)$/.test(one) || !isFiller(one))
    );
  });

const WEIGHING = new Set(['or', 'vs', 'versus', 'than']);

/** Whether a sentence weighs one technology against another: “which is harder, Java or Python?”. */
export const weighsTechnologies = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ words: [word = ''] }, at) =>
      WEIGHING.has(word) && [tokens[at - 1], tokens[at + 1]].every((token) => token?.concept === TECHNOLOGY),
  );

/** Whether a sentence asks who, why or which and speaks of a need: “who needs …?”, “why should I learn …?”. */
export const asksOfNeed = (tokens: readonly Token[]): boolean =>
  /^(?:who|why|which)$/.test(tokens[0]?.words[0] ?? '') &&
  tokens.some(({ words: [word = ''] }) => needingWords().has(word));
