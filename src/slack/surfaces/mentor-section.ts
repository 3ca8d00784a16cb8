// Builds what mentors see at the end of the Home tab: open questions to answer, answers to change, and who is a mentor.
import type { types } from '@slack/bolt';
import type { Bot } from '../../answering/bot.js';
import { askAgain, listGaps, type OpenGap } from '../../reporting/gaps.js';
import { shorten } from '../../reporting/printable.js';
import type { AnswerVersion, Mentors } from '../../store/mentors.js';
import type { Store } from '../../store/store.js';
import { header, note, plainText, section } from '../message/blocks.js';
import { cleanText, cutText } from '../message/escaping.js';
import { MAX_BUTTON_TEXT, MAX_OPTION_VALUE, MAX_OPTIONS } from '../message/limits.js';
import { MENTOR_ACTIONS } from './mentor-actions.js';

const DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
const MOST_QUESTIONS = 10;
const LONGEST_QUESTION = 200;

/** Where gaps are found. */
interface GapSources {
  readonly store: Store;
  readonly bot: Bot;
  readonly workspace: string;
}

/** What the section is made from. */
export interface MentorSectionContent extends GapSources {
  readonly mentors: Mentors;
  /** Administrators choose who the mentors are. */
  readonly isAdmin: boolean;
}

/** What the last 30 days' questions left open and the bot doesn't answer by now, what was asked most first. */
export async function openGaps({ store, bot, workspace }: GapSources): Promise<OpenGap[]> {
  const { unanswered } = await store.figures(Date.now() - DAYS * DAY_MS, workspace);
  const titles = bot.documents.map(({ title }) => title);
  return listGaps(unanswered, titles).filter((gap) => askAgain(gap, bot).answeredNow < gap.count);
}

/** The section; without the store, a sentence. */
export async function mentorSection(content: MentorSectionContent): Promise<types.KnownBlock[]> {
  const { store, mentors, workspace, isAdmin } = content;
  const answers = await mentors.answers(workspace);
  if (answers === undefined)
    return [DIVIDER, header('Answers'), section('I can’t reach the stored answers right now.')];
  const gaps = store.keepsTexts ? await openGaps(content) : [];
  return [
    DIVIDER,
    header('Answer questions'),
    ...(gaps.length === 0 ? [section('No open questions right now.')] : []),
    ...gaps.slice(0, MOST_QUESTIONS).map(gapBlock),
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: MENTOR_ACTIONS.write, text: plainText('Write an answer') },
        ...answerSelect(answers),
      ],
    },
    ...(isAdmin ? await chooseBlocks(mentors, workspace) : []),
    note('Only visible to administrators and to the mentors they’ve chosen.'),
  ];
}

const DIVIDER: types.DividerBlock = { type: 'divider' };

/** People's words are plain text, which Slack does not parse. */
function gapBlock({ name, isSubject, text, count, ids: [id = ''] }: OpenGap, index: number): types.SectionBlock {
  const shown = shorten(isSubject ? `${name}: ${text}` : text, LONGEST_QUESTION);
  return {
    type: 'section',
    text: plainText(`${shown} (${count} ×)`),
    accessory: {
      type: 'button',
      action_id: `${MENTOR_ACTIONS.answer}${index}`,
      text: plainText('Answer'),
      value: id,
      accessibility_label: cutText(`Answer: ${shown}`, MAX_BUTTON_TEXT),
    },
  };
}

function answerSelect(answers: readonly AnswerVersion[]): types.StaticSelect[] {
  const options = answers
    .filter(({ id }) => id.length <= MAX_OPTION_VALUE)
    .slice(0, MAX_OPTIONS)
    .map(({ id, questions: [first], isLive }) => ({
      text: plainText(cutText(cleanText(isLive ? first : `Withdrawn: ${first}`), MAX_BUTTON_TEXT)),
      value: id,
    }));
  if (options.length === 0) return [];
  return [{ type: 'static_select', action_id: MENTOR_ACTIONS.open, placeholder: plainText('Open an answer'), options }];
}

async function chooseBlocks(mentors: Mentors, workspace: string): Promise<types.KnownBlock[]> {
  const chosen = (await mentors.list(workspace)) ?? [];
  const select: types.MultiUsersSelect = {
    type: 'multi_users_select',
    action_id: MENTOR_ACTIONS.choose,
    placeholder: plainText('Choose people'),
    ...(chosen.length > 0 && { initial_users: [...chosen] }),
  };
  return [
    header('Mentors'),
    { type: 'section', text: plainText('They can answer questions here, as you can.'), accessory: select },
  ];
}
