// Builds what mentors see at the end of the Home tab: open questions to answer, answers to change, and who is a mentor.
import type { types } from '@slack/bolt';
import type { Bot } from '../../answering/bot.js';
import { type GapShortlist, listGaps, type ReportedGap, shortlist } from '../../reporting/gaps.js';
import { shorten } from '../../reporting/printable.js';
import { describeGap } from '../../reporting/summary.js';
import type { AnswerVersion, Mentors } from '../../store/mentors.js';
import type { Figures } from '../../store/store.js';
import { header, list, note, plainText, section } from '../message/blocks.js';
import { cleanText, cutText } from '../message/escaping.js';
import { MAX_BUTTON_TEXT, MAX_OPTION_VALUE, MAX_OPTIONS } from '../message/limits.js';
import { MENTOR_ACTIONS } from './mentor-actions.js';

const MOST_GAPS = 10;
const LONGEST_LINE = 150;

/** What the section is made from. */
export interface MentorSectionContent {
  readonly figures: Figures;
  /** Whether the words of questions are stored at all. */
  readonly keepsTexts: boolean;
  readonly bot: Pick<Bot, 'answer' | 'documents'>;
  readonly workspace: string;
  readonly mentors: Mentors;
  /** Administrators choose who the mentors are, and can have the whole report. */
  readonly isAdmin: boolean;
}

/** The section; without the store, a sentence. */
export async function mentorSection(content: MentorSectionContent): Promise<types.KnownBlock[]> {
  const { mentors, workspace, isAdmin } = content;
  const answers = await mentors.answers(workspace);
  const title = [{ type: 'divider' } as const, header('Answer questions')];
  if (answers === undefined) return [...title, section('I can’t reach the stored answers right now.')];
  return [
    ...title,
    ...(await gapBlocks(content)),
    answerActions(answers),
    ...(isAdmin ? await chooseBlocks(mentors, workspace) : []),
    note('Only visible to administrators and to the mentors they’ve chosen.'),
  ];
}

/** The gaps asked for most, each with “Answer” unless it's answered by now. */
async function gapBlocks({ figures, keepsTexts, bot, isAdmin }: MentorSectionContent): Promise<types.KnownBlock[]> {
  if (!keepsTexts) return [section('Question text isn’t stored (UNANSWERED=off).')];
  const gaps = await shortlist(listGaps(figures.unanswered, bot), () => bot, MOST_GAPS);
  return [
    ...(gaps.open.length === 0 ? [section('No open questions right now.')] : gaps.open.map(gapBlock)),
    ...list(gaps.answered.map(describeLine)),
    ...(gaps.others > 0 ? [note(nameOthers(gaps, isAdmin))] : []),
    note('Most asked first. IDs, addresses and phone numbers are replaced before anything is stored.'),
  ];
}

const nameOthers = ({ others }: GapShortlist, isAdmin: boolean): string =>
  isAdmin ? `And ${others} more: run npm run report.` : `And ${others} more.`;

/** “Docker 3 – not in the documents” */
const describeLine = (gap: ReportedGap): string =>
  `${shorten(gap.name, LONGEST_LINE)} ${gap.count} – ${describeGap(gap)}`;

/** Below its line, what people asked, if its name isn't that already. People's words are plain text, which Slack does not parse. */
function gapBlock(gap: ReportedGap, index: number): types.SectionBlock {
  const { name, text, ids } = gap;
  const asked = shorten(text, LONGEST_LINE);
  return {
    type: 'section',
    text: plainText([describeLine(gap), ...(text === name ? [] : [`“${asked}”`])].join('\n')),
    accessory: {
      type: 'button',
      action_id: `${MENTOR_ACTIONS.answer}${index}`,
      text: plainText('Answer'),
      value: ids[0] ?? '',
      accessibility_label: cutText(`Answer: ${asked}`, MAX_BUTTON_TEXT),
    },
  };
}

const answerActions = (answers: readonly AnswerVersion[]): types.ActionsBlock => ({
  type: 'actions',
  elements: [
    { type: 'button', action_id: MENTOR_ACTIONS.write, text: plainText('Write an answer') },
    ...answerSelect(answers),
  ],
});

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
  const chosen = await mentors.list(workspace);
  // Whoever were chosen in place of a list that isn't known would be all there are.
  if (chosen === undefined) return [header('Mentors'), section('I can’t reach the list of mentors right now.')];
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
