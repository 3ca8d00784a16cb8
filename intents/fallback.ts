// Words what's said when no topic answers: a passage, the closest sections or topics, or why there's no answer.
import type { FallbackIntent } from '../src/answering/intent.js';
import type { Purpose } from '../src/knowledge/files/purpose-file.js';

const OTHER_JOBS = 'other-professions';

/** What to say to a text of a kind that is easily taken for a question; kinds are the files of `data/out-of-scope`, and another language. */
const KINDS: Readonly<Record<string, (purpose: Required<Purpose>) => string>> = {
  [OTHER_JOBS]: ({ people }) => `I can’t answer for other jobs. The documents only cover ${people}.`,
  'company-matters': ({ subject }) =>
    `That’s a question for your own company. I only answer questions about ${subject}.`,
  'other-language': ({ subject }) => `I only understand English. Ask me in English about ${subject}.`,
  technical: ({ subject }) => `I can’t help with technical questions. I only answer questions about ${subject}.`,
};

function refuse(outOfScope: string | undefined, { subject, people }: Purpose): string {
  if (subject === undefined)
    return outOfScope === 'other-language' ? ENGLISH : 'I couldn’t find that in the documents.';
  const reason = KINDS[outOfScope ?? ''];
  if (reason !== undefined) return reason({ subject, people: people ?? subject });
  return `I couldn’t find that in the documents. They’re about ${subject}.`;
}

const ENGLISH = 'I only understand English. Ask me in English.';

/** Never guesses, and always offers a next step. */
export const fallback: FallbackIntent = {
  id: 'fallback',
  outOfScope: Object.keys(KINDS),
  otherJobs: OTHER_JOBS,
  besides: (source, sentence) => `“${source}” says: ${sentence}`,
  answer({ outcome, outOfScope, source, purpose, example }) {
    const facts: [] = [];
    if (outcome === 'passage') return { headline: `“${source}” says:`, facts };
    if (outcome === 'closest') return { headline: 'Nothing says so directly. Closest:', facts };
    if (outcome === 'clarify') return { headline: 'I’m not sure I understand. Did you mean one of these?', facts };
    return {
      headline: refuse(outOfScope, purpose),
      details: example === undefined ? [] : [`Try asking: “${example}”`],
      facts,
    };
  },
};
