// Between the local workspace's server and its page: what a person sees, and what a person can do.

/** A block, an element, a text object: Block Kit as it came over the wire. */
export interface BlockKitNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Author extends Person {
  readonly isBot: boolean;
}

/** A conversation; `direct` is this person's own with the bot. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'direct';
}

/** A message as it stands now; no other message of the workspace has its `ts`. */
export interface ShownMessage {
  readonly ts: string;
  /** The `ts` of the message that began the thread it stands in. */
  readonly threadTs?: string;
  readonly author: Author;
  readonly text: string;
  readonly blocks?: readonly BlockKitNode[];
  /** True where only the person whose state this is sees it. */
  readonly isEphemeral: boolean;
  readonly isEdited?: boolean;
  /** Who brought the bot to say this, and by which words or button. */
  readonly askedBy?: Person & { readonly words: string };
  /** Milliseconds from that act until the message stood here. */
  readonly ms?: number;
}

/** What stands in the inputs of a view: by block_id and action_id, as Slack sends it. */
export type InputValues = Readonly<Record<string, Readonly<Record<string, BlockKitNode>>>>;

/** A modal or a Home. */
export interface ShownView {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly title: BlockKitNode | null;
  readonly submit: BlockKitNode | null;
  readonly close: BlockKitNode | null;
  readonly blocks: readonly BlockKitNode[];
  readonly values: InputValues;
}

export interface Command {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

/** `message`: in the menu of every message; `global`: beside the composer. */
export interface Shortcut {
  readonly name: string;
  readonly type: 'message' | 'global';
  readonly callbackId: string;
}

/** All that one person sees. */
export interface State {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly bot: Author;
  /** What the app says of itself. */
  readonly about: string;
  readonly channels: readonly Channel[];
  /** By channel id, the oldest first. */
  readonly messages: Readonly<Record<string, readonly ShownMessage[]>>;
  /** Absent until the app has published one. */
  readonly home?: ShownView;
  /** The person's open modals, the uppermost last. */
  readonly modals: readonly ShownView[];
  /** Beside the inputs of the uppermost modal, by block_id. */
  readonly modalErrors?: Readonly<Record<string, string>>;
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  /** For somebody who does not know what to ask. */
  readonly questions: readonly string[];
  /** Whether the bot can be asked; `starting` is also what it is while an edit is taken up for the first time. */
  readonly botState: 'starting' | 'ready' | 'stopped';
  /** Mistakes in what was edited, each with file and line; the last good state goes on answering. */
  readonly faults: readonly string[];
  /** Counts the edits that were taken up, so that the page can say that one was. */
  readonly edits: number;
  /** True where the app is declared an agent. */
  readonly isAgent: boolean;
}

/** A text, or the value of an option, or the values of several. */
export type InputValue = string | readonly string[];

/** What a person does; `person` is the id. */
export type UserAction =
  /** A text that begins with a known command is that command; `@name` in it is a mention. */
  | {
      readonly type: 'say';
      readonly person: string;
      readonly channel: string;
      readonly text: string;
      readonly threadTs?: string;
    }
  /** `on` is a message's ts or a view's id; `value` is the button's or the chosen option's, or several for checkboxes. */
  | {
      readonly type: 'press';
      readonly person: string;
      readonly on: string;
      readonly blockId: string;
      readonly actionId: string;
      readonly value?: InputValue;
    }
  /** InputValues by block_id and action_id; inputs that are not named stay as they are. */
  | {
      readonly type: 'submit';
      readonly person: string;
      readonly viewId: string;
      readonly values: Readonly<Record<string, Readonly<Record<string, InputValue>>>>;
    }
  | { readonly type: 'close'; readonly person: string; readonly viewId: string }
  /** A message shortcut names the message. */
  | { readonly type: 'shortcut'; readonly person: string; readonly callbackId: string; readonly ts?: string }
  | { readonly type: 'openHome'; readonly person: string }
  | { readonly type: 'openMessages'; readonly person: string };

/** The action of one type. */
export type ActionOf<T extends UserAction['type']> = Extract<UserAction, { type: T }>;

/** What came of an act; `error` is a sentence for the person. */
export type ActionResult = { readonly ok: true } | { readonly ok: false; readonly error: string };
