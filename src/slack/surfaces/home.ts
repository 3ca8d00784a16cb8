// Beside the road: the app's Home, which says in ten seconds what it is, what to ask, and who sees what.
import type { App, Context, types } from '@slack/bolt';
import type { Bot } from '../../answering/bot.js';
import type { Log } from '../../operations/log.js';
import { arrivalIn } from '../inbound/delivery-id.js';
import { COMMAND } from '../listeners.js';
import { offerQuestions, offerTopics } from '../message/buttons.js';
import { cleanText } from '../message/escaping.js';
import { MAX_BUTTONS, MAX_VIEW_BLOCKS } from '../message/limits.js';
import { describeFailure } from '../slack-errors.js';

/** What the Home tells of the app. */
export interface About extends Pick<Bot, 'topics' | 'documents'> {
  /** Whether words that people wrote are kept. */
  readonly keepsTexts: boolean;
}

const QUESTIONS = 3;

/** The Home; `more` follows below what everybody sees. */
export function homeView(about: About, more: readonly types.KnownBlock[] = []): types.HomeView {
  const { topics, documents } = about;
  const blocks = [
    header('Questions about a career as a back-end developer?'),
    section(
      'I answer from documents, and quote the sentence that each answer rests on. Where they say nothing, I tell you so.',
    ),
    ...below('Try one', rows(offerQuestions(topics.slice(0, QUESTIONS).map(({ example }) => example)))),
    ...below('Topics', rows(offerTopics(topics))),
    ...below('Ask in your own words', list(WAYS)),
    ...below('What I answer from', list(documents.map(dated))),
    ...below('What is kept', list(kept(about))),
  ];
  return { type: 'home', blocks: [...blocks, ...more].slice(0, MAX_VIEW_BLOCKS) };
}

/**
 * Publishes the Home for everybody who opens it. Each visit brings it anew, so a failure is told to the operator and
 * then left alone: Slack is not to send the visit again.
 */
export function openHome(
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
      log.of(arrivalIn(context)?.names).warn(`The Home was not shown. ${advice}`, { door: 'app_home_opened', code });
    }
  });
}

/** Each way to ask, and who sees the answer. */
const WAYS = [
  'In Messages, above: just write. Only you and I see that conversation.',
  `Anywhere: ${COMMAND} and your question. Only you see the answer, until you share it. “${COMMAND} help” lists examples.`,
  'In a channel I’m a member of: mention me, and again to ask on in the thread. Everybody there sees the answers.',
  'On a message: ⋮, then “Answer this message”. Only you see the answer, until you share it.',
  'From the search bar or the + of the message field: “Ask a career question”. Only you see the answer.',
];

function kept({ keepsTexts }: About): string[] {
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

const dated = ({ title, updated }: About['documents'][number]): string =>
  cleanText(`${title}: ${updated ?? 'the document gives no date'}`);

/** A heading is there only with something below it. */
function below(title: string, blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  return blocks.length === 0 ? [] : [header(title), ...blocks];
}

const header = (text: string): types.HeaderBlock => ({
  type: 'header',
  text: { type: 'plain_text', text, emoji: false },
});

const section = (text: string): types.SectionBlock => ({
  type: 'section',
  text: { type: 'plain_text', text, emoji: false },
});

function list(lines: readonly string[]): types.RichTextBlock[] {
  const elements = lines.map(
    (text): types.RichTextSection => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] }),
  );
  if (elements.length === 0) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}

/** As many rows of buttons as they need. */
function rows(buttons: readonly types.Button[]): types.ActionsBlock[] {
  const count = Math.ceil(buttons.length / MAX_BUTTONS);
  return Array.from({ length: count }, (_, row) => ({
    type: 'actions',
    elements: buttons.slice(row * MAX_BUTTONS, (row + 1) * MAX_BUTTONS),
  }));
}
