// Compares the manifest with Slack's own schema and with the app: nothing is declared without a listener, and the reverse.

import { readFileSync } from 'node:fs';
import type { App } from '@slack/bolt';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createLog } from '../../../src/operations/log.js';
import { registerListeners } from '../../../src/slack/app.js';
import { createFeatureSwitches } from '../../../src/slack/delivery/feature-switches.js';
import { listenForUninstall } from '../../../src/slack/installation/uninstall.js';
import { openWorkspaceAnswers } from '../../../src/slack/workspace-answers.js';
import { freshStore } from '../../helpers/fresh-store.js';
import { freshKey } from '../../helpers/oauth-app.js';
import {
  command,
  directMessage,
  globalShortcut,
  homeOpened,
  mention,
  messageShortcut,
  press,
} from '../../helpers/payloads.js';
import { runInProcess } from '../../helpers/run-command.js';
import { type RunningApp, startApp } from '../../helpers/running-app.js';
import { tinyBot } from '../../helpers/tiny-bot.js';

interface Manifest {
  readonly features: {
    readonly app_home: Record<string, boolean>;
    readonly slash_commands: readonly { readonly command: string; readonly should_escape: boolean }[];
    readonly shortcuts: readonly { readonly name: string; readonly type: string; readonly callback_id: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
    readonly socket_mode_enabled: boolean;
  };
}

const manifest: Manifest = parse(readFileSync('manifest.yml', 'utf8'));
const { features, oauth_config, settings } = manifest;
const events = settings.event_subscriptions.bot_events;

/** What each event needs; posting needs chat:write, a command needs commands. */
const SCOPES_OF_EVENT: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
};

/** One payload for each event that the manifest may subscribe to, and Bolt's name for that event. */
const EVENTS: Readonly<Record<string, { readonly bolt: string; readonly body: Record<string, unknown> }>> = {
  app_home_opened: { bolt: 'app_home_opened', body: homeOpened() },
  app_mention: { bolt: 'app_mention', body: mention() },
  'message.im': { bolt: 'message', body: directMessage() },
};

/** What the app listens to, reported by an app that only records it. */
async function listeners(): Promise<Record<string, unknown[]>> {
  const notes: Record<string, unknown[]> = {};
  const note = (method: string) => (what: unknown) => {
    notes[method] = [...(notes[method] ?? []), what];
  };
  const app = new Proxy({}, { get: (_, method) => note(String(method)) });
  const log = createLog('error');
  const store = await freshStore();
  const answers = openWorkspaceAnswers({
    bot: tinyBot,
    store,
    keys: [],
    clientFor: async () => undefined,
    log,
    track: (work) => work,
  });
  registerListeners(app as App, { ...answers, store, log, switches: createFeatureSwitches(log) });
  return notes;
}

describe('the manifest', () => {
  it('is valid by Slack’s own schema', () => {
    const schema: object = JSON.parse(readFileSync('test/fixtures/manifest.schema.2.0.0.json', 'utf8'));
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has the scopes that its events and features need, and no other', () => {
    const needed = ['commands', 'chat:write', ...events.flatMap((event) => SCOPES_OF_EVENT[event] ?? ['unknown'])];
    expect([...oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort());
  });

  it('lets people message the bot', () => {
    expect(features.app_home).toMatchObject({ messages_tab_enabled: true, messages_tab_read_only_enabled: false });
    expect(features.slash_commands.every(({ should_escape }) => should_escape)).toBe(true);
  });

  it('has a Home tab', () => {
    expect(features.app_home).toMatchObject({ home_tab_enabled: true });
  });

  it('has the reason next to each scope and each event', () => {
    const text = readFileSync('manifest.yml', 'utf8');
    for (const name of [...oauth_config.scopes.bot, ...events]) expect(text).toMatch(new RegExp(`# .+\n +- ${name}\n`));
  });
});

describe('the app listens only to what the manifest declares:', async () => {
  const notes = await listeners();

  it('commands', () => {
    expect(notes.command).toEqual(features.slash_commands.map(({ command }) => command));
  });

  it('shortcuts', () => {
    expect(notes.shortcut?.toSorted()).toEqual(features.shortcuts.map(({ callback_id }) => callback_id).toSorted());
  });

  it('events', () => {
    const heard = [...(notes.event ?? []), ...(notes.message === undefined ? [] : ['message'])];
    expect(heard.toSorted()).toEqual(events.map((event) => EVENTS[event]?.bolt).toSorted());
  });

  it('interactions', () => {
    const isInteractive = ['action', 'shortcut', 'view', 'options'].some((method) => notes[method] !== undefined);
    expect(settings.interactivity.is_enabled).toBe(isInteractive);
  });

  it('and nothing else', () => {
    expect(Object.keys(notes).sort()).toEqual(['action', 'command', 'event', 'message', 'shortcut', 'view']);
  });
});

describe('for many workspaces the app also listens', () => {
  it('to what their manifest adds, and to nothing else', async () => {
    const added: unknown[] = [];
    const app = { event: (name: string) => added.push(name) };
    const store = await freshStore();
    const around = {
      installations: store.installations([freshKey('a')]),
      store,
      clientOptions: {},
      log: createLog('error'),
    };
    listenForUninstall(app as object as App, around);
    const printed = parse((await runInProcess('manifest', ['--oauth', 'https://a.example.org'])).stdout);
    const declared: readonly string[] = printed.settings.event_subscriptions.bot_events;
    expect(added).toEqual(declared.filter((name) => !events.includes(name)));
  });
});

describe('the running app answers', () => {
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp('socket');
  });
  afterEach(() => running.stop());

  it.each(features.slash_commands)('the command $command', async ({ command: name }) => {
    expect(await running.deliver(command({ command: name }))).toMatchObject({
      payload: { text: expect.stringMatching(/./) },
    });
  });

  it.each(events)('the event %s', async (event) => {
    const before = running.slack.calls.length;
    await running.deliver(EVENTS[event]?.body ?? {});
    expect(running.slack.calls.length).toBe(before + 1);
    expect(running.slack.refused).toEqual([]);
  });

  it.each(features.shortcuts)('the $type shortcut “$name”', async ({ type, callback_id: id }) => {
    const before = running.slack.calls.length;
    await running.deliver(type === 'message' ? messageShortcut(id) : globalShortcut(id));
    await running.settled();
    expect(running.slack.calls.length).toBe(before + 1);
    expect(running.slack.refused).toEqual([]);
  });

  it('a clicked button', async () => {
    await running.deliver(press('salary', running.slack.responseUrl));
    await running.slack.until(() => running.slack.said().length === 1);
  });
});
