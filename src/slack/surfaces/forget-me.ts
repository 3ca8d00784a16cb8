// Recognises a request to be forgotten by its words, and says what was deleted.
import type { Forgotten } from '../../store/store.js';
import { regexOf } from '../../understanding/text/english-lists.js';
import { stripMarkup } from '../../understanding/text/tokenizer.js';
import type { SlackQuestion, Surface } from '../inbound/slack-question.js';
import { type SlackMessage, sentenceMessage } from '../message/message.js';

/** Where people write; a button has our words. */
const WRITTEN_BY_PEOPLE: readonly Surface[] = ['command', 'direct message', 'mention', 'form', 'message shortcut'];

const request = regexOf((entriesOf) => new RegExp(`^(?:${entriesOf('forget-me')})$`));
const politeness = regexOf(
  (entriesOf) =>
    new RegExp(`^(?:(?:${entriesOf('polite-beginnings')}) )+|(?: (?:${entriesOf('polite-endings')}))+$`, 'g'),
);
const LONGEST_REQUEST = 200;

/** Whether this asks to be forgotten. It doesn't guess, since it deletes: any other words are a question. */
export function asksToBeForgotten({ surface, text, isQuoted }: SlackQuestion): boolean {
  if (isQuoted || text === undefined || !WRITTEN_BY_PEOPLE.includes(surface) || text.length > LONGEST_REQUEST)
    return false;
  const words = stripMarkup(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return request().test(words.replaceAll(politeness(), ''));
}

const PUT_OFF =
  'I can’t reach the stored data right now. I’ll delete what it has about you as soon as I can. Ask again in a few minutes to be sure.';

/** What “forget me” can't reach, each with the reason. */
const BEYOND_REACH = [
  'Counts by day and topic stay. They name nobody.',
  'I can’t delete messages in Slack, such as answers that you shared.',
  'I can’t find your name if a colleague typed it into a question; IDs and mentions are replaced before storing.',
  'Backups the operator has made keep what they contain until they’re replaced.',
];
const INSTALLER = 'As you installed me, your ID stays, encrypted, until I’m removed from this workspace.';

/** What was deleted, and what can't be; without the figures if others read it too. */
export function forgottenMessage(
  { isPutOff, votes, questions, conversations, subscriptions, mentors, signed }: Forgotten,
  { surface, isInstaller }: Pick<SlackQuestion, 'surface' | 'isInstaller'>,
): SlackMessage {
  const details = [...BEYOND_REACH, ...(isInstaller ? [INSTALLER] : [])];
  if (isPutOff) return sentenceMessage(PUT_OFF, details);
  if (surface === 'mention') return sentenceMessage('Done. Your questions and votes are no longer stored.', details);
  const counts = [
    count(votes, 'vote'),
    count(questions, 'unanswered question'),
    count(conversations, 'conversation'),
    count(subscriptions, 'request to be told of an answer', 'requests to be told of an answer'),
    mentors === 0 ? '' : 'that you’re a mentor',
    signed === 0 ? '' : `your name under ${count(signed, 'version of an answer', 'versions of answers')}`,
  ].filter((words) => words !== '');
  if (counts.length === 0) return sentenceMessage('None of your questions or votes are stored.', details);
  return sentenceMessage(`Deleted: ${counts.join(', ')}. No other questions or votes of yours are stored.`, details);
}

function count(amount: number, name: string, several = `${name}s`): string {
  return amount === 0 ? '' : `${amount} ${amount === 1 ? name : several}`;
}
