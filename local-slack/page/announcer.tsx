// Reads new messages out to people who use a screen reader.

/** `text` is read out whenever it changes. */
export function Announcer({ text }: { readonly text: string }) {
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
