// The few fixed sentences that do not come from an answer; none of them states a fact.
import { MOST_WORDS } from '../../understanding/text/tokenizer.js';
import { MAX_QUESTION } from './limits.js';
import { sentenceMessage } from './message.js';

/** When the answer could not be made or handed over. */
export const FAILED = sentenceMessage('Sorry, something went wrong here. Please ask again in a moment.');

/** When the token of a workspace that has installed the app can't be read. */
export const NOT_READY = sentenceMessage(
  'Sorry, I can’t answer in this workspace just now. Please try again later, or tell whoever installed me.',
);

/** When a pressed button names a topic that doesn't exist, or no longer does. */
export const UNKNOWN_TOPIC = sentenceMessage('This button leads nowhere any more. Please ask your question in words.');

/** When the message to be answered holds a picture, a file or nothing else that could be read. */
export const NOTHING_TO_ANSWER = sentenceMessage('There is no text in this message that I could answer.');

/** When an answer can't be posted where a person wants to share it. */
export const CANNOT_SHARE = {
  'not a member': sentenceMessage(
    'I can’t post here: I’m not in this channel. Invite me (/invite), then press the button again.',
  ),
  closed: sentenceMessage(
    'I can’t post here: this channel is archived, or not everybody may post in it. The answer above stays yours.',
  ),
} as const;

/** In private, when the channel of a mention is closed to the bot. */
export const CANNOT_ANSWER_THERE = {
  'not a member': sentenceMessage(
    'I can’t answer in that channel: I’m not in it. Invite me there (/invite), or ask me here.',
  ),
  closed: sentenceMessage(
    'I can’t answer in that channel: it is archived, or not everybody may post in it. You can ask me here.',
  ),
} as const;

/** When a vote button carries what no button of this bot does. */
export const NOT_COUNTED = sentenceMessage('I can’t count this vote: its button leads nowhere any more.');

/** Below the answer, for the person who has shared it. */
export const SHARED = 'Shared: everybody here can see this answer now.';

/** Below the answer to a text of which only the beginning was read. */
export const READ_IN_PART = `I have read only the beginning of it, ${MOST_WORDS} words at most.`;

/** At the field of the form, when nothing or too much was written. */
export const EMPTY_QUESTION = 'Please write your question here.';
export const LONG_QUESTION = `Please ask in at most ${MAX_QUESTION} characters.`;
