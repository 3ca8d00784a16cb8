// Builds and reads the short form that opens after a vote of “Not helpful”; people can leave it empty or close it.
import type { types } from '@slack/bolt';
import * as v from 'valibot';
import { REASONS, type Reason, type Vote } from '../../store/store.js';
import { inputValuesIn, textAt } from '../inbound/payload.js';
import { plainText, section } from '../message/blocks.js';
import { cleanText, cutText } from '../message/escaping.js';
import { MAX_COMMENT } from '../message/limits.js';

/** The ids in the form; a block and the input in it share one. */
export const VOTE_FORM = { callback: 'vote', reason: 'reason', comment: 'comment' } as const;

/** The vote that the form adds to: which answer of the workspace it is on, and the value of the button. */
export interface VoteSubject {
  readonly answer: string;
  readonly value: string;
}

const REASON_LABELS: Readonly<Record<Reason, string>> = {
  wrong: 'It’s wrong',
  'not what I asked': 'It doesn’t answer my question',
  missing: 'Something’s missing',
  'out of date': 'It’s out of date',
};

/** The form. It's optional: the vote is stored already. It asks for a comment only if comments are stored. */
export function voteForm(subject: VoteSubject, keepsTexts: boolean): types.ModalView {
  const { callback, reason, comment } = VOTE_FORM;
  const options = REASONS.map((value) => ({ text: plainText(REASON_LABELS[value]), value }));
  const commentInput: types.InputBlock = {
    type: 'input',
    block_id: comment,
    optional: true,
    label: plainText('Comment'),
    hint: plainText('The people who maintain the documents read this, without your name.'),
    element: { type: 'plain_text_input', action_id: comment, max_length: MAX_COMMENT },
  };
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: JSON.stringify(subject),
    title: plainText('Not helpful'),
    submit: plainText('Send'),
    close: plainText('Close'),
    blocks: [
      section('Thanks, your vote is counted. You can also say why.'),
      {
        type: 'input',
        block_id: reason,
        optional: true,
        label: plainText('What’s wrong with the answer?'),
        element: { type: 'radio_buttons', action_id: reason, options },
      },
      ...(keepsTexts ? [commentInput] : []),
    ],
  };
}

const metadata = v.object({ answer: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000)), value: v.string() });

/** Which vote a submitted form adds to; undefined if that can't be read. */
export function readVoteSubject(body: unknown): VoteSubject | undefined {
  try {
    const json: unknown = JSON.parse(textAt(body, 'view', 'private_metadata') ?? '');
    const parsed = v.safeParse(metadata, json);
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** What was entered. */
export function readReasons(body: unknown): Pick<Vote, 'reason' | 'comment'> {
  const values = inputValuesIn(body);
  const { reason: reasonId, comment: commentId } = VOTE_FORM;
  const chosen = textAt(values, reasonId, reasonId, 'selected_option', 'value');
  const reason = REASONS.find((known) => known === chosen);
  const written = textAt(values, commentId, commentId, 'value') ?? '';
  const comment = cutText(cleanText(written).replaceAll(/\s+/g, ' ').trim(), MAX_COMMENT);
  return { ...(reason !== undefined && { reason }), ...(comment !== '' && { comment }) };
}
