// Turns the proxy settings into what Slack's clients need to use the proxy, on every version of Node.
import type { webApi } from '@slack/bolt';
import { type Dispatcher, EnvHttpProxyAgent, fetch as fetchThrough, type RequestInit } from 'undici';
import type { ProxyConfig } from '../../config/proxy-config.js';

/** The proxy for Slack: the Web API takes the fetch, the WebSocket takes the dispatcher. */
export interface ProxyRoute {
  readonly fetch: webApi.FetchFunction;
  readonly dispatcher: Dispatcher;
}

/** Opens nothing yet. An excluded host is reached directly. */
export function createProxyRoute({ https, http, except }: ProxyConfig): ProxyRoute {
  // Set even if it's empty: otherwise the agent would read the environment itself.
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: http ?? '', httpsProxy: https ?? '', noProxy: except });
  return {
    dispatcher,
    // Not Node's own fetch, whose undici differs in each version of Node and doesn't accept this one's agent.
    fetch: (url, init) => {
      const request: RequestInit = { ...withoutForm(init), dispatcher };
      return fetchThrough(url, request);
    },
  };
}

/** A form is only needed for files, which this app never sends. */
function withoutForm(init: Parameters<webApi.FetchFunction>[1]): RequestInit {
  const { body, ...rest } = init ?? {};
  return typeof body === 'string' ? { ...rest, body } : rest;
}
