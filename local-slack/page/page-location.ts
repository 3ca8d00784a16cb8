// Where in the workspace a browser is; it stands in the address, so that reloading and going back work.
import { useSyncExternalStore } from 'react';

/** `channel` is a channel's id or `home`; what is absent is the first there is. */
export interface PageLocation {
  readonly person?: string;
  readonly channel?: string;
  /** The ts of the message whose thread is open. */
  readonly thread?: string;
}

const NAMES = ['person', 'channel', 'thread'] as const;

const current = (): string => window.location.hash;

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The place, and how to go to another; what the other does not name is left behind. */
export function usePageLocation(): readonly [PageLocation, (place: PageLocation) => void] {
  return [readLocation(useSyncExternalStore(subscribe, current)), go];
}

function readLocation(hash: string): PageLocation {
  const given = new URLSearchParams(hash.slice(1));
  return Object.fromEntries(NAMES.flatMap((name) => (given.has(name) ? [[name, given.get(name)]] : [])));
}

function go(place: PageLocation): void {
  const given = NAMES.flatMap((name) => (place[name] === undefined ? [] : [[name, place[name]]]));
  window.location.hash = new URLSearchParams(given).toString();
}
