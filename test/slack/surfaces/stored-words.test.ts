// Asks on every surface with names, ids and addresses, then searches the whole database for any of them.
import { afterEach, describe, expect, it } from 'vitest';
import { collectTexts } from '../../../local-slack/emulator/rules/message-rules.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/store.js';
import { DATABASES } from '../../helpers/databases.js';
import { everyOutcomeBot } from '../../helpers/every-outcome-bot.js';
import {
  CHANNEL,
  command,
  directMessage,
  globalShortcut,
  homeOpened,
  MENTION,
  mention,
  messageShortcut,
  PERSON,
} from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import { part } from '../../helpers/tiny-bot.js';

const COLLEAGUE = 'U0ANA9999';
const NAMED = `does <@${COLLEAGUE}|ana> in <#C024BE7LR|pay-talk> take calls on 9876543210, ana@example.com or https://wiki.test/pay?`;
const NEUTRAL = 'does a colleague in a channel take calls on a phone number, an email address or a link?';
const NAMES = new RegExp(`${COLLEAGUE}|\\bana\\b|C024BE7LR|pay-talk|9876543210|example\\.com|wiki\\.test`);
/** Words of a colleague's message, which the asker has answered. */
const COLLEAGUES_WORDS = 'zanzibar quarry';
const ADMIN = 'U00FAKEADMIN';

/** Declines everything. */
const decliningBot = {
  ...everyOutcomeBot,
  answer: () =>
    ({
      outcome: 'out-of-scope',
      parts: [part({ topic: '', title: '' })],
      suggestions: [],
      gap: { kind: 'refused', subjects: [] },
    }) as const,
};

describe.each(DATABASES)('on $name', (database) => {
  const stores: Store[] = [];
  const apps: RunningApp[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.stop();
    for (const store of stores.splice(0)) await store.close();
  });

  it.each(MODES)(
    'over %s, two instances store nothing that names anyone, and none of a colleague’s words',
    async (mode) => {
      const where = await database.fresh();
      for (let instance = 0; instance < 2; instance += 1) {
        const store = await openStore({ ...where, keepsTexts: true, warn: (message) => expect.unreachable(message) });
        stores.push(store);
        apps.push(await startApp(mode, { store, bot: decliningBot, admins: [ADMIN] }));
      }
      for (const app of apps) await askEverywhere(app);
      const stored = await database.read(where);
      expect(stored).not.toMatch(NAMES);
      expect(stored).not.toContain(COLLEAGUES_WORDS);
      expect(stored).not.toContain(PERSON);
      expect(stored).not.toContain(CHANNEL);
      const [store] = stores;
      const { unanswered, votes, questions } = (await store?.figures(0)) ?? {};
      expect(new Set(unanswered?.map(({ text }) => text))).toEqual(new Set([NEUTRAL]));
      expect(unanswered).toHaveLength(2 * 5);
      expect(new Set(votes?.map(({ comment }) => comment))).toEqual(new Set([NEUTRAL]));
      expect(questions?.reduce((all, { count }) => all + count, 0)).toBe(2 * 7);
      const [app] = apps;
      await app?.deliver(homeOpened({ user: ADMIN }));
      await app?.settled();
      const home = collectTexts(app?.slack.homeOf(ADMIN)?.blocks).join('\n');
      expect(home).toContain(`${NEUTRAL} 10 – not answered`);
      expect(home).not.toMatch(NAMES);
    },
  );
});

/** Five questions in the asker's own words, two in a colleague's, and a vote with a comment. */
async function askEverywhere(app: RunningApp): Promise<void> {
  await app.deliver(command({ text: NAMED }));
  await app.deliver(directMessage({ text: NAMED }));
  await app.deliver(mention({ text: `${MENTION} ${NAMED}` }));
  await app.deliver(messageShortcut('answer_message', { text: NAMED, user: PERSON }));
  await app.deliver(messageShortcut('answer_message', { text: `${COLLEAGUES_WORDS}: ${NAMED}`, user: COLLEAGUE }));
  await app.deliver(directMessage({ text: '', attachments: [{ text: COLLEAGUES_WORDS, author_id: COLLEAGUE }] }));
  await app.deliver(globalShortcut('ask_question'));
  await app.slack.until(() => app.slack.viewOf(PERSON) !== undefined);
  const window = app.slack.viewOf(PERSON);
  if (window === undefined) throw new Error('No window is open');
  await app.submit(window, { [String(window.blocks[0]?.block_id)]: NAMED });
  const [answer] = app.slack.messagesIn(CHANNEL);
  if (answer === undefined) throw new Error('Nothing was said');
  await app.press(answer, 'Not helpful');
  await app.settled();
  const form = app.slack.viewOf(PERSON);
  if (form === undefined) throw new Error('No form is open');
  await app.submit(form, { comment: NAMED });
  await app.settled();
}
