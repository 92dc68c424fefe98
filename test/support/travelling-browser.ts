import type { TestApp } from './test-app.js';

export interface Arrived {
  readonly status: number;
  /** The address at which the journey ended; that of Bridges without its host. */
  readonly address: string;
  readonly text: string;
}
type Jar = Map<string, string>;

/** Where the tested program says that people find it. */
export const PUBLIC_URL = 'http://localhost';
const MOST_HOPS = 15;

/** A browser that follows links and redirects between Bridges and other sites, with the cookies of each. */
export class TravellingBrowser {
  private readonly jars = new Map<string, Jar>();

  constructor(private readonly app: TestApp) {}

  /** Opens an address and follows every redirect. */
  async open(address: string): Promise<Arrived> {
    let url = new URL(address, PUBLIC_URL);
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const answer = await this.request(url);
      const location = answer.headers.get('location');
      if (!location) return this.arrived(url, answer);
      url = new URL(location, url);
    }
    throw new Error(`Too many redirects: ${url.href}`);
  }

  /** Follows redirects until one leads to an address that `stops`, which is not opened. */
  async until(address: string, stops: (url: URL) => boolean): Promise<URL> {
    let url = new URL(address, PUBLIC_URL);
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      if (stops(url)) return url;
      const answer = await this.request(url);
      const location = answer.headers.get('location');
      if (!location) throw new Error(`${url.href} answered ${answer.status}`);
      url = new URL(location, url);
    }
    throw new Error(`Too many redirects: ${url.href}`);
  }

  /** Posts a form of Bridges with the token of the page that it is on, and follows every redirect. */
  async submit(path: string, fields: Record<string, string>, from: string): Promise<Arrived> {
    const { text } = await this.open(from);
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const url = new URL(path, PUBLIC_URL);
    const answer = await this.request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        referer: new URL(from, PUBLIC_URL).href,
      },
      body: new URLSearchParams({ _csrf: token, ...fields }).toString(),
    });
    const location = answer.headers.get('location');
    return location ? this.open(new URL(location, url).href) : this.arrived(url, answer);
  }

  /** Presses the button of a page of another site, with the hidden fields of its form. */
  async press(page: Arrived, fields: Record<string, string>): Promise<Arrived> {
    const action = /<form[^>]*action="([^"]+)"/.exec(page.text)![1]!;
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const url = new URL(action, page.address);
    const answer = await this.request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        ...Object.fromEntries(hidden.map(([, name, value]) => [name!, value!])),
        ...fields,
      }).toString(),
    });
    const location = answer.headers.get('location');
    return location ? this.open(new URL(location, url).href) : this.arrived(url, answer);
  }

  private async request(url: URL, init: RequestInit = {}): Promise<Response> {
    const jar = this.jarOf(url.host);
    const real = url.origin === PUBLIC_URL ? new URL(url.pathname + url.search, this.app.url) : url;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string> | undefined), cookie };
    const answer = await fetch(real, { ...init, redirect: 'manual', headers });
    for (const line of answer.headers.getSetCookie()) keepCookie(jar, line);
    return answer;
  }

  private jarOf(host: string): Jar {
    const known = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, known);
    return known;
  }

  private async arrived(url: URL, answer: Response): Promise<Arrived> {
    const address = url.origin === PUBLIC_URL ? url.pathname + url.search : url.href;
    return { status: answer.status, address, text: await answer.text() };
  }
}

function keepCookie(jar: Jar, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const expires = attributes.map((one) => /^\s*expires=(.+)$/i.exec(one)?.[1]).find(Boolean);
  if (value === '' || (expires && Date.parse(expires) < Date.now())) jar.delete(name);
  else jar.set(name, value);
}
