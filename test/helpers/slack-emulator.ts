// Slack in the tests: the local workspace’s.
export * from '../../local-slack/emulator/slack-emulator.js';
