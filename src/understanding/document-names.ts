// A text in, the documents that it names out: by their titles, by their files’ names, or by their places in the list.
import { wordsOf } from './text/english-lists.js';
import { isFiller } from './text/stop-words.js';
import { splitWords } from './text/tokenizer.js';

/** A document as people name it. */
export interface DocumentName {
  readonly id: string;
  readonly title: string;
}

/** What people call a document. */
export const NOUN = '(?:documents?|docs?|sources?|articles?|texts?(?! (?:editors?|messages?|files?|processing)))';
/** What stands before it. */
export const DETERMINER =
  '(?:the|your|both|these|those|this|that|two|other|each|either|all|of|which|what|how many|one|them|any|career)';
/** Documents that a text means without a name: “both documents”, “your sources”. */
export const MEANT = new RegExp(`\\b(?:${DETERMINER} )+${NOUN}\\b(?! code)|^(?:compare|list|name) ${NOUN}\\b`);
/** “The first document”, “doc 2”: a document by its place in the list of them. */
const ORDINALS = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th', 'fifth|5th'];
const CARDINALS = ['one', 'two', 'three', 'four', 'five'];
/** What documents do. */
export const VERB =
  'say|state|claim|mention|talk|tell|speak|name|cover|list|discuss|contain|include|describe|deal|ask|require';
/** Words of a text that only asks for the documents as such. */
const plainWords = wordsOf('document-words');

const escapeSigns = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Single spaces, none at the ends. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Lower case, straight quotation marks, no punctuation at the end. */
export const normalise = (text: string): string =>
  tidy(
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/[“”"?!:;]|,(?!\d)|\.(?=\s|$)/g, ' '),
  );

/** A short name where only a document can be meant: “in the job description”, “the job description says”. */
const inContext = (name: string): string =>
  `(?<=\\b(?:in|from|by|per|does|do|did|according to|with) )(?:the |your )${name}\\b(?! (?:of|for))|\\b(?:the |your )${name}(?= (?:${VERB}|link)s?\\b)`;

/** The pattern of one name of a document: a short one is also a subject (“remote work”), so the words around it decide. */
function patternOfName(name: string, isCertain: boolean): string {
  const words = name.split(' ').length;
  const escaped = escapeSigns(name);
  const beside = `\\b(?:the |your )?${escaped} (?:${NOUN}|one)\\b`;
  if (words === 1) return beside;
  if (words === 2 && isCertain) return `${beside}|\\b(?:the |your )${escaped}\\b(?! (?:of|for))`;
  return words === 2 ? `${beside}|${inContext(escaped)}` : `\\b(?:the |your )?${escaped}(?: ${NOUN}| one)?\\b`;
}

const known = new WeakMap<DocumentName, readonly string[]>();

/** A document's names: its title and its file's name. With two hundred documents, reading them anew doubles an answer's time. */
function listNames(document: DocumentName): readonly string[] {
  const names = known.get(document) ?? [normalise(document.title), document.id.replaceAll('-', ' ')];
  known.set(document, names);
  return names;
}

/** “The second document”, “doc 2”, “the last text”. */
const patternOfPlace = (at: number, isLast: boolean): string =>
  `\\b(?:the |your )?(?:${ORDINALS[at] ?? `${at + 1}th`}${isLast ? '|last' : ''}) ${NOUN}\\b|\\b${NOUN} (?:number |no |nr )?(?:${[at + 1, ...CARDINALS.slice(at, at + 1)].join('|')})\\b`;

const HAS_PLACE = new RegExp(
  `\\b${NOUN} (?:number |no |nr )?(?:\\d|(?:${CARDINALS.join('|')})\\b)|\\b(?:${ORDINALS.join('|')}|\\d+th|last) ${NOUN}\\b`,
);

/**
 * The documents that a text names by their names or by their places, each with the pattern that does; `isCertain` if the
 * text asks for what only texts have, so that a short name is one.
 */
export function findNamed(text: string, documents: readonly DocumentName[], isCertain: boolean) {
  const isByPlace = HAS_PLACE.test(text);
  const patternsOf = (document: DocumentName): string[] =>
    listNames(document).map((name) => patternOfName(name, isCertain));
  return documents
    .map((document, at) => ({ document, places: isByPlace ? [patternOfPlace(at, at === documents.length - 1)] : [] }))
    .filter(({ document, places }) => places.length > 0 || listNames(document).some((name) => text.includes(name)))
    .map(({ document, places }) => ({
      id: document.id,
      pattern: new RegExp([...places, ...patternsOf(document)].join('|')),
    }))
    .filter(({ pattern }) => pattern.test(text));
}

/** Whether a text asks for nothing but documents. */
export const isPlain = (text: string): boolean =>
  splitWords(text).every((word) => isFiller(word) || plainWords().has(word));

/** Whether a text means the document that isn’t meant yet: “the other one”. */
export const isOther = (text: string): boolean => new RegExp(`\\bother (?:one|${NOUN})\\b`).test(text);
