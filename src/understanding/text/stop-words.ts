// Decides whether an English word only holds a question together.
import { wordsOf } from './english-lists.js';

const stopWords = wordsOf('stop-words');

/** Whether a word, in lower case, says nothing about a question's subject. */
export const isFiller = (word: string): boolean => word.length < 2 || stopWords().has(word);

const lightWords = wordsOf('light-words');

/** Whether a word, in lower case, says only a little about a question's subject. */
export const isLight = (word: string): boolean => lightWords().has(word);
