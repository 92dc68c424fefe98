import { confirms, recordsConsent } from '../../support/consenting.js';
import { formsIn, shownValues } from '../../support/forms.js';
import { agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** The conversation about consent: asked, read back in words, confirmed once, and given to the family. */
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const agencyOf = async (persona: string) => {
  const { agencyId: id, agencyName: name } = await testApp.actor(persona);
  return { id, name };
};
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ');
const stored = (episodeId: string) =>
  testApp.asOwner<{
    id: string;
    decision: string;
    decidedBy: string | null;
    validUntil: string | null;
    agencies: Record<string, { standing: string; tiers: number[]; topics: string[] }>;
    people: string[];
  }>(
    `select c.id, c.decision, c.decided_by as "decidedBy", c.valid_until::text as "validUntil",
       (select coalesce(json_object_agg(a.agency_id, json_build_object('standing', a.standing, 'tiers', a.tiers, 'topics', a.topics)), '{}')
        from consent_agencies a where a.consent_id = c.id) as agencies,
       (select coalesce(json_agg(p.practitioner_id), '[]') from consent_people p where p.consent_id = c.id) as people
     from consents c where c.episode_id = $1 order by c.recorded_at, c.id`,
    [episodeId],
  );

/** A conversation of the health visitor about a school, housing and Connexions. */
async function conversation() {
  const { episodeId, childId } = await openedEpisode(testApp, 'healthVisitor');
  const [school, housing, connexions] = [
    await agencyOf('schoolTeacher'),
    await agencyOf('housingOfficer'),
    await agencyOf('connexionsAdviser'),
  ];
  const browser = await testApp.browse('healthVisitor');
  const path = `/episodes/${episodeId}/consents`;
  const fields = {
    agency: [school.id, housing.id, connexions.id],
    decision: 'given',
    purpose: 'share_plan',
    [`tiers-${school.id}`]: ['T1', 'T2'],
    [`topics-${school.id}`]: ['mental_health'],
    [`standing-${connexions.id}`]: 'excluded',
    excludedPeople: [(await testApp.actor('schoolManager')).practitionerId],
    decidedBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    limitsExplained: 'yes',
    form: 'written',
    note: 'Invented: they like the school.\r\nSecond line.',
  };
  return { episodeId, childId, school, housing, connexions, browser, path, fields };
}

it('reads the decision back before it counts, and stores exactly that, once', async () => {
  const { episodeId, school, housing, connexions, browser, path, fields } = await conversation();
  const check = await browser.submit(path, fields);
  expect(check.status).toBe(200);
  expect(await stored(episodeId)).toEqual([]);
  const manager = await testApp.actor('schoolManager');
  const read = plain(check.text);
  for (const sentence of [
    `${school.name} can see that we are helping, basic details and the assessment and plan. Of sensitive topics, only mental health.`,
    `${housing.name} cannot see anything. You did not agree to it, or not yet.`,
    `${connexions.name} must never see the record.`,
    `${manager.name}, ${school.name}, must never see the record.`,
    'Decided by Invented Mother (a person with parental responsibility) on',
    'Invented: they like the school.',
  ])
    expect(read).toContain(sentence);
  const until = /This lasts until ([\w ]+)\./.exec(read)?.[1];
  const answers = await Promise.all([confirms(browser, path, check), confirms(browser, path, check)]);
  answers.push(await confirms(browser, path, check));
  const [one, ...others] = await stored(episodeId);
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    decision: 'given_in_part',
    decidedBy: 'Invented Mother',
    people: [manager.practitionerId],
    agencies: {
      [school.id]: { standing: 'included', tiers: [0, 1, 2, 3], topics: ['mental_health'] },
      [housing.id]: { standing: 'refused', tiers: [], topics: [] },
      [connexions.id]: { standing: 'excluded', tiers: [], topics: [] },
    },
  });
  const [day, month, year] = until!.split(' ');
  expect(new Date(`${day} ${month} ${year} 12:00 UTC`).toISOString().slice(0, 10)).toBe(one!.validUntil);
  expect(answers.map(({ status }) => status)).toContain(303);
}, 120_000);

it('going back to change it keeps everything that was typed', async () => {
  const { episodeId, school, housing, browser, path, fields } = await conversation();
  const check = await browser.submit(path, fields);
  const carried = formsIn(check.text, path).find(({ action }) => action === path)!;
  const changing = await browser.submit(path, { ...shownValues(carried), step: 'change' });
  expect(changing.status).toBe(200);
  const form = shownValues(formsIn(changing.text, path).find(({ action }) => action === path)!);
  for (const [name, value] of Object.entries(fields))
    expect([name, [...(form[name] ?? [])].sort()]).toEqual([name, [value].flat().sort()]);
  expect(form['shown']).toBeUndefined();
  const wrong = await browser.submit(path, { ...fields, [`standing-${school.id}`]: 'excluded' });
  expect(wrong.status).toBe(422);
  expect(plain(wrong.text)).toContain(
    `Untick what ${school.name} can see, or “Never share with this agency”`,
  );
  const contrary = await browser.submit(path, { ...fields, decision: 'refused' });
  expect(contrary.status).toBe(422);
  expect(plain(contrary.text)).toContain('Select that they agreed, or untick what agencies can see');
  const unasked = await browser.submit(path, { ...fields, decision: 'not_sought' });
  const read = plain(unasked.text);
  expect([unasked.status, read.includes('You were not asked.')]).toEqual([200, true]);
  for (const { name } of [school, housing])
    for (const words of ['can see', 'cannot see']) expect(read).not.toContain(`${name} ${words}`);
  expect(await stored(episodeId)).toEqual([]);
}, 120_000);

it('a usual answer fills in the table, keeps what was typed and stores nothing', async () => {
  const { episodeId, school, housing, connexions, browser, path, fields } = await conversation();
  const team = await browser.submit(path, { ...fields, preset: 'team' });
  const form = shownValues(formsIn(team.text, path).find(({ action }) => action === path)!);
  expect([form[`tiers-${school.id}`], form[`tiers-${housing.id}`]]).toEqual([
    ['T0', 'T1', 'T2'],
    ['T0', 'T1', 'T2'],
  ]);
  expect([form[`topics-${school.id}`], form[`tiers-${connexions.id}`], form['note']]).toEqual([
    undefined,
    undefined,
    [fields.note],
  ]);
  const noAgency = await browser.submit(path, { ...fields, preset: 'no-agency' });
  const none = shownValues(formsIn(noAgency.text, path).find(({ action }) => action === path)!);
  expect([none['decision'], none[`tiers-${school.id}`], none['decidedBy']]).toEqual([
    ['refused'],
    undefined,
    ['Invented Mother'],
  ]);
  expect(await stored(episodeId)).toEqual([]);
}, 120_000);

it('“No agency yet” ends what was agreed before, and says so before it is confirmed', async () => {
  const { episodeId, school, browser, path } = await conversation();
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher']);
  const page = await browser.get(`${path}/new?next=no-agency`);
  expect(plain(page.text)).toContain('what they agreed before ends too');
  const form = shownValues(formsIn(page.text, path).find(({ action }) => action === path)!);
  expect(form['decision']).toEqual(['refused']);
  const check = await browser.submit(path, {
    ...form,
    decidedBy: 'Invented Mother',
    capacity: 'parental_responsibility',
  });
  const read = plain(check.text);
  expect(read).toContain('No agency yet: you did not agree to share the record with any other agency.');
  expect(read).toContain(`Until now: ${school.name} can see`);
  expect((await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}`)).status).toBe(200);
  expect((await confirms(browser, path, check)).status).toBe(303);
  expect((await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}`)).status).toBe(404);
}, 120_000);

it('a decision that a colleague recorded in between is said on confirming, and only the second press stores', async () => {
  const { episodeId, housing, browser, path, fields } = await conversation();
  const check = await browser.submit(path, fields);
  await agrees(testApp, episodeId, 'coordinatorNwl', ['housingOfficer']);
  const told = await confirms(browser, path, check);
  expect(told.status).toBe(422);
  const { name } = await testApp.actor('coordinatorNwl');
  expect(plain(told.text)).toContain(`${name} recorded another decision on`);
  expect(plain(told.text)).toContain(`Until now: ${housing.name} can see`);
  expect(await stored(episodeId)).toHaveLength(1);
  expect((await confirms(browser, path, told)).status).toBe(303);
  expect(await stored(episodeId)).toHaveLength(2);
}, 120_000);

it('an agency that closed in between, or a changed text, is not stored as it was shown', async () => {
  const { episodeId, school, browser, path, fields } = await conversation();
  const check = await browser.submit(path, fields);
  const form = shownValues(formsIn(check.text, path).find(({ action }) => action === path)!);
  const changed = await browser.submit(path, { ...form, decidedBy: 'Invented Father' });
  expect(changed.status).toBe(422);
  expect(plain(changed.text)).toContain('Decided by Invented Father');
  expect(await stored(episodeId)).toEqual([]);
  await testApp.asOwner("update agencies set ended_on = '2026-01-01' where id = $1", [school.id]);
  try {
    const closed = await confirms(browser, path, check);
    expect(closed.status).toBe(422);
    expect(plain(closed.text)).toContain(`${school.name} has closed. Ask the family about another agency`);
    expect(await stored(episodeId)).toEqual([]);
  } finally {
    await testApp.asOwner('update agencies set ended_on = null where id = $1', [school.id]);
  }
}, 120_000);

it('what applies now is filled in when the family is asked again, and a listed person needs no typing', async () => {
  const { episodeId, childId, school, connexions, browser, path, fields } = await conversation();
  expect((await recordsConsent(browser, episodeId, fields)).status).toBe(303);
  const choosing = await browser.get(`${path}/new`);
  for (const { id } of [school, connexions])
    expect(choosing.text).toMatch(new RegExp(`value="${id}" checked`));
  const again = await browser.get(`${path}/new?agency=${school.id}&agency=${connexions.id}`);
  const form = shownValues(formsIn(again.text, path).find(({ action }) => action === path)!);
  expect([form[`tiers-${school.id}`], form[`topics-${school.id}`]]).toEqual([
    ['T0', 'T1', 'T2'],
    ['mental_health'],
  ]);
  expect([form[`standing-${connexions.id}`], form['decision']]).toEqual([['excluded'], undefined]);
  const { decidedBy: _name, ...rest } = fields;
  const check = await browser.submit(path, {
    ...rest,
    ...{ decider: `child ${childId}`, capacity: 'child', competence: 'competent' },
  });
  expect(check.status).toBe(200);
  expect((await confirms(browser, path, check)).status).toBe(303);
  const decisions = await stored(episodeId);
  expect(plain(check.text)).toContain(
    `Decided by ${decisions[1]!.decidedBy} (the child or young person, for themselves)`,
  );
}, 120_000);

it('a draft of a conversation about twenty agencies is kept', async () => {
  const { episodeId, browser, path } = await conversation();
  const agencies = await testApp.asOwner<{ id: string }>('select id from agencies limit 20');
  const ids = agencies.map(({ id }) => id);
  const at = `${path}/new?${ids.map((id) => `agency=${id}`).join('&')}`;
  const page = await browser.get(at);
  expect(page.text).toContain('Save and come back later');
  const form = shownValues(formsIn(page.text, at).find(({ action }) => action === path)!);
  const saved = await browser.sendForm('/drafts', { ...form, note: ['Kept'], _form: [path] }, at);
  expect(saved.status).toBe(303);
  const [draft] = await testApp.asOwner<{ id: string }>('select id from drafts where episode_id = $1', [
    episodeId,
  ]);
  const shown = await browser.get(`${at}&draft=${draft!.id}`);
  const kept = shownValues(formsIn(shown.text, at).find(({ action }) => action === path)!);
  expect([kept['note'], kept['agency']!.length]).toEqual([['Kept'], ids.length]);
}, 120_000);

describe('the page for the person who decided', () => {
  /** Recorded as `conversation`, with what practitioners note about others. */
  async function decided(more: Record<string, string | string[]> = {}) {
    const one = await conversation();
    const saved = await recordsConsent(one.browser, one.episodeId, {
      ...one.fields,
      whoDisagreed: 'Invented Father says no',
      otherParentObjects: 'yes',
      questionsAsked: 'Invented question',
      ...more,
    });
    expect(saved.status).toBe(303);
    const [consent] = await stored(one.episodeId);
    const page = `/consents/${consent!.id}/family-page`;
    const sheet = async (persona = 'healthVisitor') => {
      const { text } = await (await testApp.browse(persona)).get(page);
      return plain(/<article[^]*<\/article>/.exec(text)?.[0] ?? '');
    };
    return { ...one, consentId: consent!.id, page, sheet };
  }

  it('says in their words what they decided, and nothing of other adults or for practitioners', async () => {
    const { school, housing, connexions, sheet, path, browser, page } = await decided();
    const text = await sheet();
    for (const sentence of [
      'What you agreed to share',
      'For Invented Mother. You decided this on',
      `${school.name} can see that we are helping, basic details and the assessment and plan.`,
      `${housing.name} cannot see anything.`,
      `${connexions.name} must never see the record.`,
      `${(await testApp.actor('schoolManager')).name} must never see the record.`,
      'You can change your mind at any time',
    ])
      expect(text).toContain(sentence);
    for (const other of ['Father', 'objects', 'Invented question', 'they like the school', 'href', '07700'])
      expect(text).not.toContain(other);
    expect((await browser.get(path)).text).toContain(`href="${page}"`);
  }, 120_000);

  it('is not there for a person who cannot read the consent, as one that never was', async () => {
    const { page } = await decided();
    const outsider = await testApp.browse('yispWorker');
    const answers = [page, '/consents/01a201c3-0000-7000-8000-000000000009/family-page'];
    for (const at of answers) expect((await outsider.get(at)).status).toBe(404);
  }, 120_000);

  it('names no sensitive service, nor under a shield a school or its people, even to a practitioner who knows them', async () => {
    const { childId, consentId, school, housing, connexions, sheet } = await decided();
    const manager = await testApp.actor('schoolManager');
    const kept = (persona: string) =>
      testApp.sql<{ id: string }>(persona, 'select k.id from access.kept_off_paper($1) k (id)', [consentId]);
    const counsellor = await testApp.actor('counsellor');
    const another = await openedEpisode(testApp, 'healthVisitor');
    await agrees(testApp, another.episodeId, 'healthVisitor', ['counsellor'], ['T0'], {
      excludedPeople: [counsellor.practitionerId],
    });
    const sensitive = [housing.id, counsellor.agencyId];
    await testApp.asOwner('update agencies set sensitive = true where id = any($1)', [sensitive]);
    try {
      const text = await sheet();
      expect(text).not.toContain(housing.name);
      expect(text).toContain(school.name);
      expect(text).toContain('This decision is also about one more service that is not named here.');
      expect(await kept('healthVisitor')).toEqual([{ id: housing.id }]);
      expect(await kept('yispWorker')).toEqual([]);
    } finally {
      await testApp.asOwner('update agencies set sensitive = false where id = any($1)', [sensitive]);
    }
    const shield = await (
      await testApp.as('healthVisitor')
    ).post(`/children/${childId}/shields`, {
      ...{ grounds: 'domestic_abuse', requestedBy: 'Invented Mother', requesterCapacity: 'parent' },
      unsafeCarerIds: [],
    });
    expect(shield.status).toBe(201);
    const text = await sheet();
    expect(text).not.toContain(school.name);
    expect(text).not.toContain(manager.name);
    expect(text).toContain('One person you named must never see the record.');
    expect(text).toContain(connexions.name);
  }, 120_000);

  it('says of a decision that was withdrawn or replaced that it no longer applies', async () => {
    const { episodeId, consentId, school, sheet } = await decided();
    const visitor = await testApp.as('healthVisitor');
    const withdrawal = {
      withdrawnBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      safeguardingConcern: false,
    };
    const one = await visitor.post(`/consents/${consentId}/withdrawal`, {
      ...withdrawal,
      agencyId: school.id,
    });
    expect(one.status).toBe(201);
    expect(await sheet()).toContain(`You withdrew this for ${school.name} on`);
    expect(await sheet()).not.toContain(`${school.name} can see`);
    await agrees(testApp, episodeId, 'healthVisitor', [
      'schoolTeacher',
      'housingOfficer',
      'connexionsAdviser',
    ]);
    expect(await sheet()).toContain('You have made a later decision.');
  }, 120_000);
});
