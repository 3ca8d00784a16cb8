// Messages as Slack really sends them: in code, with links, forwarded, as voice clips, by apps; each is sent to the app.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { everyOutcomeBot } from '../../helpers/every-outcome-bot.js';
import { openFreshStore } from '../../helpers/fresh-store.js';
import {
  CHANNEL,
  command,
  DIRECT,
  directMessage,
  MENTION,
  mention,
  messageShortcut,
  PERSON,
} from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import { loadShippedBot } from '../../helpers/shipped-bot.js';

const ASKED = 'do I need a degree?';
const ANSWER = `You asked: ${ASKED}`;
type Fields = Record<string, unknown>;

const section = { type: 'section', text: { type: 'mrkdwn', text: ASKED } };
const richText = (...elements: Fields[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const clip = (transcription: Fields) => ({ id: 'F1', subtype: 'slack_audio', mimetype: 'audio/webm', transcription });

/** What a message can have instead of a text, and the reply. */
const WITHOUT_TEXT: readonly (readonly [string, Fields, string])[] = [
  ['a forwarded message', { attachments: [{ is_share: true, text: ASKED }] }, ANSWER],
  [
    'a forwarded message in blocks',
    { attachments: [{ is_msg_unfurl: true, message_blocks: [{ message: { blocks: [section] } }] }] },
    ANSWER,
  ],
  ['a section', { blocks: [section] }, ANSWER],
  ['a section that Slack can’t show as text', { text: 'This content can’t be displayed.', blocks: [section] }, ANSWER],
  ['a header', { blocks: [{ type: 'header', text: { type: 'plain_text', text: ASKED } }] }, ANSWER],
  ['markdown', { blocks: [{ type: 'markdown', text: ASKED }] }, ANSWER],
  [
    'rich text',
    { blocks: [richText({ type: 'text', text: 'do I need ' }, { type: 'text', text: 'a degree?' })] },
    ANSWER,
  ],
  [
    'a block of a kind that is newer than the app',
    {
      blocks: [
        {
          type: 'leaflet',
          title: { type: 'plain_text', text: 'do I need' },
          pages: [{ body: { type: 'mrkdwn', text: 'a degree?' }, icon: { type: 'image', alt_text: 'a hat' } }],
          footer: [{ type: 'button', text: { type: 'plain_text', text: 'Turn over' } }],
        },
      ],
    },
    ANSWER.replace(ASKED, ''),
  ],
  [
    'a table in a block of a kind that is newer than the app',
    { blocks: [{ type: 'leaflet', pages: [{ type: 'table', rows: [[{ type: 'raw_text', text: ASKED }]] }] }] },
    ANSWER,
  ],
  [
    'markdown in a block of a kind that is newer than the app',
    { blocks: [{ type: 'leaflet', pages: [{ type: 'markdown', text: ASKED }] }] },
    ANSWER,
  ],
  ['a video with a title', { blocks: [{ type: 'video', title: { type: 'plain_text', text: ASKED } }] }, ANSWER],
  ['an attachment of an app', { attachments: [{ pretext: ASKED, fallback: 'no' }] }, ANSWER],
  [
    'a voice clip with a transcript',
    { subtype: 'file_share', files: [clip({ status: 'complete', preview: { content: ASKED } })] },
    ANSWER,
  ],
  ['a snippet', { subtype: 'file_share', files: [{ id: 'F1', mode: 'snippet', preview: ASKED }] }, ANSWER],
  ['a forwarded snippet', { attachments: [{ is_share: true, files: [{ mode: 'snippet', preview: ASKED }] }] }, ANSWER],
  [
    'a voice clip without a transcript',
    { subtype: 'file_share', files: [clip({ status: 'processing' })] },
    'I can’t listen to this clip: it has no transcript I can read. Please type your question.',
  ],
  [
    'a picture',
    { subtype: 'file_share', files: [{ id: 'F1', mimetype: 'image/png' }] },
    'I can’t read pictures. Please type your question.',
  ],
  [
    'a file',
    { subtype: 'file_share', files: [{ id: 'F1', mimetype: 'application/pdf' }] },
    'I can’t open files. Please type your question.',
  ],
  [
    'buttons only',
    { blocks: [{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: ASKED } }] }] },
    'I couldn’t find any text to answer in this message.',
  ],
  ['a divider', { blocks: [{ type: 'divider' }] }, 'I couldn’t find any text to answer in this message.'],
  ['nothing', {}, 'I couldn’t find any text to answer in this message.'],
];

/** Everything that posts without being a person. */
const NO_PERSON: readonly (readonly [string, Fields])[] = [
  ['Slackbot', { user: 'USLACKBOT' }],
  ['an app with app_id only', { app_id: 'A00OTHER' }],
  ['an app with bot_profile only', { bot_profile: { id: 'B00OTHER' } }],
  ['an app that shares a file', { app_id: 'A00OTHER', subtype: 'file_share', files: [{ id: 'F1' }] }],
  ['an app that also sends its reply to the channel', { bot_profile: {}, subtype: 'thread_broadcast' }],
  ['a workflow', { user: undefined, bot_id: 'B00WORKFLOW', subtype: 'bot_message' }],
  ['no one', { user: undefined }],
];

describe.each(MODES)('over %s', (mode) => {
  let store: Store;
  let running: RunningApp;
  beforeEach(async () => {
    store = await openFreshStore();
    running = await startApp(mode, { store, bot: everyOutcomeBot });
  });
  afterEach(async () => {
    await running.stop();
    await store.close();
    expect(running.slack.refused).toEqual([]);
  });

  async function heard(body: Fields): Promise<string[]> {
    expect(await running.deliver(body)).toMatchObject({ isAcknowledged: true });
    await running.settled();
    const { slack } = running;
    return [...slack.messagesIn(CHANNEL), ...slack.messagesIn(DIRECT), ...slack.ephemeralsFor(PERSON)].map(
      ({ text }) => text,
    );
  }

  it.each(WITHOUT_TEXT)('a direct message with %s instead of text is answered', async (_, fields, said) => {
    expect(await heard(directMessage({ text: '', ...fields }))).toEqual([expect.stringMatching(`^${escaped(said)}`)]);
  });

  it.each(WITHOUT_TEXT)('the shortcut on a message with %s instead of text is answered', async (_, fields, said) => {
    const all = await heard(messageShortcut('answer_message', { text: '', ...fields }));
    expect(all).toEqual([expect.stringMatching(`^${escaped(said)}`)]);
  });

  it('the shortcut on an app’s message is answered for the blocks that people see, not for the text of its notification', async () => {
    const alert = { bot_id: 'B00OTHER', text: 'New post', blocks: [section] };
    expect(await heard(messageShortcut('answer_message', alert))).toEqual([expect.stringContaining(ANSWER)]);
  });

  it('the shortcut on a message that was deleted finds nothing to answer', async () => {
    const deleted = { text: 'This message was deleted.', subtype: 'tombstone', user: 'USLACKBOT' };
    expect(await heard(messageShortcut('answer_message', deleted))).toEqual([
      'I couldn’t find any text to answer in this message.',
    ]);
  });

  it('a mention with a forwarded question is answered for that question', async () => {
    const forwarded = { text: MENTION, attachments: [{ is_share: true, text: ASKED }] };
    expect(await heard(mention(forwarded))).toEqual([expect.stringContaining(ANSWER)]);
  });

  it('a direct message’s own words take precedence over what it forwards', async () => {
    const both = { text: 'is it far?', attachments: [{ is_share: true, text: ASKED }] };
    expect(await heard(directMessage(both))).toEqual([expect.stringContaining('You asked: is it far?')]);
  });

  it('a forwarded “forget me” deletes nothing', async () => {
    const [said] = await heard(directMessage({ text: '', attachments: [{ is_share: true, text: 'forget me' }] }));
    expect(said).toContain('You asked: forget me');
  });

  it.each(NO_PERSON)('a mention by %s isn’t answered', async (_, fields) => {
    expect(await heard(mention(fields))).toEqual([]);
  });

  it.each(NO_PERSON)('a direct message by %s isn’t answered', async (_, fields) => {
    expect(await heard(directMessage(fields))).toEqual([]);
  });

  it.each([
    ['in a line', `to ask write \`${MENTION} salary\` in the channel`],
    ['in a block', `like this:\n\`\`\`\n${MENTION} salary\n\`\`\``],
    ['with a label', 'write `<@U00FAKEBOT|bot> salary`'],
  ])('a mention in code %s doesn’t count', async (_, text) => {
    expect(await heard(mention({ text }))).toEqual([]);
  });

  it('a mention next to code counts', async () => {
    expect(await heard(mention({ text: `${MENTION} what is \`${MENTION} salary\`?` }))).toHaveLength(1);
  });

  it('the shared question reads as people would read it', async () => {
    const text =
      '<@U0TEAM|ana> and <@U0BEN0000> in <#C0AB|general> ask <!subteam^S1|@devs>: do *I* need <http://Node.js|Node.js> or `Go`? :wave:';
    await heard(command({ text }));
    const [answer] = running.slack.ephemeralsFor(PERSON);
    if (answer === undefined) throw new Error('Nothing was answered.');
    await running.press(answer, 'Share in channel');
    await running.settled();
    const [shared] = running.slack.messagesIn(CHANNEL);
    expect(shared?.text).toContain('asked: “@ana and @someone in #general ask @devs: do I need Node.js or Go?”');
    expect(JSON.stringify(shared?.blocks[0])).not.toMatch(/<|U0TEAM|U0BEN0000|C0AB|S1/);
  });

  it('what is stored of an unanswered question has no id and no mark-up', async () => {
    const long = `<@U0ANA9999> *says* ${'that is so '.repeat(100)}`;
    await heard(directMessage({ text: long }));
    const texts = (await store.figures(0)).unanswered.map(({ text }) => text);
    expect(texts).toEqual([expect.stringMatching(/^a colleague says that is so/)]);
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describe('with the real bot', async () => {
  const bot = await loadShippedBot();
  const answer = (text: string) => bot.answer({ text });
  const plain = (text: string) => answer(text).parts.map(({ headline }) => headline);

  it.each([
    ['in backticks', '`what does a fresher back-end developer earn in India?`'],
    ['in a block', '```\nwhat does a fresher back-end developer earn in India?\n```'],
    ['in backticks behind other words', 'my question: `what does a fresher back-end developer earn in India?`'],
  ])('a question %s is read', (_, text) => {
    expect(plain(text)).toEqual(plain('what does a fresher back-end developer earn in India?'));
    expect(answer(text).outcome).toBe('answer');
  });

  it('long code next to a question isn’t taken for the question', () => {
    const code = '```\nconst pay = levels.map((level) => salary[level]);\nreturn { pay };\n```';
    expect(plain(`do I need a degree? ${code}`)).toEqual(plain('do I need a degree?'));
  });

  it.each([
    'join <zoommtg://zoom.us/join?confno=1|the call>: do back-end developers need a degree?',
    'join <slack://channel?team=T1&id=C1|the call>: do back-end developers need a degree?',
    'join <sip:ana@example.com|the call>: do back-end developers need a degree?',
    'join <ftp://example.com/x|the call>: do back-end developers need a degree?',
    'join <tel:+123456|the call>: do back-end developers need a degree?',
    'join <example.com/call|the call>: do back-end developers need a degree?',
  ])('a link is read by its label: %s', (text) => {
    expect(plain(text)).toEqual(plain('join the call: do back-end developers need a degree?'));
    expect(answer(text).outcome).toBe('answer');
  });

  it('a name that looks like a host is read by its label', () => {
    expect(plain('do I need to know <http://Node.js|Node.js>?')).toEqual(plain('do I need to know Node.js?'));
  });
});
