// What Slack sends in the tests: as the local workspace sends it.
export * from '../../workspace/server/payloads.js';
