// As much of a browser as an installation needs: it stores cookies and follows redirects.

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it's redirected to, if it is. */
  readonly location: string | undefined;
}

/** Follows no redirect by itself. Sends its cookies to every address, since everything runs on one machine. */
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
