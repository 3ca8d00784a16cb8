// A browser as far as an installation needs one: it keeps cookies as it is told, and follows where it is sent.

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it would go next, if it is sent on. */
  readonly location: string | undefined;
}

/** Goes nowhere by itself. Its cookies go to every address, as all is on one machine. */
export function openBrowser(cookies = new Map<string, string>()) {
  return {
    cookies,
    async visit(url: string): Promise<Page> {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
      for (const line of response.headers.getSetCookie()) keep(cookies, line);
      const location = response.headers.get('location') ?? undefined;
      return { status: response.status, headers: response.headers, text: await response.text(), location };
    },
  };
}

export type Browser = ReturnType<typeof openBrowser>;

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = '', expires = ''] = /^([^=]+)=([^;]*)(?:.*Expires=([^;]+))?/i.exec(line) ?? [];
  if (expires !== '' && Date.parse(expires) < Date.now()) cookies.delete(name);
  else cookies.set(name, value);
}
