// Turns an error from Slack or Node into a code and advice.
import { RespondError, webApi } from '@slack/bolt';
import { isRateLimit } from './connection/rate-limit-error.js';
import { FAULTS_OF_THE_APP, own, REMEDIES, REMEDY_OF, remedyOfResponseUrl } from './slack-refusals.js';

/** `code` is Slack's or Node's own; `advice` tells the operator what to do. Neither has anything from a message. */
export interface Failure {
  readonly code: string;
  readonly advice: string;
}

/** Something else responded instead of Slack. */
const UNREADABLE = 'unreadable_response';
const REPORT = 'Please report it and include this line';

/** Codes that aren't Slack's but the app's, Node's or a proxy's. */
const OTHER_REMEDIES: Readonly<Record<string, string>> = {
  no_response_url: 'Slack sent no address for the reply. No action needed',
  no_payload: 'Slack doesn’t send requests like this. Check any proxy between Slack and the app',
  EADDRINUSE: 'Another program uses this port. Stop it, or set PORT or MONITORING_PORT to a free one',
  EACCES: 'This port isn’t allowed. Set PORT and MONITORING_PORT to one above 1023',
  [UNREADABLE]: REMEDIES.network,
  TimeoutError: REMEDIES.network,
  CERT_HAS_EXPIRED: REMEDIES.certificateDate,
  CERT_NOT_YET_VALID: REMEDIES.certificateDate,
  ERR_TLS_CERT_ALTNAME_INVALID: REMEDIES.certificateName,
};

/** A connection that didn't open, or that broke while Slack was answering. */
const NO_CONNECTION =
  /^(UND_ERR_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_SSL_|ERR_TLS_(?!CERT_))/;
/** The same, where nothing can have been sent. */
const NEVER_OPENED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;
/** A certificate that Node doesn't accept (nodejs.org/api/tls.html, X509 certificate error codes); nothing was sent. */
const BAD_CERTIFICATE = /^(UNABLE_TO_|CERT_|SELF_SIGNED_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|ERR_TLS_CERT_)/;
/** What a connection's failure is called if it has no name of its own. */
const NAMELESS = 'connection_failed';

/** Describes any error that Slack's libraries or Node throw. */
export function describeFailure(error: unknown): Failure {
  const code = codeOf(error);
  const known = remedyOf(code);
  if (known !== undefined) return { code, advice: known };
  if (isOfNetwork(error, code)) {
    const advice = BAD_CERTIFICATE.test(code) ? REMEDIES.certificate : REMEDIES.network;
    return { code: /Error$/.test(code) ? NAMELESS : code, advice };
  }
  if (error instanceof webApi.WebAPIPlatformError && own(FAULTS_OF_THE_APP, code) === undefined)
    return { code, advice: REMEDIES.unknown };
  const meaning = own(FAULTS_OF_THE_APP, code);
  return { code, advice: [...(meaning === undefined ? [] : [meaning]), failedAt(error), REPORT].join('. ') };
}

const isOfNetwork = (error: unknown, code: string): boolean =>
  error instanceof webApi.WebAPIRequestError ||
  error instanceof webApi.WebAPIHTTPError ||
  isFetchFailure(error) ||
  NO_CONNECTION.test(code) ||
  BAD_CERTIFICATE.test(code);

/** Node's fetch has one error for everything that isn't a response; its cause says more. Slack's clients wrap it. */
const isFetchFailure = (error: unknown): boolean => error instanceof TypeError && error.message === 'fetch failed';

function remedyOf(code: string): string | undefined {
  const status = /^response_url_(\d+)$/.exec(code)?.[1];
  if (status !== undefined) return remedyOfResponseUrl(Number(status));
  return own(REMEDY_OF, code) ?? own(OTHER_REMEDIES, code);
}

/** Where the program failed; the error's own message is left out, since it can quote what a person wrote. */
export function failedAt(error: unknown): string {
  const inner = innerOf(error);
  if (inner !== undefined) return failedAt(inner);
  const frame = error instanceof Error ? framesOf(error).find((line) => /^\s+at /.test(line)) : undefined;
  return `Failed ${frame?.trim() ?? 'at an unknown place'}`;
}

/** The stack without the message it begins with, which may have a line that looks like one of the stack's. */
function framesOf({ stack = '', message }: Error): string[] {
  return stack.slice(Math.max(stack.indexOf(message), 0) + message.length).split('\n');
}

/** Refusals that pass by themselves, by Slack's codes. */
export const TEMPORARY_REFUSALS: readonly string[] = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
  'team_added_to_org',
  'org_login_required',
  'external_channel_migrating',
  'message_limit_exceeded',
];

/** True if Slack has responded and not done it; false if the result isn't known. */
export function isRefusal(error: unknown): boolean {
  return isRateLimit(error) || (error instanceof webApi.WebAPIPlatformError && codeOf(error) !== UNREADABLE);
}

/** True if Slack would refuse the same again in any of the workspace's conversations. */
export function isLastingRefusal(error: unknown): boolean {
  return isRefusal(error) && !TEMPORARY_REFUSALS.includes(codeOf(error)) && channelRefusal(error) === undefined;
}

/** True if Slack wouldn't accept the blocks; the same text alone can still be sent. */
export function refusesBlocks(error: unknown): boolean {
  const refusals = [
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_attachments',
    // Slack's codes about views.
    'invalid_arguments',
    'view_too_large',
    'msg_blocks_too_long',
    'msg_too_long',
  ];
  return refusals.includes(codeOf(error)) || (error instanceof RespondError && error.statusCode === 400);
}

/** True if Slack sent the same click twice, and the window is open from the first time. */
export function isOpenAlready(error: unknown): boolean {
  return ['exchanged_trigger_id', 'trigger_exchanged'].includes(codeOf(error));
}

/** True if Slack wouldn't accept the post's id; it can still be posted without one. */
export function refusesPostId(error: unknown): boolean {
  return /^duplicate_(message|channel)_not_found$/.test(codeOf(error));
}

/** Slack sent no response_url with what the answer is for. */
export class NoResponseUrlError extends Error {
  readonly code = 'no_response_url';
}

/** True if a response_url can no longer be used, or not in that channel; the person can still be told elsewhere. */
export function isDeadResponseUrl(error: unknown): boolean {
  if (error instanceof NoResponseUrlError) return true;
  return error instanceof RespondError && CLOSED_CHANNEL_STATUSES.includes(error.statusCode);
}

/** Whether a response_url took nothing (`refused`), or may have taken it (`unclear`); undefined if something else failed. */
export function responseUrlFailure(error: unknown): 'refused' | 'unclear' | undefined {
  if (error instanceof NoResponseUrlError) return 'refused';
  // A gateway can fail after Slack has shown the reply.
  if (error instanceof RespondError) return error.statusCode >= 500 ? 'unclear' : 'refused';
  if (!isFetchFailure(error)) return undefined;
  const code = codeOf(error);
  return NEVER_OPENED.test(code) || BAD_CERTIFICATE.test(code) ? 'refused' : 'unclear';
}

/** Statuses of a response_url of a channel in which no one, or not everyone, can post. */
const CLOSED_CHANNEL_STATUSES: readonly number[] = [403, 404, 410];

/** Why the bot can't post in that channel; undefined if something else went wrong. */
export function channelRefusal(error: unknown): 'not a member' | 'closed' | undefined {
  if (error instanceof RespondError) return CLOSED_CHANNEL_STATUSES.includes(error.statusCode) ? 'closed' : undefined;
  const code = codeOf(error);
  if (own(REMEDY_OF, code) !== REMEDIES.channel) return undefined;
  return code === 'is_archived' || code.startsWith('restricted_action') ? 'closed' : 'not a member';
}

function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) {
    // If a proxy responds instead of Slack, the library puts the whole page here.
    const code: unknown = error.data.error;
    return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : UNREADABLE;
  }
  if (isRateLimit(error)) return 'ratelimited';
  if (error instanceof webApi.WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof RespondError) return `response_url_${error.statusCode}`;
  if (!(error instanceof Error)) return 'unknown';
  const inner = innerOf(error);
  if (inner !== undefined) return codeOf(inner);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Libraries wrap one error in another; the innermost one says what happened, and where. */
function innerOf(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner = 'original' in error ? error.original : error.cause;
  return inner instanceof Error ? inner : undefined;
}
