// Windows: the form to ask in, the answer in it, and the next question there.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodes } from '../../../local-slack/emulator/rules/block-kit-node.js';
import { collectTexts } from '../../../local-slack/emulator/rules/message-rules.js';
import { viewFaults } from '../../../local-slack/emulator/rules/view-rules.js';
import { answerModal } from '../../../src/slack/message/modal.js';
import { globalShortcut, homeOpened, interaction, PERSON } from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import type { View } from '../../helpers/slack-emulator.js';
import { variedBot } from '../../helpers/varied-bot.js';

const SORRY = 'Something went wrong and I couldn’t answer. Please try again in a moment.';

const wordsIn = (view: View | undefined): string => collectTexts(view?.blocks).join('\n');

/** The block with the question's field. */
function inputOf(view: View): string {
  return String(view.blocks.find(({ type }) => type === 'input')?.block_id);
}

/** The window that PERSON sees; fails if there is none. */
function windowOf({ slack }: RunningApp): View {
  const view = slack.viewOf(PERSON);
  if (view === undefined) throw new Error('No window is open.');
  return view;
}

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp(mode, { bot: variedBot });
  });
  afterEach(() => running.stop());

  async function openForm(): Promise<View> {
    await running.deliver(globalShortcut('ask_question'));
    await running.settled();
    return windowOf(running);
  }
  async function ask(view: View, text: string): Promise<View> {
    await running.submit(view, { [inputOf(view)]: text });
    return windowOf(running);
  }
  async function press(view: View, label: string, value?: string): Promise<View> {
    await running.press(view, label, value === undefined ? {} : { value });
    await running.settled();
    return windowOf(running);
  }

  it('the global shortcut opens the form', async () => {
    expect(wordsIn(await openForm())).toContain('Your question');
    expect(running.slack.viewOf('U00FAKEUSER2')).toBeUndefined();
    expect(running.slack.refused).toEqual([]);
  });

  it('the answer is in the window, with an empty field for the next question', async () => {
    const view = await ask(await openForm(), 'what do they earn?');
    expect(wordsIn(view)).toContain('You asked: what do they earn?');
    expect(Object.values(view.state.values[inputOf(view)] ?? {})).toMatchObject([{ value: null }]);
    expect(running.slack.said()).toEqual([]);
    expect(running.slack.refused).toEqual([]);
  });

  it.each([
    ['only spaces', '   ', 'Enter a question.'],
    ['line breaks', '\n\n', 'Enter a question.'],
  ])('a question of %s is an error at the field, and the window stays', async (_, text, words) => {
    const form = await openForm();
    const { errors, view } = await running.submit(form, { [inputOf(form)]: text });
    expect(errors).toEqual({ [inputOf(form)]: words });
    expect(view?.id).toBe(form.id);
  });

  it.each([
    ['longer than the field takes', 'x'.repeat(1001), 'Your question must be 1000 characters or fewer.'],
    ['that is nothing', null, 'Enter a question.'],
  ])('a submission forged with a question %s is an error at the field', async (_, value, words) => {
    const form = await openForm();
    const state = { values: { [inputOf(form)]: { text: { type: 'plain_text_input', value } } } };
    await running.deliver({ ...interaction('view_submission'), view: { ...form, state }, response_urls: [] });
    expect(running.slack.errorsIn(form)).toEqual({ [inputOf(form)]: words });
  });

  it('the longest question that fits the field is answered', async () => {
    const question = `${'why '.repeat(249)}why?`;
    expect(wordsIn(await ask(await openForm(), question))).toContain('You asked: why why');
  });

  it('a click changes the same window', async () => {
    const answer = await ask(await openForm(), 'what do they earn?');
    const degree = await press(answer, 'Degree');
    expect(degree.id).toBe(answer.id);
    expect(wordsIn(degree)).toContain('On degree.');
    const all = await press(degree, 'Full answer');
    expect(all.id).toBe(answer.id);
    expect(wordsIn(all)).toContain('All on degree.');
    expect(running.slack.said()).toEqual([]);
    expect(running.slack.refused).toEqual([]);
  });

  it('a picked topic replaces the question with its answer', async () => {
    const unsure = await ask(await openForm(), 'unsure');
    expect(wordsIn(unsure)).toContain('Is it one of these?');
    const picked = await press(unsure, 'Degree');
    expect(wordsIn(picked)).toContain('On degree.');
    expect(wordsIn(picked)).not.toContain('Is it one of these?');
  });

  it('a question in the window builds on what was asked there', async () => {
    const answer = await ask(await openForm(), 'what do they earn?');
    const degree = await press(answer, 'Degree');
    expect(wordsIn(await ask(degree, 'again'))).toContain('Again: degree');
  });

  it('and not on what was asked in another window', async () => {
    await ask(await openForm(), 'what do they earn?');
    await running.close(windowOf(running));
    expect(wordsIn(await ask(await openForm(), 'again'))).toContain('Again: nothing');
  });

  it('a window opened from the Home tab works the same way', async () => {
    await running.deliver(homeOpened());
    const home = running.slack.homeOf(PERSON);
    if (home === undefined) throw new Error('There is no Home.');
    await running.press(home, 'Degree');
    await running.settled();
    expect(wordsIn(await ask(windowOf(running), 'again'))).toContain('Again: degree');
  });

  it('a table is shown as lines, since windows have no tables', async () => {
    const view = await ask(await openForm(), 'table');
    expect(wordsIn(view)).toContain('Fresher: India 5 LPA; Abroad $ 85,000');
    expect(running.slack.refused).toEqual([]);
  });

  it.each(['', 'no-such-topic', '__proto__', '<!channel>', 'x'.repeat(2000)])(
    'a click forged to have %j gets a calm message in the window',
    async (value) => {
      const view = await press(await ask(await openForm(), 'what do they earn?'), 'Degree', value);
      expect(wordsIn(view)).toContain('This button no longer works. Please type your question.');
      expect(running.slack.refused).toEqual([]);
    },
  );

  it.each(['invalid_arguments', 'invalid_blocks', 'view_too_large'])(
    'if Slack refuses blocks with %s, the window has the text',
    async (error) => {
      const answer = await ask(await openForm(), 'what do they earn?');
      running.slack.fail('views.update', { error });
      const view = await press(answer, 'Degree');
      expect(wordsIn(view)).toContain('On degree.');
      expect(nodes(view.blocks).map(({ type }) => type)).toEqual(['input', 'section']);
    },
  );

  it('a window that was closed meanwhile is logged as nothing to do', async () => {
    const answer = await ask(await openForm(), 'what do they earn?');
    running.slack.fail('views.update', { error: 'not_found' });
    await press(answer, 'Degree');
    expect(running.lines.at(-1)).toMatch(/code=not_found .*No action needed/);
  });
});

describe.each(MODES)('over %s, a bot that fails', (mode) => {
  it('says so calmly in the window', async () => {
    const answer = () => {
      throw new Error('fault');
    };
    const running = await startApp(mode, { bot: { ...variedBot, answer } });
    await running.deliver(globalShortcut('ask_question'));
    await running.settled();
    const form = windowOf(running);
    const { view } = await running.submit(form, { [inputOf(form)]: 'what do they earn?' });
    expect(wordsIn(view)).toContain(SORRY);
    await running.stop();
  });
});

describe('a text without blocks', () => {
  it.each([
    ['short', 'On degree.'],
    ['escaped', 'R&amp;D &lt;b&gt;'],
    ['as long as a message takes', 'A sentence of some length. '.repeat(148)],
    ['of lines', 'A line of some length.\n'.repeat(170)],
    ['of emoji', '😀'.repeat(2000)],
  ])('of %s is complete in the window', (_, text) => {
    const view = answerModal({ text, blocks: [] }, 'id');
    expect(viewFaults({ ...view })).toEqual([]);
    const said = nodes(view.blocks).filter(({ type }) => type === 'section');
    const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    expect(collectTexts(said).join('')).toBe(plain);
  });
});
