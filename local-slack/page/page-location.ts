// Reads and changes what is open; it's in the address, so that reloading and going back work.
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

/** The location, and how to go to another; what the other doesn't name is dropped. */
export function usePageLocation(): readonly [PageLocation, (location: PageLocation) => void] {
  return [readLocation(useSyncExternalStore(subscribe, current)), go];
}

function readLocation(hash: string): PageLocation {
  const given = new URLSearchParams(hash.slice(1));
  return Object.fromEntries(NAMES.flatMap((name) => (given.has(name) ? [[name, given.get(name)]] : [])));
}

function go(location: PageLocation): void {
  const given = NAMES.flatMap((name) => (location[name] === undefined ? [] : [[name, location[name]]]));
  window.location.hash = new URLSearchParams(given).toString();
}
