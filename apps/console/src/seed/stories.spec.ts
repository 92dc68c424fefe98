import * as terms from '#libs/terms';
import { COUNTY, PERSONAS, STORIES, loadStories } from './index.js';
import { type RecordedCall, FakeApi } from './fake-api.js';

const NOW = new Date('2026-11-21T08:00:00Z');
const { isKeyOf } = terms;

const LISTS: Record<string, terms.CodeList> = {
  sex: terms.SEXES,
  relationship: terms.RELATIONSHIPS,
  parentalResponsibility: terms.PARENTAL_RESPONSIBILITIES,
  accommodation: terms.ADDRESS_TYPES,
  firstLanguage: terms.LANGUAGES,
  explainedLanguage: terms.LANGUAGES,
  interpreter: terms.INTERPRETERS,
  ethnicity: terms.ETHNICITIES,
  disabilities: terms.DISABILITIES,
  referralSource: terms.REFERRAL_SOURCES,
  presentingNeeds: terms.PRESENTING_NEEDS,
  answer: terms.YES_NO_NOT_SURE,
  purpose: terms.CONSENT_PURPOSES,
  tiers: terms.TIERS,
  topics: terms.SENSITIVE_TOPICS,
  topic: terms.SENSITIVE_TOPICS,
  capacity: terms.DECIDER_CAPACITIES,
  competence: terms.COMPETENCE_OUTCOMES,
  lawfulBasis: terms.LAWFUL_BASES,
  needs_category: terms.NEEDS_CATEGORIES,
  element: terms.ASSESSMENT_ELEMENTS,
  teamRole: terms.TEAM_ROLES,
  changeReason: terms.LEAD_CHANGE_REASONS,
  everyChildMatters: terms.EVERY_CHILD_MATTERS_OUTCOMES,
  status: { ...terms.ACTION_STATUSES, held: 'Held', Involved: 'Involved' },
  consentReaffirmed: terms.CONSENT_REAFFIRMED,
  childCommentMissing: terms.MISSING_COMMENT_REASONS,
  parentCommentMissing: terms.MISSING_COMMENT_REASONS,
  child_comment_missing: terms.MISSING_COMMENT_REASONS,
  parent_comment_missing: terms.MISSING_COMMENT_REASONS,
  kind: { ...terms.MEETING_KINDS, ...terms.REVIEW_TYPES, ...terms.CHILD_TIES, ...terms.HOUSEHOLD_KINDS },
  pattern: terms.STAY_PATTERNS,
  result: terms.OUTCOME_RESULTS,
};

async function runStories(now = NOW): Promise<RecordedCall[]> {
  const api = new FakeApi();
  await loadStories(STORIES, api, now);
  return api.calls;
}

function* leaves(value: unknown, key = ''): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) yield [key, value];
  else if (Array.isArray(value)) for (const part of value) yield* leaves(part, key);
  else for (const [name, part] of Object.entries(value)) yield* leaves(part, name);
}

describe('the stories', () => {
  it('are the ten of chapter 5 that are about a child, and some invented', () => {
    const numbers = STORIES.flatMap(({ source }) => /story (\d+)$/.exec(source)?.[1] ?? []).map(Number);
    expect(numbers).toEqual([1, 2, 3, 4, 6, 8, 10, 11, 12, 13]);
    expect(new Set(STORIES.map(({ key }) => key)).size).toBe(STORIES.length);
  });

  it('happen in order, in office hours, and never in the future', async () => {
    const calls = await runStories();
    expect(calls).toHaveLength(STORIES.flatMap(({ acts }) => acts).length);
    const times = calls.map(({ instant }) => instant.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const { instant } of calls) {
      expect(instant.getTime()).toBeLessThan(NOW.getTime());
      const there = instant.toLocaleString('en-GB', {
        timeZone: 'Europe/London',
        weekday: 'short',
        hour: '2-digit',
      });
      expect(there).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? (09|1[0-6])$/);
    }
  });

  it('leave no handle and no day unresolved, whatever the day of seeding', async () => {
    for (let day = 0; day < 7; day += 1) {
      const calls = await runStories(new Date(NOW.getTime() + day * 86_400_000));
      for (const { path, body } of calls) {
        expect(path).toMatch(/^\/[a-z0-9/-]+$/);
        for (const [key, value] of leaves(body)) {
          expect([key, typeof value]).toEqual([key, expect.stringMatching(/^(string|number|boolean)$/)]);
        }
      }
    }
  });

  it('name versions in every change', async () => {
    for (const { method, ifMatch } of await runStories()) {
      if (method === 'POST') expect(ifMatch).toBeUndefined();
      else expect(ifMatch).toMatch(/^"v\d+"$/);
    }
  });

  it('use the codes of the lists', async () => {
    const wrong = (await runStories()).flatMap(({ body }) =>
      [...leaves(body)].filter(([key, value]) => {
        const list = Object.hasOwn(LISTS, key) ? LISTS[key] : undefined;
        // The reason for a meeting is free text, not a code.
        const inWords = key === 'purpose' && 'startsAt' in body;
        return list && !inWords && !isKeyOf(list, value);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('name only people and agencies of the county', async () => {
    const people = new Set(COUNTY.practitioners.map(({ id }) => id));
    const agencies = new Set(COUNTY.agencies.map(({ id }) => id));
    const personas = new Set<string>(PERSONAS.map(({ key }) => key));
    for (const { persona, body } of await runStories()) {
      expect(personas).toContain(persona);
      for (const [key, value] of leaves(body)) {
        if (/practitionerId|chairId|noteTakerId|People$/i.test(key) && key !== 'presentPeople')
          expect(people).toContain(value);
        if (/agencyId$|Agencies$/i.test(key)) expect(agencies).toContain(value);
      }
    }
  });

  it('give only addresses and numbers that reach no one', async () => {
    for (const { body } of await runStories()) {
      for (const [key, value] of leaves(body)) {
        if (key === 'postcode') expect(terms.checkPostcode(String(value))).toEqual({ ok: true, value });
        if (key === 'postcode') expect(value).toMatch(/^LE99 /);
        if (key === 'telephone') expect(value).toMatch(/^07700 900\d{3}$/);
      }
    }
  });
});
