// What Slack refuses: each documented code is logged with what to do, and a reply that Slack refuses is sent elsewhere.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelsIn } from '../../local-slack/emulator/test-user.js';
import { closedPort } from '../helpers/closed-port.js';
import { operatorLines } from '../helpers/fault-page.js';
import {
  CHANNEL,
  command,
  DIRECT,
  directMessage,
  globalShortcut,
  homeOpened,
  messageShortcut,
  PERSON,
} from '../helpers/payloads.js';
import { type RunningApp, startApp } from '../helpers/running-app.js';
import { variedBot } from '../helpers/varied-bot.js';

/** From the error tables at docs.slack.dev/reference/methods, by method. */
const DOCUMENTED = {
  every: `access_denied accesslimited account_inactive deprecated_endpoint ekm_access_denied enterprise_is_restricted
    fatal_error internal_error invalid_auth invalid_charset invalid_form_data invalid_post_type is_bot method_deprecated
    missing_post_type missing_scope no_permission not_allowed_token_type not_authed org_login_required ratelimited
    request_timeout service_unavailable team_access_not_granted team_added_to_org token_expired token_revoked
    two_factor_setup_required unknown_method`,
  'chat.postMessage': `cannot_reply_to_message channel_not_found external_channel_migrating is_archived message_limit_exceeded
    messages_tab_disabled not_in_channel rate_limited restricted_action restricted_action_non_threadable_channel
    restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel
    slack_connect_file_link_sharing_blocked`,
  'chat.postEphemeral': 'user_not_in_channel',
  views:
    'exchanged_trigger_id expired_trigger_id hash_conflict invalid_trigger_id not_enabled not_found push_limit_reached',
  'agents.sessions.setStatus': 'feature_disabled not_authorized user_not_found',
  'apps.connections.open': 'forbidden_team insecure_request missing_args',
  'oauth.v2.access': `bad_client_secret bad_redirect_uri cannot_install_an_org_installed_app invalid_client_id invalid_code
    invalid_refresh_token no_scopes oauth_authorization_url_mismatch preview_feature_not_available user_email_unverified`,
};
/** The same, for requests that the app itself got wrong. */
const OURS = `as_user_not_supported duplicate_channel_not_found duplicate_external_id duplicate_message_not_found
  invalid_arg_name invalid_arguments invalid_array_arg invalid_blocks invalid_blocks_format invalid_metadata_format
  invalid_metadata_schema invalid_status metadata_must_be_sent_from_app metadata_too_large msg_blocks_too_long msg_too_long
  no_text thread_ts_not_allowed thread_ts_required too_many_attachments too_many_contact_cards view_too_large`;
const codesIn = (text: string): string[] => text.split(/\s+/).filter((code) => code !== '');
/** These are tried again with less. */
const TRIED_TWICE = /blocks|msg_too_long|invalid_arguments|view_too_large|^duplicate_(channel|message)/;

let running: RunningApp;
beforeEach(async () => {
  running = await startApp('http', { bot: variedBot });
});
afterEach(() => running.stop());

/** What is logged when a post is refused with that code. */
async function toldOf(error: string): Promise<string> {
  running.lines.splice(0);
  const times = TRIED_TWICE.test(error) ? 2 : 1;
  running.slack.fail('chat.postMessage', ...Array.from({ length: times }, () => ({ error })));
  await running.deliver(directMessage());
  await running.settled();
  return operatorLines(running.lines).join('\n');
}

describe('the log', () => {
  it.each(Object.entries(DOCUMENTED))('says what to do about the refusals of %s', async (_, codes) => {
    for (const code of codesIn(codes)) {
      const told = await toldOf(code);
      expect(told).toMatch(new RegExp(`^error surface=message code=${code} [A-Z].*`));
      expect(told).not.toMatch(/report it|Failed /);
    }
  });

  it('asks for a report only of what the app got wrong, and says what that is', async () => {
    for (const code of codesIn(OURS))
      expect(await toldOf(code)).toMatch(
        new RegExp(`code=${code} (The|Slack|Another) .*\\. Failed .*\\. Please report it`),
      );
  });

  it('says where to look a code up that this version doesn’t know', async () => {
    const told = await toldOf('constructor');
    expect(told).toMatch(/code=constructor Slack gives a reason .*docs\.slack\.dev\/reference\/methods/);
    expect(told).not.toMatch(/report it|Failed /);
  });

  it('takes a response without a code for something else’s', async () => {
    running.slack.fail('chat.postMessage', { status: 200, body: '{}' });
    await running.deliver(directMessage());
    expect(operatorLines(running.lines).join()).toMatch(/code=unreadable_response Couldn’t reach Slack/);
  });

  it('has a code for a connection that fails without one', async () => {
    running.slack.fail('chat.postMessage', { status: 302, headers: { location: 'http://127.0.0.1:9/' } });
    await running.deliver(directMessage());
    expect(operatorLines(running.lines).join()).toMatch(/code=connection_failed Couldn’t reach Slack/);
  });
});

describe('if Slack no longer accepts replies', () => {
  const dead = (times: number) =>
    running.slack.fail('response_url', ...Array.from({ length: times }, () => ({ status: 404 })));
  const direct = () => running.slack.messagesIn(DIRECT);

  it('the answer to a shortcut is sent as a direct message', async () => {
    dead(1);
    await running.deliver(messageShortcut('answer_message'));
    await running.settled();
    expect(direct()).toMatchObject([{ text: expect.stringContaining('You asked: what do they earn?') }]);
    expect(operatorLines(running.lines)).toEqual([
      expect.stringMatching(
        /^warn .*code=response_url_404 Told the person in a direct message\. Slack no longer takes/,
      ),
    ]);
  });

  it.each([
    ['since there were too many', async () => running.slack.responseUrl, { status: 429 }, 'response_url_429 .*is busy'],
    [
      'since the connection is refused',
      async () => `http://127.0.0.1:${await closedPort()}/`,
      undefined,
      'ECONNREFUSED .*Couldn’t reach Slack',
    ],
    ['since Slack gave no address', async () => undefined, undefined, 'no_response_url .*no address for the reply'],
  ])('so it is if the reply fails %s', async (_, url, failure, line) => {
    if (failure !== undefined) running.slack.fail('response_url', failure);
    await running.deliver(messageShortcut('answer_message', {}, { response_url: await url() }));
    await running.settled();
    expect(direct()).toMatchObject([{ text: expect.stringContaining('You asked: what do they earn?') }]);
    expect(operatorLines(running.lines)).toEqual([expect.stringMatching(new RegExp(`^warn .*code=${line}`))]);
  });

  it('the direct message has the answer’s buttons, but none that shares it in the other place', async () => {
    dead(1);
    await running.deliver(messageShortcut('answer_message'));
    await running.settled();
    const [answer] = direct();
    if (answer === undefined) throw new Error('Nothing was answered.');
    expect(labelsIn(answer)).toContain('Degree');
    expect(labelsIn(answer).filter((label) => label.startsWith('Share'))).toEqual([]);
    await running.press(answer, 'Degree');
    await running.settled();
    expect(direct().map(({ text }) => text)).toEqual([answer.text, expect.stringContaining('On degree.')]);
    expect(labelsIn(direct()[1] ?? answer).filter((label) => label.startsWith('Share'))).toEqual([]);
  });

  it.each([
    ['since the connection broke', { reset: 'after' } as const, 'UND_ERR_SOCKET .*Couldn’t reach Slack'],
    ['since Slack or a gateway failed', { status: 502 }, 'response_url_502 .*Slack is busy'],
  ])('where it isn’t known whether the reply was shown, %s, the answer isn’t repeated', async (_, failure, line) => {
    running.slack.fail('response_url', failure);
    await running.deliver(messageShortcut('answer_message', {}, { response_url: running.slack.responseUrl }));
    await running.settled();
    expect(direct().map(({ text }) => text)).toEqual([expect.stringMatching(/^Something went wrong/)]);
    expect(operatorLines(running.lines)).toEqual([expect.stringMatching(new RegExp(`^warn .*code=${line}`))]);
  });

  it('so is the answer to a button', async () => {
    await running.deliver(command());
    const [answer] = running.slack.ephemeralsFor(PERSON);
    if (answer === undefined) throw new Error('Nothing was answered.');
    dead(1);
    await running.press(answer, 'Degree');
    await running.settled();
    expect(direct()).toMatchObject([{ text: expect.stringContaining('On degree.') }]);
  });

  it.each([
    ['where the bot is a member, it still is', true],
    ['where the bot is no member, the person is told', false],
  ])('for an answer to be shared: %s', async (_, isMember) => {
    await running.deliver(command());
    const [answer] = running.slack.ephemeralsFor(PERSON);
    if (answer === undefined) throw new Error('Nothing was answered.');
    if (!isMember) running.slack.leave(CHANNEL);
    dead(2);
    await running.press(answer, 'Share in channel');
    await running.settled();
    expect(running.slack.messagesIn(CHANNEL)).toHaveLength(isMember ? 1 : 0);
    const words = direct().map(({ text }) => text);
    expect(words).toEqual(isMember ? [] : [expect.stringMatching(/^I couldn’t share the answer:.*Ask again there/)]);
  });
});

describe('if Slack opens no window', () => {
  const direct = () => running.slack.messagesIn(DIRECT);

  const TOLD = /^warn .*code=expired_trigger_id Told the person in a direct message\. .*within 3 s/;
  const late = () => running.slack.fail('views.open', { error: 'expired_trigger_id' });

  it('for a question, the person is told where else to ask', async () => {
    late();
    await running.deliver(globalShortcut('ask_question'));
    await running.settled();
    expect(direct().map(({ text }) => text)).toEqual(['If the window didn’t open, please try again, or ask me here.']);
    expect(operatorLines(running.lines)).toEqual([expect.stringMatching(TOLD)]);
  });

  it('for an answer, it is sent as a direct message', async () => {
    await running.deliver(homeOpened());
    const home = running.slack.homeOf(PERSON);
    if (home === undefined) throw new Error('There is no Home tab.');
    late();
    await running.press(home, 'Degree');
    await running.settled();
    expect(direct().map(({ text }) => text)).toEqual([expect.stringContaining('On degree.')]);
    expect(operatorLines(running.lines)).toEqual([expect.stringMatching(TOLD)]);
  });

  it('after a vote of “Not helpful”, the person is told that the vote counts', async () => {
    await running.deliver(command());
    const [answer] = running.slack.ephemeralsFor(PERSON);
    if (answer === undefined) throw new Error('Nothing was answered.');
    late();
    await running.press(answer, 'Not helpful');
    await running.settled();
    expect(direct().map(({ text }) => text)).toEqual([
      'Your vote counts. If no window opened in which to say why, press “Not helpful” again.',
    ]);
    expect(operatorLines(running.lines)).toEqual([expect.stringMatching(TOLD)]);
  });

  it('because Slack sent the click twice, nothing is said', async () => {
    running.slack.fail('views.open', { error: 'exchanged_trigger_id' });
    await running.deliver(globalShortcut('ask_question'));
    await running.settled();
    expect(direct()).toEqual([]);
    expect(operatorLines(running.lines)).toEqual([]);
  });
});
