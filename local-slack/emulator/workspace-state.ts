// Holds all state of the emulated workspace, its settings, and the check of what's accepted as a message.

import { createAgentSessions } from './agent-sessions.js';
import { type ApiRefusal, createEmulatorClock, type JsonObject, refuse } from './api-results.js';
import { createConversations } from './conversations.js';
import { CHANNEL, PERSON } from './fake-ids.js';
import { type Manifest, readManifest } from './manifest.js';
import { OAuthInstalls } from './oauth-installs.js';
import { createResponseUrls } from './response-urls.js';
import { nodes } from './rules/block-kit-node.js';
import { messageFaults } from './rules/message-rules.js';
import { TrafficLog } from './traffic-log.js';
import { createTriggers } from './trigger-ids.js';
import { Views } from './views.js';

/** What kind of workspace it is. */
export interface WorkspaceOptions {
  /** True where the app is declared an agent. */
  readonly isAgent?: boolean;
  /** Types of blocks that Slack does not know there yet. */
  readonly refuses?: readonly string[];
  /** What the app was given; manifest.yml unless said otherwise. */
  readonly manifest?: Manifest;
  /** True where time goes by itself, as for people; tests move it. */
  readonly hasTime?: boolean;
}

/** Something that Slack refused, and why. */
export interface Refused extends ApiRefusal {
  readonly method: string;
}

export function createWorkspaceState(options: WorkspaceOptions) {
  const { isAgent = false, refuses = [], manifest = readManifest(isAgent), hasTime = false } = options;
  const clock = createEmulatorClock(hasTime);
  const traffic = new TrafficLog();
  const people = new Set<string>();
  const refused: Refused[] = [];
  const unknown = new Set(refuses);

  /** Why this is not taken as a message. */
  function messageObjection(message: JsonObject): ApiRefusal | undefined {
    const blocks = nodes(message.blocks);
    const faults = messageFaults(message, { people });
    if ((message.text === undefined || message.text === '') && blocks.length === 0) return refuse('no_text', faults);
    const strange = blocks.find(({ type }) => unknown.has(type));
    if (strange !== undefined) return refuse('invalid_blocks', [`unsupported type: ${strange.type}`]);
    return faults.length > 0 ? refuse('invalid_blocks', faults) : undefined;
  }

  const conversations = createConversations(clock, (message) => traffic.brought(message));
  const triggers = createTriggers(clock);
  const responseUrls = createResponseUrls(clock, conversations, messageObjection);
  return {
    isAgent,
    manifest,
    clock,
    traffic,
    /** Everyone who has done something here. */
    people,
    refused,
    conversations,
    triggers,
    responseUrls,
    views: new Views(triggers),
    sessions: createAgentSessions(isAgent),
    installs: new OAuthInstalls(clock, manifest.scopes),
    messageObjection,
    /** From now on Slack knows this type of block, or does not. */
    takeBlocks(type: string, isTaken: boolean): void {
      if (isTaken) unknown.delete(type);
      else unknown.add(type);
    },
    freshResponsePath: () => responseUrls.issue({ user: PERSON, channel: CHANNEL }),
  };
}

export type WorkspaceState = ReturnType<typeof createWorkspaceState>;
