// Lists messages, the newest at the bottom and in sight.
import { useEffect, useRef } from 'react';
import type { ShownMessage } from '../shared/state.js';
import { MessageItem } from './message.js';

interface MessageListProps {
  readonly messages: readonly ShownMessage[];
  /** The conversation with its threads, to count the replies. */
  readonly all: readonly ShownMessage[];
  readonly isThread?: boolean;
  /** What is shown while there are no messages. */
  readonly children?: React.ReactNode;
}

export function MessageList({ messages, all, isThread = false, children }: MessageListProps) {
  const pane = useRef<HTMLElement>(null);
  const newest = messages.at(-1);
  const seen = `${messages.length} ${newest?.ts} ${newest?.text.length}`;
  const scrolled = useRef('');
  useEffect(() => {
    if (scrolled.current === seen) return;
    scrolled.current = seen;
    const last = pane.current?.querySelector(':scope > ol > li:last-child');
    if (pane.current === null || last === null || last === undefined) return;
    // An answer taller than the pane is read from its beginning.
    const isHigh = last.clientHeight > pane.current.clientHeight;
    last.scrollIntoView({ block: isHigh ? 'start' : 'end' });
  }, [seen]);
  return (
    <section className="messages" ref={pane} aria-label={isThread ? 'Messages in the thread' : 'Messages'}>
      {children}
      <ol>
        {messages.map((message) => (
          <MessageItem
            key={message.ts}
            message={message}
            isThread={isThread}
            replies={isThread ? 0 : all.filter(({ ts, threadTs }) => threadTs === message.ts && ts !== threadTs).length}
          />
        ))}
      </ol>
    </section>
  );
}
