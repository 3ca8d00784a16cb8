// Draws the topmost window that the app has opened for this person; the browser keeps the focus inside.
import { useEffect, useRef, useState } from 'react';
import type { ShownView } from '../shared/state.js';
import { wordsOf } from './block-kit.js';
import { Blocks } from './blocks.js';
import { FormProvider, type FormValues, initialValues } from './form-state.js';
import { useWorkspace } from './workspace-context.js';

export function Modal() {
  const view = useWorkspace().state.modals.at(-1);
  return view === undefined ? null : <Dialog key={view.id} view={view} />;
}

function Dialog({ view }: { readonly view: ShownView }) {
  const { state, perform } = useWorkspace();
  const dialog = useRef<HTMLDialogElement>(null);
  const [own, setOwn] = useState<FormValues>({});
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // Without scrolling, so that a window is read from its beginning.
    dialog.current?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const shown = view.blocks.map(({ block_id }) => String(block_id));
  // An input that the app has replaced has a different id, so nothing written before ends up in it.
  const filled = {
    ...initialValues(view),
    ...Object.fromEntries(Object.entries(own).filter(([id]) => shown.includes(id))),
  };
  const errors = state.modalErrors ?? {};
  const wrong = Object.keys(errors).join(' ');
  useEffect(() => {
    if (wrong !== '') focusWrong(dialog.current);
  }, [wrong]);

  const close = (): void => void perform({ type: 'close', viewId: view.id });
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    await perform({ type: 'submit', viewId: view.id, values: filled });
    setSending(false);
    focusWrong(dialog.current);
  };
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <header>
          <h2 id="modal-title">{wordsOf(view.title)}</h2>
          <button type="button" className="icon" aria-label="Close this window" onClick={close}>
            ✕
          </button>
        </header>
        <FormProvider
          value={{
            filled,
            errors,
            fill(blockId, actionId, given) {
              setOwn({ ...own, [blockId]: { ...filled[blockId], [actionId]: given } });
            },
          }}
        >
          <div className="modal-body" aria-live="polite">
            <Blocks blocks={view.blocks} on={view.id} />
          </div>
        </FormProvider>
        <footer>
          <button type="button" className="button" onClick={close}>
            {wordsOf(view.close) || 'Close'}
          </button>
          {view.submit !== null && (
            <button type="submit" className="button is-primary" aria-busy={isSending}>
              {wordsOf(view.submit)}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

/** Focuses the first input with an error, once the errors are drawn. */
function focusWrong(dialog: HTMLElement | null): void {
  requestAnimationFrame(() => dialog?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
