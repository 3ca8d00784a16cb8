// Beside the topics: answers in a conversation, to follow-ups and to what is asked about the answer before.

import { type Context, makeContext } from '../conversation/context.js';
import type { About, Courtesy } from '../conversation/phrase-roles.js';
import type { FollowUp } from '../conversation/turn.js';
import type { Utterance } from '../conversation/utterance.js';
import type { SourceDocument } from '../knowledge/documents.js';
import type { Focus } from '../knowledge/fact-mentions.js';
import type { Fact } from '../knowledge/facts.js';
import type { Slots } from '../understanding/slots.js';
import type { Answer, AnswerPart, Suggestion } from './answer.js';
import type { Intent, Reply, TalkIntent } from './intent.js';

/** An answer that rests on more of its topic's facts than this has chosen none. */
const MOST_CHOSEN = 0.5;

/** What talk needs of the bot. */
export interface TalkParts {
  readonly intent: TalkIntent;
  readonly facts: readonly Fact[];
  readonly documents: readonly Pick<SourceDocument, 'id' | 'title' | 'updated'>[];
  reply(intent: Intent, said: Utterance): Reply;
  toPart(topic: string, reply: Reply): AnswerPart;
  relate(ids: readonly string[]): Suggestion[];
}

/** Answers in a conversation. */
export interface Talk {
  /** The topics' answer: `shape` makes the reply of each. What follows may lean on it. */
  answerWith(topics: readonly Intent[], slots: Slots, shape: (intent: Intent) => Reply): Answer;
  /** All facts of the topics with all their quotes. */
  answerInFull(topics: readonly Intent[], slots: Slots): Answer;
  answerFollowUp(followUp: FollowUp, topics: readonly Intent[], text: string, before: Context | undefined): Answer;
  /** The reply to a question about the answer before, whose topics are `topics`. */
  answerAbout(about: About, topics: readonly Intent[], before: Context): Answer;
  answerCourtesy(courtesy: Courtesy | 'declined', before: Context | undefined): Answer;
}

/** What a person said who said nothing of the topic. */
const silent = (slots: Slots): Utterance => ({ text: '', tokens: [], slots });

/** Builds the answers of talk. */
export function createTalk({ intent: talk, facts, documents, reply, toPart, relate }: TalkParts): Talk {
  const ownFacts = ({ kinds }: Intent): Fact[] => facts.filter(({ kind }) => kinds.includes(kind));

  const answerWith = (
    topics: readonly Intent[],
    slots: Slots,
    shape: (intent: Intent) => Reply,
    marks: { readonly full?: true } = {},
  ): Answer => {
    const told = topics.map((intent) => ({ id: intent.id, reply: shape(intent) }));
    const ids = told.map(({ id }) => id);
    const suggestions = relate(ids);
    const offered = suggestions.map(({ topic }) => topic);
    const rests = [...new Set(told.flatMap((one) => one.reply.facts.map(({ id }) => id)))];
    const parts = told.map((one) => ({ ...toPart(one.id, one.reply), ...marks }));
    const isFull = parts.every((part) => part.full);
    const context = makeContext({ topics: ids, offered, slots, facts: rests, ...(isFull && { full: true }) });
    const outcome = told.every((one) => one.reply.isAbsent) ? 'not-in-documents' : 'answer';
    return { outcome, parts, suggestions, context };
  };

  const answerInFull = (topics: readonly Intent[], slots: Slots): Answer => {
    const shape = (intent: Intent): Reply => {
      const plain = reply(intent, silent({ levels: [], places: [], amounts: [], technologies: [] }));
      const own = ownFacts(intent);
      if (own.length === 0) return plain;
      const all = [...new Set([...own, ...plain.facts])];
      const details = [...new Set(all.map(({ says }) => says))];
      return { ...plain, headline: talk.full(intent.title), details, facts: all };
    };
    return answerWith(topics, slots, shape, { full: true });
  };

  /** Where a follow-up names slots only, the talk is still about the facts that the last answer chose. */
  const keepFocus = (intent: Intent, last: readonly string[] = []): { focus: Focus } => {
    const isChosen = last.length <= ownFacts(intent).length * MOST_CHOSEN;
    return { focus: new Map(isChosen ? last.map((id, index) => [id, 1 - index / (2 * last.length)]) : []) };
  };

  return {
    answerWith,
    answerInFull,
    answerFollowUp({ slots, gist }, topics, text, before) {
      const isBare = gist === undefined || gist.content.length === 0;
      return answerWith(topics, slots, (intent) => {
        const said = gist ? { text, tokens: gist.tokens, slots } : silent(slots);
        const told = reply(intent, { ...said, ...(isBare && keepFocus(intent, before?.facts)) });
        return gist && isBare ? noteNoDifference(told, gist.slots, intent, talk) : told;
      });
    },
    answerAbout(about, topics, before) {
      const slots: Slots = { ...before.slots, amounts: [] };
      const suggestions = relate(before.topics);
      // The talk goes on about the answer itself.
      const context = { ...before, offered: suggestions.map(({ topic }) => topic) };
      if (about === 'more' && before.full) {
        const headline = talk.allTold(topics.map(({ title }) => title));
        return { outcome: 'about-bot', parts: [toPart(talk.id, { headline, facts: [] })], suggestions, context };
      }
      if (about === 'more') return answerInFull(topics, slots);
      const ids = new Set(before.facts);
      const last = facts.filter(({ id }) => ids.has(id));
      const answer = answerWith(topics.slice(0, 1), slots, (intent) => {
        const { table, charts, formulas, ...plain } = reply(intent, silent(slots));
        const rests = last.length > 0 ? last : plain.facts;
        const reasons = about === 'why' ? ownFacts(intent).filter(({ reason }) => reason) : [];
        const shown = reasons.length > 0 ? reasons : rests;
        const cited = [...shown, ...(plain.quotes ?? [])].map(({ document }) => document);
        const said = about === 'why' ? talk.why(reasons) : talk[about](nameSources(cited));
        return { ...plain, ...said, facts: shown };
      });
      return { ...answer, suggestions, context };
    },
    answerCourtesy: (courtesy, before) => ({
      outcome: 'small-talk',
      parts: [toPart(talk.id, { headline: talk.courtesies[courtesy], facts: [] })],
      suggestions: [],
      courtesy: true,
      ...(before && { context: before }),
    }),
  };

  function nameSources(cited: readonly string[]): string[] {
    return documents
      .filter(({ id }) => cited.includes(id))
      .map(({ title, updated }) =>
        updated === undefined ? `${title} (which bears no date)` : `${title} (last updated on ${updated})`,
      );
  }
}

/** Says so where a follow-up names a place, level or technology for which the documents make no difference. */
function noteNoDifference(reply: Reply, named: Slots, { slots = [] }: Intent, talk: TalkIntent): Reply {
  const without = {
    levels: slots.includes('levels') ? [] : named.levels,
    places: slots.includes('places') ? [] : named.places,
    technologies: slots.includes('technologies') ? [] : named.technologies,
  };
  if (Object.values(without).every((list) => list.length === 0)) return reply;
  const { headline, details = [] } = reply;
  return { ...reply, headline: talk.noDifference(without), details: [headline, ...details] };
}
