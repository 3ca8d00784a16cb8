// A question that the bot couldn't answer, as the store gets it, for tests of a store that fails.
import type { Asked } from '../../src/store/store.js';

export const TEXT = 'is a kraken hired in the deep sea';

export const ASKED: Asked = {
  workspace: 'T1',
  person: 'U1',
  surface: 'mention',
  outcome: 'clarify',
  topics: [],
  conversation: {
    id: 'D1',
    context: { topics: ['hours'], offered: [], slots: { levels: [], places: [], technologies: [] } },
  },
  unanswered: { id: 'q1', text: TEXT, kind: 'refused', subjects: [] },
};
