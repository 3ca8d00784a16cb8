// Calls the emulator with Slack's own client, as the app would.
import { LogLevel, webApi } from '@slack/bolt';
import { BOT, type Slack } from './slack-emulator.js';

type Fields = Record<string, unknown>;

/** What a method returns: a result or a refusal. */
export async function callSlack(slack: Slack, method: string, args: Fields = {}, token = BOT.token): Promise<Fields> {
  const { apiUrl: slackApiUrl } = slack;
  const silent = new webApi.WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, logger: SILENT });
  return silent.apiCall(method, args).catch((error) => error.data);
}

const ignore = (): void => undefined;
const SILENT = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  setName: ignore,
  getLevel: () => LogLevel.ERROR,
};
