// Builds and publishes the Home tab: what the app is, what to ask, who sees what, and what is stored.
import type { App, Context, types } from '@slack/bolt';
import type { Bot } from '../../answering/bot.js';
import type { Log } from '../../operations/log.js';
import { COMMAND } from '../app-ids.js';
import { deliveryIn } from '../inbound/delivery-id.js';
import { header, list, section } from '../message/blocks.js';
import { offerQuestions, offerTopics } from '../message/buttons.js';
import { MAX_BUTTONS, MAX_VIEW_BLOCKS } from '../message/limits.js';
import { describeFailure } from '../slack-errors.js';

/** What the Home tab tells of the app. */
export interface HomeContent extends Pick<Bot, 'topics' | 'documents'> {
  /** Whether words that people wrote are stored. */
  readonly keepsTexts: boolean;
}

const QUESTIONS = 3;

/** The Home tab; `more` follows below what everyone sees. */
export function homeView(content: HomeContent, more: readonly types.KnownBlock[] = []): types.HomeView {
  const { topics, documents } = content;
  const blocks = [
    header('Questions about a career as a back-end developer?'),
    section(
      'I answer from documents, and quote the sentence that each answer rests on. Where they say nothing, I tell you so.',
    ),
    ...titled('Try one', rows(offerQuestions(topics.slice(0, QUESTIONS).map(({ example }) => example)))),
    ...titled('Topics', rows(offerTopics(topics))),
    ...titled('Ask in your own words', list(WAYS_TO_ASK)),
    ...titled('What I answer from', list(documents.map(withDate))),
    ...titled('What is kept', list(whatIsStored(content))),
  ];
  return { type: 'home', blocks: [...blocks, ...more].slice(0, MAX_VIEW_BLOCKS) };
}

/**
 * Publishes the Home tab for each person who opens it. Each visit publishes it again, so a failure is told to the
 * operator and Slack need not send the visit again.
 */
export function listenForHome(
  app: App,
  homeFor: (person: string, context: Context) => Promise<types.HomeView>,
  log: Log,
): void {
  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'home') return;
    try {
      await client.views.publish({ user_id: event.user, view: await homeFor(event.user, context) });
    } catch (error) {
      const { code, advice } = describeFailure(error);
      const ownLog = log.of(deliveryIn(context)?.logFields);
      ownLog.warn(`The Home was not shown. ${advice}`, { surface: 'app_home_opened', code });
    }
  });
}

/** Each way to ask, and who sees the answer. */
const WAYS_TO_ASK = [
  'In Messages, above: just write. Only you and I see that conversation.',
  `Anywhere: ${COMMAND} and your question. Only you see the answer, until you share it. “${COMMAND} help” lists examples.`,
  'In a channel I’m a member of: mention me, and again to ask on in the thread. Everybody there sees the answers.',
  'On a message: ⋮, then “Answer this message”. Only you see the answer, until you share it.',
  'From the search bar or the + of the message field: “Ask a career question”. Only you see the answer.',
];

function whatIsStored({ keepsTexts }: HomeContent): string[] {
  return [
    'What we talked about last: for 15 minutes, so that you can ask on. Topics, not your words.',
    keepsTexts
      ? 'The words of a question that got no answer: for 30 days. Those who keep the documents read them, without your name.'
      : 'The words of your questions: never. Those without an answer are only counted.',
    keepsTexts
      ? 'Your vote on an answer, with what you wrote beside it: for a year.'
      : 'Your vote on an answer, with the reason you chose: for a year.',
    'This is tied to you by a code, not by your name or user id. Besides, questions are counted by topic.',
    `${COMMAND} forget me deletes what is kept on you. Here in Messages, “forget me” is enough.`,
  ];
}

const withDate = ({ title, updated }: HomeContent['documents'][number]): string =>
  `${title}: ${updated ?? 'the document gives no date'}`;

/** A heading is there only with something below it. */
function titled(title: string, blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  return blocks.length === 0 ? [] : [header(title), ...blocks];
}

/** As many rows of buttons as they need. */
function rows(buttons: readonly types.Button[]): types.ActionsBlock[] {
  const count = Math.ceil(buttons.length / MAX_BUTTONS);
  return Array.from({ length: count }, (_, row) => ({
    type: 'actions',
    elements: buttons.slice(row * MAX_BUTTONS, (row + 1) * MAX_BUTTONS),
  }));
}
