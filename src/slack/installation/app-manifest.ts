// Reads from manifest.yml what the install page says about the app.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findProjectRoot } from '../../config/project-root.js';

const require = createRequire(import.meta.url);

/** A scope, with the comment that says what it's for. */
export interface Permission {
  readonly scope: string;
  readonly reason: string;
}

/** The app in words. */
export interface AppManifest {
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
}

/** The additional permission of an agent. */
export const AGENT_SCOPE = { scope: 'assistant:write', reason: 'Slack requires this of every agent' } as const;

/** Reads manifest.yml; an agent asks for one scope more. */
export function readAppManifest(isAgent: boolean): AppManifest {
  // Only an app with an install page needs it, and its 70 files would take a twentieth of every start.
  const { isScalar, isSeq, parseDocument } = require('yaml') as typeof import('yaml');
  const manifest = parseDocument(readFileSync(join(findProjectRoot(), 'manifest.yml'), 'utf8'));
  const scopes = manifest.getIn(['oauth_config', 'scopes', 'bot']);
  if (!isSeq(scopes)) throw new Error('manifest.yml has no list of scopes');
  // The comment above the first entry belongs to the list.
  const permissions = scopes.items.filter(isScalar).map(({ value, commentBefore }, index) => ({
    scope: String(value),
    reason: ((index === 0 ? scopes.commentBefore : undefined) ?? commentBefore ?? '').trim(),
  }));
  return {
    name: String(manifest.getIn(['display_information', 'name'])),
    description: String(manifest.getIn(['display_information', 'description'])),
    permissions: isAgent ? [...permissions, AGENT_SCOPE] : permissions,
  };
}
