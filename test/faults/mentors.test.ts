// Faults while mentors answer and people are told of answers: what they see, and what the operator does.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SQLITE } from '../helpers/databases.js';
import { LOST } from '../helpers/failing-store.js';
import { describeMessages, type FaultCase, openChapter, operatorLines } from '../helpers/fault-page.js';
import { ANSWER, LOCKERS, type MentorScene, startMentors } from '../helpers/mentors.js';
import type { InjectedFailure } from '../helpers/slack-emulator.js';

const TELL = 'Tell me when this is answered';
const ONCE = 'the answer, once';
const couldNot = (code: string, advice: string): string =>
  `warn surface=tell code=${code} Couldn’t tell people in T00FAKETEAM that their questions are answered. ${advice}`;
const TOKENS =
  'Copy SLACK_BOT_TOKEN again from https://api.slack.com/apps > your app > OAuth & Permissions, SLACK_APP_TOKEN from Basic Information; if many workspaces install the app, have this one install it again';
const LOCKED = `warn The store var/advisor.sqlite is locked by another process (SQLITE_BUSY). ${LOST} Close whatever has it open for writing, such as a backup or a database viewer.`;

const { note, expectOnPage } = openChapter('Mentors’ answers');

let scene: MentorScene;
beforeEach(async () => {
  scene = await startMentors(SQLITE, 'socket');
});
afterEach(() => scene.stop());

interface Refusal extends FaultCase {
  readonly failures: readonly InjectedFailure[];
}

const REFUSALS: readonly Refusal[] = [
  {
    fault: 'the person who waits has left the workspace (nothing of it is kept)',
    person: 'nothing',
    operator: [],
    failures: [{ error: 'user_not_found' }],
  },
  {
    fault: 'the person who waits can’t get direct messages from the app (nothing of it is kept)',
    person: 'nothing',
    operator: [],
    failures: [{ error: 'cannot_dm_bot' }],
  },
  {
    fault: 'the token is revoked, and works again, while someone is to be told',
    person: ONCE,
    operator: [couldNot('account_inactive', TOKENS)],
    failures: [{ error: 'account_inactive' }],
  },
  {
    fault: 'too many calls while someone is to be told: Slack asks to wait a second',
    person: ONCE,
    operator: [],
    failures: [{ status: 429, headers: { 'retry-after': '1' } }],
  },
  {
    fault: 'the same, but Slack asks to wait an hour and takes the message earlier',
    person: ONCE,
    operator: [couldNot('ratelimited', 'Slack is busy. No action needed unless this continues')],
    failures: [{ status: 429, headers: { 'retry-after': '3600' } }],
  },
  {
    fault: 'the connection breaks after Slack has accepted the message that tells someone',
    person: ONCE,
    operator: [couldNot('UND_ERR_SOCKET', 'Couldn’t reach Slack. Check the network, any proxy and SLACK_API_URL')],
    failures: [{ reset: 'after' }],
  },
];

describe('someone is to be told of an answer', () => {
  it.each(REFUSALS)('$fault', async ({ failures, ...expected }) => {
    const { ana, ben, slack, store, running } = scene;
    await ben.ask(LOCKERS.question);
    await ben.pressLast(TELL);
    await ana.openHome();
    await ana.pressHome('Write an answer');
    slack.fail('chat.postMessage', ...failures);
    await running.submit(ana.view(), ANSWER);
    await expect.poll(async () => (await store.subscriptions([]).list())?.length).toBe(0);
    const told = ben.told().map((text) => ({ text }));
    note(expected, { person: describeMessages(told, 'boiler room'), operator: operatorLines(running.lines) });
  });
});

const STEPS: readonly (FaultCase & { readonly inject: (scene: MentorScene) => Promise<unknown> })[] = [
  {
    fault: 'a mentor publishes an answer while the store is locked (the window stays with the text)',
    person:
      '“I can’t reach the stored answers right now, so nothing was saved. Your text is still here: try again in a moment.”',
    operator: [LOCKED],
    async inject({ ana, lock }) {
      await ana.openHome();
      await ana.pressHome('Write an answer');
      const unlock = await lock();
      const { errors } = await ana.submit(ANSWER);
      await unlock();
      return errors.text;
    },
  },
  {
    fault: 'a mentor withdraws an answer while the store is locked',
    person: '“I can’t reach the stored answers right now, so nothing was saved. Please try again in a moment.”',
    operator: [LOCKED],
    async inject({ ana, lock }) {
      await ana.answer(ANSWER);
      await ana.openAnswer();
      const unlock = await lock();
      await ana.press('Withdraw');
      await unlock();
      return ana.reads();
    },
  },
  {
    fault: 'someone asks to be told while the store is locked',
    person: '“I can’t reach the stored data right now, so nothing has changed. Please try again in a moment.”',
    operator: [LOCKED],
    async inject({ ben, lock, slack }) {
      await ben.ask(LOCKERS.question);
      const unlock = await lock();
      await ben.pressLast(TELL);
      await unlock();
      return slack.ephemeralsFor('U00FAKEUSER2').at(-1)?.text;
    },
  },
  {
    fault: 'Slack doesn’t open a mentor’s window in time',
    person: '“If the window didn’t open, please try again.”',
    operator: [
      'warn surface=mentors code=trigger_expired Told the person in a direct message. Slack only lets a window open within 3 s. If this continues, check the load on this machine',
    ],
    async inject({ ana, slack }) {
      await ana.openHome();
      slack.fail('views.open', { error: 'trigger_expired' });
      await ana.pressHome('Write an answer');
      return slack.viewOf('U00FAKEUSER1')?.title ?? ana.last();
    },
  },
];

describe('a step in Slack', () => {
  it.each(STEPS)('$fault', async ({ inject, ...expected }) => {
    const shown = await inject(scene);
    const person = shown === undefined ? 'nothing' : `“${shown}”`;
    note(expected, { person, operator: [...operatorLines(scene.storeLines), ...operatorLines(scene.running.lines)] });
  });
});

it('is what docs/faults.md says', expectOnPage);
