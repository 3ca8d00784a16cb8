// Slack in the tests: the local workspace’s.
export * from '../../workspace/server/slack.js';
