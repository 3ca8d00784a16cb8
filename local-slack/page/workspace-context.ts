// What every part of the page needs: what there is to see, where one is, and hands to act with.
import { createContext, useContext } from 'react';
import type { Act, Channel, Done, State } from '../shared/state.js';
import type { Place } from './page-location.js';
import type { Theme } from './theme.js';

/** An act of the person who sits before the page. */
export type Deed<A extends Act = Act> = A extends Act ? Omit<A, 'person'> : never;

export interface Workspace {
  readonly state: State;
  readonly theme: Theme;
  /** Where one is: a channel, or the app's Home. */
  readonly channel: Channel | 'home';
  readonly thread: string | undefined;
  /** Goes elsewhere as the same person. */
  readonly go: (place: Omit<Place, 'person'>) => void;
  /** Does it; a refusal is told to the person as well as to the caller. */
  readonly perform: (deed: Deed) => Promise<Done>;
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
