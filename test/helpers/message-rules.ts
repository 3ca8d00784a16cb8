// Moved: the local workspace and the tests share it.
export * from '../../workspace/server/rules/message-rules.js';
