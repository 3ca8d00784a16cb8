// Reads Block Kit values, which arrive unchecked.
import type { BlockKitNode } from '../shared/state.js';

export const isBlock = (value: unknown): value is BlockKitNode => typeof value === 'object' && value !== null;

/** The parts of a list that are objects. */
export const listOf = (value: unknown): BlockKitNode[] => (Array.isArray(value) ? value.filter(isBlock) : []);

/** The words of a text object; empty if there are none. */
export const wordsOf = (value: unknown): string => (isBlock(value) ? String(value.text ?? '') : '');

/** The value if it's a text. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
