// Reads the forward proxy from the environment, under the names that curl and most other programs use.
import type { Environment } from './environment.js';

/** The proxies for https and http addresses (https falls back to the other one), and the hosts reached without one. */
export interface ProxyConfig {
  readonly https?: string;
  readonly http?: string;
  /** Hosts with commas between them; `*` is every host. */
  readonly except: string;
}

/** Each in lower case too, which takes precedence if both are set, as in curl. */
const NAMES = { https: 'HTTPS_PROXY', http: 'HTTP_PROXY', except: 'NO_PROXY' } as const;

const HAS_PORT = /^https?:\/\/[^/?#]*:\d+(?:[/?#]|$)/i;

/** A host, perhaps with a user and a port. A path matters to no proxy, but without a port it's a slip such as `htp:/proxy`. */
function isProxy(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname } = new URL(address);
  if (!/^https?:$/.test(protocol) || /\.pac$/i.test(pathname)) return false;
  return pathname === '/' || HAS_PORT.test(address);
}

/** The proxy settings; undefined without a proxy. Adds a sentence to `problems` for each address that is wrong. */
export function readProxies(env: Environment, problems: string[]): ProxyConfig | undefined {
  const addressOf = (name: string): string | undefined => {
    const given = env[name.toLowerCase()] ?? env[name];
    if (given === undefined) return undefined;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`;
    if (isProxy(address)) return address;
    problems.push(
      `${name} must be the address of an HTTP proxy such as http://proxy.example.org:3128. ` +
        'If you only have a .pac file, the proxy’s address is in it, after the word PROXY',
    );
    return undefined;
  };
  const [https, http] = [addressOf(NAMES.https), addressOf(NAMES.http)];
  if (https === undefined && http === undefined) return undefined;
  const except = env[NAMES.except.toLowerCase()] ?? env[NAMES.except] ?? '';
  return Object.freeze({ except, ...(https !== undefined && { https }), ...(http !== undefined && { http }) });
}
