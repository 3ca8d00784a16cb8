// Tells texts that ask nothing about this career by their form: requests to do something, and what someone confides.
import { wordsOf } from './text/english-lists.js';
import { isOfClass, type Token } from './text/synonyms.js';

const askingVerbs = wordsOf('asking-verbs');
const doingVerbs = wordsOf('doing-verbs');

const POLITE = /^(?:(?:please|kindly|hey|hi|hello|just|now|(?:can|could|would|will) you|i (?:want|need) you to) )+/;
/** “Make me a …”, “write us some …”. */
const FOR_ME = /^(\p{L}+) (?:me|us) (?:an?|some|the|my|our|one|two|three|0|this) /u;
/** “Fix my …”, “check this …”. */
const OF_MINE = /^(\p{L}+) (?:my|our|this|these) /u;

/** “Do this … for me”. */
const ON_BEHALF = /^(?:do|make|build|create) (?:my|our|this|these|the|an?|some) .*for (?:me|us) $/;

/** What is made of words is told: “make me a list of skills”. */
const TOLD = /\b(?:list|plan|roadmap|summary|overview|table|comparison)\b/;

/** Whether a token is our job, or a thing that people ask of a job, not at work: “make me a developer”. */
const isOfJob = (token: Token): boolean =>
  isOfClass(token, 'own') || (isOfClass(token, 'topical') && !isOfClass(token, 'field'));

/** Whether a text wants something made or done, not told: “make me a website”, “can you fix my code”. */
export function isRequest(tokens: readonly Token[]): boolean {
  const words = tokens.flatMap((token) => token.words);
  const said = `${words.join(' ')} `.replace(POLITE, '');
  const [, forMe = ''] = FOR_ME.exec(said) ?? [];
  const [, ofMine = ''] = OF_MINE.exec(said) ?? [];
  const isWanted = (forMe !== '' && !askingVerbs().has(forMe)) || doingVerbs().has(ofMine) || ON_BEHALF.test(said);
  return isWanted && !TOLD.test(said) && !tokens.some(isOfJob);
}

/** “Which day off is next?”, “how long until today's shift ends?” ask for a date or a record. */
export const OF_ONE_DAY = /\b(?:next|last|today|tonight|tomorrow|yesterday|so far|what day)\b/i;
const OF_ONE_PERSON = /^(?:(?:how|what|when|where|why|who) )?(?:are|were|did|have) (?:you|u)\b/i;

/** Whether a text asks for a date or a record, or someone in particular: “how long until the next day off”, “did you get it”. */
export const isOfOneCase = (text: string): boolean => OF_ONE_DAY.test(text) || OF_ONE_PERSON.test(text);

const ABOUT_ONESELF = /^(?:i|nobody|everyone|everybody|people|he|she|they|we|my)$/;
const ONESELF = new Set(['i', 'me', 'my', 'myself']);
const ASKED =
  /\b(?:what|how|which|who|whom|where|when|why|if|whether|any|(?:can|could|will|would|shall|should|may|must|am|is|are|do|does|did) (?:i|you|he|she|it|they|we|that|this|there))\b/;

/** Whether a text only says how someone feels or fares, and names nothing of a job: “nobody likes me”. */
export function isConfided(text: string, tokens: readonly Token[]): boolean {
  const words = tokens.flatMap((token) => token.words);
  const isTold = ABOUT_ONESELF.test(words[0] ?? '') && words.some((word) => ONESELF.has(word));
  return (
    isTold &&
    !text.includes('?') &&
    !ASKED.test(words.join(' ')) &&
    tokens.every(({ concept }) => concept === undefined)
  );
}
