// The question as Slack brought it: what was asked, by whom, on which surface, and where its answer goes.
import type { Question } from '../../answering/question.js';
import type { ShareTarget } from '../message/share-value.js';
import type { DeliveryId } from './delivery-id.js';
import type { Destination } from './destination.js';
import type { Unreadable } from './message-words.js';

/** The ways to ask; reports name them like this. */
export type Surface = 'command' | 'direct message' | 'mention' | 'button' | 'message shortcut' | 'form' | 'share';

/** A question from Slack. All ids are Slack's own. */
export type SlackQuestion = Question & SlackCircumstances;

/** What Slack says besides the question: who asks, on which surface, and where the answer goes. */
interface SlackCircumstances {
  readonly surface: Surface;
  readonly workspace: string;
  readonly person: string;
  readonly destination: Destination;
  /** Identifies the question within the workspace (channel and time), the same for every event about it; absent for what Slack sends once. */
  readonly key?: string;
  /** Where the next question can follow up on this answer. */
  readonly conversation?: string;
  /** The unanswered question that this one, a picked topic, answers. */
  readonly settles?: string;
  /** Set if the words may be someone else's: a colleague's message, or forwarded, spoken or in a file. None of them is stored. */
  readonly isQuoted?: true;
  /** Set if this person installed the app. */
  readonly isInstaller?: true;
  /** What the message has instead of words, if it has none. */
  readonly unreadable?: Unreadable;
  /** Set if the answer can be posted for everyone: its destination then. */
  readonly shareTarget?: ShareTarget;
  /** The delivery it came with. */
  readonly delivery?: DeliveryId;
}

/** Who the bot is in the workspace that a payload came from. */
export interface Self {
  /** The workspace, or the organisation if the app is installed there as a whole. */
  readonly team: string;
  readonly userId?: string;
  /** Set if the app is an agent: each direct message then starts a thread. */
  readonly isAgent?: true;
}
