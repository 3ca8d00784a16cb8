// Words the reply when no topic answers: what the documents are about, and what to ask instead.
import { defineFallback } from '../src/answering/intent.js';

/** What to say to a text of a kind that is easily taken for a question; kinds are the files of `data/outside`, and another language. */
const KINDS: Readonly<Record<string, string>> = {
  'other-professions': 'My documents are about back-end developers only, so I can’t answer for another job.',
  'company-matters':
    'That is a matter of your own company: I only know documents on the career of a back-end developer.',
  'other-language': 'I understand English only: I answer questions in English about a career as a back-end developer.',
  technical: 'I can’t help with technical questions: I only know documents on the career of a back-end developer.',
};

/** Never a guess, never a dead end. */
export const fallback = defineFallback({
  id: 'fallback',
  kinds: Object.keys(KINDS),
  besides: (source, sentence) => `“${source}” says: ${sentence}`,
  answer({ outcome, outside, nearest, source }) {
    if (outcome === 'passage') return { headline: `“${source}” says:`, details: [] };
    if (outcome === 'closest') return { headline: 'Nothing says so directly. Closest:', details: [] };
    if (outcome === 'clarify') return { headline: 'I’m not sure what you mean. Is it one of these?', details: [] };
    const reason = KINDS[outside ?? ''] ?? 'My documents don’t say: they are about a career as a back-end developer.';
    const [first] = nearest;
    return { headline: reason, details: first ? [`You can ask me, for example: “${first.example}”`] : [] };
  },
});
