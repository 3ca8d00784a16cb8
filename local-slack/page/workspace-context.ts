// Gives every part of the page what it needs: the state, where one is, and how to act.
import { createContext, useContext } from 'react';
import type { ActionResult, Channel, State, UserAction } from '../shared/state.js';
import type { PageLocation } from './page-location.js';
import type { Theme } from './theme.js';

/** An action of the person who looks at the page. */
export type OwnAction<A extends UserAction = UserAction> = A extends UserAction ? Omit<A, 'person' | 'tab'> : never;

/** What the parts of the page share. */
export interface Workspace {
  readonly state: State;
  readonly theme: Theme;
  /** What is open: a channel, or the app's Home tab. */
  readonly channel: Channel | 'home';
  readonly thread: string | undefined;
  /** On narrow screens the sidebar is closed until someone opens it. */
  readonly sidebar: { readonly isOpen: boolean; readonly setOpen: (isOpen: boolean) => void };
  /** Goes elsewhere as the same person. */
  readonly go: (location: Omit<PageLocation, 'person'>) => void;
  /** Does it; a refusal is shown to the person and given to the caller. */
  readonly perform: (action: OwnAction) => Promise<ActionResult>;
}

const Context = createContext<Workspace | undefined>(undefined);

export const WorkspaceProvider = Context.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(Context);
  if (workspace === undefined) throw new Error('This part of the page is outside of WorkspaceProvider.');
  return workspace;
}

/** The name by which the bot is mentioned, which isn't the app's. */
export const handleOf = (state: State): string => directOf(state)?.name ?? state.bot.name;

/** The person's own conversation with the bot. */
export const directOf = ({ channels }: State): Channel | undefined => channels.find(({ kind }) => kind === 'direct');
