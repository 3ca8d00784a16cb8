// Phrases the first line of an answer from the facts it rests on, by the kind of question.
import { type Fact, listItem, namesOf } from '../knowledge/facts.js';
import type { QuestionKind } from '../understanding/question-kind.js';
import { denies } from '../understanding/question-kind.js';
import { regexOf, wordsOf } from '../understanding/text/english-lists.js';
import { isEnglish } from '../understanding/text/english-words.js';
import { SMALL_NUMBERS } from '../understanding/text/number-words.js';
import { isFiller } from '../understanding/text/stop-words.js';
import type { Lead, Query, Reply } from './intent.js';
import { asksForDegree, findLacking, findTimeAsked, hasDispensed, isOnOthers, saysDoing } from './lacking.js';

/** A phone's notification shows no more. */
export const MAX_HEADLINE = 160;
/** From this focus on, a fact was asked for by name. */
const ASKED_FOR = 0.4;
/** A fact that covers this much of a question answers it. */
const LIKELY = 0.75;
/** A question that has so many of a fact's words says what the fact says. */
const RESTATED = 0.25;
const SHORTEST_WORD = 4;
/** What a fact gains that answers questions of this kind; one that says when gains most, for every fact of work names times. */
const OF_ITS_KIND = 0.6;
/** Questions of these kinds ask for such a fact even where they share no word with it. */
const KINDS_ALONE: readonly QuestionKind[] = ['why', 'when'];
const OF_ITS_KIND_MOST: Partial<Record<QuestionKind, number>> = { when: 2.2, why: 2 };
/** What a question wrongly takes for granted is set right before all else. */
const SET_RIGHT = 3;
const MOST_LINES = 6;
/** The number of further lines if one fact was asked for. */
const MOST_BESIDES = 3;

/** How a topic sums up its facts and lists their names. */
export interface Phrasing {
  /** The most lines below the headline. */
  readonly most?: number;
  /** The fewest, whatever was asked for by name. */
  readonly least?: number;
  /** Begins a sentence of names: “They name”. */
  readonly naming?: string;
  /** The headline if no fact was asked for by name. */
  readonly sum?: string | undefined;
}

/** "a", "a and b", "a, b and c". */
export function joinNames(names: readonly string[], last = 'and'): string {
  const head = names.slice(0, -1).join(', ');
  return head === '' ? (names[0] ?? '') : `${head} ${last} ${names.at(-1)}`;
}

/** The text with its first letter as a capital. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const properNames = wordsOf('proper-names');

/** The sentence as a continuation of another one; names keep their capitals. */
export function continueWith(sentence: string): string {
  const [first = ''] = sentence.split(/[\s,’]/, 1);
  const isName = !/^\p{Lu}[\p{Ll}-]*$/u.test(first) || properNames().has(first.toLowerCase());
  return isName ? sentence : sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

/** A number as words where it's small. */
export const spellCount = (count: number): string =>
  count === 0 ? 'no' : (SMALL_NUMBERS.slice(0, 11)[count] ?? String(count));

/** Whether the question has words to which the fact says yes or no. */
export const isJudgedBy = (query: Query, fact: Fact): boolean =>
  [...fact.yes, ...fact.no].some((phrase) => query.says(phrase));

/** How well a fact answers the question: by what it's about, by its wording, and by the kind of question. */
function rate(query: Query, fact: Fact): number {
  const focus = query.focus.get(fact.id) ?? 0;
  const named = focus >= ASKED_FOR ? Math.min(focus, 2) : 0;
  const { kind } = query.form;
  const isReason = kind === 'why' && fact.reason === true && !query.form.isNegated;
  const isOfItsKind = fact.answers.some((one) => one === kind);
  const gain = isOfItsKind
    ? (OF_ITS_KIND_MOST[kind] ?? OF_ITS_KIND) + (saysDoing(query, fact) ? OF_ITS_KIND : 0)
    : isReason
      ? OF_ITS_KIND
      : 0;
  // What's taken for granted after “why” asks for no verdict on it.
  const isJudged = (kind !== 'why' || query.form.isNegated) && isJudgedBy(query, fact);
  const overlap = query.overlap(fact);
  // A fact that shares no word with the question isn't asked for by its kind alone.
  const base = named + overlap + (isJudged ? 0.7 : 0) + (isRefuted(query, fact) ? SET_RIGHT : 0);
  return base + (base > 0.1 || KINDS_ALONE.includes(kind) ? gain : 0);
}

/** The facts, with those that the question asks for first; equal ones stay in order. */
export function rankFacts<F extends Fact>(query: Query, facts: readonly F[]): F[] {
  const rated = facts.map((fact) => ({ fact, rating: Math.round(rate(query, fact) * 20) }));
  return rated.toSorted((a, b) => b.rating - a.rating).map(({ fact }) => fact);
}

/** Whether a fact is asked for: by name, by its kind, or by most of its words. */
export function isAsked(query: Query, fact: Fact): boolean {
  const isByKind =
    query.form.kind === 'why' ? fact.reason === true : fact.answers.some((one) => one === query.form.kind);
  return (
    (query.focus.get(fact.id) ?? 0) >= ASKED_FOR ||
    query.overlap(fact) >= LIKELY ||
    isJudgedBy(query, fact) ||
    (isByKind && query.overlap(fact) > 0.1)
  );
}

/** Whether any of the facts was asked for. */
export const isAskedFor = (query: Query, facts: readonly Fact[]): boolean => facts.some((fact) => isAsked(query, fact));

const OPPOSITE = new Map([
  ['Yes', 'No'],
  ['No', 'Yes'],
]);
const absoluteWords = wordsOf('absolute-words');
const limiting = regexOf((entriesOf) => new RegExp(`\\b(?:${entriesOf('limiting-words')})\\b`));
/** Verdicts that deny “always” as well as “never”. */
const PARTLY = ['Sometimes', 'Only sometimes'];
/** What a sentence has that says more than one thing. */
const LISTING = /,| and /;

/** Whether a question claims that there's nothing else: “is it just about databases?”. */
export const isLimiting = (query: Query): boolean =>
  query.form.kind === 'yes-no' && limiting().test(query.text.toLowerCase());

/** Whether a fact says more than what a question takes for all there is. */
const saysMore = (query: Query, { says, verdict }: Fact): boolean =>
  isLimiting(query) && verdict === undefined && LISTING.test(says) && !limiting().test(says);

/** Yes or no, by the phrases of the question; a phrase within a longer one (“see” in “doesn’t see”) doesn't count. */
function findVerdict(query: Query, fact: Fact): 'Yes' | 'No' | undefined {
  const isSaid = (phrase: string): boolean => query.says(phrase);
  const [yes, no] = [fact.yes.filter(isSaid), fact.no.filter(isSaid)];
  if (no.some((phrase) => !yes.some((longer) => longer.includes(phrase)))) return 'No';
  return yes.length > 0 ? 'Yes' : undefined;
}

/** Whether a question asks for what no fact tells, beside naming what this one is about: “do freelancers get paid on time?”. */
const isBeyond = (query: Query, fact: Fact): boolean => query.namesOther(fact) || query.goesBeyond();

/** Whether a question judges something else by the same word: “do I have to be good with customers?” where the pay is good. */
const isOfOther = (query: Query, fact: Fact): boolean =>
  query.namesOther(fact) || (!query.focus.has(fact.id) && query.goesBeyond());

/** A single sentence that says how two things differ. */
const DIFFERING = /\bdiffer|\b(?:than|but|while)\b|;/;

/** What is true of most isn't true of all: “do all companies want a PG?”. */
function denyAll({ text }: Query, { says }: Fact): string | undefined {
  const [, every] = /\b(always|all|every|each|everyone|everybody)\b/i.exec(text.replace(/\bat all\b/gi, '')) ?? [];
  if (every === undefined || !/\bmost\b/i.test(says)) return undefined;
  return every.toLowerCase() === 'always' ? 'Not always' : 'Not all';
}

/** What a fact answers to a question for yes or no; undefined if it doesn't say. */
function judge(query: Query, fact: Fact): string | undefined {
  const judged = findVerdict(query, fact);
  if (judged === undefined && saysMore(query, fact) && query.overlap(fact) > 0) return 'Not only';
  const isOther =
    judged === undefined
      ? !isAsked(query, fact) || isBeyond(query, fact) || (fact.verdict === undefined && asksForDegree(query, fact))
      : isOfOther(query, fact);
  // What a question takes for granted is no yes to what it asks: “as you never stop learning, is it tiring?”.
  const isOnPremise = judged === 'Yes' && query.form.isAssuming && query.goesBeyond();
  if (isOther || isOnPremise) return undefined;
  const plain = judged ?? fact.verdict;
  const ofMost = plain === 'No' || query.form.isReversed ? undefined : denyAll(query, fact);
  if (ofMost !== undefined) return ofMost;
  // “Do they only work at night?”: what's sometimes so isn't always so, unless the fact says “only”, too.
  if (judged === 'No' && fact.verdict !== undefined && PARTLY.includes(fact.verdict)) return 'Not always';
  const isAbsolute = [...absoluteWords()].some((word) => query.says(word) && !fact.says.includes(word));
  if (isAbsolute && plain === undefined && !fact.says.includes('always')) return 'Not exactly';
  if (isAbsolute && plain !== undefined && PARTLY.includes(plain)) return 'No';
  const verdict = plain ?? 'Yes';
  if (query.form.isReversed && !hasDispensed(query, fact)) return undefined;
  return query.form.isReversed ? (OPPOSITE.get(verdict) ?? 'The documents don’t rule it out') : verdict;
}

/** A sentence of which “the documents say that …” isn't true. */
const OF_ONE_DOCUMENT = /^One document\b/;

/** The verdict, then the sentence; without a verdict, that the documents give none. */
export function phraseVerdict(query: Query, fact: Fact): Lead {
  const verdict = judge(query, fact);
  if (verdict !== undefined)
    return {
      headline: fit(
        `${verdict} – ${continueWith(fact.says)}`,
        `${verdict} – ${continueWith(listItem(fact))}`,
        fact.says,
      ),
    };
  const isOther = findVerdict(query, fact) === undefined ? query.namesOther(fact) : isOfOther(query, fact);
  if (isOther) return { ...OPEN, below: fact.says };
  if (!isBeyond(query, fact) || !isAsked(query, fact)) return leaveOpen('so outright', fact.says);
  const only = `The documents only say that ${continueWith(fact.says)}`;
  return only.length > MAX_HEADLINE || OF_ONE_DOCUMENT.test(fact.says)
    ? leaveOpen('so outright', fact.says)
    : { headline: only, isOpen: true };
}

/** The first one that a phone shows in full. */
export function fit(...texts: readonly string[]): string {
  return texts.find((text) => text.length <= MAX_HEADLINE) ?? texts.at(-1) ?? '';
}

/** “The documents don’t say why: …”, with what they do say. */
export function leaveOpen(what: string, says: string): Lead {
  const headline = `The documents don’t say ${what}: ${continueWith(says)}`;
  return headline.length <= MAX_HEADLINE
    ? { headline, isOpen: true }
    : { headline: `The documents don’t say ${what}.`, isOpen: true, below: says };
}

/** For what no single fact comes close to. */
export const OPEN: Lead = { headline: 'The documents don’t say so outright.', isOpen: true };

/** A reply that begins like this; what the headline had no room for comes right below. */
export const beginWith = ({ below, ...lead }: Lead, reply: Omit<Reply, keyof Lead>): Reply => ({
  ...lead,
  ...reply,
  ...(below !== undefined && { details: [below, ...(reply.details ?? [])] }),
});

/** “The documents name none as the best: PHP, C# and Java are all listed.” */
export const phraseNoBest = (names: readonly string[], best: string): string =>
  names.length > 1
    ? `The documents name none as the ${best}: ${joinNames(names)} are ${names.length === 2 ? 'both' : 'all'} listed.`
    : `The documents name none as the ${best}: they only list ${joinNames(names)}.`;

const OF_ADJECTIVES = /(?:ful|less|ing|ed|ive|ble|ous|al|ic)$/;

/** “The documents don’t say which is better: …”, “which has more stress: …”, with what they do say. */
export function phraseUnranked(comparative: string, says: string): Lead {
  const [, word] = /^(?:more|less) (.+)$/.exec(comparative) ?? [];
  const isNoun = word !== undefined && !OF_ADJECTIVES.test(word) && !isEnglish(`${word}ly`);
  return leaveOpen(`which ${isNoun ? 'has' : 'is'} ${comparative}`, says);
}

/** Whether a question asks for what isn't so of several, which no list of what is so tells: “which skills can I skip?”. */
const asksForOthers = ({ form }: Query): boolean => form.isOnWhich && form.isReversed;

/** The headline for the fact that answers the question best; undefined if the topic names nothing of the kind. */
function phraseNames(query: Query, facts: readonly Fact[], naming: string): string | undefined {
  const names = [...new Set(facts.flatMap(namesOf))];
  const { kind, superlative } = query.form;
  if (names.length === 0 || query.form.isOnMeaning || (kind === 'who' && query.form.isOnDoer)) return undefined;
  if (asksForOthers(query)) return undefined;
  if (superlative !== undefined && ['best', 'which', 'yes-no', 'open'].includes(kind))
    return phraseNoBest(names, superlative);
  if (kind === 'how-many') return `${naming} ${spellCount(names.length)}: ${joinNames(names)}.`;
  return kind === 'which' || kind === 'who' ? `${naming} ${joinNames(names)}.` : undefined;
}

/** Whether a question takes one thing for all that there is, and the fact lists more: “why is Java the only language?”. */
const isOverstated = (query: Query, { says, ...fact }: Fact): boolean =>
  limiting().test(query.text.toLowerCase()) &&
  LISTING.test(says) &&
  !limiting().test(says) &&
  query.overlap({ says, ...fact }) > 0;

/** “Unseen” denies as “can't see” does. */
const isDenial = (phrase: string): boolean => denies(phrase) || /\bun\p{L}+/u.test(phrase);

/** Whether a fact says no to words of a question. */
export const saysNo = (query: Query, fact: Fact): boolean => findVerdict(query, fact) === 'No';

/** Whether a question assumes what the fact denies: “why can't they …?”, “since it's easy, …”, “when will they die out?”. */
export const isFalselyAssumed = (query: Query, fact: Fact): boolean =>
  (query.form.isAssuming || query.form.kind === 'when') &&
  (isOverstated(query, fact) ||
    (query.form.isNegated
      ? isAsked(query, fact) && ![...fact.no, ...fact.yes.filter(isDenial)].some((one) => query.says(one))
      : saysNo(query, fact)));

/** Whether a question takes for granted, before it asks, what a fact denies by name: “if it's dying, what …?”. */
export const isRefuted = (query: Query, fact: Fact): boolean =>
  (query.form.kind !== 'why' || query.form.isConditional) &&
  !query.form.isDenying &&
  (query.form.isAssuming || query.form.isConditional) &&
  query.focus.has(fact.id) &&
  saysNo(query, fact);

/** The share of a sentence's longer words that the question has, too. */
function shareIn(query: Query, sentence: string): number {
  const words = sentence.split(/[^\p{L}-]+/u).filter((word) => word.length >= SHORTEST_WORD && !isFiller(word));
  return words.filter(query.says).length / words.length;
}

/** What a sentence that gives a reason has. */
const REASONING = /\b(?:because|since|as|so|for|due|depend\w*|if|when|only)\b/i;

/** Whether a question why already says all that the fact says, so that the fact is no reason: “why do companies prefer …?”. */
const isRestated = (query: Query, fact: Fact): boolean =>
  !REASONING.test(fact.says) && shareIn(query, fact.says) >= RESTATED;

/** That the fact which comes closest has no number, time, place, doer or name, where one was asked for; undefined if it has. */
function phraseLacking(query: Query, fact: Fact): Lead | undefined {
  const lacking = findLacking(query, fact);
  if (lacking === undefined) return undefined;
  // A fact that isn't asked for is no part of the sentence.
  return isAsked(query, fact) && lacking !== 'who'
    ? leaveOpen(lacking, fact.says)
    : { headline: `The documents don’t say ${lacking}.`, isOpen: true };
}

/** What a sentence has that says what a word means. */
const DEFINING = /\b(?:is|are) (?:an?|the)\b|\bmeans?\b|\(/;

/** The headline for a fact, by the kind of question. */
export function phraseFact(query: Query, fact: Fact): Lead {
  const { kind } = query.form;
  if (isFalselyAssumed(query, fact))
    return { headline: fit(`No document says that: ${continueWith(fact.says)}`, fact.says) };
  if (query.form.isOnMeaning && !DEFINING.test(fact.says)) return leaveOpen('what it means', fact.says);
  const { comparative } = query.form;
  const isRanking = comparative !== undefined && (/(?<!bett|more)er$/.test(comparative) || / than /.test(query.text));
  const isUnranked = isRanking && (findVerdict(query, fact) === undefined || comparative.includes(' '));
  if (kind === 'yes-no' && isUnranked && !fact.says.includes(comparative))
    return phraseUnranked(comparative, fact.says);
  const isJudged = kind === 'best' && fact.yes.some((phrase) => query.says(phrase));
  if (isJudged && query.form.isOnWhich && query.goesBeyond()) return leaveOpen('which', fact.says);
  if (kind === 'yes-no' || isJudged) return phraseVerdict(query, fact);
  // One sentence says how two things differ only if it names the difference.
  if (kind === 'compare' && !query.form.isAssuming && !DIFFERING.test(fact.says))
    return leaveOpen('how they differ', fact.says);
  // “Why do they only hire men?”: no document says so.
  if (kind === 'why' && limiting().test(query.text.toLowerCase()) && !limiting().test(fact.says))
    return leaveOpen('so', fact.says);
  if (kind === 'why' && (fact.reason !== true || isRestated(query, fact))) return leaveOpen('why', fact.says);
  if (asksForOthers(query) && !isDenial(fact.says)) return leaveOpen('which', fact.says);
  return phraseLacking(query, fact) ?? { headline: fact.says };
}

/** “The documents don’t mention Rust or Go.” */
export const sayAbsent = (names: readonly string[]): string => `The documents don’t mention ${joinNames(names, 'or')}.`;

/** Says what no document mentions; undefined if they mention everything. */
export const denyMissing = (query: Query): string | undefined =>
  query.missing.length > 0 ? sayAbsent(query.missing) : undefined;

/** One line about what is missing, and the closest fact if the question also asks for it. */
export function deny(query: Query, facts: readonly Fact[]): Reply | undefined {
  const headline = denyMissing(query);
  if (headline === undefined) return undefined;
  const near = facts.filter((fact) => (query.focus.get(fact.id) ?? 0) >= ASKED_FOR);
  const nearest = rankFacts(query, near).slice(0, 1);
  // What the question wrongly takes for granted comes first: “since they never work late, when do they finish?”.
  const [wrong] = nearest.filter((fact) => isFalselyAssumed(query, fact));
  if (wrong !== undefined)
    return beginWith(phraseFact(query, wrong), { details: [headline], facts: [wrong], lacks: query.missing });
  const details = nearest.map(({ says }) => says);
  return { headline, details, facts: nearest, isAbsent: true, lacks: query.missing };
}

/** The first facts; if that leaves out a document, its best fact takes the last place. */
function chooseFromAll(facts: readonly Fact[], most: number): Fact[] {
  const chosen = facts.slice(0, most);
  const unheard = facts.find(({ document }) => !chosen.some((fact) => fact.document === document));
  return unheard && most > 1 ? [...chosen.slice(0, -1), unheard] : chosen;
}

/** The facts without repetitions. */
export function withoutRepeats(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const isNew = !seen.has(fact.says) && !seen.has(`${fact.document} ${fact.quote}`);
    seen.add(fact.says).add(`${fact.document} ${fact.quote}`);
    return isNew;
  });
}

/** Facts below a headline: whole sentences, without a subject that the headline or several of them share. */
function listFacts(headline: string, facts: readonly Fact[]): string[] {
  const isShared = ({ subject }: Fact): boolean =>
    subject !== undefined &&
    (headline.toLowerCase().includes(subject.toLowerCase()) ||
      facts.filter((fact) => fact.subject === subject).length > 1);
  return facts.map((fact) => (isShared(fact) ? listItem(fact) : fact.says));
}

/** Whether a fact's names are asked for; who people work with asks for all of them. */
const isNamed = (query: Query, fact: Fact): boolean =>
  namesOf(fact).length > 0 && (isAsked(query, fact) || (query.form.kind === 'who' && fact.answers.includes('who')));

/** Kinds of questions that no list answers. */
const UNSUMMED: readonly QuestionKind[] = ['when', 'where', 'who'];

/** That the documents don't say when, where or who, for a question which no list answers; undefined for any other. */
export function leaveUnsummed({ form: { kind }, text }: Query): Lead | undefined {
  const asked = kind === 'when' ? findTimeAsked(text) : kind;
  return UNSUMMED.includes(kind) ? { headline: `The documents don’t say ${asked}.`, isOpen: true } : undefined;
}

/** The facts in one sentence, by the kind of question: as a headline, or below what the documents leave open. */
function phraseSum(query: Query, sum: string): Lead {
  if (isLimiting(query)) return { headline: fit(`Not only – ${continueWith(sum)}`, sum) };
  if (query.form.kind === 'how-many') return leaveOpen('how many', sum);
  // “Skills required?” asks which ones.
  if (query.form.kind === 'yes-no' && !query.form.isShortened)
    return query.goesBeyond() ? leaveOpen('so outright', sum) : OPEN;
  if (asksForOthers(query))
    return { headline: `The documents don’t say${/\bwhich\b/i.test(query.text) ? ' which' : ''}.`, isOpen: true };
  if (query.form.isOnWhich && query.namesOther()) return leaveOpen('which', sum);
  return leaveUnsummed(query) ?? { headline: sum };
}

/** The reply that most topics give: what is missing first, else the fact asked for, then the others. */
export function replyFrom(
  query: Query,
  facts: readonly Fact[],
  { most = MOST_LINES, least = 0, naming, sum }: Phrasing = {},
): Reply {
  const denial = deny(query, facts);
  if (denial) return denial;
  const ranked = withoutRepeats(rankFacts(query, facts));
  const [top, ...others] = ranked;
  if (top === undefined) return { headline: '', facts: [] };
  const isChosen = isAsked(query, top);
  if (sum !== undefined && (!isChosen || isLimiting(query))) {
    const shown = chooseFromAll(ranked, most);
    return beginWith(phraseSum(query, sum), { details: shown.map(listItem), facts: shown });
  }
  const isNaming = isChosen && naming !== undefined && !isFalselyAssumed(query, top) && !isOnOthers(query, top);
  const named = isNaming ? ranked.filter((fact) => isNamed(query, fact)) : [];
  const names = named[0] === top && isNaming ? phraseNames(query, named, naming) : undefined;
  const lead = names === undefined ? phraseFact(query, top) : { headline: names };
  const besides = names === undefined ? others : ranked.filter((fact) => !named.includes(fact));
  const asked = besides.filter((fact) => isAsked(query, fact));
  // Against a false assumption every document gets a say.
  const fewest = isFalselyAssumed(query, top) ? 2 : least;
  const enough = asked.length < fewest ? chooseFromAll([...new Set([...asked, ...besides])], fewest) : asked;
  const shown = chooseFromAll(isChosen ? enough : besides, isChosen ? MOST_BESIDES : most - 1);
  return beginWith(lead, {
    details: listFacts(lead.headline, shown),
    facts: [...(names === undefined ? [top] : named), ...shown],
  });
}
