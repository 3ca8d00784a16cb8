// The ids of the workspace, its app and its people: obviously fake, the same in payloads and results.

export const BOT = { token: 'xoxb-fake-bot-token', botId: 'B00FAKEBOT', userId: 'U00FAKEBOT', name: 'backend-career' };
export const APP_TOKEN = 'xapp-fake-app-token';
export const APP_ID = 'A00FAKEAPP';
export const TEAM = { id: 'T00FAKETEAM', name: 'Fake Team', domain: 'fake' };
export const PERSON = 'U00FAKEUSER1';
export const CHANNEL = 'C00FAKECHAN1';
/** The direct conversation of PERSON with the bot. */
export const DIRECT = 'D00FAKEUSER1';
/** Where payloads have a response_url before the emulator puts one of its own there; nothing listens at it. */
export const NO_RESPONSE_URL = 'http://127.0.0.1:9/response';
