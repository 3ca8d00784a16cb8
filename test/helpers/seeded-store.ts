// Fills a store with a month of questions and votes, for the report.
import type { Outcome } from '../../src/answering/answer.js';
import type { Store, Vote } from '../../src/store/store.js';
import { TEAM } from './slack-emulator.js';

const PERSON = 'U00FAKEUSER1';
let count = 0;
const fresh = (): string => {
  count += 1;
  return `seeded-${count}`;
};

/** A question that was asked; without a topic it wasn't answered, and its words are stored. */
export async function ask(
  store: Store,
  surface: string,
  outcome: Outcome,
  words: string,
  workspace = TEAM.id,
): Promise<void> {
  const isUnanswered = outcome === 'out-of-scope' || outcome === 'clarify';
  const topics = outcome === 'answer' ? [words] : [];
  await store.once(workspace, fresh(), async () => ({
    workspace,
    person: PERSON,
    surface,
    outcome,
    topics,
    ...(isUnanswered && {
      unanswered: { id: fresh(), text: words, kind: outcome === 'clarify' ? 'offered' : 'refused', subjects: [] },
    }),
  }));
}

/** A vote on an answer that has no other votes. */
export async function vote(store: Store, fields: Partial<Vote>): Promise<void> {
  const usual = { workspace: TEAM.id, person: PERSON, outcome: 'answer', topics: ['salary'], isHelpful: true } as const;
  await store.vote({ ...usual, answer: fresh(), ...fields });
}

/** Questions and votes of all kinds, and words that must not be run or rendered anywhere. */
export async function seed(store: Store): Promise<void> {
  for (const topic of ['salary', 'salary', 'salary', 'degree']) await ask(store, 'command', 'answer', topic);
  await ask(store, 'mention', 'answer', 'salary');
  await ask(store, 'direct message', 'about-bot', '');
  for (const text of ['do I have to know Docker?', 'is docker needed', 'do I have to know Docker?'])
    await ask(store, 'command', 'out-of-scope', text);
  await ask(store, 'mention', 'clarify', '=HYPERLINK("http://evil.test";"pay")');
  await vote(store, {});
  await vote(store, {});
  await vote(store, {
    isHelpful: false,
    reason: 'out of date',
    comment: 'The year\u001B[31m is missing, "please" add it',
  });
  await vote(store, { isHelpful: false, outcome: 'out-of-scope', topics: [], comment: '+1 for Docker' });
}
