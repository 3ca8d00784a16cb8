// What a text can be in its conversation.

import type { Slots } from '../understanding/slots.js';
import type { Token } from '../understanding/text/synonyms.js';
import type { Understanding } from '../understanding/understand.js';
import type { Context } from './context.js';
import type { FollowUpParse } from './parse-follow-up.js';
import type { About, Courtesy } from './phrase-roles.js';

/** Topics asked for by a follow-up. `slots` has what was carried over, `parse` what the text itself says. */
export interface FollowUp {
  readonly kind: 'follow-up';
  readonly topics: readonly string[];
  readonly slots: Slots;
  /** Absent if a topic was only picked from those offered. */
  readonly parse?: FollowUpParse;
  /** Set if only topic and slots are asked for, whatever the form of the text: “is it the same for seniors?”. */
  readonly isFormless?: true;
}

/** A text that may build on the passage shown before: a question about it, or one that its document may answer. */
export interface PassageFollowUp {
  readonly kind: 'passage';
  readonly passage: string;
  readonly about?: About;
  /** It goes on from what was shown or points back at it, and so is no question of its own. */
  readonly isLed: boolean;
  readonly understood: Understanding;
}

/** A text that says for itself what it is about. */
export interface OwnQuestion {
  readonly kind: 'question';
  readonly understood: Understanding;
}

/** A text that may be about any of these topics. */
export interface Unclear {
  readonly kind: 'unclear';
  readonly nearest: readonly string[];
  readonly slots: Slots;
  /** The one word that it adds to the answer before: “and creativity?”. */
  readonly added?: Token;
}

/** What a text turned out to be. */
export type Turn =
  | OwnQuestion
  | { readonly kind: 'courtesy'; readonly courtesy: Courtesy | 'declined' }
  | { readonly kind: 'about'; readonly about: About; readonly before: Context }
  | FollowUp
  | PassageFollowUp
  | Unclear;
