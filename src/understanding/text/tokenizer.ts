// Splits a text into plain words without mark-up, contractions or symbols, in lower case.
import { pairsOf } from './english-lists.js';

const shortForms = pairsOf('short-forms');

/** A longer text tells a matcher no more; it limits the time a text can take. */
const MOST_CHARACTERS = 4000;
/** How many words of a text are read. */
export const MOST_WORDS = 400;
const LONGEST_WORD = 40;

/** Whether only the beginning of a text is read. */
export const isReadInPart = (text: string): boolean =>
  text.length > MOST_CHARACTERS || text.split(/\s+/, MOST_WORDS + 1).length > MOST_WORDS;

const PLAIN = /^[A-Za-z0-9 ?.,]{1,200}$/;
/** In a text of these characters nothing can be mark-up. */
const UNMARKED = /^[\w \n?!.,;'"()$%+/=-]{0,4000}$/;
/** Code in a line or in a block, between backticks. */
export const CODE = /```[\s\S]*?```|`[^`\n]*`/g;
/** Longer code is only read if there is nothing else, or if it's written like a sentence. */
const SHORT_CODE = 40;
const CODE_SIGNS = /[{}[\]=<>|\\_]|;\s*$|\w\(|\(\/|:\d+:\d|\s--\w|\$[a-z]|^\s*(?:\/\/|#)/im;
/** Mentions; links of every scheme; bare addresses; emoji codes. Of a link that has a label, the label is read. */
const MARKUP =
  /<[@#!][^<>\n]{0,200}>|<[a-z][a-z0-9+.-]{0,30}:[^<>|\n]{0,2000}(?:\|([^<>\n]{0,300}))?>|<[\w-]{1,60}\.[\w.-]{1,200}(?:\/[^<>|\s]{0,2000})?\|([^<>\n]{1,300})>|https?:\/\/\S+|:[a-z0-9_+-]{2,40}:/gi;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ' };

/** Removes chat mark-up from a text: mentions, links (their label stays), emoji codes, code, entities, odd characters. */
export function stripMarkup(text: string): string {
  // Most texts, which are checked more than once.
  if (UNMARKED.test(text)) return text;
  const normal = text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    // One character can expand to eighteen.
    .slice(0, MOST_CHARACTERS);
  const isAllCode = normal.includes('`') && !/\p{L}/u.test(readMarkup(normal.replace(CODE, ' ')));
  const isRead = (code: string) => isAllCode || code.length <= SHORT_CODE || !CODE_SIGNS.test(readMarkup(code));
  return readMarkup(normal.replace(CODE, (code) => (isRead(code) ? code.replaceAll('`', ' ') : ' ')))
    .replace(/&(?:amp|lt|gt|nbsp);/g, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘ʼ`´]/g, "'");
}

/** The text with links replaced by their labels and without the rest of the mark-up. */
const readMarkup = (text: string): string =>
  text.replace(MARKUP, (_, label: string | undefined, bare: string | undefined) => {
    const words = label ?? bare ?? '';
    return /^https?:\/\//i.test(words) ? ' ' : ` ${words} `;
  });

/** Writes out short forms with a stroke or a number, which would fall apart: “w/o”, “1st”. */
export const expandSigned = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])(?:\p{L}\/\p{L}|\p{N}{1,2}(?:st|nd|rd|th))(?![\p{L}\p{N}])/giu, (short) =>
    [shortForms().get(short.toLowerCase()) ?? short].flat().join(' '),
  );

const WORD = /(?:(?<![^\s(/])\.)?\p{L}[\p{L}\p{N}]*[+#]*|\p{N}+/gu;

/** Splits a text into lower-case words: apostrophes dropped, contractions expanded, numbers as `0`. */
export function splitWords(text: string): string[] {
  // Most texts, and all phrases, don't need the care that odd ones do.
  const plain = PLAIN.test(text)
    ? text.toLowerCase()
    : stripMarkup(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll("'", '');
  const words: string[] = [];
  const full = shortForms();
  for (const [written] of plain.matchAll(WORD)) {
    if (words.length >= MOST_WORDS) break;
    // A full stop without a space after it is no part of a word, but that of “.NET” is.
    const found = written.startsWith('.') && !full.has(written) ? written.slice(1) : written;
    if (/^\p{N}/u.test(found)) words.push('0');
    else if (found === 'h' && words.at(-1) === '0') words.push('hours');
    else words.push(...(full.get(found) ?? [found.slice(0, LONGEST_WORD).replace(/(.)\1{2,}/g, '$1$1')]));
  }
  return words;
}

/** How many words `splitWords` makes of a lower-case word that may be a contraction, a short form or a number. */
export const countWords = (word: string): number =>
  /^[a-z]+$/.test(word) && !shortForms().has(word) ? 1 : splitWords(word).length;

/** Writes out words in capitals ("BE"), unless the whole text is in capitals. */
export function expandAbbreviations(text: string, abbreviations: Readonly<Record<string, string>>): string {
  if (!/\p{Ll}/u.test(text)) return text;
  return text.replace(/\b[A-Z]{2,4}\b/g, (word) =>
    Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? word) : word,
  );
}
