// Moved: the local workspace and the tests share it.
export * from '../../../workspace/server/rules/view-rules.js';
