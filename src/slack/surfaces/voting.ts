// Beside the road: a press of a vote button is stored as a vote, and a vote against an answer may say why.

import type { App, BlockAction, types, ViewOutput, webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { Store, Vote } from '../../store/store.js';
import { deliver } from '../delivery/deliver.js';
import { arrivalIn } from '../inbound/delivery-id.js';
import { actionIn, text, textAt } from '../inbound/payload.js';
import { workspaceIn } from '../inbound/workspace-id.js';
import { ACTIONS } from '../message/buttons.js';
import { NOT_COUNTED } from '../message/fixed-messages.js';
import { thanks } from '../message/vote-buttons.js';
import { readVote } from '../message/vote-value.js';
import { describeFailure } from '../slack-errors.js';
import { readReasons, readVoteOn, VOTE_FORM, type VoteOn, voteForm } from './vote-form.js';

const VOTE_ACTION = new RegExp(`^${ACTIONS.vote}(:|$)`);

/** Takes votes. `known` are the ids of all topics. A vote is no question: it is neither answered nor counted as one. */
export function listenForVotes(app: App, store: Store, known: ReadonlySet<string>, log: Log): void {
  app.action<BlockAction>(VOTE_ACTION, async ({ body, context, ack, client, respond }) => {
    await ack();
    const own = log.of(arrivalIn(context)?.names);
    const on = pressedOn(body);
    const vote = on && voteOf(on, workspaceIn(context), body.user.id, known);
    if (on === undefined || vote === undefined) {
      own.debug('A vote was not counted: its button is none of this bot', { code: 'unreadable_vote' });
      if (body.view === undefined) await deliver(NOT_COUNTED, { kind: 'response' }, { respond });
      return;
    }
    own.debug('A vote', { vote: vote.isHelpful ? 'up' : 'down', outcome: vote.outcome, topics: vote.topics.join() });
    // The form's trigger lasts for three seconds, so nothing waits for the store.
    await Promise.all([store.vote(vote), show(vote, voteForm(on, store.keepsTexts), body, client, own)]);
  });

  app.view(VOTE_FORM.callback, async ({ body, context, ack }) => {
    await ack();
    const on = readVoteOn(body);
    const vote = on && voteOf(on, workspaceIn(context), body.user.id, known);
    // Only a vote against an answer has a form, and an empty form adds nothing.
    const said = readReasons(body);
    if (vote === undefined || vote.isHelpful || Object.keys(said).length === 0) return;
    await store.vote({ ...vote, ...said });
  });
}

/** The answer is the message with the button, or in a window the block with it. */
function pressedOn(body: BlockAction): VoteOn | undefined {
  const action = actionIn(body);
  const value = text(action, 'value') ?? '';
  const view = body.view?.id;
  if (view !== undefined) return { answer: [view, text(action, 'block_id')].join(' '), value };
  const channel = textAt(body, 'container', 'channel_id') ?? textAt(body, 'channel', 'id');
  const ts = textAt(body, 'container', 'message_ts') ?? textAt(body, 'message', 'ts');
  return channel === undefined || ts === undefined ? undefined : { answer: [channel, ts].join(' '), value };
}

function voteOf(on: VoteOn, workspace: string, person: string, known: ReadonlySet<string>): Vote | undefined {
  const value = readVote(on.value, known);
  return value && { workspace, person, answer: on.answer, ...value };
}

/** In messages Slack itself shows how somebody voted. The vote counts whatever becomes of what is shown. */
async function show(
  { isHelpful }: Vote,
  asking: types.ModalView,
  { view, trigger_id }: BlockAction,
  client: webApi.WebClient,
  log: Log,
): Promise<void> {
  const tell = (error: unknown): void => {
    const { code, advice } = describeFailure(error);
    log.warn(`The vote is stored, but Slack did not show what follows. ${advice}`, { door: 'vote', code });
  };
  if (!isHelpful) {
    const form = { trigger_id, view: asking };
    await (view === undefined ? client.views.open(form) : client.views.push(form)).catch(tell);
  }
  if (view !== undefined) {
    const voted = { view_id: view.id, hash: view.hash, view: withThanks(view) };
    await client.views.update(voted).catch(tell);
  }
}

/** The window as it is, with a word of thanks in the place of its vote buttons. */
function withThanks({ callback_id, private_metadata, title, submit, close, blocks }: ViewOutput): types.ModalView {
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    ...(submit && { submit }),
    ...(close && { close }),
    blocks: blocks.map((block) => {
      const id = block.block_id ?? '';
      return block.type === 'actions' && VOTE_ACTION.test(id) ? thanks(id) : block;
    }),
  };
}
