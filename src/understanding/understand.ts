// Turns a text into topics to answer, topics to offer, or nothing, with slots and reasons.

import { isOnlyNamed, isOwnWord, rateHalfQuestion } from './half-questions.js';
import { isOtherLanguage, OTHER_LANGUAGE } from './language-detection.js';
import type { Match, Matcher, RankedTopic } from './matcher/matcher.js';
import { scaleTo } from './matcher/ranking.js';
import { settleTies } from './near-ties.js';
import { isConfided, isRequest } from './requests.js';
import { findSubject, isForeign, rateConfidence, type Subject } from './scope.js';
import {
  asksOfNeed,
  asksSomething,
  asksWhichTechnology,
  asksYesOrNo,
  dropOpening,
  isComparison,
  isIndirect,
  isTold,
  MOST_SENTENCES,
  splitHalves,
  splitNames,
  splitSentences,
  wantsSomething,
  weighsTechnologies,
} from './sentences.js';
import { isStranger, setsAnotherJob } from './subject-slot.js';
import type { Corrections } from './text/spelling.js';
import { isFiller } from './text/stop-words.js';
import { isOfClass, TECHNOLOGY, type Token } from './text/synonyms.js';
import { splitWords, stripMarkup } from './text/tokenizer.js';
import { DECISION, HALF_QUESTION, HELP, SCOPE } from './thresholds.js';

/**
 * Whether each half is a question. A new line starts a separate one, so only what follows it must look like one; so
 * does “whether”, as what is told with it may be named alone: “the duties and whether I can freelance”.
 */
const askApart = (text: string, [first = '', ...others]: readonly string[]): boolean =>
  others.every(wantsSomething) && (wantsSomething(first) || text.includes('\n') || others.every(isIndirect));

/** A kind of out-of-scope text with a smaller share than this is not named as the reason. */
const CLEAR = 0.5;
const MOST_HALVES = 4;
/** How much likelier a topic about technologies is if a yes-or-no question names one: odds. */
const TECHNOLOGY_GAIN = 300;
/** The same if it only asks which one: such a question may also be about a step, or about what's in demand. */
const KIND_GAIN = 4;
/** The confidence that a part needs to count if the whole isn't even offered. */
const CLEAR_PART = 0.9;
const MOST_TOPICS = 3;
const MOST_OFFERS = 3;

/** One sentence or half-sentence of a text, and how it was understood. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly subject: Subject;
  readonly match: Match;
  /** The best topic apart from help, and how surely it should be answered. */
  readonly topic: string;
  readonly confidence: number;
  readonly isHelp: boolean;
}

/** What a text was understood as. `topics` are answered (with the words that asked for each), `nearest` offered. */
export interface Understanding {
  readonly outcome: 'answer' | 'clarify' | 'out-of-scope' | 'about-bot';
  readonly topics: readonly { readonly id: string; readonly confidence: number }[];
  readonly nearest: readonly string[];
  readonly outOfScope: string | undefined;
  /** The text without mark-up, and its tokens. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Everything that was considered, the whole text first; for `--explain`. */
  readonly readings: readonly Reading[];
}

/** Understands texts. */
export interface Understander {
  /** A text by itself; `tokens` are its tokens if they were read already. */
  understand(text: string, tokens?: readonly Token[]): Understanding;
  /** Whether half a question names something other than our job, or has a word from elsewhere. */
  isForeign(tokens: readonly Token[]): boolean;
  /** Whether a text asks about someone else's job. */
  asksAboutAnother(tokens: readonly Token[]): boolean;
  /** Half a question, in a conversation about this career; undefined if it has a word from elsewhere. */
  lean(tokens: readonly Token[]): Reading | undefined;
}

/** What a conversation about this career is about, if half a question doesn't say so. */
export const OUR_JOB: Token = { key: '', words: [], classes: ['own'] };
/** Half a question with more than this may be about anything. */
const STRANGE = 0.25;

/** What understanding needs to know of the topics: which is help, which compare jobs, which answer about technologies. */
export interface TopicTraits {
  readonly helpId: string;
  /** Whether there are documents and written answers alone, and no topic in code. */
  readonly isDocumentsAlone: boolean;
  readonly comparing: ReadonlySet<string>;
  readonly onTechnologies: ReadonlySet<string>;
  /** Those that answer by other slots, such as places or hours: naming one of those asks for them, whatever the technology. */
  readonly onOtherSlots: ReadonlySet<string>;
}

/**
 * The topics of a text, best first. A technology in a yes-or-no question ("must they write SQL"), or in one that asks
 * who needs it or why, and one weighed against another, is what it asks for, so topics that answer about technologies gain
 * by it; less so by “which language”.
 */
function rankTopics(
  { ranked }: Match,
  tokens: readonly Token[],
  { helpId, comparing, onTechnologies, onOtherSlots }: TopicTraits,
): readonly RankedTopic[] {
  const topics = ranked.filter(({ id }) => id !== helpId);
  const isAsked = asksYesOrNo(tokens) || asksOfNeed(tokens);
  // A topic that compares jobs compares no technologies.
  const isWeighed = weighsTechnologies(tokens) && comparing.has(topics[0]?.id ?? '');
  const isNamed = isWeighed || (isAsked && tokens.some(({ concept }) => concept === TECHNOLOGY));
  const gains = isNamed ? TECHNOLOGY_GAIN : asksWhichTechnology(tokens) ? KIND_GAIN : 1;
  if (gains === 1 || onOtherSlots.has(topics[0]?.id ?? '')) return topics;
  const gain = ({ id, score }: RankedTopic): RankedTopic =>
    onTechnologies.has(id) ? { id, score: scaleTo(1 / (1 + gains), score) } : { id, score };
  return topics.map(gain).toSorted((a, b) => b.score - a.score);
}

/** Whether people say this word of the career only about topics, never about the bot: “which certificates help”. */
const isOnlyOfTopics = ({ concept, words }: Token, matcher: Matcher, helpId: string): boolean =>
  concept !== undefined &&
  words.every((word) => {
    const { inTopic, inScope } = matcher.wordUse(word, helpId);
    return inTopic === 0 && inScope > 0;
  });

/** Reads one part of a text; `context` are the tokens of the whole. */
type ReadPart = (text: string, context: readonly Token[], tokens: readonly Token[]) => Reading;

function createReader(matcher: Matcher, traits: TopicTraits): ReadPart {
  const { helpId, comparing, isDocumentsAlone } = traits;
  return (text, context, tokens) => {
    const match = matcher.matchTokens(tokens);
    const best = settleTies(rankTopics(match, tokens, traits), tokens, matcher)[0] ?? { id: '', score: 0 };
    const help = match.ranked.find(({ id }) => id === helpId)?.score ?? 0;
    const { sure, besideOthers, besideDocuments } = HELP;
    const leastHelp = isDocumentsAlone ? besideDocuments : match.outOfScope === undefined ? sure : besideOthers;
    const subject = findSubject(tokens, matcher, best.id, context);
    const isDone = best.score < 1 && isRequest(tokens);
    const rated = isDone ? 0 : rateConfidence(best.score, match.inside, subject, comparing.has(best.id));
    // “My hours last month” is clearly more like a record of one's own.
    const isOurs = subject.own || tokens.some((token) => isOfClass(token, 'whom-or-where'));
    const isElsewhere = match.outOfScope !== undefined && match.outOfScopeShare >= CLEAR && !isOurs;
    const isHalf = best.score < 1 && !subject.foreign && !isElsewhere && !isDone;
    const likely = isHalf ? rateHalfQuestion(rated, tokens, best, matcher) : rated;
    const confidence = limitByForm(likely, text, tokens, best, traits);
    return {
      text,
      tokens,
      subject,
      match,
      topic: best.id,
      confidence,
      isHelp: help > best.score && help >= leastHelp && !tokens.some((token) => isOnlyOfTopics(token, matcher, helpId)),
    };
  };
}

/** What begins a clause that only says when: “after I finish my degree”. */
const WHEN = /\s(?:when|once|after|before|while|until|till) (?:i|i'm|im|you|they|we|my|the|he|she)\b.*$/i;

/** A part by its main clause, if that is clearly a question by itself: “will they need us after I finish my degree”. */
function preferMain(part: Reading, readPart: (text: string) => Reading): Reading {
  const main = part.text.replace(WHEN, '');
  if (main === part.text || !asksSomething(main) || part.match.score >= 1) return part;
  const { topic, confidence } = readPart(main);
  return topic !== part.topic && confidence >= CLEAR_PART ? { ...part, topic, confidence } : part;
}

/** The confidence after what the form of a text alone says: a name is asked for, something confided isn't. */
function limitByForm(
  confidence: number,
  text: string,
  tokens: readonly Token[],
  { id, score }: RankedTopic,
  { onTechnologies }: TopicTraits,
): number {
  if (onTechnologies.has(id) && isOnlyNamed(tokens)) return Math.max(confidence, DECISION.answer);
  return score < 1 && isConfided(text, tokens) ? Math.min(confidence, SCOPE.unsure) : confidence;
}

/** The parts of a text; those that a sentence before makes ones about another job are sure of nothing. */
const refuseAnotherJob = (parts: readonly Reading[], matcher: Matcher): Reading[] =>
  parts.map((part, at) => {
    const isOurs = part.subject.own || part.subject.inField || part.isHelp;
    const isOther = !isOurs && parts.slice(0, at).some(({ tokens }) => setsAnotherJob(tokens, part.tokens, matcher));
    return isOther ? { ...part, subject: { ...part.subject, foreign: true }, confidence: 0 } : part;
  });

/** Whether a part only names a topic; “freshers” in “compare freshers and seniors” names none. */
const isName = ({ tokens, match }: Reading): boolean =>
  tokens.length <= HALF_QUESTION.mostTokens &&
  match.outOfScope === undefined &&
  tokens.some((token) => !isOfClass(token, 'whom-or-where') && !token.words.every(isFiller));

/** Understands texts with a matcher. */
export function createUnderstanding(matcher: Matcher, traits: TopicTraits): Understander {
  const { helpId, comparing } = traits;
  const read = createReader(matcher, traits);
  const readParts = (whole: Reading, text: string): Reading[] => {
    const corrections: Corrections = new Map();
    const sentences = joinEmpty(splitSentences(text), matcher, corrections);
    const isPlain = sentences.length === 1 && sentences[0] === text;
    const readPart = (part: string): Reading => read(part, whole.tokens, matcher.read(part, corrections));
    const asRead = isPlain ? [whole] : sentences.slice(0, MOST_SENTENCES).map(readPart);
    const parts = asRead.map((part) => preferMain(part, readPart));
    return refuseAnotherJob(
      parts.flatMap((part) => splitAtAnd(part, readPart)),
      matcher,
    );
  };

  /** "How much is the pay and do I need a degree": two questions, where each half asks something and is sure by itself. */
  const splitAtAnd = (part: Reading, readPart: (part: string) => Reading): Reading[] => {
    const halves = splitHalves(part.text);
    // “The hours and the outlook” names two topics; a longer half without a predicate is half of one question.
    const areNames = !halves.some((half) => asksSomething(half) || isIndirect(half));
    const pieces = areNames ? splitNames(part.text) : halves;
    if (pieces.length < 2 || pieces.length > MOST_HALVES) return [part];
    if (!areNames && !askApart(part.text, halves)) return [part];
    const readings = pieces.map(readPart);
    if (areNames && !readings.every(isName)) return [part];
    // What sets names against each other is one question, as long as a topic that compares is sure of it.
    const isSure = comparing.has(part.topic) && part.confidence >= DECISION.answer;
    const isOne =
      areNames && isComparison(part.text) && (isSure || readings.every((one) => one.confidence <= part.confidence));
    if (isOne) return [part];
    const sure = readings.filter(({ confidence, isHelp }) => !isHelp && confidence >= DECISION.answer);
    return new Set(sure.map(({ topic }) => topic)).size >= 2 ? sure : [part];
  };

  return {
    understand(raw, tokens) {
      const written = stripMarkup(raw).trim();
      const text = dropOpening(written);
      const whole = read(text, [], text === written && tokens ? tokens : matcher.read(text));
      const parts = readParts(whole, text);
      const readings = parts.length === 1 && parts[0] === whole ? [whole] : [whole, ...parts];
      // Someone whose text names our job must not be told that it's about something else.
      const { outOfScope: kind, outOfScopeShare } = whole.match;
      const outOfScope = whole.subject.own || outOfScopeShare < CLEAR ? undefined : kind;
      return decide(text, whole, readings, helpId, isOtherLanguage(text) ? OTHER_LANGUAGE : outOfScope);
    },
    isForeign(tokens) {
      const { foreign, holdsUnknown } = findSubject(tokens, matcher, '');
      return foreign || holdsUnknown || tokens.some((token) => isStranger(token, matcher, ''));
    },
    asksAboutAnother: (tokens) => isForeign(tokens, matcher, ''),
    lean(tokens) {
      const reading = read(tokens.flatMap(({ words }) => words).join(' '), [OUR_JOB], tokens);
      const { foreign, unfamiliarity } = findSubject(tokens, matcher, reading.topic);
      if (foreign || unfamiliarity > STRANGE) return undefined;
      return reading.match.outOfScope === undefined && !reading.isHelp ? reading : undefined;
    },
  };
}

function decide(
  text: string,
  whole: Reading,
  readings: readonly Reading[],
  helpId: string,
  outOfScope: string | undefined,
): Understanding {
  // A part alone says too little if neither the whole nor another part says clearly that it's about this career.
  const isOurs =
    whole.subject.inField ||
    whole.confidence >= DECISION.offer ||
    readings.some(({ confidence }) => confidence >= CLEAR_PART);
  const clear = readings.slice(1).filter(({ confidence }) => confidence >= (isOurs ? 0 : CLEAR_PART));
  const parts = clear.length > 0 ? clear : [whole];
  const sure = dropBackground(parts.filter(({ confidence, isHelp }) => !isHelp && confidence >= DECISION.answer));
  const chosen = sure.length > 0 ? sure : !whole.isHelp && whole.confidence >= DECISION.answer ? [whole] : [];
  const topics = new Map<string, number>();
  for (const { topic, confidence } of chosen) topics.set(topic, Math.max(confidence, topics.get(topic) ?? 0));
  const nearest = rankNearest(readings, [helpId, ...topics.keys()]);
  const base = { text, tokens: whole.tokens, readings, nearest, outOfScope };
  // A few English words say too little of what was asked.
  const answered = [...topics].slice(0, MOST_TOPICS).map(([id, confidence]) => ({ id, confidence }));
  if (answered.length > 0 && outOfScope !== OTHER_LANGUAGE) return { ...base, outcome: 'answer', topics: answered };
  if (readings.some(({ isHelp }) => isHelp) || whole.tokens.length === 0)
    return { ...base, outcome: 'about-bot', topics: [] };
  const best = Math.max(whole.confidence, ...parts.map(({ confidence }) => confidence));
  const isUnsure = best >= DECISION.offer && outOfScope !== OTHER_LANGUAGE;
  return { ...base, outcome: isUnsure ? 'clarify' : 'out-of-scope', topics: [] };
}

/** “Is it true?”, “good enough?”: few words, of which none names a thing and no topic is sure. */
function isVerdict(tokens: readonly Token[], matcher: Matcher): boolean {
  if (tokens.length > HALF_QUESTION.mostTokens || tokens.some(({ concept }) => concept !== undefined)) return false;
  const {
    ranked: [best],
    outOfScope,
  } = matcher.matchTokens(tokens);
  if (best === undefined || best.score >= HALF_QUESTION.emptyScore || outOfScope !== undefined) return false;
  // “Normal” is said of hours more than of anything else.
  return tokens.every(({ words: [word = ''] }) => isFiller(word) || !isOwnWord(matcher.wordUse(word, best.id)));
}

/** Sentences; one that says nothing by itself ("How much?") is joined to the one before it. */
function joinEmpty(sentences: readonly string[], matcher: Matcher, corrections: Corrections): string[] {
  const isEmpty = (sentence: string): boolean =>
    splitWords(sentence).every(isFiller) ||
    ((sentence.endsWith('?') || asksSomething(sentence)) && isVerdict(matcher.read(sentence, corrections), matcher));
  const joined: string[] = [];
  for (const sentence of sentences) {
    const before = joined.at(-1);
    if (before !== undefined && isEmpty(sentence)) joined[joined.length - 1] = `${before} ${sentence}`;
    else joined.push(sentence);
  }
  return joined;
}

/** "I’m learning to code. What do beginners earn?": background before a question only says whom it's for. */
function dropBackground(sure: readonly Reading[]): readonly Reading[] {
  const asked = sure.filter(({ text }) => !isTold(text));
  return asked.length > 0 ? asked : sure;
}

/** The topics to offer: the closest ones of any reading, without those that need no offer. */
function rankNearest(readings: readonly Reading[], without: readonly string[]): string[] {
  const scores = new Map<string, number>();
  for (const { match } of readings)
    for (const { id, score } of match.ranked) scores.set(id, Math.max(score, scores.get(id) ?? 0));
  return [...scores]
    .filter(([id]) => !without.includes(id))
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_OFFERS)
    .map(([id]) => id);
}
