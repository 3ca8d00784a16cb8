// Builds the window that shows one answer by a mentor, with its history, and the preview of one.
import type { types } from '@slack/bolt';
import * as v from 'valibot';
import type { AnswerContent } from '../../answering/answer.js';
import { dateOf, signedPart } from '../../answering/signed-text.js';
import type { AnswerVersion } from '../../store/mentors.js';
import { textAt } from '../inbound/payload.js';
import { answerBlocks } from '../message/answer-blocks.js';
import { header, list, note, plainText, section } from '../message/blocks.js';
import { isChart } from '../message/chart.js';
import { cleanText, cutText } from '../message/escaping.js';
import { MAX_HEADER } from '../message/limits.js';
import { MENTOR_ACTIONS } from './mentor-actions.js';

/** So many versions are listed; all of them are kept. */
const MOST_VERSIONS = 20;
const LONGEST_BEGINNING = 200;

/** The answer as people will see it. */
export const shownAnswer = (content: AnswerContent & { readonly at: number }): types.KnownBlock[] =>
  answerBlocks([signedPart(content)]).blocks.flatMap((block) => (isChart(block) ? [] : [block]));

/** A window with nothing to fill in. */
function plainWindow(title: string, metadata: string, blocks: types.KnownBlock[]): types.ModalView {
  return { type: 'modal', private_metadata: metadata, title: plainText(title), close: plainText('Close'), blocks };
}

/** Shows what is being written; `at` is now, in milliseconds since 1970. */
export const previewWindow = (content: AnswerContent, at: number): types.ModalView =>
  plainWindow('Preview', '', shownAnswer({ ...content, at }));

/** Says one sentence. */
export const noticeWindow = (sentence: string): types.ModalView => plainWindow('Answers', '', [section(sentence)]);

/** The answer of which these are all versions, the last one first; `notice` says what has happened meanwhile. */
export function answerWindow(versions: readonly [AnswerVersion, ...AnswerVersion[]], notice?: string): types.ModalView {
  const [current, ...earlier] = versions;
  const { id, version, isLive, questions, changedBy, changedAt } = current;
  const [first, ...others] = questions;
  const withdrawn = `Withdrawn by ${changedBy}, ${timeOf(changedAt)}. Nobody gets this answer.`;
  return plainWindow('Answer', JSON.stringify({ id, version }), [
    ...(notice === undefined ? [] : [section(notice), { type: 'divider' } as const]),
    header(cutText(cleanText(first), MAX_HEADER)),
    ...(isLive ? [] : [section(withdrawn)]),
    ...shownAnswer(current),
    ...(others.length === 0 ? [] : [note('Also answers:'), ...list(others)]),
    { type: 'actions', elements: [button('Edit', MENTOR_ACTIONS.edit), isLive ? WITHDRAW : bringBack(version)] },
    header('History'),
    section(describeVersion(current, earlier[0])),
    ...earlier.slice(0, MOST_VERSIONS - 1).flatMap((one, index) => versionBlocks(one, earlier[index + 1])),
  ]);
}

const button = (words: string, action_id: string): types.Button => ({
  type: 'button',
  action_id,
  text: plainText(words),
});
const WITHDRAW = button('Withdraw', MENTOR_ACTIONS.withdraw);
const bringBack = (version: number): types.Button => button('Publish again', `${MENTOR_ACTIONS.restore}${version}`);

/** One earlier version, which can be brought back if it is one that people got. */
function versionBlocks(version: AnswerVersion, before: AnswerVersion | undefined): types.KnownBlock[] {
  const text = plainText(describeVersion(version, before));
  const pieces = signedPart(version).signed?.pieces ?? [];
  const words = pieces.flatMap(({ lines }) => lines.map((line) => line.text));
  const beginning = cutText(cleanText(words.join(' ')).replaceAll(/\s+/g, ' '), LONGEST_BEGINNING);
  if (!version.isLive) return [{ type: 'section', text }];
  const number = version.version;
  const accessory = button(`Go back to version ${number}`, `${MENTOR_ACTIONS.restore}${number}`);
  return [{ type: 'section', text, accessory }, note(beginning)];
}

function describeVersion(version: AnswerVersion, before: AnswerVersion | undefined): string {
  const { version: number, isLive, changedBy, changedAt } = version;
  const what = !isLive ? 'withdrawn' : before === undefined ? 'written' : before.isLive ? 'changed' : 'published again';
  return `Version ${number}: ${what} by ${changedBy}, ${timeOf(changedAt)}`;
}

/** "29 Nov 2026, 14:05 UTC" */
const timeOf = (at: number): string => `${dateOf(at)}, ${new Date(at).toISOString().slice(11, 16)} UTC`;

const subjectSchema = v.object({ id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)), version: v.number() });

/** Which answer a window shows, and in which version; undefined if that can't be read. */
export function readWindowSubject(body: unknown): { readonly id: string; readonly version: number } | undefined {
  try {
    const json: unknown = JSON.parse(textAt(body, 'view', 'private_metadata') ?? '');
    const parsed = v.safeParse(subjectSchema, json);
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
