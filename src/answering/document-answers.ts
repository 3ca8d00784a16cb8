// Answers questions about the documents themselves, and questions that only one of them is to answer.
import { type Context, makeContext } from '../conversation/context.js';
import type { Utterance } from '../conversation/utterance.js';
import { listHeadings, type Quote, quoteSection, type Section, type SourceDocument } from '../knowledge/documents.js';
import { findFocus, type Overlap } from '../knowledge/fact-mentions.js';
import { type Fact, isOfKind } from '../knowledge/facts.js';
import { openMentions } from '../knowledge/mentions.js';
import { PASSAGE } from '../knowledge/passages.js';
import { readDocumentQuestion } from '../understanding/document-follow-up.js';
import { type DocumentQuestion, pointsBack } from '../understanding/document-question.js';
import { denies } from '../understanding/question-kind.js';
import type { Slots } from '../understanding/slots.js';
import { regexOf, wordsOf } from '../understanding/text/english-lists.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import { DECISION } from '../understanding/thresholds.js';
import type { Understander } from '../understanding/understand.js';
import type { Answer, Outcome } from './answer.js';
import type { DocumentsIntent, Intent, PlainReply, Reply } from './intent.js';
import { NO_SLOTS, type TopicAnswers } from './topic-answers.js';
import type { TopicReplies } from './topic-replies.js';
import type { TrainedBot } from './trained-bot.js';

/** A fact that this much of a subject speaks for says what the subject says. */
const SAME = 0.9;
/** What people call a number that a document has: “the 61-80 figure”. */
const FIGURES = ['figure', 'number', 'rate', 'amount', 'range'].map(stemOf);
/** “Do both documents mention it?” */
const OF_EACH = /^(?:(?:and|so|but|ok) )*(?:do|does|did) .*\b(?:both|each|either|all)\b/i;
const NEGATIONS = ['no', 'not', 'without'];
/** So many sections are named for each document. */
const MOST_SECTIONS = 3;

/** What these answers are made with. */
export interface DocumentParts {
  readonly trained: Pick<TrainedBot, 'documents' | 'facts' | 'focus'>;
  readonly intent: DocumentsIntent;
  readonly replies: TopicReplies;
  readonly answers: TopicAnswers;
  readonly understander: Understander;
  readonly overlap: Overlap;
  /** A text as it would be read if it were all that was asked. */
  read(text: string): Utterance;
}

/** Where one document mentions a subject. */
interface Mentioned {
  readonly document: SourceDocument;
  readonly sections: readonly Section[];
  readonly quotes: readonly Quote[];
  /** What it says of the subject, where a fact says it. */
  readonly says?: string;
}

const summarise = (found: readonly Mentioned[]) =>
  found.map(({ document, sections, says }) => ({
    title: document.title,
    sections: sections.map(({ heading }) => heading),
    ...(says !== undefined && { says }),
  }));

/** Returns a function that answers a text about the documents; undefined for any other. */
export function createDocumentAnswers(
  parts: DocumentParts,
): (utterance: Utterance, context: Context | undefined) => Answer | undefined {
  const { documents } = parts.trained;
  return (utterance, context) => {
    const question = readDocumentQuestion(utterance.text, documents, {
      asked: context?.described,
      isAnswered: (context?.topics ?? []).length > 0,
    });
    // A figure points at the facts, which know whose it is and where it is from.
    if (question === undefined || (question.asks === 'mention' && utterance.slots.amounts.length > 0)) return undefined;
    if ((question.isImplied || isOnLast(question, utterance)) && meansAnother(question, context)) return undefined;
    const { asks, subject } = question;
    const meant = question.isOnFigures
      ? listSources(parts, parts.read(subject), context)
      : chooseMeant(parts, question, context);
    if (asks === 'mention' && pointsBack(question)) return answerBack(parts, question, context);
    if (asks === 'mention') return answerMention(parts, subject, meant, context);
    if (asks === 'agreement' || asks === 'content') return answerContent(parts, question, meant, utterance, context);
    if ((asks === 'links' || asks === 'titles') && isOfTopic(parts, utterance)) return undefined;
    const { reply, quotes } = describe(parts, asks, meant);
    return makeAnswer(
      parts,
      asks === 'links' ? 'passage' : 'about-bot',
      reply,
      quotes,
      keep(parts, asks, meant, context),
    );
  };
}

/** Whether “which is newer” or “when was it updated” asks about what was said before: technologies, or where an answer is from. */
const meansAnother = ({ asks }: DocumentQuestion, context: Context | undefined): boolean =>
  context?.described === undefined &&
  ((context?.slots.technologies.length ?? 0) > 1 || (asks === 'date' && (context?.facts ?? []).length > 0));

/** “Of what year are these numbers?” asks about the answer before, “how old is the salary data?” doesn't. */
const isOnLast = ({ isOnFigures }: DocumentQuestion, { text }: Utterance): boolean =>
  isOnFigures && /\b(?:this|that|these|those)\b/i.test(text);

/** Whether a topic answers what to read besides: one that names other pages, or one that a mentor wrote. */
function isOfTopic({ intent, understander, replies }: DocumentParts, { text, tokens }: Utterance): boolean {
  const { outcome, topics } = understander.understand(text, tokens);
  const [main] = outcome === 'answer' ? replies.pick(topics.map(({ id }) => id)) : [];
  return main !== undefined && (main.kinds.length === 0 || main.kinds.some((kind) => intent.linkKinds.includes(kind)));
}

/** The topics of a subject; that the documents were named says that it's of this career. */
function findTopics({ understander, replies }: DocumentParts, { text, tokens }: Utterance): Intent[] {
  const { outcome, topics } = understander.understand(text, tokens);
  if (outcome === 'answer') return replies.pick(topics.map(({ id }) => id));
  const leaned = understander.lean(tokens);
  return leaned && leaned.confidence >= DECISION.answer ? replies.pick([leaned.topic]) : [];
}

/** The documents that a question is about: those it names, the one that the last answer wasn't from, or all. */
function chooseMeant(
  { trained: { documents, facts } }: DocumentParts,
  question: DocumentQuestion,
  context: Context | undefined,
) {
  const cited = facts.filter(({ id }) => context?.facts?.includes(id)).map(({ document }) => document);
  const last = context?.described?.documents ?? cited;
  const others = documents.filter(({ id }) => !last.includes(id));
  if (question.isOther && others.length > 0 && last.length > 0) return others;
  const named = documents.filter(({ id }) => question.named.includes(id));
  return named.length > 0 ? named : documents;
}

/** The documents that figures are from: those of the subject, else those of the last answer, else all that have any. */
function listSources(parts: DocumentParts, asked: Utterance, context: Context | undefined): readonly SourceDocument[] {
  const { documents, facts } = parts.trained;
  const replied = findTopics(parts, asked).flatMap((topic) => parts.replies.reply(topic, asked).facts);
  const cited = replied.length > 0 ? replied : facts.filter(({ id }) => context?.facts?.includes(id));
  const sources = documents.filter(({ id }) => cited.some(({ document }) => document === id));
  return sources.length > 0 ? sources : documents;
}

function makeAnswer(
  { replies }: DocumentParts,
  outcome: Outcome,
  { headline, details }: PlainReply,
  quotes: readonly Quote[],
  context: Context | undefined,
): Answer {
  const isQuotation = outcome === 'passage' && { isQuotation: true as const };
  const part = replies.toPart(PASSAGE, { headline, details, facts: [], quotes, ...isQuotation });
  return { outcome, parts: [part], suggestions: [], ...(context && { context }) };
}

/** What can be asked next: of the documents again, or what could be asked before. */
function keep(
  { trained: { documents } }: DocumentParts,
  asks: DocumentQuestion['asks'],
  meant: readonly SourceDocument[],
  context: Context | undefined,
): Context {
  const ids = meant.length < documents.length ? meant.map(({ id }) => id) : [];
  return makeContext({ topics: [], offered: [], slots: NO_SLOTS, ...context, described: { asks, documents: ids } });
}

/** What can be said of documents without looking for anything in them. */
function describe(
  { intent, trained }: DocumentParts,
  asks: DocumentQuestion['asks'],
  meant: readonly SourceDocument[],
) {
  const ids = meant.map(({ id }) => id);
  const listFacts = (kinds: readonly string[]): Fact[] =>
    trained.facts.filter(({ kind, document }) => kinds.includes(kind) && ids.includes(document));
  const quote = (facts: readonly Fact[]): Quote[] => facts.flatMap((fact) => quoteFact(meant, fact));
  if (asks === 'links') {
    const named = listFacts(intent.linkKinds).filter(({ names }) => names.length > 0);
    const links = meant.flatMap(({ sections }) =>
      sections.flatMap((section) => section.links.map(({ label }) => label)),
    );
    return { reply: intent.links(meant, links, named), quotes: quote(named) };
  }
  if (asks === 'sections') return { reply: intent.sections(meant, meant.flatMap(listHeadings)), quotes: [] };
  const dates = quote(listFacts(intent.dateKinds));
  if (asks === 'newer') return { reply: intent.newer(meant.length > 1 ? meant : trained.documents), quotes: dates };
  if (asks === 'date') return { reply: intent.dates(meant), quotes: dates };
  return {
    reply: asks === 'author' ? intent.author(meant) : intent.titles(meant, trained.documents.length),
    quotes: [],
  };
}

const quoteFact = (documents: readonly SourceDocument[], { document, section, quote }: Fact): Quote[] => {
  const source = documents.find(({ id }) => id === document);
  const found = source?.sections.find(({ heading }) => heading === section);
  return source && found ? [quoteSection(source, found, quote)] : [];
};

const stemsOf = (text: string): string[] => [
  ...new Set(
    splitWords(text)
      .filter((word) => !isFiller(word))
      .map(stemOf),
  ),
];

/** What a text must have to speak of a subject: words as stems, and numbers as they are. */
interface SubjectWords {
  readonly stems: readonly string[];
  readonly numbers: readonly string[];
}

const readNumbers = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

function readSubject(subject: string): SubjectWords {
  const numbers = readNumbers(subject);
  const stems = stemsOf(subject);
  return {
    stems: numbers.length > 0 ? stems.filter((stem) => stem !== '0' && !FIGURES.includes(stem)) : stems,
    numbers,
  };
}

/** Whether a text has every word and number of the subject. */
function holdsAll(text: string, { stems, numbers }: SubjectWords): boolean {
  const [own, said] = [new Set(stemsOf(text)), readNumbers(text)];
  return stems.every((stem) => own.has(stem)) && numbers.every((number) => said.includes(number));
}

/** The sections of a document that speak of the subject, those first whose heading does; where headings do, others only mention it. */
function findSections(document: SourceDocument, words: SubjectWords): Mentioned & { readonly isHeading: boolean } {
  const holding = document.sections.flatMap((section) => {
    const units = section.blocks.flatMap((block) => block.units).filter((unit) => holdsAll(unit, words));
    const isHeading = section.heading !== document.title && holdsAll(section.heading, words);
    return units.length > 0 || (isHeading && section.blocks.length > 0) ? [{ section, units, isHeading }] : [];
  });
  const headed = holding.filter(({ isHeading }) => isHeading);
  const chosen = (headed.length > 0 ? headed : holding).slice(0, MOST_SECTIONS);
  return {
    document,
    sections: chosen.map(({ section }) => section),
    quotes: chosen.flatMap(({ section, units }) =>
      units.slice(0, 1).map((unit) => quoteSection(document, section, unit)),
    ),
    isHeading: headed.length > 0,
  };
}

/** The facts that say what a subject says, best first: “a degree is required”. */
function findSaying({ trained, overlap }: DocumentParts, subject: string, { tokens }: Utterance): Fact[] {
  const words = tokens.flatMap((token) => token.words);
  const telling = words.filter((word) => !isFiller(word) || NEGATIONS.includes(word));
  const [focus, plain] = [findFocus(trained.focus, words), findFocus(trained.focus, telling)];
  const coverOf = overlap(words);
  const isSentence = stemsOf(subject).length > 1 || /\b(?:i|you|we|they|is|are|can|must)\b/.test(subject);
  if (!isSentence) return [];
  const rated = trained.facts
    .map((fact) => ({
      fact,
      rating: Math.max(focus.get(fact.id) ?? 0, plain.get(fact.id) ?? 0) + coverOf(fact),
    }))
    .toSorted((a, b) => b.rating - a.rating);
  const least = Math.max(SAME, (rated[0]?.rating ?? 0) * SAME);
  return rated.filter(({ rating }) => rating >= least).map(({ fact }) => fact);
}

const needingWords = wordsOf('needing-words');
const doingWithout = regexOf((entriesOf) => new RegExp(`\\b(?:${entriesOf('doing-without')})\\b`));

/** The facts on the side that a subject takes in what the documents disagree on: “a degree isn’t needed”. */
function findSided(parts: DocumentParts, subject: string, asked: Utterance): Fact[] {
  const isWithout = denies(subject) || doingWithout().test(subject);
  if (!isWithout && !asked.tokens.some(({ words: [word = ''] }) => needingWords().has(word))) return [];
  const stance = isWithout ? 'not-required' : 'required';
  const [topic] = findTopics(parts, asked);
  return parts.trained.facts.filter(
    (fact) => topic?.kinds.includes(fact.kind) && isOfKind(fact, 'degree') && fact.stance === stance,
  );
}

/** Whether a fact says the opposite of a subject: “back end is dying”, where the “end” of “back end” is no end. */
function isDeniedBy({ yes, no }: Fact, { tokens }: Utterance): boolean {
  const words = tokens.flatMap((token) => (isOfClass(token, 'own') ? [] : token.words));
  const { has } = openMentions(() => [words.join(' ')]);
  return no.some(has) && !yes.some(has);
}

/** Where the subject is mentioned: by a fact that says it, by a heading, by its words, or by the facts of its topic. */
function findMentions(parts: DocumentParts, subject: string, meant: readonly SourceDocument[]): readonly Mentioned[] {
  const asked = parts.read(subject);
  const words = readSubject(subject);
  const sided = findSided(parts, subject, asked);
  const saying = sided.length > 0 ? sided : words.numbers.length > 0 ? [] : findSaying(parts, subject, asked);
  if (saying[0] && isDeniedBy(saying[0], asked)) return [];
  const said = ofFacts(meant, saying);
  if (said.length > 0) return said;
  const mentioned = meant
    .map((document) => findSections(document, words))
    .filter(({ sections }) => sections.length > 0);
  const headed = mentioned.filter(({ isHeading }) => isHeading);
  if (words.stems.length + words.numbers.length > 0 && mentioned.length > 0)
    return headed.length > 0 ? headed : mentioned;
  const replied = findTopics(parts, asked).map((topic) => parts.replies.reply(topic, asked));
  return ofFacts(
    meant,
    replied.flatMap(({ facts, isAbsent }) => (isAbsent ? [] : facts.slice(0, 1))),
  ).map(({ says, ...found }) => found);
}

/** Which of the documents mention the subject. */
function answerMention(
  parts: DocumentParts,
  subject: string,
  meant: readonly SourceDocument[],
  context: Context | undefined,
): Answer {
  const found = findMentions(parts, subject, meant);
  const reply = parts.intent.mentions(subject, summarise(found), meant);
  const outcome = found.length > 0 ? 'passage' : 'not-in-documents';
  return makeAnswer(
    parts,
    outcome,
    reply,
    found.flatMap(({ quotes }) => quotes),
    keep(
      parts,
      'mention',
      found.map(({ document }) => document),
      context,
    ),
  );
}

/** Where facts stand, document by document. */
const ofFacts = (documents: readonly SourceDocument[], facts: readonly Fact[]): Mentioned[] =>
  documents.flatMap((document) => {
    const own = facts.filter((fact) => fact.document === document.id);
    const sections = document.sections.filter(({ heading }) => own.some(({ section }) => section === heading));
    return sections.length === 0
      ? []
      : [{ document, sections, quotes: own.flatMap((fact) => quoteFact([document], fact)), says: own[0]?.says ?? '' }];
  });

/** “Which of them says so”, “says no”: by the facts of the answer before. */
function answerBack(
  parts: DocumentParts,
  { subject }: DocumentQuestion,
  context: Context | undefined,
): Answer | undefined {
  const { trained, intent } = parts;
  const last = trained.facts.filter(({ id }) => context?.facts?.includes(id));
  if (last.length === 0) return undefined;
  const stance = subject === 'no' ? 'not-required' : subject === 'yes' ? 'required' : undefined;
  const sided = last.filter((fact) => stance !== undefined && isOfKind(fact, 'degree') && fact.stance === stance);
  const isDivided = ['required', 'not-required'].every((one) =>
    last.some((fact) => isOfKind(fact, 'degree') && fact.stance === one),
  );
  // Of two sides, each document takes its own.
  if (sided.length === 0 && isDivided) return answerAgreement(parts, context);
  const found = ofFacts(trained.documents, sided.length > 0 ? sided : last);
  return makeAnswer(
    parts,
    'passage',
    intent.mentions(subject, summarise(found), trained.documents),
    found.flatMap(({ quotes }) => quotes),
    context,
  );
}

/** The words that ask of whatever topic whether the documents agree on it. */
const AGREE: Token = { key: 'agree', words: ['agree'] };

/** Who says what, on the topics of the last answer. */
const answerAgreement = ({ replies, answers }: DocumentParts, context: Context | undefined): Answer => {
  const slots: Slots = { ...(context?.slots ?? NO_SLOTS), amounts: [] };
  return answers.answerWith(replies.pick(context?.topics ?? []), slots, (topic) =>
    replies.reply(topic, { text: '', tokens: [AGREE], slots }),
  );
};

/** What the documents, or one of them, say of the subject, where the text is about nothing else. */
function answerContent(
  parts: DocumentParts,
  { asks, subject, named, isOther, isMention, isOnFigures }: DocumentQuestion,
  meant: readonly SourceDocument[],
  utterance: Utterance,
  context: Context | undefined,
): Answer | undefined {
  const { understander, replies, answers, intent, trained } = parts;
  const isOne = (named.length > 0 || isOther) && meant.length < trained.documents.length;
  // “And the other document?” after an answer from both.
  if (isOther && !isOne && subject === '' && context?.topics.length) return answerAgreement(parts, context);
  if (asks === 'agreement' && subject === '' && !isOnFigures)
    return context?.topics.length
      ? answerAgreement(parts, context)
      : makeAnswer(
          parts,
          'about-bot',
          intent.titles(meant, trained.documents.length),
          [],
          keep(parts, asks, meant, context),
        );
  // Of a technology that no document names, its topic says so.
  const isNowhere = (): boolean =>
    utterance.slots.technologies.length === 0 && findMentions(parts, subject, trained.documents).length === 0;
  if (isMention && subject !== '' && (OF_EACH.test(utterance.text) || isNowhere()))
    return answerMention(parts, subject, meant, context);
  const own = understander.understand(utterance.text, utterance.tokens);
  // “A difference between the documents on pay” asks about them, one between freshers and others doesn't.
  const isPlain = utterance.slots.levels.length + utterance.slots.places.length === 0;
  const isBetweenThem = asks === 'agreement' && (isPlain || isOnFigures);
  if (own.outcome === 'answer' && !isOne && !isBetweenThem) return undefined;
  const asked = parts.read(subject);
  const last = subject === '' ? (context?.topics ?? []) : [];
  const topics = last.length > 0 ? replies.pick(last) : findTopics(parts, subject === '' ? utterance : asked);
  if (topics.length === 0 && isMention) return answerMention(parts, subject, meant, context);
  if (topics.length === 0) return undefined;
  const agree = asks === 'agreement' ? [AGREE] : [];
  const said = { ...asked, tokens: [...asked.tokens, ...agree], slots: utterance.slots };
  const ids = isOne ? meant.map(({ id }) => id) : undefined;
  return answers.answerWith(topics, utterance.slots, (topic) => replyWithin(parts, topic, said, ids));
}

/** What a topic says from these documents alone; where they have nothing, what the others say. */
function replyWithin(
  { replies, intent, trained }: DocumentParts,
  topic: Intent,
  said: Utterance,
  ids: readonly string[] | undefined,
): Reply {
  if (ids === undefined) return replies.reply(topic, said);
  const reply = replies.reply(topic, said, ids);
  const [title = ''] = trained.documents.filter(({ id }) => ids.includes(id)).map((document) => document.title);
  if (reply.headline !== '' && reply.facts.some(({ document }) => ids.includes(document)))
    return { ...reply, headline: intent.within(title, reply.headline) };
  const whole = replies.reply(topic, said);
  return whole.isAbsent
    ? whole
    : { ...whole, headline: intent.silent(title), details: [whole.headline, ...(whole.details ?? [])] };
}
