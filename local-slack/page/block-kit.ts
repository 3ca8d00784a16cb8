// Looks into Block Kit, whose parts arrive as they are.
import type { BlockKitNode } from '../shared/state.js';

export const isBlock = (value: unknown): value is BlockKitNode => typeof value === 'object' && value !== null;

/** The parts of a list that are objects. */
export const listOf = (value: unknown): BlockKitNode[] => (Array.isArray(value) ? value.filter(isBlock) : []);

/** The words of a text object; empty where there are none. */
export const wordsOf = (value: unknown): string => (isBlock(value) ? String(value.text ?? '') : '');

/** A text, where there is one. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
