// Slack in the tests: the local workspace's emulator.
export * from '../../local-slack/emulator/slack-emulator.js';
