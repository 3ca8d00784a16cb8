// What every part of the page needs: what there is to see, where one is, and hands to act with.
import { createContext, useContext } from 'react';
import type { ActionResult, Channel, State, UserAction } from '../shared/state.js';
import type { PageLocation } from './page-location.js';
import type { Theme } from './theme.js';

/** An act of the person who sits before the page. */
export type OwnAction<A extends UserAction = UserAction> = A extends UserAction ? Omit<A, 'person'> : never;

export interface Workspace {
  readonly state: State;
  readonly theme: Theme;
  /** Where one is: a channel, or the app's Home. */
  readonly channel: Channel | 'home';
  readonly thread: string | undefined;
  /** Goes elsewhere as the same person. */
  readonly go: (place: Omit<PageLocation, 'person'>) => void;
  /** Does it; a refusal is told to the person as well as to the caller. */
  readonly perform: (action: OwnAction) => Promise<ActionResult>;
}

const Context = createContext<Workspace | undefined>(undefined);

export const WorkspaceProvider = Context.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(Context);
  if (workspace === undefined) throw new Error('This part of the page stands outside of the workspace.');
  return workspace;
}

/** The name by which the bot is mentioned, which is not the app's. */
export const handleOf = (state: State): string => directOf(state)?.name ?? state.bot.name;

/** The person's own conversation with the bot. */
export const directOf = ({ channels }: State): Channel | undefined => channels.find(({ kind }) => kind === 'direct');
