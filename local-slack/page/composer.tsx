// The message field, with suggestions for commands and names.
import { useEffect, useId, useRef, useState } from 'react';
import type { Channel } from '../shared/state.js';
import { completionOf, type Suggestion } from './completion.js';
import { Menu } from './menu.js';
import { useWorkspace } from './workspace-context.js';

interface ComposerProps {
  readonly channel: Channel;
  readonly threadTs?: string;
  readonly label: string;
  /** The placeholder, if it isn't the label. */
  readonly hint?: string;
}

export function Composer({ channel, threadTs, label, hint = label }: ComposerProps) {
  const { state, perform } = useWorkspace();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [isShut, setShut] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  useEffect(() => {
    // On a touch screen a focused field would bring up the keyboard, over what there is to read.
    if (window.matchMedia('(hover: hover)').matches) field.current?.focus();
  }, []);
  const isThread = threadTs !== undefined;
  const { start, suggestions } = completionOf(state, text, isThread);
  const isOpen = suggestions.length > 0 && !isShut;

  const write = (next: string): void => {
    setText(next);
    setActive(0);
    setShut(false);
  };
  const take = ({ insert }: Suggestion): void => {
    write(text.slice(0, start) + insert);
    field.current?.focus();
  };
  const say = async (): Promise<void> => {
    if (text.trim() === '') return;
    write('');
    const done = await perform({ type: 'say', channel: channel.id, text, ...(isThread && { threadTs }) });
    // A refused text is put back, unless the next one has been started.
    if (!done.ok) setText((now) => (now === '' ? text : now));
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const suggestion = suggestions[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (isOpen && step !== undefined) setActive((active + step + suggestions.length) % suggestions.length);
    else if (isOpen && suggestion !== undefined && ['Enter', 'Tab'].includes(event.key) && !event.shiftKey)
      take(suggestion);
    else if (isOpen && event.key === 'Escape') setShut(true);
    else return;
    event.preventDefault();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      {isOpen && (
        <div id={listId} role="listbox" aria-label="Suggestions">
          {suggestions.map((suggestion, at) => (
            // The field keeps the focus and handles the keys.
            <div
              key={suggestion.insert}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === active}
              tabIndex={-1}
              onMouseDown={(event) => {
                event.preventDefault();
                take(suggestion);
              }}
            >
              <strong>{suggestion.insert.trim()}</strong> <span className="note">{suggestion.hint}</span>
            </div>
          ))}
        </div>
      )}
      <Shortcuts isThread={isThread} />
      <input
        ref={field}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
        placeholder={hint}
        value={text}
        onChange={({ target }) => write(target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="button is-primary" disabled={text.trim() === ''}>
        Send
      </button>
    </form>
  );
}

/** Focuses the message field: the thread's, if one is open. */
export function focusMessage(): void {
  document.querySelector<HTMLElement>('.pane:last-child [role=combobox]')?.focus();
}

/** The app's global shortcuts; not in threads, since they don't know where they were used. */
function Shortcuts({ isThread }: { readonly isThread: boolean }) {
  const { state, perform } = useWorkspace();
  if (isThread) return null;
  const items = state.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name, callbackId }) => ({ name, choose: () => void perform({ type: 'shortcut', callbackId }) }));
  return (
    <Menu label="Shortcuts" items={items}>
      +
    </Menu>
  );
}
