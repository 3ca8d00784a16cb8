// Stores a clicked vote button as a vote, and asks why after “Not helpful”.
import type { App, BlockAction, types, webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { Store, Vote } from '../../store/store.js';
import { deliver } from '../delivery/deliver.js';
import { openOrTell } from '../delivery/private-fallback.js';
import { type DeliveryId, deliveryIn } from '../inbound/delivery-id.js';
import { actionIn, text, textAt } from '../inbound/payload.js';
import { workspaceIn } from '../inbound/workspace-id.js';
import { ACTIONS } from '../message/buttons.js';
import { NOT_COUNTED, NOT_OPENED } from '../message/fixed-messages.js';
import { sameWindow } from '../message/modal.js';
import { thanks } from '../message/vote-buttons.js';
import { readVote } from '../message/vote-value.js';
import { describeFailure } from '../slack-errors.js';
import { readReasons, readVoteSubject, VOTE_FORM, type VoteSubject, voteForm } from './vote-form.js';

const VOTE_ACTION = new RegExp(`^${ACTIONS.vote}(:|$)`);

/** Takes votes. `known` are the ids of all topics. A vote is neither answered nor counted as a question. */
export function listenForVotes(app: App, store: Store, known: ReadonlySet<string>, log: Log): void {
  app.action<BlockAction>(VOTE_ACTION, async ({ body, context, ack, client, respond }) => {
    await ack();
    const ownLog = log.of(deliveryIn(context)?.logFields);
    const subject = pressedOn(body);
    const vote = subject && voteOf(subject, workspaceIn(context), body.user.id, known);
    if (subject === undefined || vote === undefined) {
      ownLog.debug('A vote wasn’t counted: its button isn’t this bot’s', { code: 'unreadable_vote' });
      if (body.view === undefined) await deliver(NOT_COUNTED, { kind: 'response' }, { respond });
      return;
    }
    ownLog.debug('A vote', { vote: vote.isHelpful ? 'up' : 'down', outcome: vote.outcome, topics: vote.topics.join() });
    // The form's trigger lasts for three seconds, so nothing waits for the store.
    const press = { body, delivery: deliveryIn(context), client, log };
    await Promise.all([store.vote(vote), show(vote, voteForm(subject, store.keepsTexts), press)]);
  });

  app.view(VOTE_FORM.callback, async ({ body, context, ack }) => {
    await ack();
    const subject = readVoteSubject(body);
    const vote = subject && voteOf(subject, workspaceIn(context), body.user.id, known);
    // Only a vote of “Not helpful” has a form, and an empty form adds nothing.
    const reasons = readReasons(body);
    if (vote === undefined || vote.isHelpful || Object.keys(reasons).length === 0) return;
    await store.vote({ ...vote, ...reasons });
  });
}

/** The answer is the message with the button, or in a window the block with it. */
function pressedOn(body: BlockAction): VoteSubject | undefined {
  const action = actionIn(body);
  const value = text(action, 'value') ?? '';
  const view = body.view?.id;
  if (view !== undefined) return { answer: [view, text(action, 'block_id')].join(' '), value };
  const channel = textAt(body, 'container', 'channel_id') ?? textAt(body, 'channel', 'id');
  const ts = textAt(body, 'container', 'message_ts') ?? textAt(body, 'message', 'ts');
  return channel === undefined || ts === undefined ? undefined : { answer: [channel, ts].join(' '), value };
}

function voteOf(subject: VoteSubject, workspace: string, person: string, known: ReadonlySet<string>): Vote | undefined {
  const value = readVote(subject.value, known);
  return value && { workspace, person, answer: subject.answer, ...value };
}

/** A press on a vote button, and what is needed to show what follows. */
interface VotePress {
  readonly body: BlockAction;
  readonly delivery: DeliveryId | undefined;
  readonly client: webApi.WebClient;
  readonly log: Log;
}

/** In messages Slack itself shows how a person voted. The vote counts even if what follows can't be shown. */
async function show(
  { isHelpful, person }: Vote,
  formView: types.ModalView,
  { body: { view, trigger_id }, delivery, client, log }: VotePress,
): Promise<void> {
  const report = (error: unknown): void => {
    const { code, advice } = describeFailure(error);
    log
      .of(delivery?.logFields)
      .warn(`The vote is stored, but Slack didn’t show what follows. ${advice}`, { surface: 'vote', code });
  };
  if (!isHelpful) {
    const form = { trigger_id, view: formView };
    const who = { surface: 'vote', person, ...(delivery && { delivery }) };
    const open = () => (view === undefined ? client.views.open(form) : client.views.push(form));
    await openOrTell(who, client, log, NOT_OPENED.vote, open).catch(report);
  }
  if (view !== undefined) {
    const thank = (block: types.KnownBlock): types.KnownBlock[] => {
      const id = block.block_id ?? '';
      return [block.type === 'actions' && VOTE_ACTION.test(id) ? thanks(id) : block];
    };
    const voted = { view_id: view.id, hash: view.hash, view: sameWindow(view, thank) };
    await client.views.update(voted).catch(report);
  }
}
