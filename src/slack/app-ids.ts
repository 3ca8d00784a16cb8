// The ids under which Slack knows the app's command, its shortcuts and its form, as manifest.yml declares them.

/** The slash command. */
export const COMMAND = '/backend-career';

/** The shortcut that opens the form for a question. */
export const ASK_QUESTION = 'ask_question';

/** The shortcut on a message. */
export const ANSWER_MESSAGE = 'answer_message';

/**
 * The form for a question. `block` is how the id of its input begins; the rest differs each time, since under the same
 * id Slack would keep the last question in the field.
 */
export const ASK_FORM = { callback: 'ask', block: 'question:', input: 'text' } as const;
