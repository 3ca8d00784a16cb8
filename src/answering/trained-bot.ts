// What the bot answers from: the checked data and the results of training.
import type { FollowUpIndex } from '../conversation/phrase-roles.js';
import type { Fault } from '../knowledge/data-error.js';
import type { SourceDocument } from '../knowledge/documents.js';
import type { FactStems, FocusIndex } from '../knowledge/fact-mentions.js';
import type { Fact } from '../knowledge/facts.js';
import type { WrittenAnswer } from '../knowledge/files/answer-file.js';
import type { Purpose } from '../knowledge/files/purpose-file.js';
import type { GlossaryEntry } from '../knowledge/glossary.js';
import type { MentorAnswer } from '../knowledge/mentor-answers.js';
import type { SectionIndex } from '../knowledge/section-index.js';
import type { MissingIndex } from '../knowledge/undocumented-subjects.js';
import type { TrainedMatcher } from '../understanding/matcher/matcher.js';
import type { SlotIndexes } from '../understanding/slots.js';

/** Checked data and a trained matcher, as one plain value that can be stored. */
export interface TrainedBot {
  readonly documents: readonly SourceDocument[];
  readonly facts: readonly Fact[];
  readonly answers: readonly WrittenAnswer[];
  /** What mentors have signed among the data; it joins the documents when the bot is built. */
  readonly signed: readonly MentorAnswer[];
  readonly purpose: Purpose;
  /** Warnings for editors about documents that don't stop anything. */
  readonly warnings: readonly Fault[];
  readonly slots: SlotIndexes;
  readonly focus: FocusIndex;
  readonly factStems: FactStems;
  readonly missing: MissingIndex;
  readonly followUps: FollowUpIndex;
  readonly glossary: readonly GlossaryEntry[];
  /** Words by which a question asks for a part of its topic. */
  readonly subtopics: Readonly<Record<string, readonly string[]>>;
  readonly matcher: TrainedMatcher;
  readonly sections: SectionIndex;
}
