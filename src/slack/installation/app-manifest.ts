// Reads from manifest.yml what the install page says about the app.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, isSeq, parseDocument } from 'yaml';
import { findProjectRoot } from '../../config/project-root.js';
import { AGENT_SCOPE } from './manifest-variants.js';

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

/** Reads manifest.yml; an agent asks for one scope more. */
export function readAppManifest(isAgent: boolean): AppManifest {
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
