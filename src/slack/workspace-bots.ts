// Gives each workspace its bot: the one for all, with what the workspace's mentors have written.
import { LRUCache } from 'lru-cache';
import type { Bot } from '../answering/bot.js';
import type { Mentors } from '../store/mentors.js';

/** The bots of all workspaces. */
export interface WorkspaceBots {
  /** The one for all, without any mentor's answer. */
  readonly common: Bot;
  /** The workspace's bot; where the store can't be read, as it was last. */
  of(workspace: string): Promise<Bot>;
  /** Looks whether answers have changed, on any machine. Says whether they have. */
  refresh(): Promise<boolean>;
}

/** Some megabytes each, of which all that was trained is shared. */
const MOST_BOTS = 50;

interface Known {
  /** What the store said of changes when the answers were read. */
  readonly change: string;
  readonly bot: Promise<Bot>;
}

/** Builds them; nothing is read before the first question or `refresh`. */
export function createWorkspaceBots(common: Bot, mentors: Mentors): WorkspaceBots {
  const known = new LRUCache<string, Known>({ max: MOST_BOTS });
  /** Undefined until the store could be read. */
  let change: string | undefined;

  const build = async (workspace: string, before: Promise<Bot> | undefined): Promise<Bot> => {
    const answers = await mentors.answers(workspace);
    if (answers === undefined) {
      // Read again at the next question.
      known.delete(workspace);
      return before ?? common;
    }
    const live = answers.filter(({ isLive }) => isLive);
    return live.length === 0 ? common : common.withAnswers(live);
  };

  return {
    common,
    async of(workspace) {
      const current = change ?? (await mentors.change()) ?? '';
      if (current === '') return common;
      const last = known.get(workspace);
      if (last?.change === current) return last.bot;
      const bot = build(workspace, last?.bot);
      known.set(workspace, { change: current, bot });
      return bot;
    },

    async refresh() {
      const now = await mentors.change();
      if (now === undefined || now === change) return false;
      change = now;
      return true;
    },
  };
}
