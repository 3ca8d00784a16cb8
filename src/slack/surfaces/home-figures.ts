// Reads the figures that the Home tab shows administrators and mentors.
import type { Figures, Store } from '../../store/store.js';

/** So many days the Home tab looks back. */
export const HOME_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** The workspace's figures of these days. */
export const recentFigures = (store: Store, workspace: string): Promise<Figures> =>
  store.figures(Date.now() - HOME_DAYS * DAY_MS, workspace);
