// Takes the proxy settings and gives what Slack's clients need to go through the proxy, on every version of Node.
import type { webApi } from '@slack/bolt';
import { type Dispatcher, EnvHttpProxyAgent, fetch as fetchThrough, type RequestInit } from 'undici';
import type { ProxyConfig } from '../../config/proxy-config.js';

/** The way to Slack through a proxy: calls of the Web API take the fetch, the WebSocket takes the dispatcher. */
export interface ProxyRoute {
  readonly fetch: webApi.FetchFunction;
  readonly dispatcher: Dispatcher;
}

/** Opens nothing yet. A host that is excepted is reached directly. */
export function createProxyRoute({ https, http, except }: ProxyConfig): ProxyRoute {
  // Given even where it is empty: the agent would read the environment itself, and Node's own fetch reads another one.
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: http ?? '', httpsProxy: https ?? '', noProxy: except });
  return {
    dispatcher,
    // Not Node's own fetch, whose undici is another one in each version of Node and takes no agent of this one.
    fetch: (url, init) => {
      const request: RequestInit = { ...withoutForm(init), dispatcher };
      return fetchThrough(url, request);
    },
  };
}

/** A form is only sent with files, and this app sends none. */
function withoutForm(init: Parameters<webApi.FetchFunction>[1]): RequestInit {
  const { body, ...rest } = init ?? {};
  return typeof body === 'string' ? { ...rest, body } : rest;
}
