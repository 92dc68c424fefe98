import { agreedEpisode, atStatus, openedEpisode, recordedChild } from '../../support/scenarios.js';
import { searchFor } from '../../support/searching.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
const withoutTokens = (text: string) =>
  text
    .replaceAll(/name="_csrf" value="[^"]+"/g, '')
    .replaceAll(/nonce="[^"]+"/g, '')
    .replaceAll(/nonce-[\w+/=]+/g, '');
const born = { 'dateOfBirth-day': '1', 'dateOfBirth-month': '3', 'dateOfBirth-year': '2015' };
const details = { sex: 'F', ...born };

async function home(): Promise<string> {
  const [row] = await testApp.asOwner<{ id: string }>(
    "select id from localities where name = 'North West Leicestershire'",
  );
  return row!.id;
}

describe('finding a child', () => {
  it('advises to ask the coordinator, whether or not a child is listed', async () => {
    await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Marigold', familyName: 'Thistledown' });
    const teacher = await testApp.browse('schoolTeacher');
    const listed = await searchFor(teacher, { name: 'Marigold Thistledown' });
    const noMatch = await searchFor(teacher, { name: 'Xerxes Unknown' });
    expect(listed.text).toContain('Same name');
    expect(noMatch.text).toContain('No children listed');
    for (const { text } of [listed, noMatch])
      expect(text).toContain('A child who is not listed may still be getting help');
  });

  it('gives a practitioner out of reach the same page as before the child was recorded', async () => {
    const outsider = await testApp.browse('outsider');
    const before = await searchFor(outsider, { name: 'Evander Hiddenly' });
    await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Evander', familyName: 'Hiddenly' });
    const after = await searchFor(outsider, { name: 'Evander Hiddenly' });
    expect(withoutTokens(after.text)).toBe(withoutTokens(before.text));
  });

  it('keeps the typed text and shows the error beside the field', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const { status, text } = await teacher.submit('/children', {
      name: 'Mari',
      'dateOfBirth-day': '31',
      'dateOfBirth-month': '2',
      'dateOfBirth-year': '2015',
      postcode: 'nowhere',
    });
    expect(status).toBe(422);
    expect(text).toContain('must be a real date');
    expect(text).toContain('Enter a full UK postcode');
    expect(text).toContain('Select why you are searching for this child');
    expect(text).toContain('value="Mari"');
    expect(text).toContain('value="31"');
  });

  it('mentions an unsupported character beside the name', async () => {
    const { status, text } = await (
      await testApp.browse('schoolTeacher')
    ).submit('/children', { name: 'Mari\u0000gold', reason: 'asked' });
    expect(status).toBe(422);
    expect(text).toContain('The name must not include hidden characters: type it again');
  });

  it('carries the name and the date over to a new record', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const { location } = await teacher.submit('/children/new/begin', { name: 'Ann Mary Newly', ...born });
    expect(location).toMatch(/^\/children\/new\/[0-9a-f-]{36}\/name$/);
    const name = await teacher.get(location!);
    for (const typed of ['value="Ann Mary"', 'value="Newly"']) expect(name.text).toContain(typed);
    expect((await teacher.get(location!.replace(/name$/, 'birth'))).text).toContain('value="2015"');
  });
});

describe('recording a child', () => {
  it('keeps everything typed when a postcode is wrong, and says so beside it', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const { status, text } = await teacher.submit('/children/new', {
      givenNames: 'Fenella',
      familyName: 'Kept',
      ...details,
      localityId: await home(),
      postcode: 'LE',
      communicationNeeds: 'Signs with her hands',
      carerName: 'Invented Mother',
    });
    expect(status).toBe(422);
    expect(text).toMatch(/id="postcode-error"[^]*Enter a full UK postcode/);
    for (const typed of ['value="Fenella"', 'Signs with her hands', 'value="Invented Mother"'])
      expect(text).toContain(typed);
    expect(text).toContain('Select whether they have parental responsibility');
  });

  it('asks about each likely match whether it is the same child, then records with the first carer', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const form = {
      givenNames: 'Ignatius',
      familyName: 'Twiceborn',
      ...details,
      localityId: await home(),
      carerName: 'Invented Mother',
      carerRelationship: 'mother',
      carerParentalResponsibility: 'yes',
    };
    const first = await teacher.submit('/children/new', form);
    expect([first.status, first.location]).toEqual([
      303,
      expect.stringMatching(/^\/children\/[0-9a-f-]{36}$/),
    ]);
    const known = first.location!.split('/').at(-1)!;
    const response = await teacher.submit('/children/new', { ...form, givenNames: 'Ignatious' });
    expect(response.status).toBe(422);
    expect(response.text).toContain('Ignatius Twiceborn is not the same child');
    expect(response.text).toContain('value="Ignatious"');
    const second = await teacher.submit('/children/new', {
      ...form,
      givenNames: 'Ignatious',
      notTheSameAs: known,
    });
    expect(second.status).toBe(303);
    expect((await teacher.get(second.location!)).text).toContain('Has parental responsibility');
  });

  it('links brothers and sisters through a shared carer', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const first = await recordedChild(testApp, 'schoolTeacher', {
      givenNames: 'Septimus',
      carers: [{ name: 'Invented Father', relationship: 'father', parentalResponsibility: 'yes' }],
    });
    const [carer] = await testApp.asOwner<{ id: string }>(
      'select carer_id as id from child_carers where child_id = $1',
      [first],
    );
    expect((await teacher.get(`/children/new?sibling=${first}`)).text).toContain(
      'Invented Father’s relationship to this child',
    );
    const created = await teacher.submit('/children/new', {
      sibling: first,
      givenNames: 'Octavia',
      familyName: 'Invented',
      ...details,
      'dateOfBirth-year': '2017',
      localityId: await home(),
      [`shared-${carer!.id}`]: 'father',
      [`shared-${carer!.id}-responsibility`]: 'not_known',
    });
    expect(created.status).toBe(303);
    expect((await teacher.get(`/children/${first}`)).text).toContain('Octavia Invented');
  });
});

describe('the page of a child', () => {
  it('exists for those who reach the child; others get the page for an unknown child', async () => {
    const id = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Lysander' });
    expect((await (await testApp.browse('schoolTeacher')).get(`/children/${id}`)).status).toBe(200);
    const outsider = await testApp.browse('outsider');
    const hidden = await outsider.get(`/children/${id}`);
    const unknownChild = await outsider.get(`/children/${UNKNOWN_ID}`);
    expect(hidden.status).toBe(404);
    expect(withoutTokens(hidden.text)).toBe(withoutTokens(unknownChild.text));
  });

  it('can be changed by a permitted practitioner, and keeps the typed text after a conflicting save', async () => {
    const id = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Quincy' });
    const teacher = await testApp.browse('schoolTeacher');
    const form = {
      version: '1',
      givenNames: 'Quincy',
      familyName: 'Invented',
      ...details,
      localityId: await home(),
    };
    expect((await teacher.submit(`/children/${id}/change`, { ...form, gp: 'First practice' })).status).toBe(
      303,
    );
    const late = await teacher.submit(`/children/${id}/change`, { ...form, gp: 'Second practice' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('Someone else has changed this');
    expect(late.text).toContain('value="Second practice"');
    expect((await teacher.get(`/children/${id}`)).text).toContain('First practice');
  });

  it('adds one carer at a time', async () => {
    const id = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Rowena' });
    const teacher = await testApp.browse('schoolTeacher');
    expect(
      (await teacher.submit(`/children/${id}/carers/new`, { carerName: 'Invented Aunt' })).text,
    ).toContain('Select the relationship to the child');
    const added = await teacher.submit(`/children/${id}/carers/new`, {
      carerName: 'Invented Aunt',
      carerRelationship: 'aunt_or_uncle',
      carerParentalResponsibility: 'not_known',
    });
    expect(added.status).toBe(303);
    expect((await teacher.get(`/children/${id}`)).text).toContain('Parental responsibility not known');
  });

  it('closes to a practitioner who declares the child a relative', async () => {
    const id = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Cordelia' });
    const teacher = await testApp.browse('schoolTeacher');
    expect((await teacher.submit(`/children/${id}/relatives`, {})).status).toBe(422);
    expect((await teacher.submit(`/children/${id}/relatives`, { relationship: 'cousin' })).location).toBe(
      '/',
    );
    expect((await teacher.get(`/children/${id}`)).status).toBe(404);
  });
});

describe('opening an episode', () => {
  it('begins with a reason, and leads to its overview with the checklist next', async () => {
    const id = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Beatrix' });
    const teacher = await testApp.browse('schoolTeacher');
    expect((await teacher.submit('/episodes/new', { child: id, reason: ' ' })).text).toContain(
      'Enter why help is needed',
    );
    const opened = await teacher.submit('/episodes/new', {
      child: id,
      reason: 'Invented: she is often late.',
      presentingNeeds: 'attendance',
    });
    expect(opened.status).toBe(303);
    const { text } = await teacher.get(opened.location!);
    expect(text).toContain('Complete the checklist');
    expect(text).toContain('Invented: she is often late.');
  });

  it('says that there is one already, and opens no second one', async () => {
    const { childId } = await openedEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.browse('schoolTeacher');
    expect((await teacher.get(`/episodes/new?child=${childId}`)).text).toContain(
      'An episode is already open for this child',
    );
    const again = await teacher.submit('/episodes/new', { child: childId, reason: 'Invented: again.' });
    expect(again.status).toBe(422);
    expect(
      await testApp.asOwner('select 1 from episode_children where child_id = $1', [childId]),
    ).toHaveLength(1);
  });

  it('is not offered for a child out of reach', async () => {
    const id = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Tobias' });
    expect((await (await testApp.browse('outsider')).get(`/episodes/new?child=${id}`)).status).toBe(404);
  });
});

describe('the overview of an episode', () => {
  it('shows an agency that may know only names the contact card', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['housingOfficer'], ['T0']);
    const { status, text } = await (await testApp.browse('housingOfficer')).get(`/episodes/${episodeId}`);
    expect(status).toBe(200);
    expect(text).toContain('Who to contact');
    expect(text).not.toContain('Invented: asks for help.');
  });

  it.each(['checklist', 'registered', 'assessing', 'assessed', 'delivering', 'closed'])(
    'at status “%s” offers only next steps that lead to a page',
    async (status) => {
      const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
      await atStatus(testApp, episodeId, status);
      const teacher = await testApp.browse('schoolTeacher');
      const { text } = await teacher.get(`/episodes/${episodeId}`);
      const steps = [...text.matchAll(/<a class="govuk-button[^"]*" href="([^"]+)"/g)].map(
        (match) => match[1]!,
      );
      expect(steps.length > 0).toBe(status !== 'closed');
      for (const href of steps) expect([href, (await teacher.get(href)).status]).toEqual([href, 200]);
    },
  );

  it('is not found by a practitioner out of reach', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const outsider = await testApp.browse('outsider');
    const hidden = await outsider.get(`/episodes/${episodeId}`);
    expect(hidden.status).toBe(404);
    expect(withoutTokens(hidden.text)).toBe(
      withoutTokens((await outsider.get(`/episodes/${UNKNOWN_ID}`)).text),
    );
    expect((await outsider.get('/episodes/nonsense')).status).toBe(404);
  });

  it('says what is new since the reader’s last visit, separately for each reader', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['yispWorker']);
    const teacher = await testApp.browse('schoolTeacher');
    await teacher.get(`/episodes/${episodeId}`);
    const { practitionerId } = await testApp.actor('coordinatorNwl');
    await testApp.asOwner(
      `insert into chronology_notes (id, episode_id, happened_on, category, what, written_by, written_at)
      values (gen_random_uuid(), $1, current_date, 'family', 'Moved house, invented', $2, clock_timestamp())`,
      [episodeId, practitionerId],
    );
    expect((await teacher.get(`/episodes/${episodeId}`)).text).toContain('Moved house, invented');
  });
});

describe('the list of episodes', () => {
  it('names the active filter, and lists only what matches it', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolManager');
    const manager = await testApp.browse('schoolManager');
    const all = await manager.get('/episodes');
    expect(all.text).toContain('Episodes your agency works on, open');
    expect(all.text).toContain(episodeId);
    const statutory = await manager.get('/episodes?scope=agency&level=4');
    expect(statutory.text).toContain('Episodes your agency works on, level 4');
    expect(statutory.text).toContain('No episodes you can see match this filter');
    expect((await manager.get('/episodes?scope=elsewhere')).status).toBe(422);
  });

  it('pages to the end by cursor, late ones first, none twice', async () => {
    const ids: string[] = [];
    for (let each = 0; each < 3; each++)
      ids.push((await openedEpisode(testApp, 'connexionsAdviser')).episodeId);
    await testApp.asOwner(
      'update episode_records set next_review_on = current_date - 3 where episode_id = $1',
      [ids[0]],
    );
    const adviser = await testApp.as('connexionsAdviser');
    expect((await adviser.get('/episodes?limit=2')).body.items).toHaveLength(2);
    const page = await (await testApp.browse('connexionsAdviser')).get('/episodes');
    const order = [
      ...page.text.matchAll(/<th scope="row"><a class="govuk-link" href="\/episodes\/([0-9a-f-]{36})"/g),
    ].map((match) => match[1]);
    expect(order).toEqual([ids[0], ids[2], ids[1]]);
    const after = await (
      await testApp.browse('connexionsAdviser')
    ).get(`/episodes?scope=mine&status=open&cursor=${ids[0]}`);
    expect(
      [
        ...after.text.matchAll(/<th scope="row"><a class="govuk-link" href="\/episodes\/([0-9a-f-]{36})"/g),
      ].map((match) => match[1]),
    ).toEqual([ids[2], ids[1]]);
  });
});
