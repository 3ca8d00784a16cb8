// Notices what is new in a state: what to read out, and whether an answer to this person came in a thread.
import { useEffect, useRef, useState } from 'react';
import type { ShownMessage, State } from '../shared/state.js';

interface NewMessages {
  /** The last new message of somebody else, as a screen reader should say it. */
  readonly arrived: string;
  /** Where the bot has just answered this person in a thread, if that was in the channel that is open. */
  readonly answered: { readonly channel: string; readonly thread: string } | undefined;
}

/** Messages that stood there at first are not new. */
export function useNewMessages(state: State, channelId: string | undefined): NewMessages {
  const known = useRef<ReadonlySet<string>>(undefined);
  const [found, setArrivals] = useState<NewMessages>({ arrived: '', answered: undefined });
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
      // Whoever comes back later has seen it.
      setArrivals((before) => (before.answered === undefined ? before : { ...before, answered: undefined }));
      return;
    }
    const answer = fresh.findLast(({ channel, message }) => channel === channelId && answers(message, state.person.id));
    const thread = answer?.message.threadTs;
    const answered = answer === undefined || thread === undefined ? undefined : { channel: answer.channel, thread };
    setArrivals({ arrived: announcementOf(last.message), answered });
  }, [state, channelId]);
  return found;
}

const answers = ({ author, askedBy, threadTs }: ShownMessage, person: string): boolean =>
  author.isBot && askedBy?.id === person && threadTs !== undefined;

const announcementOf = ({ author, text, isEphemeral }: ShownMessage): string =>
  `${author.name}${isEphemeral ? ', only visible to you' : ''}: ${text.replaceAll(/<@\w+>/g, '')}`;
