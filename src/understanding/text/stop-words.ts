// Tells English words that only hold a question together.
import { wordsOf } from './english-lists.js';

const stopWords = wordsOf('stop-words');

/** Whether a word, in lower case, says nothing of a question's subject. */
export const isFiller = (word: string): boolean => word.length < 2 || stopWords().has(word);

const lightWords = wordsOf('light-words');

/** Whether a word, in lower case, says only a little of a question's subject. */
export const isLight = (word: string): boolean => lightWords().has(word);
