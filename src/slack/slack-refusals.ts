// Lists the codes that Slack documents for refusals and for the end of a connection, with what each means and what the
// operator can do.
// Source: the tables of errors at docs.slack.dev/reference/methods, of chat.postMessage, chat.postEphemeral, views.open,
// views.push, views.update, views.publish, agents.sessions.setStatus, auth.test, apps.connections.open and oauth.v2.access.

const APP = 'https://api.slack.com/apps > your app';

/** Remedies that several codes share. */
export const REMEDIES = {
  tokens: `Copy SLACK_BOT_TOKEN again from ${APP} > OAuth & Permissions, SLACK_APP_TOKEN from Basic Information; if many workspaces install the app, have this one install it again`,
  scopes: `Compare the app's scopes with manifest.yml (the app-level token needs connections:write), then reinstall it at ${APP} > Install App`,
  channel: 'The bot can’t post in that channel. If it should, add it again',
  network: 'Couldn’t reach Slack. Check the network, any proxy and SLACK_API_URL',
  certificate:
    'The certificate of Slack’s address isn’t trusted here. If a proxy opens TLS, set NODE_EXTRA_CA_CERTS to its certificate; else check SLACK_API_URL',
  certificateDate:
    'The certificate of Slack’s address isn’t valid on this date. Check the clock of this machine, then any proxy that opens TLS',
  certificateName:
    'The certificate at Slack’s address is for a different address. Check SLACK_API_URL and any proxy that opens TLS',
  unknown:
    'Slack gives a reason that this version of the app doesn’t know. Look it up in the method’s errors at https://docs.slack.dev/reference/methods, and update the app',
  client: `Copy SLACK_CLIENT_ID and SLACK_CLIENT_SECRET again from ${APP} > Basic Information`,
  wait: 'Slack is busy. No action needed unless this continues',
  window: 'Slack only lets a window open within 3 s. If this continues, check the load on this machine',
} as const;

const OUTDATED = 'Slack no longer offers this method. Update the app';
const MIGRATION =
  'Slack is moving this workspace into an organisation. No action needed: the app works again once that is done';
const TRANSIT = 'The request reached Slack incomplete or changed. Check any proxy between the app and Slack';
const INSTALL_AGAIN = 'The installation took too long or was repeated. Have the person install the app again';

/** What the operator can do about each refusal. */
export const REMEDY_OF: Readonly<Record<string, string>> = {
  // Who the app is.
  not_authed: REMEDIES.tokens,
  invalid_auth: REMEDIES.tokens,
  token_revoked: REMEDIES.tokens,
  token_expired: REMEDIES.tokens,
  account_inactive: REMEDIES.tokens,
  team_disabled: REMEDIES.tokens,
  user_removed_from_team: REMEDIES.tokens,
  not_allowed_token_type: REMEDIES.tokens,
  is_bot: REMEDIES.tokens,
  missing_args: REMEDIES.tokens,
  missing_scope: REMEDIES.scopes,
  no_permission: REMEDIES.scopes,
  // What the workspace or its organisation allows.
  team_access_not_granted: `The organisation hasn’t given the app access to this workspace. Ask an organisation admin to add it, then reinstall the app at ${APP} > Install App`,
  access_denied:
    'Slack denies the app access to this. Ask a workspace admin whether the app is approved and allowed here',
  accesslimited:
    'The workspace only allows access from certain networks. Ask its admin to allow the network that the app runs in',
  ekm_access_denied:
    'Admins have suspended posting with the organisation’s encryption keys (Enterprise Key Management). Ask them when it will be allowed again',
  enterprise_is_restricted:
    'Slack doesn’t let an organisation as a whole do this. Install the app in a workspace of the organisation',
  forbidden_team:
    'This workspace may not use Socket Mode. Ask its admin, or run the app over HTTP with SLACK_SIGNING_SECRET',
  two_factor_setup_required:
    'The workspace requires two-factor authentication. The person who installed the app has to set it up in Slack',
  feature_disabled: 'This workspace has no agents. Set AGENT=off, or have an admin turn the feature on',
  not_authorized: REMEDIES.channel,
  preview_feature_not_available: 'Slack doesn’t offer this feature in this workspace yet. No action needed',
  not_implemented: 'Slack doesn’t offer this feature to this person yet. No action needed',
  // The channel and the people in it.
  channel_not_found: REMEDIES.channel,
  not_in_channel: REMEDIES.channel,
  is_archived: REMEDIES.channel,
  restricted_action: REMEDIES.channel,
  restricted_action_non_threadable_channel: REMEDIES.channel,
  restricted_action_read_only_channel: REMEDIES.channel,
  restricted_action_thread_locked: REMEDIES.channel,
  restricted_action_thread_only_channel: REMEDIES.channel,
  cannot_reply_to_message:
    'Nobody can reply to that message: it’s deleted or of a kind without a thread. No action needed',
  user_not_in_channel: 'The person has left the channel. No action needed',
  user_not_found: 'The person has left the workspace or can’t be seen by the app. No action needed',
  messages_tab_disabled: `Turn on the Messages tab at ${APP} > App Home`,
  not_enabled: `Turn on the Home tab at ${APP} > App Home`,
  external_channel_migrating:
    'Slack is moving a channel shared with another company. No action needed: it works again once that is done',
  slack_connect_file_link_sharing_blocked:
    'An admin has blocked sharing files with other companies. Ask them if answers should appear there',
  slack_connect_canvas_sharing_blocked:
    'An admin has blocked sharing canvases with other companies. Ask them if answers should appear there',
  slack_connect_clip_sharing_blocked:
    'An admin has blocked sharing clips with other companies. Ask them if answers should appear there',
  slack_connect_lists_sharing_blocked:
    'An admin has blocked sharing lists with other companies. Ask them if answers should appear there',
  // Windows.
  not_found: 'The window was closed before the answer came. No action needed',
  expired_trigger_id: REMEDIES.window,
  trigger_expired: REMEDIES.window,
  exchanged_trigger_id: 'The window was opened already: Slack sent the same click twice. No action needed',
  trigger_exchanged: 'The window was opened already: Slack sent the same click twice. No action needed',
  invalid_trigger_id:
    'Slack doesn’t know the click that should open a window. Check that only Slack can send requests to the app',
  hash_conflict: 'The window or Home tab was changed by a later action first. No action needed',
  push_limit_reached: 'Three windows are open on top of each other, which is all Slack allows. No action needed',
  // How much, and when.
  ratelimited: REMEDIES.wait,
  rate_limited: REMEDIES.wait,
  internal_error: REMEDIES.wait,
  fatal_error: REMEDIES.wait,
  service_unavailable: REMEDIES.wait,
  message_limit_exceeded:
    'The workspace sends more messages than its plan allows. Ask its admin about the plan, or wait',
  team_added_to_org: MIGRATION,
  org_login_required: MIGRATION,
  request_timeout: TRANSIT,
  invalid_form_data: TRANSIT,
  invalid_charset: TRANSIT,
  invalid_post_type: TRANSIT,
  missing_post_type: TRANSIT,
  insecure_request: TRANSIT,
  // The method itself.
  unknown_method: OUTDATED,
  method_deprecated: OUTDATED,
  deprecated_endpoint: OUTDATED,
  // Installing.
  invalid_client_id: REMEDIES.client,
  bad_client_secret: REMEDIES.client,
  bad_redirect_uri: `Add https://YOUR.HOST/slack/oauth_redirect at ${APP} > OAuth & Permissions > Redirect URLs`,
  invalid_code: INSTALL_AGAIN,
  code_already_used: INSTALL_AGAIN,
  code_expired: INSTALL_AGAIN,
  oauth_authorization_url_mismatch:
    'The installation began at an old address. Have the person start again at /slack/install',
  invalid_refresh_token: `Turn off token rotation at ${APP} > OAuth & Permissions, then have this workspace install the app again`,
  no_scopes: REMEDIES.scopes,
  user_email_unverified: 'The person who installs the app has to confirm their email address in Slack first',
  cannot_install_an_org_installed_app:
    'The whole organisation has the app already. Ask an organisation admin to add it to this workspace',
};

/** Refusals of what the app itself wrote, which no operator can fix. */
export const FAULTS_OF_THE_APP: Readonly<Record<string, string>> = {
  invalid_arguments: 'Slack doesn’t accept an argument of this request',
  invalid_arg_name: 'Slack doesn’t know an argument of this request',
  invalid_array_arg: 'Slack doesn’t accept a list in this request',
  invalid_grant_type: 'Slack doesn’t accept this kind of installation request',
  invalid_status: 'Slack doesn’t know this status of an agent',
  invalid_blocks: 'Slack doesn’t accept the blocks of this message',
  invalid_blocks_format: 'Slack can’t read the blocks of this message',
  invalid_attachments: 'Slack doesn’t accept the attachments of this message',
  msg_too_long: 'The message is longer than Slack allows',
  msg_blocks_too_long: 'The blocks of this message are longer than Slack allows',
  no_text: 'The message has no text',
  too_many_attachments: 'The message has more attachments than Slack allows',
  too_many_contact_cards: 'The message has more contact cards than Slack allows',
  attachment_payload_limit_exceeded: 'The attachments are larger than Slack allows',
  markdown_text_conflict: 'The message has two kinds of text that exclude each other',
  as_user_not_supported: 'Slack doesn’t let the app post as a person',
  duplicate_channel_not_found: 'Slack doesn’t accept the id that this message was given',
  duplicate_message_not_found: 'Slack doesn’t accept the id that this message was given',
  invalid_metadata_format: 'Slack can’t read the metadata of this message',
  invalid_metadata_schema: 'Slack doesn’t accept the metadata of this message',
  metadata_too_large: 'The metadata of this message is larger than Slack allows',
  metadata_must_be_sent_from_app: 'Slack doesn’t accept metadata with this token',
  thread_ts_required: 'The status lacks the thread that it’s about',
  thread_ts_not_allowed: 'The status names a thread, which this kind of channel doesn’t have',
  duplicate_external_id: 'Another window has the same id',
  missing_profile_id: 'The view lacks the profile that it’s about',
  view_too_large: 'The window or Home tab is larger than Slack allows',
};

/** Reasons why Slack ends a connection, if the operator can do something (docs.slack.dev/apis/events-api/using-socket-mode). */
export const REMEDY_OF_END: Readonly<Record<string, string>> = {
  link_disabled: `Socket Mode is off. Turn it on at ${APP} > Socket Mode, or run the app over HTTP with SLACK_SIGNING_SECRET`,
  too_many_websockets:
    'The app has more than the ten connections that Slack allows. Run fewer instances, or run the app over HTTP with SLACK_SIGNING_SECRET',
};

/** What a table says of a code; undefined for one that isn't in it, such as a name that all objects have. */
export const own = (table: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined;

/** What the operator can do about a status of a response_url; undefined for one without advice. */
export function remedyOfResponseUrl(status: number): string | undefined {
  if (status === 404 || status === 410)
    return 'Slack no longer takes replies to this click or command: they end after 30 minutes or 5 replies, and with their channel. No action needed';
  if (status === 403) return REMEDIES.channel;
  if (status === 429 || status >= 500) return REMEDIES.wait;
  return undefined;
}
