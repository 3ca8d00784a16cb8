// Below an answer, on demand: why it was given, what went over the wire, and how long it took.
import { useEffect, useRef, useState } from 'react';
import type { ShownMessage } from '../shared/state.js';
import { readAnswerDetails } from './server-connection.js';

const WORDS = { why: 'Why this answer', wire: 'On the wire' } as const;

type What = keyof typeof WORDS;

export function AnswerDetails({ message: { ts, ms } }: { readonly message: ShownMessage }) {
  const [shown, setShown] = useState<What>();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Below the last message there is no room in sight.
    if (shown !== undefined && text !== '') field.current?.scrollIntoView({ block: 'nearest' });
  }, [shown, text]);
  const show = async (what: What): Promise<void> => {
    if (shown === what) return setShown(undefined);
    setText('…');
    setShown(what);
    setText(await readAnswerDetails(what, ts));
  };
  return (
    <div className="answer-details">
      {(['why', 'wire'] as const).map((what) => (
        <button type="button" key={what} aria-expanded={shown === what} onClick={() => void show(what)}>
          {WORDS[what]}
        </button>
      ))}
      {ms !== undefined && <span>took {ms < 10 ? ms : Math.round(ms)} ms</span>}
      {/* A field can be scrolled by keys and copied from, in every browser. */}
      {shown !== undefined && (
        <textarea ref={field} readOnly aria-label={WORDS[shown]} value={text} rows={rowsOf(text)} />
      )}
    </div>
  );
}

const MOST_ROWS = 18;

const rowsOf = (text: string): number => Math.min(text.split('\n').length + 1, MOST_ROWS);
