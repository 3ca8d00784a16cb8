// Beside the road: the few fixed sentences that the Slack side says itself; none of them states a fact.
import { sentenceMessage } from './message.js';

/** When the answer could not be made or handed over. */
export const FAILED = sentenceMessage('Sorry, something went wrong here. Please ask again in a moment.');

/** When a pressed button names a topic that there is not, or not any more. */
export const UNKNOWN_TOPIC = sentenceMessage('This button leads nowhere any more. Please ask your question in words.');
