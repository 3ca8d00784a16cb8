// Serves as much of Slack as a start needs, and signs payloads as Slack does.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const BOT_TOKEN = 'xoxb-fake-bot-token';
export const SIGNING_SECRET = 'fake-signing-secret';
export const COMMAND = '/backend-career';

const SELF = { ok: true, user_id: 'U00FAKEBOT', bot_id: 'B00FAKEBOT', user: 'backend-career', team: 'Fake Team' };

/** Answers every Web API call as auth.test is answered, on a free port of this machine. */
export async function startSlack(): Promise<{ apiUrl: string; stop(): void }> {
  const server = createServer((request, response) => {
    request.resume();
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...SELF, team_id: 'T00FAKETEAM' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What Slack posts: a body with the headers that prove it. */
export interface Signed {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Signs a body as Slack does. */
export function sign(body: string, type = 'application/x-www-form-urlencoded'): Signed {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

/** A slash command as Slack posts it. */
export function signCommand(text: string, count: number, responseUrl: string, person = 'U00FAKEUSER1'): Signed {
  const body = new URLSearchParams({
    token: 'fake-verification-token',
    team_id: 'T00FAKETEAM',
    team_domain: 'fake',
    channel_id: 'C00FAKECHAN1',
    channel_name: 'general',
    user_id: person,
    user_name: 'fake',
    command: COMMAND,
    text,
    api_app_id: 'A00FAKEAPP',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: `fake-trigger-${count}`,
  });
  return sign(body.toString());
}
