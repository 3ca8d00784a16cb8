// A text about the documents themselves in; which of them it means, and what it wants to know of them, out.
import {
  DETERMINER,
  type DocumentName,
  findNamed,
  isOther,
  isPlain,
  MEANT,
  NOUN,
  tidy,
  VERB,
} from './document-names.js';

/**
 * What is asked of documents: which of them mentions something, which is newer, dates, authors, links, sections, what
 * they're called, whether they agree, or no more than what they say.
 */
export type AskedOfDocuments = (typeof ASKED_OF_DOCUMENTS)[number];

const ASKED_OF_DOCUMENTS = [
  'mention',
  'newer',
  'date',
  'author',
  'links',
  'sections',
  'titles',
  'agreement',
  'content',
] as const;

/** Whether a stored value is something that can be asked of documents. */
export const isAskedOfDocuments = (value: unknown): value is AskedOfDocuments =>
  ASKED_OF_DOCUMENTS.some((one) => one === value);

/** A text about documents, taken apart. */
export interface DocumentQuestion {
  readonly asks: AskedOfDocuments;
  /** The ids of the documents that it names; none if it means all. */
  readonly named: readonly string[];
  /** Whether it means the one that the last answer wasn't from: “the other document”. */
  readonly isOther: boolean;
  /** Whether it asks if they mention the subject: “do the documents mention visas”. */
  readonly isMention: boolean;
  /** Whether no word names them: “who wrote it”, “which is newer”. After another answer that may mean something else. */
  readonly isImplied: boolean;
  /** Whether it's about the figures rather than the documents: “how recent are the figures”, “why do they give two figures”. */
  readonly isOnFigures: boolean;
  /** What it asks about, without the words for the documents: “which of them mentions hours” → “hours”. */
  readonly subject: string;
}

const DOCUMENT_PRONOUN = new RegExp(
  `^(?:and |so |but |ok )*which (?:one |of (?:them|those|the two|these) )(?:${VERB})s?\\b`,
);
const SAYS = `(?:${VERB})s?(?: (?:for|about|of|on|that|with|me|us|to|something|anything))*`;
/** What asks for a document as “which document …” does: “who says …”, “is there a text on …”, “which doc is about …”. */
const WHICH = [
  /^(?:(?:and|so|but|ok) )*who (?=(?:says|claims|states|mentions) )/,
  /^(?:(?:and|so|but|ok|is|are|there|do|you|have|got|a|any|some|which|what) )+(?:documents?|docs?|texts?) (?:(?:is|are|that|which|it) )*(?=(?:on|about) )/,
] as const;
/** What leads from the question to a document: “in the job description”, “on the list of the career document”. */
const LEADING = '(?:according to|as per|based on|judging by|in|from|of|by|per|under|between|with|on)';
const BACK = /^(?:|so|that|it|this|which|yes|no|them|those|otherwise|the (?:same|opposite|contrary))$/;

/** The first that fits is what is asked for. */
const KINDS: readonly (readonly [RegExp, AskedOfDocuments])[] = [
  [/\b(?:newer|newest|older|oldest|latest|more recent|most recent|more up to date|more current)\b/, 'newer'],
  [/\b(?:who (?:wrote|made|published)|authors?|written by|published by)\b/, 'author'],
  // “Who writes the tests, according to the documents?” asks for something else.
  [new RegExp(`\\bwho (?:writes|updates|maintains|keeps)(?: (?:${DETERMINER}|first|second))* ${NOUN}\\b`), 'author'],
  [/\b(?:links?|linked|hyperlinks?|urls?)\b/, 'links'],
  [/\b(?:sections?|chapters?|headings?|table of contents)\b/, 'sections'],
  [/\b(?:dates?|dated|last updated|updated|published|how (?:old|recent|new|current)|up to date|out of date)\b/, 'date'],
];
/** Whether documents agree is asked by one of these. */
export const AGREEMENT =
  /\b(?:agree|disagree|contradict|conflict|differ|differences?|diff|consistent|compare[ds]?|comparison|contrast|versus|vs|same)\b(?: (?:on|about|in|with|over|whether|each other|when it comes to))*/;

/** What is said of figures, and asks when they were collected. */
const FIGURES = /\b(?:data|figures?|numbers?|information|info|statistics|stats|salaries)\b/;
const AGE =
  /\b(?:how (?:old|recent|current|new|fresh)|(?:(?:from|of) )?(?:which|what) year|up to date|out of date|outdated)\b/;

/** “Why two different numbers for India?”: documents that give one figure each. */
const DIFFERING =
  /\b(?:two|different|conflicting|contradictory) (?:different )?(?:figures|numbers|averages|values|amounts)\b|\b(?:figures|numbers|averages) (?:(?:are|is|so|do|not|don't) )*(?:differ|different|contradict|disagree|conflict|match|agree)\b/;
const DATE = [AGE, 'date'] as const;
const isOnFigures = (text: string): boolean => (AGE.test(text) && FIGURES.test(text)) || DIFFERING.test(text);

/** “Why does one text say so and the other not?” */
const OPPOSED = new RegExp(`\\bone (?:${NOUN} )?.*\\b(?:other|another)\\b`);
const OPPOSING = new RegExp(
  `^why |\\bone (?:${SAYS} )?|,? ?\\b(?:and|but|while) (?:the )?(?:other|another)\\b.*$`,
  'g',
);
/** What asks for what documents are called and not for what is in them. */
const OF_TITLES = /\b(?:titles?|titled|names?|named|called|how (?:many|long|big))\b/;

/** What only documents have: “made” is asked of the bot, and “latest” of anything. */
const OF_TEXTS: readonly AskedOfDocuments[] = ['newer', 'author', 'date'];
const OF_OTHERS = /\b(?:made|latest|dates?|how (?:old|recent|new|current))\b/;
/** All that such a question has besides: “which of them is …”, “when was it last …”. */
const POINTING =
  /^(?:(?:and|so|but|ok|the|which|what|when|who|is|are|was|were|it|this|that|they|them|these|those|of|two|both|one|ones|by|last|has|been|s)(?: |$))*$/;

/** Whether a text asks for what only texts have, and names nothing: “who wrote it”, “which of them is newer”. */
function impliesDocuments(text: string): boolean {
  const kind = KINDS.find(([pattern]) => pattern.test(text));
  if (kind === undefined || !OF_TEXTS.includes(kind[1]) || OF_OTHERS.test(text)) return false;
  const rest = tidy(text.replaceAll("'", ' ').replace(kind[0], ' '));
  return POINTING.test(rest);
}

/** Whether a text asks for what only texts have: “who wrote …”, “the headings of …”, “… called”. */
export const isOfTexts = (text: string): boolean =>
  KINDS.some(([pattern]) => pattern.test(text)) || OF_TITLES.test(text);

/** What follows “which document …”: the subject asked about. */
function readMention(tail: string): string | undefined {
  const said = new RegExp(`^(?:do |does |did |would |also |actually )*${SAYS}\\b ?(.*)$`).exec(tail)?.[1];
  if (said !== undefined) return said;
  const found =
    /^(?:is|are|was|do|does|can|should|will|has|have) (.+?)(?: (?:in|from|mentioned|written|named|listed|stated|found|come|stand)s?)*$/;
  const subject = found.exec(tail)?.[1];
  return subject === undefined || isPlain(subject) ? undefined : subject;
}

/** What of the documents a text asks for, its references taken out. */
function findAsked(text: string, rest: string, isOne: boolean): Pick<DocumentQuestion, 'asks' | 'subject'> | undefined {
  const which = new RegExp(
    `^(?:and |so |but |ok |in |from )*(?:which|what)(?: one)?(?: of)?(?: (?:the|your|these|those|both|two|them))*(?: ${NOUN})? (.+)$`,
  ).exec(text)?.[1];
  const where = new RegExp(
    `^(?:and |so )*where (?:does|do|did) (?:it|they|${DETERMINER} ${NOUN}) ${SAYS}\\b ?(.*)$`,
  ).exec(text)?.[1];
  const kind =
    KINDS.find(([pattern]) => pattern.test(text)) ?? (isOnFigures(text) && !DIFFERING.test(text) ? DATE : undefined);
  if (kind) return { asks: kind[1], subject: tidy(rest.replace(kind[0], ' ').replace(AGE, ' ').replace(FIGURES, ' ')) };
  const mentioned = where ?? (which === undefined ? undefined : readMention(which));
  const isOfDocument =
    where !== undefined ||
    new RegExp(`^(?:and |so |but |ok |in |from )*(?:which|what) (?:of |one |${NOUN})`).test(text);
  if (mentioned !== undefined && isOfDocument) return { asks: 'mention', subject: tidy(mentioned) };
  if (DIFFERING.test(text)) return { asks: 'agreement', subject: '' };
  if (AGREEMENT.test(text)) return { asks: 'agreement', subject: tidy(rest.replace(AGREEMENT, ' ')) };
  if (OPPOSED.test(text)) return { asks: 'agreement', subject: tidy(rest.replace(OPPOSING, ' ')) };
  const isOfThem = isPlain(rest) && !isOther(text);
  if (isOfThem && isOne && !OF_TITLES.test(text)) return { asks: 'sections', subject: '' };
  return isOfThem ? { asks: 'titles', subject: '' } : { asks: 'content', subject: isPlain(rest) ? '' : rest };
}

/** Reads a text in lower case that names or means documents, without looking at what was said before; undefined for any other. */
export function readQuestion(asked: string, documents: readonly DocumentName[]): DocumentQuestion | undefined {
  // Only documents say anything here: “who says that it’s hard?”.
  const text = WHICH.reduce(
    (asking, pattern) => asking.replace(pattern, pattern === WHICH[0] ? 'which document ' : 'which document speaks '),
    asked,
  );
  const named = findNamed(text, documents, isOfTexts(text));
  const isPronoun = DOCUMENT_PRONOUN.test(text);
  const isImplied = named.length === 0 && impliesDocuments(text);
  if (
    named.length === 0 &&
    !MEANT.test(text) &&
    !isPronoun &&
    !isImplied &&
    !isOnFigures(text) &&
    !/^(?:and |so )*where (?:does|do|did) (?:it|they) (?:say|mention|state)\b/.test(text)
  )
    return undefined;
  const references = [...named.map(({ pattern }) => pattern.source), MEANT.source].join('|');
  const said = new RegExp(`\\b(?:${LEADING} )?(?:the list (?:of|in) )?(?:${references})(?: (?:do|does))?`, 'g');
  const rest = tidy(
    text
      .replace(new RegExp(`\\b(?:do|does|did) (?:${references}) ${SAYS}\\b`), ' ')
      .replace(new RegExp(`(?:${references}) ${SAYS}\\b`), ' ')
      .replace(said, ' ')
      .replace(/^(?:(?:so|and|do|does|did) )+/, '')
      .replace(/^what (?!is|are|do|does|did|can|should|would|will)(?=\w+(?: \w+)?$)/, ''),
  );
  // A title by itself asks for what is below it.
  const found = rest === '' && named.length > 0 ? undefined : findAsked(text, rest, named.length === 1);
  return (
    found && {
      ...found,
      named: named.map(({ id }) => id),
      isOther: isOther(text),
      isImplied,
      isOnFigures: isOnFigures(text),
      isMention: new RegExp(`\\b(?:do|does|did) (?:${references}) (?:also |even )?(?:${VERB})s?\\b`).test(text),
    }
  );
}

/** Whether the subject refers to what was said before: “says so”, “says no”. */
export const pointsBack = ({ subject }: DocumentQuestion): boolean => BACK.test(subject);
