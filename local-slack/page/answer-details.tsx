// Below an answer, on demand: why the bot gave it, the traffic with Slack, and how long it took.
import { useEffect, useRef, useState } from 'react';
import type { ShownMessage } from '../shared/state.js';
import { type Detail, readAnswerDetail } from './server-connection.js';

const BUTTONS: readonly (readonly [Detail, string])[] = [
  ['why', 'Why this answer'],
  ['traffic', 'Show Slack traffic'],
];
const LABELS = { why: 'Why this answer', traffic: 'Slack traffic' } as const;

export function AnswerDetails({ message: { ts, ms } }: { readonly message: ShownMessage }) {
  const [shown, setShown] = useState<Detail>();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Below the last message, the details would be out of sight.
    if (shown !== undefined && text !== '') field.current?.scrollIntoView({ block: 'nearest' });
  }, [shown, text]);
  const show = async (detail: Detail): Promise<void> => {
    if (shown === detail) return setShown(undefined);
    setText('…');
    setShown(detail);
    setText(await readAnswerDetail(detail, ts));
  };
  return (
    <div className="answer-details">
      {BUTTONS.map(([detail, words]) => (
        <button type="button" key={detail} aria-expanded={shown === detail} onClick={() => void show(detail)}>
          {words}
        </button>
      ))}
      {ms !== undefined && <span>{ms < 10 ? ms : Math.round(ms)} ms</span>}
      {/* A field can be scrolled with keys and copied from, in every browser. */}
      {shown !== undefined && (
        <textarea ref={field} readOnly aria-label={LABELS[shown]} value={text} rows={rowsOf(text)} />
      )}
    </div>
  );
}

const MOST_ROWS = 18;

const rowsOf = (text: string): number => Math.min(text.split('\n').length + 1, MOST_ROWS);
