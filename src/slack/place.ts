// Beside the road: where an answer goes to.

export type Place =
  /** Into the acknowledgement of a command; one person sees it. */
  | { readonly kind: 'acknowledgement' }
  /** To the one who pressed, or in place of the message that holds the button. */
  | { readonly kind: 'response'; readonly replaces?: true }
  | { readonly kind: 'conversation'; readonly channel: string; readonly thread?: string }
  /** For everybody in the channel, because somebody who had it in private shares it. */
  | { readonly kind: 'shared'; readonly channel: string; readonly thread?: string; readonly isThreaded?: true }
  /** A window that opens; `id` names the conversation in it. */
  | { readonly kind: 'new modal'; readonly trigger: string; readonly id: string }
  /** In place of what a window shows. */
  | { readonly kind: 'modal'; readonly view: string; readonly id: string }
  /** Into the acknowledgement of a form, whose window then shows it. */
  | { readonly kind: 'submission'; readonly id: string };
