// Notices what is new in a state: what to read out, and whether the bot answered this person in a thread.
import { useEffect, useRef, useState } from 'react';
import type { ShownMessage, State } from '../shared/state.js';

interface NewMessages {
  /** The last new message from someone else, as a screen reader should say it. */
  readonly announcement: string;
  /** The thread in which the bot has just answered this person, if it's in the channel that is open. */
  readonly answeredThread: { readonly channel: string; readonly thread: string } | undefined;
}

const NONE: NewMessages = { announcement: '', answeredThread: undefined };

/** Messages that were there at first aren't new. */
export function useNewMessages(state: State, channelId: string | undefined): NewMessages {
  const known = useRef<ReadonlySet<string>>(undefined);
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    const all = Object.entries(state.messages).flatMap(([channel, messages]) =>
      messages.map((message) => ({ channel, message, key: `${channel} ${message.ts} ${message.text}` })),
    );
    const earlier = known.current;
    known.current = new Set(all.map(({ key }) => key));
    if (earlier === undefined) return;
    const fresh = all.filter(({ key, message }) => !earlier.has(key) && message.author.id !== state.person.id);
    const last = fresh.at(-1);
    if (last === undefined) {
      // A thread that was opened once isn't opened again when the person comes back.
      setFound((before) => (before.answeredThread === undefined ? before : { ...before, answeredThread: undefined }));
      return;
    }
    const answer = fresh.findLast(
      ({ channel, message }) => channel === channelId && isThreadAnswer(message, state.person.id),
    );
    const thread = answer?.message.threadTs;
    setFound({
      announcement: announcementOf(last.message),
      answeredThread: answer === undefined || thread === undefined ? undefined : { channel: answer.channel, thread },
    });
  }, [state, channelId]);
  return found;
}

const isThreadAnswer = ({ author, askedBy, threadTs }: ShownMessage, person: string): boolean =>
  author.isBot && askedBy?.id === person && threadTs !== undefined;

const announcementOf = ({ author, text, isEphemeral }: ShownMessage): string =>
  `${author.name}${isEphemeral ? ', only visible to you' : ''}: ${text.replaceAll(/<@\w+>/g, '')}`;
