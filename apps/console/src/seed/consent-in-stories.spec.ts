import { PRACTITIONER_DATA } from './county/practitioners.js';
import { agency, COUNTY, STORIES, loadStories } from './index.js';
import { type RecordedCall, FakeApi } from './fake-api.js';

type Consent = {
  agencies: { agencyId: string; tiers: string[] }[];
  refusedAgencies: string[];
  validUntil?: string;
};

const SIX_MONTHS = 184;
const DAY = 86_400_000;
const AGENCIES_OF = new Map(
  COUNTY.practitioners.map((each) => [each.id, each.posts.map((post) => post.agencyId)]),
);
const WORKERS = new Map(Object.entries(PRACTITIONER_DATA));

/** The consents of an episode at the time of each act, derived from the stories alone. */
class Agreed {
  private readonly words = new Map<string, { tiers: string[]; until: number }>();

  constructor(readonly opener: string) {}

  hear(body: Consent, at: Date): void {
    const until = body.validUntil ? Date.parse(body.validUntil) + DAY : at.getTime() + 181 * DAY;
    for (const row of body.agencies) this.words.set(row.agencyId, { tiers: row.tiers, until });
    for (const id of body.refusedAgencies) this.words.delete(id);
  }
  forget(id: string): void {
    this.words.delete(id);
  }
  tiers(agencies: readonly string[], at: Date): string[] {
    if (agencies.includes(this.opener)) return ['T0', 'T1', 'T2'];
    return agencies.flatMap((id) => {
      const word = this.words.get(id);
      return word && word.until > at.getTime() ? word.tiers : [];
    });
  }
}

async function runStories(): Promise<RecordedCall[]> {
  const api = new FakeApi();
  await loadStories(STORIES, api, new Date('2026-11-18T12:00:00Z'));
  return api.calls;
}

/** One story at a time, so that the first person to act is the one who opens the episode. */
async function eachStory(check: (call: RecordedCall, agreed: Agreed) => void): Promise<void> {
  for (const story of STORIES) {
    const api = new FakeApi();
    await loadStories([story], api, new Date('2026-11-18T12:00:00Z'));
    const opener = WORKERS.get(story.acts[0]?.by ?? '')?.posts[0].agency;
    const agreed = new Agreed(agency(opener as Parameters<typeof agency>[0]));
    for (const call of api.calls) {
      check(call, agreed);
      if (call.path.endsWith('/consents') && call.body['purpose'] !== 'panel_referral') {
        agreed.hear(call.body as unknown as Consent, call.instant);
      }
      if (call.path.endsWith('/withdrawal')) agreed.forget(String(call.body['agencyId']));
    }
  }
}

describe('consent in the stories', () => {
  it('comes before a practitioner from another agency joins the team or is asked to lead', async () => {
    await eachStory(({ path, body, instant }, agreed) => {
      if (!/\/(team|proposals)$/.test(path)) return;
      const theirs = AGENCIES_OF.get(String(body['practitionerId'])) ?? [];
      expect(agreed.tiers(theirs, instant)).toContain('T1');
    });
  });

  it('covers every practitioner who is given work', async () => {
    await eachStory(({ path, body, instant }, agreed) => {
      const doer = body['doerPractitionerId'];
      if (doer)
        expect([path, agreed.tiers(AGENCIES_OF.get(String(doer)) ?? [], instant)]).toEqual([
          path,
          expect.arrayContaining(['T2']),
        ]);
    });
  });

  it('lasts six months at most', async () => {
    for (const { path, body, instant } of await runStories()) {
      if (!path.endsWith('/consents') || !body['validUntil']) continue;
      expect(Date.parse(String(body['validUntil'])) - instant.getTime()).toBeLessThan(SIX_MONTHS * DAY);
    }
  });
});
