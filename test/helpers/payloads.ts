// The payloads that Slack sends, as the local workspace builds them.
export * from '../../local-slack/emulator/event-payloads.js';
