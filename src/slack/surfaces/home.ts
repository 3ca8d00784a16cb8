// Builds and publishes the Home tab: what the app is, what to ask, who sees what, and what is stored.
import type { App, Context, types, webApi } from '@slack/bolt';
import { spellDate } from '../../answering/answer.js';
import type { Bot } from '../../answering/bot.js';
import type { Log } from '../../operations/log.js';
import { COMMAND } from '../app-ids.js';
import { UnreadablePayloadError } from '../connection/ack-when-answered.js';
import type { FeatureSwitch, FeatureSwitches } from '../delivery/feature-switches.js';
import { deliveryIn } from '../inbound/delivery-id.js';
import { text } from '../inbound/payload.js';
import { workspaceIn } from '../inbound/workspace-id.js';
import { header, list, note, section } from '../message/blocks.js';
import { offerQuestions, topicSelect } from '../message/buttons.js';
import { CHART, type MessageBlock } from '../message/chart.js';
import { MAX_BUTTONS, MAX_VIEW_BLOCKS } from '../message/limits.js';
import { describeFailure, refusesBlocks } from '../slack-errors.js';

/** What the Home tab says about the app. */
export interface HomeContent extends Pick<Bot, 'topics' | 'documents' | 'subject' | 'examples'> {
  /** Whether words that people wrote are stored. */
  readonly keepsTexts: boolean;
}

const QUESTIONS = 3;

/** The Home tab; `more` follows below what everyone sees. */
export function homeView(content: HomeContent, more: readonly MessageBlock[] = []): types.HomeView {
  const { topics, documents, subject, examples } = content;
  const blocks: types.KnownBlock[] = [
    header(subject === undefined ? 'Ask a question' : `Ask about ${subject}`),
    section('I answer from documents and quote them. If they don’t say, I’ll tell you.'),
    ...(content.keepsTexts ? [note(WHO_READS)] : []),
    ...titled('Try a question', [...rows(offerQuestions(examples.slice(0, QUESTIONS))), ...topicSelect(topics)]),
    ...titled('Ways to ask', list(WAYS_TO_ASK)),
    ...titled('Sources', list(documents.map(withDate))),
    ...titled('What’s stored', list(whatIsStored(content))),
  ];
  return { type: 'home', blocks: [...blocks, ...more].slice(0, MAX_VIEW_BLOCKS) };
}

/** Publishes a person's Home tab; a failure is told to the operator only. */
export type ShowHome = (person: string, context: Context, client: webApi.WebClient) => Promise<void>;

/**
 * Publishes the Home tab for each person who opens it. Each visit publishes it again, so Slack need not send a visit
 * again after a failure. Returns what publishes it at other times.
 */
export function listenForHome(
  app: App,
  homeFor: (person: string, context: Context) => Promise<types.HomeView>,
  { log, switches }: { readonly log: Log; readonly switches: FeatureSwitches },
): ShowHome {
  const showHome: ShowHome = async (person, context, client) => {
    try {
      const charts = switches('charts in the Home tab', workspaceIn(context));
      await publish(client, person, await homeFor(person, context), charts);
    } catch (error) {
      const { code, advice } = describeFailure(error);
      const ownLog = log.of(deliveryIn(context)?.logFields);
      ownLog.warn(`Couldn’t show the Home tab. ${advice}`, { surface: 'app_home_opened', code });
    }
  };
  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'home') return;
    if (text(event, 'user') === undefined) throw new UnreadablePayloadError();
    await showHome(event.user, context, client);
  });
  return showHome;
}

/** Publishes it, without its charts where Slack refuses them: their figures are in a table as well. */
async function publish(
  client: webApi.WebClient,
  user: string,
  view: types.HomeView,
  charts: FeatureSwitch,
): Promise<void> {
  const blocks = view.blocks.filter((block) => block.type !== CHART);
  const plain = { ...view, blocks };
  if (blocks.length === view.blocks.length || !charts.isOn) {
    await client.views.publish({ user_id: user, view: plain });
    return;
  }
  try {
    await client.views.publish({ user_id: user, view });
  } catch (error) {
    if (!refusesBlocks(error)) throw error;
    await client.views.publish({ user_id: user, view: plain });
    charts.switchOff(error);
  }
}

/** Shown before anyone asks. */
const WHO_READS =
  'If I can’t answer a question in full, administrators and mentors can read its words, without your name.';

/** Each way to ask, and who sees the answer. */
const WAYS_TO_ASK = [
  'In Messages, above: type your question. Only you and I see it.',
  `Anywhere: ${COMMAND} and your question, or ${COMMAND} help. Only you see it unless you share it.`,
  'In a channel I’m in: mention me, also to follow up. Everyone there sees it.',
  'On a message: ⋮, then Answer this message. Only you see it unless you share it.',
  'Search bar or +: Ask a career question. Only you see it.',
];

function whatIsStored({ keepsTexts }: HomeContent): string[] {
  return [
    'What we last talked about, for 15 minutes, so you can follow up. Topics, not your words.',
    keepsTexts
      ? 'The words of questions I couldn’t answer in full, for 30 days. Administrators, mentors and the people who maintain the documents can read them, without your name.'
      : 'The words of your questions: never. Questions I couldn’t answer are only counted.',
    ...(keepsTexts
      ? [
          'Never the words of a colleague’s message that you ask me to answer. IDs, addresses and phone numbers are replaced before anything is stored.',
        ]
      : []),
    keepsTexts
      ? 'Your vote on an answer, with any comment, for a year.'
      : 'Your vote on an answer, with any reason you chose, for a year.',
    'This is linked to you by a code, not your name or user ID. Questions are also counted by topic.',
    ...(keepsTexts
      ? [
          'If you ask to be told of an answer: the question and your ID, encrypted, until it’s answered, for 30 days at most.',
        ]
      : []),
    `To delete what’s stored about you, use ${COMMAND} forget me, or send “forget me” in the Messages tab. I’ll say what I deleted and what I can’t.`,
  ];
}

const withDate = ({ title, updated }: HomeContent['documents'][number]): string =>
  `“${title}” (${updated === undefined ? 'undated' : `last updated ${spellDate(updated)}`})`;

/** A heading is only there with something below it. */
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
