// Beside the road: where an answer goes to.

/** A thread, and the one person in it who is to see something. */
export interface PrivatePlace {
  readonly channel: string;
  readonly thread: string;
  readonly person: string;
}

export type Place =
  /** Into the acknowledgement of a command; one person sees it. */
  | { readonly kind: 'acknowledgement' }
  /** To the one who pressed, in the thread they are reading if there is one; or in place of what holds the button. */
  | { readonly kind: 'response'; readonly replaces?: true; readonly within?: PrivatePlace }
  | { readonly kind: 'conversation'; readonly channel: string; readonly thread?: string }
  /** For everybody in the channel, because somebody who had it in private shares it. */
  | { readonly kind: 'shared'; readonly channel: string; readonly thread?: string; readonly isThreaded?: true }
  /** A window that opens; `id` names the conversation in it. */
  | { readonly kind: 'new modal'; readonly trigger: string; readonly id: string }
  /** In place of what a window shows. */
  | { readonly kind: 'modal'; readonly view: string; readonly id: string }
  /** Into the acknowledgement of a form, whose window then shows it. */
  | { readonly kind: 'submission'; readonly id: string };
