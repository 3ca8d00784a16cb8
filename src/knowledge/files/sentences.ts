// Cuts a paragraph into its sentences, word for word.
import { foldSpace } from '../documents.js';

/** A full stop before a small letter or a figure belongs to an abbreviation: "etc. so", "Rs. 3,16,204". */
const SENTENCE_END = /(?<=[.!?]["”’)]?)\s+(?=[\p{Lu}“‘"'(])/u;
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|approx|incl|no|mr|mrs|ms|dr|prof|st|inc|ltd|co)\.$/i;

/** Lines as short as these, each with a beginning of its own, are rows and not wrapped sentences. */
const LONGEST_ROW = 80;
const ROW_START = /^\s*[\p{Lu}\p{N}$€£₹]/u;

/** The sentences of a paragraph, or its rows; each is in it to the letter, white space aside. */
export function splitSentences(paragraph: string): string[] {
  const lines = paragraph.split('\n');
  const isRows = lines.length > 1 && lines.every((line) => line.length <= LONGEST_ROW && ROW_START.test(line));
  return (isRows ? lines : [paragraph]).flatMap(splitLine);
}

function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const piece of foldSpace(line).split(SENTENCE_END)) {
    open = open === '' ? piece : `${open} ${piece}`;
    if (ABBREVIATION.test(open)) continue;
    if (open !== '') sentences.push(open);
    open = '';
  }
  return open === '' ? sentences : [...sentences, open];
}
