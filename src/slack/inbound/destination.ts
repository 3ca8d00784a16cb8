// Where an answer goes.

/** A thread, and the one person in it who sees something. */
export interface PrivateThread {
  readonly channel: string;
  readonly thread: string;
  readonly person: string;
}

/** Where an answer goes, by the way the question came. */
export type Destination =
  /** Into the acknowledgement of a command; one person sees it. */
  | { readonly kind: 'acknowledgement' }
  /** To the person who asked, in the thread they are reading if there is one; or in place of the message with the button. */
  | { readonly kind: 'response'; readonly replaces?: true; readonly inThread?: PrivateThread }
  | { readonly kind: 'conversation'; readonly channel: string; readonly thread?: string }
  /** For everyone in the channel, because a person who saw it privately shares it. */
  | { readonly kind: 'shared'; readonly channel: string; readonly thread?: string; readonly isThreaded?: true }
  /** A window that opens; `id` names the conversation in it. */
  | { readonly kind: 'new modal'; readonly trigger: string; readonly id: string }
  /** In place of what a window shows. */
  | { readonly kind: 'modal'; readonly view: string; readonly id: string }
  /** Into the acknowledgement of a form, whose window then shows it. */
  | { readonly kind: 'submission'; readonly id: string };
