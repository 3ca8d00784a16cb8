// Reads out new messages to those who hear the page instead of seeing it.

/** `said` is announcementOf whenever it changes. */
export function Announcer({ said }: { readonly said: string }) {
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}
