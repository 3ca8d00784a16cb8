// A text and what was said before it in; the question about documents that it is out: “does it mention Rust?”, “and the other one?”.
import { type DocumentName, findNamed, isOther, isPlain, MEANT, normalise, VERB } from './document-names.js';
import {
  AGREEMENT,
  type AskedOfDocuments,
  type DocumentQuestion,
  isOfTexts,
  readQuestion,
} from './document-question.js';

/** What was asked of which documents before; none if of all. */
export interface AskedBefore {
  readonly asks: AskedOfDocuments;
  readonly documents: readonly string[];
}

/** “Who says so then?” */
const FILLERS = / (?:then|though|tho|exactly|anyway)$/;
/** “Does the other one agree?”: whatever says something is a document. */
const OTHER_ONE = new RegExp(
  `\\bthe other(?: one)?(?= (?:also |even |not |really )*(?:${VERB}|agree|disagree|differ|contradict|confirm)s?\\b)`,
  'g',
);
/** “Do they agree?”: neither do people nor jobs. */
const THEY_AGREE =
  /^(?:(?:and|so|but) )*do (?:they|both|all)(?: of them)?(?: all| both)? (?=(?:agree|disagree|contradict|conflict)\b)/;

const LED = '^(?:(?:and|so|but|or|ok|what about|how about|same for) )*';
const HAS_LEAD = /^(?:and|but|what about|how about|same for) /;
/** What stands for a document after a question about documents. */
const STANDS_IN: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${LED}which (?:one|of (?:them|those|the two|these))\\b`), 'which document'],
  [
    /\bthe (first|second|third|last)(?: one)?(?=$| (?:is|was|newer|older|say|says|mention|mentions|have|has|about|one)\b)/,
    'the $1 document',
  ],
  [/\bthe other(?: one)?(?! \w*(?:document|doc|source|article|text))\b/, 'the other document'],
  [new RegExp(`${LED}(?:both|all)(?: of them)?$`), 'both documents'],
];
const PRONOUN = /\b(?:it|they|them|that one|this one)\b/;
const IT_SAYS = new RegExp(`\\b(?:do|does|did) ${PRONOUN.source} (?:also |even )?(?:${VERB}|have|give|tell)s?\\b`);
/** After any answer, what mentions something, or says it of something, is a text: “does it mention Rust?”, “do they say anything on bonuses?”. */
const ANSWER_SAYS =
  /\b(do|does|did) (?:it|they|that|this)(?= (?:also |even |ever |actually )*(?:mention\b|(?:say|state) (?:(?:it|this|anything|something|much|more) )?(?:about|on|regarding|if|whether)\b))/;

/** The text with a noun for each document that a pronoun or “the other one” stands for. */
function spellOut(text: string): string {
  const isOnIt = isOfTexts(text) || AGREEMENT.test(text) || IT_SAYS.test(text);
  const spelled = STANDS_IN.reduce((said, [pattern, noun]) => said.replace(pattern, noun), text);
  return isOnIt && !MEANT.test(spelled) ? spelled.replace(PRONOUN, 'the documents') : spelled;
}

/** What was said before a text about documents. */
export interface DocumentsBefore {
  /** What was asked about them, where nothing else has been answered since. */
  readonly asked?: AskedBefore | undefined;
  /** Whether a topic was answered from them. */
  readonly isAnswered: boolean;
}

/** “And the job description?” asks the same of another document, or what it says on the topic of the answer before. */
function readName(text: string, documents: readonly DocumentName[], asked?: AskedBefore): DocumentQuestion | undefined {
  const hasLead = HAS_LEAD.test(text);
  const names = findNamed(text, documents, hasLead || isOfTexts(text));
  const isOnOther = isOther(text);
  const isOnNone = names.length === 0 && !(asked === undefined ? isOnOther : MEANT.test(text));
  if (isOnNone || (asked === undefined && !hasLead)) return undefined;
  const rest = names.reduce((left, { pattern }) => left.replace(pattern, ' '), text.replace(MEANT, ' '));
  if (!isPlain(rest) || isOfTexts(text) || AGREEMENT.test(text)) return undefined;
  return {
    asks: asked === undefined || asked.asks === 'mention' ? 'content' : asked.asks,
    subject: '',
    isMention: false,
    named: names.map(({ id }) => id),
    isOther: isOnOther,
    isImplied: false,
    isOnFigures: false,
  };
}

/** Reads a text about documents, after what was said before; undefined for any other. */
export function readDocumentQuestion(
  raw: string,
  documents: readonly DocumentName[],
  { asked, isAnswered }: DocumentsBefore = { isAnswered: false },
): DocumentQuestion | undefined {
  const plain = normalise(raw)
    .replace(FILLERS, '')
    .replace(OTHER_ONE, 'the other document')
    .replace(THEY_AGREE, 'do the documents ');
  if (asked === undefined && !isAnswered) return readQuestion(plain, documents);
  const spelled = asked === undefined ? plain.replace(ANSWER_SAYS, '$1 the documents') : spellOut(plain);
  const named = readName(spelled, documents, asked);
  if (named) return named;
  const question = readQuestion(spelled, documents);
  const isOnLast = PRONOUN.test(plain) && spelled !== plain;
  return question && asked && isOnLast && question.named.length === 0
    ? { ...question, named: asked.documents }
    : question;
}
