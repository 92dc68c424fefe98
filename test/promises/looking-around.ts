import { ApiClient } from '../support/api-client.js';
import { usernameOf, type World } from '../support/world.js';

const MOST_PAGES = 90;
/** Ways that lead nowhere new, or out. */
const SKIPPED = /^\/(sign-out|assets|api\/docs)|\/sign-in/;

export interface Look {
  readonly path: string;
  readonly status: number;
  readonly text: string;
}
type Get = (path: string) => Promise<Look>;

/** One person at the same place in two worlds: everything they come to by following links, and by the API. */
export class LookingAround {
  private constructor(
    private readonly pages: readonly Get[],
    private readonly api: readonly Get[],
    private readonly operations: readonly string[],
  ) {}

  static async as(persona: string, worlds: readonly World[]): Promise<LookingAround> {
    const pages: Get[] = [];
    const api: Get[] = [];
    for (const world of worlds) {
      const browser = await world.browse(persona);
      const client = await ApiClient.signIn(world.server, usernameOf(persona));
      pages.push(async (path) => ({ path, ...plain(await browser.get(path)) }));
      api.push(async (path) => ({ path, ...plain(await client.get(path)) }));
    }
    return new LookingAround(pages, api, await getOperations(worlds[0]!));
  }

  /** Pairs of what the same way showed in the one world and in the other. */
  async *everywhere(): AsyncGenerator<readonly [Look, Look]> {
    const ids = new Set<string>();
    const seen = new Set<string>();
    const waiting = ['/', ...ALWAYS];
    while (waiting.length > 0 && seen.size < MOST_PAGES) {
      const path = waiting.shift()!;
      if (seen.has(path) || SKIPPED.test(path)) continue;
      seen.add(path);
      const pair = await this.pair(this.pages, path);
      yield pair;
      for (const found of linksIn(pair[0].text)) waiting.push(found);
      for (const [id] of (path + pair[0].text).matchAll(
        /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}/g,
      ))
        ids.add(id);
    }
    for (const operation of this.operations)
      for (const path of filled(operation, [...ids])) yield await this.pair(this.api, path);
  }

  private async pair(gets: readonly Get[], path: string): Promise<readonly [Look, Look]> {
    const [one, other] = [await gets[0]!(path), await gets[1]!(path)];
    if (one.text === other.text) return [one, other];
    // A minute may have gone by between the two: what is said of the time is looked at once more.
    return [await gets[0]!(path), await gets[1]!(path)];
  }
}

const ALWAYS = [
  '/children?name=Invented&reason=Looking',
  '/children?name=Adrian&dateOfBirth-day=1&reason=Looking',
  '/caseload',
  '/caseload?by=practitioner',
  '/caseload.csv',
  '/episodes',
  '/episodes?scope=agency',
  '/episodes?scope=locality',
  '/step-ups',
  '/messages',
];

async function getOperations(world: World): Promise<string[]> {
  const document = (await new ApiClient(world.server, '').get('/openapi.json')).body as {
    paths: Record<string, Record<string, unknown>>;
  };
  return Object.entries(document.paths)
    .filter(([, verbs]) => verbs['get'])
    .map(([path]) => path.replace(/^\/api\/v1/, ''))
    .filter((path) => !path.startsWith('/demo') && !path.startsWith('/health'));
}

/** A way of the API with ids that this person has met, a few for each. */
function filled(path: string, ids: readonly string[]): string[] {
  if (!path.includes('{')) return [path, `${path}?name=Invented&reason=Looking&by=level&scope=all`];
  return ids.slice(0, 25).map((id) => path.replaceAll(/\{[^}]+\}/g, id));
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/href="(\/[^"#]*)/g)].map((match) => match[1]!.replaceAll('&amp;', '&'));
}

/** Without what differs from one asking to the next whoever asks. */
function plain({ status, text }: { status: number; text: string }): { status: number; text: string } {
  return {
    status,
    text: text
      .replaceAll(/name="_csrf" value="[^"]+"/g, 'name="_csrf"')
      .replaceAll(/nonce[=-]"?[A-Za-z0-9+/=_-]+"?/g, 'nonce')
      .replaceAll(/urn:uuid:[0-9a-f-]+/g, 'urn:uuid')
      .replaceAll(/2026-11-2\dT[\d:.]+Z/g, 'just now'),
  };
}
