// Beside the road: the short form that opens after a vote against an answer; it may be left empty or closed.
import type { types } from '@slack/bolt';
import * as v from 'valibot';
import { REASONS, type Reason, type Vote } from '../../store/store.js';
import { field, textAt } from '../inbound/payload.js';
import { cleanText, cutText } from '../message/escaping.js';
import { MAX_COMMENT } from '../message/limits.js';

/** The ids in the form; a block and the input in it share one. */
export const VOTE_FORM = { callback: 'vote', reason: 'reason', comment: 'comment' } as const;

/** The vote that the form adds to: where its answer stands in the workspace, and the value of the button. */
export interface VoteOn {
  readonly answer: string;
  readonly value: string;
}

const WORDS: Readonly<Record<Reason, string>> = {
  wrong: 'It is wrong',
  'not what I asked': 'It is not what I asked',
  missing: 'Something is missing',
  'out of date': 'It is out of date',
};

const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** The form. Nobody has to fill it in: the vote is stored already. It asks for words only where they are kept. */
export function voteForm(on: VoteOn, keepsTexts: boolean): types.ModalView {
  const { callback, reason, comment } = VOTE_FORM;
  const options = REASONS.map((value) => ({ text: plain(WORDS[value]), value }));
  const words: types.InputBlock = {
    type: 'input',
    block_id: comment,
    optional: true,
    label: plain('In your own words'),
    hint: plain('Those who keep the documents read this, without your name.'),
    element: { type: 'plain_text_input', action_id: comment, max_length: MAX_COMMENT },
  };
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: JSON.stringify(on),
    title: plain('Not helpful'),
    submit: plain('Send'),
    close: plain('Close'),
    blocks: [
      { type: 'section', text: plain('Your vote is counted. If you like, say why.') },
      {
        type: 'input',
        block_id: reason,
        optional: true,
        label: plain('What is the matter with the answer?'),
        element: { type: 'radio_buttons', action_id: reason, options },
      },
      ...(keepsTexts ? [words] : []),
    ],
  };
}

const metadata = v.object({ answer: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000)), value: v.string() });

/** Which vote a submitted form adds to; undefined where that cannot be read. */
export function readVoteOn(body: unknown): VoteOn | undefined {
  try {
    const json: unknown = JSON.parse(textAt(body, 'view', 'private_metadata') ?? '');
    const parsed = v.safeParse(metadata, json);
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** What was filled in. */
export function readReasons(body: unknown): Pick<Vote, 'reason' | 'comment'> {
  const values = field(field(field(body, 'view'), 'state'), 'values');
  const { reason: reasonId, comment: commentId } = VOTE_FORM;
  const chosen = textAt(values, reasonId, reasonId, 'selected_option', 'value');
  const reason = REASONS.find((known) => known === chosen);
  const written = textAt(values, commentId, commentId, 'value') ?? '';
  const comment = cutText(cleanText(written).replaceAll(/\s+/g, ' ').trim(), MAX_COMMENT);
  return { ...(reason !== undefined && { reason }), ...(comment !== '' && { comment }) };
}
