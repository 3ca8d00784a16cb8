// Builds the window in which a mentor answers, and reads what was written in it; what is wrong is said at its field.
import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import * as v from 'valibot';
import type { AnswerContent, AnswerSource } from '../../answering/answer.js';
import type { SourceSection } from '../../answering/examples.js';
import { signedPart } from '../../answering/signed-text.js';
import type { AnswerVersion } from '../../store/mentors.js';
import { inputValuesIn, textAt } from '../inbound/payload.js';
import { plainText, section } from '../message/blocks.js';
import { cleanText, cutText } from '../message/escaping.js';
import { MAX_BUTTON_TEXT, MAX_INPUT, MAX_OPTIONS } from '../message/limits.js';
import { MENTOR_ACTIONS } from './mentor-actions.js';

/** The ids in the window; a block and the input in it share one. */
export const ANSWER_FORM = {
  callback: 'mentor-answer',
  questions: 'questions',
  text: 'text',
  source: 'source',
  link: 'link',
  author: 'author',
} as const;

/** What the window is about; it travels in it. */
export interface FormSubject {
  /** Absent for an answer to a question that the mentor makes up. */
  readonly id?: string;
  /** The version that the mentor has seen; 0 for none. */
  readonly after: number;
}

/** What the window holds when it opens. */
export interface FormContent extends Partial<Omit<AnswerContent, 'questions'>> {
  readonly questions?: readonly string[];
  /** What the source can be. */
  readonly sections: readonly SourceSection[];
}

/** So many questions can one answer stand for. */
export const MOST_QUESTIONS = 10;
const LONGEST_QUESTION = 300;
const LONGEST_AUTHOR = 80;
const LONGEST_LINK = 2_000;
const EXPERIENCE = 'experience';
const LINK = 'link';

/** The window, with the block `above` over its inputs. */
export function answerForm(
  subject: FormSubject,
  { questions = [], text, source, author, sections }: FormContent,
  above: readonly types.KnownBlock[] = [],
): types.ModalView {
  const { callback } = ANSWER_FORM;
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: JSON.stringify(subject),
    title: plainText(subject.after === 0 ? 'Answer a question' : 'Edit an answer'),
    submit: plainText('Publish'),
    close: plainText('Cancel'),
    blocks: [
      ...above,
      input(ANSWER_FORM.questions, 'Questions', questions.join('\n'), {
        hint: 'One a line, in the words people use. Other words find the answer too.',
        most: MAX_INPUT,
        isMultiline: true,
      }),
      input(ANSWER_FORM.text, 'Answer', text ?? '', {
        hint: 'An empty line begins a paragraph, “- ” or “1. ” a list item. A link: [its words](https://example.com).',
        most: MAX_INPUT,
        isMultiline: true,
      }),
      sourceInput(source, sections),
      {
        ...input(ANSWER_FORM.link, 'Link', source?.kind === 'link' ? source.url : '', {
          hint: 'Only if the source is a link.',
          most: LONGEST_LINK,
        }),
        optional: true,
      },
      input(ANSWER_FORM.author, 'Your name', author ?? '', {
        hint: 'Everyone who gets the answer sees it, and the date.',
        most: LONGEST_AUTHOR,
      }),
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: MENTOR_ACTIONS.preview, text: plainText('Preview') }],
      },
    ],
  };
}

interface InputLook {
  readonly hint: string;
  readonly most: number;
  readonly isMultiline?: true;
}

function input(id: string, label: string, value: string, { hint, most, isMultiline }: InputLook): types.InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plainText(label),
    hint: plainText(hint),
    element: {
      type: 'plain_text_input',
      action_id: id,
      max_length: most,
      ...(isMultiline && { multiline: true }),
      ...(value !== '' && { initial_value: value.slice(0, most) }),
    },
  };
}

function sourceInput(source: AnswerSource | undefined, sections: readonly SourceSection[]): types.InputBlock {
  const option = (words: string, value: string): types.PlainTextOption => ({
    text: plainText(cutText(cleanText(words), MAX_BUTTON_TEXT)),
    value,
  });
  const own = source?.kind === 'section' ? [source] : [];
  const all = new Map(
    [...own, ...sections].map((one) => [
      optionValueOf(one),
      option(`${one.section} (${one.title})`, optionValueOf(one)),
    ]),
  );
  const options = [
    option('From experience', EXPERIENCE),
    option('A link', LINK),
    ...[...all.values()].slice(0, MAX_OPTIONS - 2),
  ];
  const chosen =
    source === undefined || source.kind === 'experience'
      ? EXPERIENCE
      : source.kind === 'link'
        ? LINK
        : optionValueOf(source);
  const initial_option = options.find(({ value }) => value === chosen) ?? options[0];
  return {
    type: 'input',
    block_id: ANSWER_FORM.source,
    label: plainText('Source'),
    element: {
      type: 'static_select',
      action_id: ANSWER_FORM.source,
      options,
      ...(initial_option && { initial_option }),
    },
  };
}

/** A section as the value of an option, which may not be long. */
const optionValueOf = ({ document, section: heading }: SourceSection): string =>
  `section:${createHash('sha256').update(`${document}\n${heading}`).digest('hex').slice(0, 24)}`;

/** What someone else wrote meanwhile, above one's own words. */
export function conflictBlocks(
  { author, changedBy, isLive }: AnswerVersion,
  shown: readonly types.KnownBlock[],
): types.KnownBlock[] {
  const lead = isLive
    ? `${author} published this answer while this window was open:`
    : `${changedBy} withdrew this answer while this window was open. It was:`;
  return [
    section(lead),
    ...shown,
    section('Your own words are below. Publish them to replace this answer, or cancel to leave it as it is.'),
    { type: 'divider' },
  ];
}

const subjectSchema = v.object({
  id: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/))),
  after: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** What a submitted window is about; undefined if that can't be read. */
export function readSubject(body: unknown): FormSubject | undefined {
  try {
    const json: unknown = JSON.parse(textAt(body, 'view', 'private_metadata') ?? '');
    const parsed = v.safeParse(subjectSchema, json);
    if (!parsed.success) return undefined;
    const { id, after } = parsed.output;
    return { ...(id !== undefined && { id }), after };
  } catch {
    return undefined;
  }
}

/** What was filled in, or what is wrong with it by the id of its field. */
export type FormReading = { readonly content: AnswerContent } | { readonly errors: Readonly<Record<string, string>> };

/** Reads the window's inputs; `sections` are those that the source may be. */
export function readForm(body: unknown, sections: readonly SourceSection[]): FormReading {
  const values = inputValuesIn(body);
  const written = (id: string): string => cleanText(textAt(values, id, id, 'value') ?? '').trim();
  const questions = [
    ...new Set(
      written(ANSWER_FORM.questions)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ];
  const text = written(ANSWER_FORM.text);
  const author = written(ANSWER_FORM.author).replaceAll(/\s+/g, ' ');
  const source = readSource(values, written(ANSWER_FORM.link), sections);
  const [first, ...others] = questions;
  const errors = {
    ...problem(ANSWER_FORM.questions, problemInQuestions(questions)),
    ...problem(ANSWER_FORM.text, problemInText(text)),
    ...(typeof source === 'string' && { [source === GONE ? ANSWER_FORM.source : ANSWER_FORM.link]: source }),
    ...problem(ANSWER_FORM.author, author === '' ? 'Enter the name to sign with.' : tooLong(author, LONGEST_AUTHOR)),
  };
  if (first === undefined || typeof source === 'string' || Object.keys(errors).length > 0) return { errors };
  return { content: { questions: [first, ...others], text, source, author } };
}

const problem = (id: string, words: string | undefined): Record<string, string> =>
  words === undefined ? {} : { [id]: words };

const tooLong = (text: string, most: number): string | undefined =>
  text.length > most ? `This must be ${most} characters or fewer.` : undefined;

function problemInQuestions(questions: readonly string[]): string | undefined {
  if (questions.length === 0) return 'Enter at least one question.';
  if (questions.length > MOST_QUESTIONS) return `Enter ${MOST_QUESTIONS} questions or fewer.`;
  const long = questions.some((question) => question.length > LONGEST_QUESTION);
  return long ? `Each question must be ${LONGEST_QUESTION} characters or fewer.` : undefined;
}

function problemInText(text: string): string | undefined {
  if (text === '') return 'Enter an answer.';
  if (signedPart({ questions: [''], text, source: { kind: 'experience' }, author: '', at: 0 }).headline === '')
    return 'This has nothing to show. Enter an answer.';
  return tooLong(text, MAX_INPUT);
}

const GONE = 'The documents no longer have this section. Choose another source.';

/** The source, or what is wrong with it. */
function readSource(values: unknown, link: string, sections: readonly SourceSection[]): AnswerSource | string {
  const chosen = textAt(values, ANSWER_FORM.source, ANSWER_FORM.source, 'selected_option', 'value');
  if (chosen === LINK) {
    const isLink = /^https?:\/\/\S+$/i.test(link) && URL.canParse(link) && link.length <= LONGEST_LINK;
    return isLink ? { kind: 'link', url: link } : 'Enter a link that starts with https://, or choose another source.';
  }
  if (chosen === undefined || chosen === EXPERIENCE) return { kind: 'experience' };
  const found = sections.find((one) => optionValueOf(one) === chosen);
  if (found === undefined) return GONE;
  const { document, title, section: heading } = found;
  return { kind: 'section', document, title, section: heading };
}
