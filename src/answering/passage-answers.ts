// Answers what is asked about a passage that was shown: why, from where, how sure, and what else its section says.
import type { About } from '../conversation/phrase-roles.js';
import type { PassageFollowUp } from '../conversation/turn.js';
import type { Passage, Passages } from '../knowledge/passages.js';
import type { Answer } from './answer.js';
import type { FallbackAnswers } from './fallback-answers.js';
import { type FollowUpParts, nameSources } from './follow-up-answers.js';

interface PassageParts extends Pick<FollowUpParts, 'conversation' | 'documents'> {
  readonly passages: Passages;
  readonly fallbacks: FallbackAnswers;
}

/** The answer; undefined where the passage is gone. */
export function answerAboutPassage(
  { conversation, documents, passages, fallbacks }: PassageParts,
  { passage: ref }: PassageFollowUp,
  about: About,
  text: string,
): Answer | undefined {
  const shown = passages.open(ref);
  if (shown === undefined) return undefined;
  const show = (passage: Passage, headline?: string, details: readonly string[] = []): Answer => {
    const answer = fallbacks.showPassage(passage, []);
    const [part] = answer.parts;
    return headline === undefined || !part ? answer : { ...answer, parts: [{ ...part, headline, details }] };
  };
  if (about === 'more') return show(passages.openWhole(ref) ?? shown);
  if (about === 'why') {
    const reason = passages.follow(ref, { text, tokens: [] });
    return reason === undefined ? show(shown, conversation.why([]).headline) : show(reason);
  }
  const { headline, details } = conversation[about](nameSources(documents, [shown.document]));
  return show(shown, headline, details);
}
