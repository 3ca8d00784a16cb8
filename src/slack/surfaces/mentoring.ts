// Lets mentors answer, change, withdraw and bring back answers from the Home tab, and administrators choose mentors.
import type {
  AckFn,
  App,
  BlockAction,
  Context,
  types,
  ViewResponseAction,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import { idForQuestion } from '../../answering/answer.js';
import type { Log } from '../../operations/log.js';
import { askAgain, findGap, isClosed, listGaps } from '../../reporting/gaps.js';
import type { AnswerVersion, Mentors } from '../../store/mentors.js';
import type { Store } from '../../store/store.js';
import type { AnswerWatch } from '../answer-watch.js';
import { openOrTell } from '../delivery/private-fallback.js';
import { deliveryIn } from '../inbound/delivery-id.js';
import { actionIn, field, text, textAt } from '../inbound/payload.js';
import { workspaceIn } from '../inbound/workspace-id.js';
import type { Admins } from '../installation/access.js';
import { NOT_OPENED } from '../message/fixed-messages.js';
import { describeFailure } from '../slack-errors.js';
import type { WorkspaceBots } from '../workspace-bots.js';
import {
  ANSWER_FORM,
  answerForm,
  conflictBlocks,
  type FormSubject,
  MOST_QUESTIONS,
  readForm,
  readSubject,
} from './answer-form.js';
import { answerWindow, noticeWindow, previewWindow, readWindowSubject, shownAnswer } from './answer-window.js';
import { recentFigures } from './home-figures.js';
import { MENTOR_ACTION, MENTOR_ACTIONS } from './mentor-actions.js';

/** What it takes. */
export interface MentoringServices {
  readonly store: Store;
  readonly bots: WorkspaceBots;
  readonly mentors: Mentors;
  readonly watch: AnswerWatch;
  readonly log: Log;
  readonly admins?: Admins;
  /** Publishes a person's Home tab again. */
  readonly showHome: (person: string, context: Context, client: webApi.WebClient) => Promise<void>;
}

const AWAY = 'I can’t reach the stored answers right now, so nothing was saved. Please try again in a moment.';
const KEPT =
  'I can’t reach the stored answers right now, so nothing was saved. Your text is still here: try again in a moment.';
const NOT_ALLOWED = 'You can’t answer questions here. Ask an administrator to choose you as a mentor.';
const NO_LONGER = 'You’re no longer a mentor here, so this wasn’t published. Copy your text if you want to keep it.';
const SAVED_UNSEEN = 'This is saved, but I can’t show it right now. Open it again from the Home tab.';
const ONLY_ADMINS = 'Only administrators can choose mentors.';
const UNREADABLE = 'This window no longer works. Open it again from the Home tab.';
const GONE = 'This question is answered by now, or no longer stored. Open the Home tab again to see what’s open.';
const CHANGED = 'Someone else changed this answer a moment ago. This is how it is now.';

/** Whether a person may answer; undefined while that can't be found out. */
export async function mayAnswer(
  { admins, mentors }: Pick<MentoringServices, 'admins' | 'mentors'>,
  person: string,
  context: Context,
): Promise<boolean | undefined> {
  return admins?.include(person, context) === true || mentors.include(workspaceIn(context), person);
}

/** Takes presses and what is published. */
export function listenForMentoring(app: App, services: MentoringServices): void {
  app.action<BlockAction>(MENTOR_ACTION, async ({ body, context, ack, client }) => {
    await ack();
    const press = { services, body, context, client, workspace: workspaceIn(context), person: body.user.id };
    try {
      await takePress(press, text(actionIn(body), 'action_id') ?? '');
    } catch (error) {
      const { code, advice } = describeFailure(error);
      services.log
        .of(deliveryIn(context)?.logFields)
        .warn(`Couldn’t show a window to a mentor. ${advice}`, { surface: 'mentors', code });
    }
  });

  app.view<ViewSubmitAction>(ANSWER_FORM.callback, async ({ body, context, ack, client }) => {
    const isSaved = await publish(services, body, context, ack);
    if (!isSaved) return;
    await services.watch.look();
    await services.showHome(body.user.id, context, client);
  });
}

/** A press, by whom and where. */
interface MentorPress {
  readonly services: MentoringServices;
  readonly body: BlockAction;
  readonly context: Context;
  readonly client: webApi.WebClient;
  readonly workspace: string;
  readonly person: string;
}

async function takePress(press: MentorPress, action: string): Promise<void> {
  const { services, context, person } = press;
  if (action === MENTOR_ACTIONS.choose) return chooseMentors(press);
  const isAllowed = await mayAnswer(services, person, context);
  if (isAllowed !== true) return showWindow(press, noticeWindow(isAllowed === undefined ? AWAY : NOT_ALLOWED));
  if (action.startsWith(MENTOR_ACTIONS.answer)) return answerGap(press);
  if (action === MENTOR_ACTIONS.write) return openForm(press, []);
  if (action === MENTOR_ACTIONS.open) return openAnswer(press);
  if (action === MENTOR_ACTIONS.preview) return showPreview(press);
  if (action === MENTOR_ACTIONS.edit) return editAnswer(press);
  if (action === MENTOR_ACTIONS.withdraw) return changeVersion(press, undefined);
  if (action.startsWith(MENTOR_ACTIONS.restore))
    return changeVersion(press, Number(action.slice(MENTOR_ACTIONS.restore.length)));
}

/** Opens a window from the Home tab, or puts it on top of the one with the button. */
async function showWindow(
  { services, body, context, client, person }: MentorPress,
  view: types.ModalView,
): Promise<void> {
  const delivery = deliveryIn(context);
  const who = { surface: 'mentors', person, ...(delivery && { delivery }) };
  const window = { trigger_id: body.trigger_id, view };
  await openOrTell(who, client, services.log, NOT_OPENED.mentors, () =>
    body.view?.type === 'modal' ? client.views.push(window) : client.views.open(window),
  );
}

async function chooseMentors(press: MentorPress): Promise<void> {
  const { services, body, context, client, workspace, person } = press;
  if (services.admins?.include(person, context) !== true) return showWindow(press, noticeWindow(ONLY_ADMINS));
  const current = await services.mentors.list(workspace);
  const chosen = current && (await services.mentors.choose(workspace, mentorsAfter(current, body)));
  if (chosen === undefined) await showWindow(press, noticeWindow(AWAY));
  await services.showHome(person, context, client);
}

/** Those who are mentors now, with what the person has changed: another administrator may have chosen someone meanwhile. */
function mentorsAfter(current: readonly string[], body: BlockAction): readonly string[] {
  const action = actionIn(body);
  const blocks = field(body.view, 'blocks');
  const block = Array.isArray(blocks)
    ? blocks.find((one) => text(one, 'block_id') === text(action, 'block_id'))
    : undefined;
  const shown = idsIn(field(field(block, 'accessory'), 'initial_users'));
  const selected = idsIn(field(action, 'selected_users'));
  const left = current.filter((id) => selected.includes(id) || !shown.includes(id));
  return [...new Set([...left, ...selected.filter((id) => !shown.includes(id))])];
}

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];

/** Opens the window for what a gap's questions ask, under the first of which an answer is kept. */
async function answerGap(press: MentorPress): Promise<void> {
  const { services, body, workspace } = press;
  const bot = await services.bots.of(workspace);
  const { unanswered } = await recentFigures(services.store, workspace);
  const gap = findGap(listGaps(unanswered, bot), text(actionIn(body), 'value') ?? '');
  if (gap === undefined || isClosed(askAgain(gap, () => bot))) {
    // Without the store there are no questions either.
    const isAway = (await services.mentors.answers(workspace)) === undefined;
    return showWindow(press, noticeWindow(isAway ? AWAY : GONE));
  }
  await openForm(press, gap.wordings.map(({ text: words }) => words).slice(0, MOST_QUESTIONS));
}

async function openForm(press: MentorPress, questions: readonly string[]): Promise<void> {
  const { services, workspace, person } = press;
  const { mentors, bots } = services;
  const [first] = questions;
  const id = first === undefined ? undefined : idForQuestion(first);
  const [versions, author] = await Promise.all([
    id === undefined ? [] : mentors.history(workspace, id),
    mentors.signatureOf(workspace, person),
  ]);
  if (versions === undefined || author === undefined) return showWindow(press, noticeWindow(AWAY));
  const [last] = versions;
  const sections = bots.common.sectionsFor(first ?? '');
  const subject: FormSubject = { ...(id !== undefined && { id }), after: last?.version ?? 0 };
  await showWindow(press, answerForm(subject, { ...(last ?? { questions }), author, sections }));
}

async function openAnswer(press: MentorPress): Promise<void> {
  const id = textAt(actionIn(press.body), 'selected_option', 'value') ?? '';
  const [last, ...earlier] = (await press.services.mentors.history(press.workspace, id)) ?? [];
  return showWindow(press, last === undefined ? noticeWindow(AWAY) : answerWindow([last, ...earlier]));
}

async function showPreview(press: MentorPress): Promise<void> {
  const reading = readForm(press.body, press.services.bots.common.sectionsFor(''));
  if ('errors' in reading) return showWindow(press, noticeWindow(Object.values(reading.errors).join(' ')));
  return showWindow(press, previewWindow(reading.content, Date.now()));
}

async function editAnswer(press: MentorPress): Promise<void> {
  const { services, workspace, person } = press;
  const id = readWindowSubject(press.body)?.id;
  if (id === undefined) return showWindow(press, noticeWindow(UNREADABLE));
  const [last] = (await services.mentors.history(workspace, id)) ?? [];
  if (last === undefined) return showWindow(press, noticeWindow(AWAY));
  const author = (await services.mentors.signatureOf(workspace, person)) || last.author;
  const sections = services.bots.common.sectionsFor(last.questions[0]);
  await showWindow(press, answerForm({ id, after: last.version }, { ...last, author, sections }));
}

/** Withdraws the answer, or brings a version of it back; the window then shows how it is. */
async function changeVersion(press: MentorPress, restored: number | undefined): Promise<void> {
  const { services, body, context, client, workspace, person } = press;
  const subject = readWindowSubject(body);
  if (subject === undefined) return showWindow(press, noticeWindow(UNREADABLE));
  const { id, version: after } = subject;
  const isLive = restored !== undefined;
  const done = await services.mentors.restore({ workspace, id, after, version: restored ?? after, isLive, person });
  if (done === undefined) return showWindow(press, noticeWindow(AWAY));
  const [last, ...earlier] = (await services.mentors.history(workspace, id)) ?? [];
  if (last === undefined) await showWindow(press, noticeWindow(done === 'saved' ? SAVED_UNSEEN : AWAY));
  else if (body.view !== undefined) {
    const view = answerWindow([last, ...earlier], done === 'changed' ? CHANGED : undefined);
    await client.views.update({ view_id: body.view.id, view });
  }
  if (done === 'changed') return;
  await services.watch.look();
  await services.showHome(person, context, client);
}

type AckView = AckFn<ViewResponseAction>;

/** Publishes what a window holds. What can't be published is said in the window, which stays with all that was written. */
async function publish(
  services: MentoringServices,
  body: { readonly user: { readonly id: string } },
  context: Context,
  ack: AckView,
): Promise<boolean> {
  const { mentors, bots } = services;
  const refuse = async (errors: Readonly<Record<string, string>>): Promise<boolean> => {
    await ack({ response_action: 'errors', errors: { ...errors } });
    return false;
  };
  const [workspace, person] = [workspaceIn(context), body.user.id];
  const subject = readSubject(body);
  if (subject === undefined) return refuse({ [ANSWER_FORM.text]: UNREADABLE });
  const reading = readForm(body, bots.common.sectionsFor(''));
  if ('errors' in reading) return refuse(reading.errors);
  const isAllowed = await mayAnswer(services, person, context);
  if (isAllowed !== true) return refuse({ [ANSWER_FORM.text]: isAllowed === undefined ? KEPT : NO_LONGER });
  const id = subject.id ?? idForQuestion(reading.content.questions[0]);
  const after = subject.id === undefined ? await findFreeVersion(mentors, workspace, id) : subject.after;
  const done =
    after === undefined ? undefined : await mentors.save({ ...reading.content, workspace, id, after, person });
  if (done === undefined) return refuse({ [ANSWER_FORM.text]: KEPT });
  if (done === 'saved') {
    await ack({ response_action: 'clear' });
    return true;
  }
  const [last] = (await mentors.history(workspace, id)) ?? [];
  if (last === undefined) return refuse({ [ANSWER_FORM.text]: KEPT });
  const sections = bots.common.sectionsFor(last.questions[0]);
  await ack({ response_action: 'update', view: conflictForm(last, { ...reading.content, sections }) });
  return false;
}

/** The version after which a new answer may be written: the last one if it's withdrawn, else 0, which then is taken. */
async function findFreeVersion(mentors: Mentors, workspace: string, id: string): Promise<number | undefined> {
  const versions = await mentors.history(workspace, id);
  const [last] = versions ?? [];
  return versions && (last === undefined || last.isLive ? 0 : last.version);
}

/** The same window, with what someone else has published above what was written in it. */
const conflictForm = (last: AnswerVersion, own: Parameters<typeof answerForm>[1]): types.ModalView =>
  answerForm({ id: last.id, after: last.version }, own, conflictBlocks(last, shownAnswer(last)));
