// Recognises a request to be forgotten by its words, and says what was deleted.
import type { Forgotten } from '../../store/store.js';
import { regexOf } from '../../understanding/text/english-lists.js';
import { stripMarkup } from '../../understanding/text/tokenizer.js';
import type { SlackQuestion, Surface } from '../inbound/slack-question.js';
import { type SlackMessage, sentenceMessage } from '../message/message.js';

/** Where people write; a button holds words of ours. */
const WRITTEN_BY_PEOPLE: readonly Surface[] = ['command', 'direct message', 'mention', 'form', 'message shortcut'];

const request = regexOf((entriesOf) => new RegExp(`^(?:${entriesOf('forget-me')})$`));
const politeness = regexOf(
  (entriesOf) =>
    new RegExp(`^(?:(?:${entriesOf('polite-beginnings')}) )+|(?: (?:${entriesOf('polite-endings')}))+$`, 'g'),
);
const LONGEST_REQUEST = 200;

/** Whether this asks to be forgotten. It doesn't guess, since it deletes: any other words are a question. */
export function asksToBeForgotten({ surface, text, topic, isQuoted }: SlackQuestion): boolean {
  if (isQuoted || topic !== undefined || !WRITTEN_BY_PEOPLE.includes(surface) || text.length > LONGEST_REQUEST)
    return false;
  const words = stripMarkup(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return request().test(words.replaceAll(politeness(), ''));
}

const PUT_OFF =
  'I can’t reach the stored data right now. I’ll delete what it has about you as soon as I can. Ask again in a few minutes to be sure.';

/** What was deleted; without the figures if others read it too. */
export function forgottenMessage(
  { isPutOff, votes, questions, conversations, subscriptions, mentors, signed }: Forgotten,
  surface: Surface,
): SlackMessage {
  if (isPutOff) return sentenceMessage(PUT_OFF);
  if (surface === 'mention') return sentenceMessage('Done. Your questions and votes are no longer stored.');
  const counts = [
    count(votes, 'vote'),
    count(questions, 'unanswered question'),
    count(conversations, 'conversation'),
    count(subscriptions, 'wish to hear of an answer', 'wishes to hear of an answer'),
    mentors === 0 ? '' : 'that you’re a mentor',
    signed === 0 ? '' : `your name under ${count(signed, 'version of an answer', 'versions of answers')}`,
  ].filter((words) => words !== '');
  if (counts.length === 0) return sentenceMessage('None of your questions or votes are stored.');
  return sentenceMessage(`Deleted: ${counts.join(', ')}. No other questions or votes of yours are stored.`);
}

function count(amount: number, name: string, several = `${name}s`): string {
  return amount === 0 ? '' : `${amount} ${amount === 1 ? name : several}`;
}
