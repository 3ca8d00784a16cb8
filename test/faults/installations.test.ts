// Faults when many workspaces install the app: during installation, of stored tokens, during removal.
import Sqlite from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { openBrowser } from '../helpers/cookie-browser.js';
import { describeMessages, type FaultCase, openChapter, operatorLines } from '../helpers/fault-page.js';
import { freshFile, freshStore } from '../helpers/fresh-store.js';
import { ACME, freshKey, type OAuthApp, startOAuthApp, UMBRELLA } from '../helpers/oauth-app.js';
import {
  appUninstalled,
  command,
  DIRECT,
  directMessage,
  from,
  globalShortcut,
  interaction,
  PERSON,
} from '../helpers/payloads.js';

const key = freshKey('2026-11');
const inAcme = { team: ACME.id };
const AGAIN = 'Restore the right key or a backup, or have the app installed there again';

interface Scene {
  readonly app: OAuthApp;
  /** Changes the rows without the app's knowledge. */
  tamper(sql: string): void;
  /** Serves the same workspaces by an app with a different key from now on. */
  restartWith(name: string): Promise<OAuthApp>;
}

interface Case extends FaultCase {
  /** Resolves to the page or form that the person sees, or to nothing if that is in Slack. */
  inject(scene: Scene): Promise<{ readonly text: string } | undefined>;
}

const CASES: readonly Case[] = [
  {
    fault: 'the person who installs the app declines on Slack’s page',
    person: '“You didn’t give it the permissions it needs. Nothing was changed.”',
    operator: [],
    inject: ({ app }) => app.install({ team: ACME, isDenied: true }),
  },
  {
    fault: 'someone returns from Slack in a different browser',
    person: '“The installation finished, expired or was started in another browser.”',
    operator: [],
    inject: async ({ app }) => openBrowser().visit(await app.consent({ team: ACME })),
  },
  {
    fault: 'someone returns from Slack after more than ten minutes',
    person: '“The installation finished, expired or was started in another browser.”',
    operator: [],
    async inject({ app }) {
      const browser = openBrowser();
      const back = await app.consent({ team: ACME }, browser);
      app.slack.pass(601);
      return browser.visit(back);
    },
  },
  {
    fault: 'Slack doesn’t recognise the app’s secret',
    person: '“Something went wrong. The app’s operator can see the cause. Please try again in a moment.”',
    operator: [
      'error surface=install code=bad_client_secret Copy SLACK_CLIENT_ID and SLACK_CLIENT_SECRET again from https://api.slack.com/apps > your app > Basic Information',
    ],
    async inject({ app }) {
      app.slack.fail('oauth.v2.access', { error: 'bad_client_secret' });
      return app.install({ team: ACME });
    },
  },
  {
    fault: 'the database can’t be used while someone installs the app',
    person: '“Something went wrong. The app’s operator can see the cause. Please try again in a moment.”',
    operator: ['error surface=install code=unavailable The store that holds the installations can’t be used right now'],
    async inject({ app, tamper }) {
      tamper('alter table installations rename to elsewhere');
      return app.install({ team: ACME });
    },
  },
  {
    fault: 'the welcome message can’t be sent',
    person: '“Everyone in Umbrella can use it now.”',
    operator: [
      'warn surface=install code=channel_not_found Couldn’t send the welcome message in T00UMBRELLA. The bot can’t post in that channel. If it should, add it again',
    ],
    async inject({ app }) {
      app.slack.fail('chat.postMessage', { error: 'channel_not_found' });
      return app.install({ team: UMBRELLA });
    },
  },
  {
    fault: 'payloads from a workspace that hasn’t installed the app',
    person: 'nothing',
    operator: ['warn code=not_installed T00ACME hasn’t installed the app, or has removed it. No action needed'],
    async inject({ app }) {
      for (const body of [directMessage(), command(), directMessage()]) await app.deliver(from(inAcme, body));
      return undefined;
    },
  },
  {
    fault: 'a command after the app was removed',
    person: 'nothing',
    operator: ['warn code=not_installed T00ACME hasn’t installed the app, or has removed it. No action needed'],
    async inject({ app }) {
      await app.install({ team: ACME, by: 'U00INSTALLER' });
      for (const body of [appUninstalled(), command()]) await app.deliver(from(inAcme, body));
      return undefined;
    },
  },
  {
    fault: 'a command, but the key of the stored token has changed',
    person: '“I can’t answer in this workspace right now. Try again later, or tell the person who installed me.”',
    operator: [
      `error The token of T00ACME can’t be decrypted: the key 2026-11 of TOKEN_KEYS has changed, or the row was. ${AGAIN}`,
      `error code=unreadable The token of T00ACME can’t be decrypted: the key 2026-11 of TOKEN_KEYS has changed, or the row was. ${AGAIN}`,
    ],
    async inject({ app, restartWith }) {
      await app.install({ team: ACME, by: 'U00INSTALLER' });
      const next = await restartWith('2026-11');
      await next.deliver(from(inAcme, command()));
      return undefined;
    },
  },
  {
    fault:
      'a form is submitted, but TOKEN_KEYS lacks the key of the stored token (the form stays open with this below its field)',
    person: '“I can’t answer in this workspace right now. Try again later, or tell the person who installed me.”',
    operator: [
      'error The token of T00ACME can’t be decrypted: TOKEN_KEYS has no key 2026-11. Put that key back, or have the app installed there again',
      'error code=unreadable The token of T00ACME can’t be decrypted: TOKEN_KEYS has no key 2026-11. Put that key back, or have the app installed there again',
    ],
    async inject({ app, restartWith }) {
      await app.install({ team: ACME, by: 'U00INSTALLER' });
      await app.deliver(from(inAcme, globalShortcut('ask_question')));
      await app.settled();
      const next = await restartWith('2026-12');
      const form = app.slack.viewOf(PERSON);
      if (form === undefined) throw new Error('No form was opened');
      const [input = ''] = form.blocks.map(({ block_id }) => String(block_id));
      const view = { ...next.fill(form, { [input]: 'do I need a degree?' }), app_installed_team_id: ACME.id };
      await next.deliver(from(inAcme, { ...interaction('view_submission'), view, response_urls: [] }));
      expect(app.slack.viewOf(PERSON)).toMatchObject({ id: form.id, state: view.state });
      return { text: String(app.slack.errorsIn(form)[input]) };
    },
  },
  {
    fault: 'a message, while a byte of the stored token is wrong',
    person: 'the answer, once',
    operator: [
      `error code=unreadable The token of T00ACME can’t be decrypted: the key 2026-11 of TOKEN_KEYS has changed, or the row was. ${AGAIN}`,
    ],
    async inject({ app, tamper }) {
      await app.install({ team: ACME, by: 'U00INSTALLER' });
      tamper('update installations set at = at + 1');
      const body = from(inAcme, directMessage());
      expect(await app.deliver(body)).toMatchObject({ isAcknowledged: false });
      tamper('update installations set at = at - 1');
      await app.deliver(body, { number: 1, reason: 'http_error' });
      return undefined;
    },
  },
  {
    fault: 'a message, but this workspace’s row was replaced with another one’s',
    person: 'nothing',
    operator: [
      `error code=unreadable The token of T00ACME can’t be decrypted: the key 2026-11 of TOKEN_KEYS has changed, or the row was. ${AGAIN}`,
    ],
    async inject({ app, tamper }) {
      await app.install({ team: UMBRELLA, by: 'U00INSTALLER' });
      tamper("update installations set workspace = 'T00ACME'");
      expect(await app.deliver(from(inAcme, directMessage()))).toMatchObject({ isAcknowledged: false });
      return undefined;
    },
  },
  {
    fault: 'a message while the database can’t be used, in a workspace that got answers before',
    person: 'the answer, 2 times',
    operator: [],
    async inject({ app, tamper }) {
      await app.install({ team: ACME, by: 'U00INSTALLER' });
      await app.deliver(from(inAcme, directMessage()));
      tamper('alter table installations rename to elsewhere');
      await app.deliver(from(inAcme, directMessage()));
      return undefined;
    },
  },
];

const chapter = openChapter('Many workspaces');

describe('with many workspaces', () => {
  let store: Store;
  let apps: readonly OAuthApp[] = [];
  let scene: Scene;
  beforeEach(async () => {
    const file = freshFile();
    // What the store logs about itself has its own chapter.
    store = await freshStore({ file, warn: () => undefined });
    const app = await startOAuthApp({ store, keys: [key] });
    apps = [app];
    scene = {
      app,
      tamper(sql) {
        const database = new Sqlite(file);
        database.prepare(sql).run();
        database.close();
      },
      async restartWith(name) {
        const next = await startOAuthApp({ store, slack: app.slack, keys: [freshKey(name)] });
        apps = [...apps, next];
        return next;
      },
    };
  });
  afterEach(async () => {
    for (const app of apps.toReversed()) await app.stop();
    await store.close();
  });

  it.each(CASES)('$fault: $person', async ({ inject, ...expected }) => {
    const page = await inject(scene);
    for (const app of apps) await app.settled();
    const lines = apps.flatMap((app) => app.lines);
    expect(lines.join('\n')).not.toMatch(/xox|U00|fake-code|eyJ/);
    const { slack } = scene.app;
    const said = [...slack.messagesIn(DIRECT), ...slack.ephemeralsFor(PERSON)];
    const [, words = page?.text] = /<p>(.+?)<\/p>/.exec(page?.text ?? '') ?? [];
    const person = page === undefined ? describeMessages(said, 'You asked: ') : `“${words}”`;
    chapter.note(expected, { person, operator: operatorLines(lines) });
  });
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());
