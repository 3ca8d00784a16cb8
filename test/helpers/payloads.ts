// What Slack sends in the tests: as the local workspace sends it.
export * from '../../local-slack/emulator/event-payloads.js';
