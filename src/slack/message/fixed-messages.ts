// The few fixed messages that don't come from an answer; none of them states a fact.
import { MOST_WORDS } from '../../understanding/text/tokenizer.js';
import { MAX_QUESTION } from './limits.js';
import { sentenceMessage } from './message.js';

/** If the answer couldn't be made or delivered. */
export const FAILED = sentenceMessage('Something went wrong and I couldn’t answer. Please try again in a moment.');

/** In a direct message, if Slack doesn't open a window in time; if the connection broke, it may be open. */
export const NOT_OPENED = {
  form: sentenceMessage('If the window didn’t open, please try again, or ask me here.'),
  mentors: sentenceMessage('If the window didn’t open, please try again.'),
  vote: sentenceMessage('Your vote counts. If no window opened in which to say why, press “Not helpful” again.'),
} as const;

/** If the token of a workspace that has installed the app can't be read. */
export const NOT_READY = sentenceMessage(
  'I can’t answer in this workspace right now. Try again later, or tell the person who installed me.',
);

/** If a clicked button names a topic that doesn't exist, or no longer does. */
export const UNKNOWN_TOPIC = sentenceMessage('This button no longer works. Please type your question.');

/** If the message to answer has no words, by what it has instead. */
export const NOTHING_TO_READ = {
  clip: sentenceMessage('I can’t listen to this clip: it has no transcript I can read. Please type your question.'),
  picture: sentenceMessage('I can’t read pictures. Please type your question.'),
  file: sentenceMessage('I can’t open files. Please type your question.'),
  nothing: sentenceMessage('I couldn’t find any text to answer in this message.'),
} as const;

/** If an answer can't be posted where a person wants to share it. */
export const CANNOT_SHARE = {
  'not a member': sentenceMessage(
    'I can’t share here because I’m not in this channel. Add me with /invite, then try again.',
  ),
  closed: sentenceMessage(
    'I can’t share here: the channel is archived or limits who can post. You still have the answer above.',
  ),
} as const;

/** In a direct message, if Slack accepts neither the shared answer nor a note about it in the channel. */
export const CANNOT_SHARE_THERE = sentenceMessage(
  'I couldn’t share the answer: the channel is archived or limits who can post, or the button is too old. Ask again there to get a new one.',
);

/** Privately, if the channel of a mention is closed to the bot. */
export const CANNOT_ANSWER_THERE = {
  'not a member': sentenceMessage(
    'I can’t answer in that channel because I’m not in it. Add me with /invite, or ask me here.',
  ),
  closed: sentenceMessage('I can’t answer in that channel: it’s archived or limits who can post. You can ask me here.'),
} as const;

/** If a vote button has a value that no button of this bot has. */
export const NOT_COUNTED = sentenceMessage('I couldn’t count your vote because this button no longer works.');

/** Below the answer, for the person who has shared it. */
export const SHARED = 'Shared. Everyone here can see this answer now.';

/** Below the answer to a text of which only the beginning was read. */
export const READ_IN_PART = `That was long, so I only read the beginning (up to ${MOST_WORDS} words).`;

/** At the form's field, if nothing or too much was entered. */
export const EMPTY_QUESTION = 'Enter a question.';
export const LONG_QUESTION = `Your question must be ${MAX_QUESTION} characters or fewer.`;
