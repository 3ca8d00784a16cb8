// What the server and the page of the local Slack tell each other: what a person sees, and what they do.

/** A block, an element or a text object of Block Kit, as it was sent. */
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

/** A message as it is now; its `ts` is unique in the workspace. */
export interface ShownMessage {
  readonly ts: string;
  /** The `ts` of the message that began its thread. */
  readonly threadTs?: string;
  readonly author: Author;
  readonly text: string;
  readonly blocks?: readonly BlockKitNode[];
  /** True if only the person whose state this is sees it. */
  readonly isEphemeral: boolean;
  readonly isEdited?: boolean;
  /** Who asked for this message of the bot, and with which words or button. */
  readonly askedBy?: Person & { readonly words: string };
  /** Milliseconds from that action until the message was here. */
  readonly ms?: number;
}

/** The values of a view's inputs by block_id and action_id, as Slack sends them. */
export type InputValues = Readonly<Record<string, Readonly<Record<string, BlockKitNode>>>>;

/** A modal or a Home tab. */
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
  /** What the app says about itself. */
  readonly about: string;
  readonly channels: readonly Channel[];
  /** By channel id, the oldest first. */
  readonly messages: Readonly<Record<string, readonly ShownMessage[]>>;
  /** Absent until the app has published one. */
  readonly home?: ShownView;
  /** The modals that are open in this tab, the topmost last. */
  readonly modals: readonly ShownView[];
  /** Errors beside the inputs of the topmost modal, by block_id. */
  readonly modalErrors?: Readonly<Record<string, string>>;
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  /** Examples for people who don't know what to ask. */
  readonly questions: readonly string[];
  /** Whether the bot can be asked. */
  readonly botState: 'starting' | 'ready' | 'stopped';
  /** Errors in what was edited, each with file and line; the last working version keeps answering. */
  readonly faults: readonly string[];
  /** Counts the edits that the bot answers from. */
  readonly edits: number;
  /** True while an edit is being read; the version before it keeps answering until it's done. */
  readonly isReading: boolean;
  /** When the bot began to answer from the last edit, in milliseconds since 1970; absent before the first. */
  readonly changedAt?: number;
  /** True if the app is an agent. */
  readonly isAgent: boolean;
}

/** A text, or the value of an option, or the values of several. */
export type InputValue = string | readonly string[];

/** What a person does: whose id it is, and in which browser tab, so that a window opens only there. */
export type UserAction = { readonly person: string; readonly tab?: string } & (
  | SayAction
  | PressAction
  | SubmitAction
  | { readonly type: 'close'; readonly viewId: string }
  /** A message shortcut names the message. */
  | { readonly type: 'shortcut'; readonly callbackId: string; readonly ts?: string }
  | { readonly type: 'openHome' }
  | { readonly type: 'openMessages' }
);

/** Sends a text. One that begins with a known command is that command; `@name` in it is a mention. */
interface SayAction {
  readonly type: 'say';
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string;
}

/** Clicks in a message or a view. */
interface PressAction {
  readonly type: 'press';
  /** A message's ts or a view's id. */
  readonly on: string;
  readonly blockId: string;
  readonly actionId: string;
  /** The button's or the chosen option's, or several for checkboxes; the ids of people who are chosen. */
  readonly value?: InputValue;
  /** What is written in the window so far, as for a submission. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, InputValue>>>>;
}

/** Submits a window. */
interface SubmitAction {
  readonly type: 'submit';
  readonly viewId: string;
  /** By block_id and action_id; inputs that aren't named stay as they are. */
  readonly values: Readonly<Record<string, Readonly<Record<string, InputValue>>>>;
}

/** The action of one type. */
export type ActionOf<T extends UserAction['type']> = Extract<UserAction, { type: T }>;

/** How an action went; `error` is a sentence for the person. */
export type ActionResult = { readonly ok: true } | { readonly ok: false; readonly error: string };
