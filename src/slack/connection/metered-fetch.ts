// Counts the calls to Slack that failed, by method and by Slack's code.
import type { webApi } from '@slack/bolt';
import type { Meter } from '../../operations/meter.js';
import { field, text } from '../inbound/payload.js';

const CODE = /^\w{1,60}$/;

/** A fetch that counts failures of `call`. Nothing is read twice: it watches what the client reads. */
export function meteredFetch({ slackFailed }: Meter, call: webApi.FetchFunction): webApi.FetchFunction {
  return async (url, init) => {
    const method = methodOf(`${url}`);
    const response = await call(url, init).catch((error) => {
      throw error;
    });
    if (!response.ok) {
      slackFailed(method, response.status === 429 ? 'ratelimited' : `http_${response.status}`);
      return response;
    }
    const read = response.text.bind(response);
    response.text = async () => {
      const body = await read();
      const code = refusalIn(body);
      if (code !== undefined) slackFailed(method, code);
      return body;
    };
    return response;
  };
}

/** `chat.postMessage`; addresses that came with a payload all get the same name. */
function methodOf(url: string): string {
  return /\/([a-z]+(?:\.[A-Za-z]+)+)$/.exec(url.split('?')[0] ?? '')?.[1] ?? 'response_url';
}

/** Slack writes no spaces between fields, and escapes quotation marks in texts: only a refusal holds this. */
function refusalIn(body: string): string | undefined {
  if (body.startsWith('{') && !body.includes('"ok":false')) return undefined;
  try {
    const result: unknown = JSON.parse(body);
    const code = text(result, 'error') ?? '';
    return field(result, 'ok') === true ? undefined : CODE.test(code) ? code : 'unreadable_response';
  } catch {
    return 'unreadable_response';
  }
}
