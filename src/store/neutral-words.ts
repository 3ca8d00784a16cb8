// Replaces what names people, places in Slack and addresses in a text with neutral words: text in, text out. Everything that
// people wrote passes through here before it is stored or shown to administrators; what is neutral already stays as it is.
import { replacePhoneNumbers } from './phone-numbers.js';

/** A mention, a channel, a group, a broadcast, a date or a link in Slack's mark-up: its sign and id, or its address, and its label. */
export const MARKUP =
  /<(?:([@#!])([^<>|\n]{0,200})|([a-z][a-z0-9+.-]{0,30}:[^<>|\n]{0,2000}))(?:\|([^<>\n]{0,300}))?>/gi;
/** Mark-up of which the end was cut off. */
const CUT_MARKUP = /<([@#!])[^<>\s|]{0,200}(?:\|[^<>\n]{0,300})?$/;

const PERSON = 'a colleague';
const GROUP = 'a group';
const CHANNEL = 'a channel';
const EVERYONE = 'everyone';
const LINK = 'a link';
const EMAIL = 'an email address';
const PHONE = 'a phone number';

/** What an id of Slack names, by its first letter. */
const NAMED_BY_ID: Readonly<Record<string, string>> = {
  U: PERSON,
  W: PERSON,
  S: GROUP,
  C: CHANNEL,
  G: CHANNEL,
  D: CHANNEL,
  T: 'a workspace',
  E: 'an organisation',
  A: 'an app',
  B: 'an app',
  F: 'a file',
};

/** In capitals, with a digit: a word in capitals has none. */
const ID = /(?<![\p{L}\p{N}_])[@#]?([UWSCGDTEABF])(?=[A-Z]*\d)[A-Z0-9]{8,20}(?![\p{L}\p{N}_])/gu;
const EMAIL_ADDRESS = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
const URL = /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{0,30}:\/\/|www\.)[^\s<>"“”]+(?<![.,;:!?)\]’'])/giu;
/** Endings that only hosts have; “Node.js” and “ASP.NET” are names. */
const HOST_ENDING = '(?:com|org|edu|gov|mil|info|biz|local|internal|corp|intranet|lan)(?:\\.[a-z]{2})?';
/** Endings that names have too: an address by what follows or by a third part. */
const OTHER_ENDING = '(?:net|io|ai|dev|app|co|cloud|tech|site|online|xyz|[a-z]{2})(?<!js|ts|py|rb|rs|cs|go|md|sh)';
const PART = '[a-z0-9][a-z0-9-]{0,62}';
const TAIL = '(?::\\d{2,5}|\\/[^\\s<>"“”]*(?<![.,;:!?)\\]’\']))';
const HOST = new RegExp(
  `(?<![\\p{L}\\p{N}.@/-])(?:${PART}(?:\\.${PART})*\\.${HOST_ENDING}${TAIL}?|${PART}\\.${OTHER_ENDING}${TAIL}|` +
    `(?:[a-z0-9][a-z0-9-]{1,62}\\.){2,}${OTHER_ENDING}${TAIL}?|(?:\\d{1,3}\\.){3}\\d{1,3}${TAIL}?)(?![\\p{L}\\p{N}-]|\\.\\p{L})`,
  'giu',
);
const BROADCAST = /(?<![\p{L}\p{N}_.])@(?:here|channel|everyone)(?![\p{L}\p{N}_-])/giu;
const GROUP_HANDLE = /(?<![\p{L}\p{N}_.])@a-group(?![\p{L}\p{N}_-])/gu;
/** A person's handle; “@slack/bolt” is a package, “@Bean(…)” is code. */
const HANDLE = /(?<![\p{L}\p{N}_.])@\p{L}[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*(?![\p{L}\p{N}/(])/gu;
/** Channels have no capitals; “#1” has no letter, and “C#” has one before it. */
const CHANNEL_NAME = /(?<![\p{L}\p{N}_&/])#(?=[\p{N}_-]*\p{Ll})[\p{Ll}\p{N}][\p{Ll}\p{N}_-]*(?![\p{L}\p{N}_])/gu;

/** The text with neutral words in place of ids, names in mentions, email addresses, phone numbers and links’ addresses. */
export function neutralWords(text: string): string {
  const plain = text
    .replace(MARKUP, (_, sign: string | undefined, id: string | undefined, address: string | undefined, label = '') =>
      sign === undefined ? linkInWords(address ?? '', label) : mentionInWords(sign, id ?? '', label),
    )
    .replace(CUT_MARKUP, (_, sign: string) => mentionInWords(sign, '', ''))
    .replace(URL, LINK)
    .replace(EMAIL_ADDRESS, EMAIL)
    .replace(HOST, LINK)
    .replace(ID, (_, letter: string) => NAMED_BY_ID[letter] ?? PERSON)
    .replace(BROADCAST, EVERYONE)
    .replace(GROUP_HANDLE, GROUP)
    .replace(HANDLE, PERSON)
    .replace(CHANNEL_NAME, CHANNEL);
  return replacePhoneNumbers(plain, PHONE);
}

/** A link's label says what it is about, unless it repeats an address; that is replaced in the text. */
function linkInWords(address: string, label: string): string {
  if (/^mailto:/i.test(address)) return EMAIL;
  if (/^(?:tel|sms|callto|facetime):/i.test(address)) return PHONE;
  return label.trim() === '' ? LINK : label;
}

function mentionInWords(sign: string, id: string, label: string): string {
  if (sign === '@') return PERSON;
  if (sign === '#') return CHANNEL;
  if (/^(?:here|channel|everyone)$/.test(id)) return EVERYONE;
  return id.startsWith('subteam^') ? GROUP : label;
}
