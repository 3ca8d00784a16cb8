// The people and channels of the local Slack, and how a text is encoded as Slack encodes it.
import type { Channel, Person } from '../shared/state.js';
import { BOT, CHANNEL, PERSON } from './fake-ids.js';

/** Two, so that one can see what the other does not. */
export const PEOPLE: readonly Person[] = [
  { id: PERSON, name: 'Ana' },
  { id: 'U00FAKEUSER2', name: 'Ben' },
];

export const CHANNELS: readonly Channel[] = [
  { id: CHANNEL, name: 'general', kind: 'channel' },
  { id: 'C00FAKECHAN2', name: 'careers', kind: 'channel' },
];

export const findPerson = (id: unknown): Person | undefined => PEOPLE.find((person) => person.id === id);

/** The direct conversation of this person with the bot. */
export const directOf = (person: string): string => person.replace(/^U/, 'D');

/** Everything this person can write in. */
export const channelsOf = (person: string): Channel[] => [
  ...CHANNELS,
  { id: directOf(person), name: BOT.name, kind: 'direct' },
];

/** A text as Slack sends it on: special characters escaped, names as ids. `isCommand` adds the names, as `should_escape` does. */
export function encodeText(written: string, isCommand = false): string {
  const escaped = written
    .replaceAll('&', '&amp;')
    // A name that was completed arrives as an id already.
    .replaceAll(/<(?!@U\w+>)/g, '&lt;')
    .replaceAll(/(?<!<@U\w+)>/g, '&gt;');
  const named = [...PEOPLE, { id: BOT.userId, name: BOT.name }];
  return named.reduce((text, { id, name }) => {
    // The app is shown as “Backend Career”, and people write what they see.
    const spelled = name.replaceAll('-', '[- ]');
    const pattern = new RegExp(`(?<![\\w<])@${spelled}(?![\\w-])|<@${id}>`, 'gi');
    return text.replaceAll(pattern, isCommand ? `<@${id}|${name.toLowerCase()}>` : `<@${id}>`);
  }, escaped);
}
