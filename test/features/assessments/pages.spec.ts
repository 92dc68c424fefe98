import { agreedEpisode, agrees, openedEpisode, recordedChild } from '../../support/scenarios.js';
import type { Browser } from '../../support/browser.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let teacher: Browser;
beforeAll(async () => {
  testApp = await openTestApp();
  teacher = await testApp.browse('schoolTeacher');
}, 60_000);
afterAll(() => testApp.close());

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const CHECKLIST = {
  version: '0',
  healthy: 'yes',
  safe_from_harm: 'yes',
  learning_and_developing: 'no',
  'learning_and_developing-note': 'Behind in reading',
  positive_impact: 'yes',
  free_from_poverty: 'not_sure',
  extraHelp: 'Reading',
  assessmentWouldHelp: 'yes',
  existingAssessment: 'none',
  discussedWithChild: 'yes',
  discussedWithParent: 'yes',
  decision: 'common_assessment',
  'decidedOn-day': '6',
  'decidedOn-month': '1',
  'decidedOn-year': '2020',
  complete: 'yes',
};

async function begun(): Promise<string> {
  const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
  await teacher.submit(`/episodes/${episodeId}/checklist`, CHECKLIST);
  await teacher.submit(`/episodes/${episodeId}/assessment`, {});
  return `/episodes/${episodeId}`;
}
const words = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page of the checklist', () => {
  it('completes and leads to the assessment', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    expect((await teacher.get(`/episodes/${episodeId}/checklist`)).text).toContain(
      'Does the child appear safe from harm?',
    );
    const done = await teacher.submit(`/episodes/${episodeId}/checklist`, CHECKLIST);
    expect(done).toMatchObject({ status: 303, location: `/episodes/${episodeId}/assessment` });
    expect((await teacher.get(`/episodes/${episodeId}/assessment`)).text).toContain('Start the assessment');
    expect(words((await teacher.get(`/episodes/${episodeId}/checklist`)).text)).toContain(
      'No. Behind in reading',
    );
  });

  it('names what is missing beside the question, and keeps the typed text', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const answer = await teacher.submit(`/episodes/${episodeId}/checklist`, {
      ...CHECKLIST,
      healthy: '',
      extraHelp: '',
      'healthy-note': 'Seems pale',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#healthy"');
    expect(answer.text).toContain('href="#extraHelp"');
    expect(answer.text).toContain('Seems pale');
  });

  it('leads to safeguarding when the child does not appear safe', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    await teacher.submit(`/episodes/${episodeId}/checklist`, { version: '0', safe_from_harm: 'no' });
    expect((await teacher.get(`/episodes/${episodeId}/checklist`)).text).toContain('may not be safe');
  });

  it('can be read but not edited by the coordinator', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const answer = await (await testApp.browse('coordinatorNwl')).get(`/episodes/${episodeId}/checklist`);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('name="healthy"');
  });
});

describe('the pages of the assessment', () => {
  it('list the tasks with progress, and when and by whom each was saved', async () => {
    const at = await begun();
    await teacher.submit(`${at}/assessment/elements/A1a`, { version: '0', strengths: 'Sleeps well' });
    const { text } = await teacher.get(`${at}/assessment`);
    expect(words(text)).toContain('1 of 12 completed');
    expect(text).toMatch(/saved \d{1,2}(:\d\d)?[ap]m by/);
    expect(text).toContain(`href="${at}/assessment/elements/C4"`);
  });

  it('have every part with its status beside the form, and lead to the one before and after', async () => {
    const at = `${await begun()}/assessment`;
    const first = await teacher.get(at);
    expect(words(first.text)).toMatch(/Who was present Needed to complete the assessment/);
    expect(words(first.text)).toContain('At least 1 of these is needed');
    expect(first.text).toContain(
      `href="${at}/sections/people_present" role="button">Continue: Who was present`,
    );
    await teacher.submit(`${at}/sections/people_present`, { version: '0' });
    await teacher.submit(`${at}/elements/A1a`, { version: '0', notExploredBecause: 'She is rarely ill' });
    await teacher.submit(`${at}/elements/A1c`, { version: '0', childsWords: 'I like words' });
    const { text } = await teacher.get(`${at}/elements/A1b`);
    expect(words(text)).toContain('Element 2 of 19');
    expect(words(text)).toContain('1 of 25 parts completed');
    expect(words(text)).toMatch(/Who was present Not started, needed/);
    expect(words(text)).toMatch(
      /General health Not discussed .*Speech, language and communication In progress/,
    );
    expect(text).toContain('<strong aria-current="page">Physical development</strong>');
    expect(text).toContain('value="elements/A1c"');
    expect(words(text)).toContain('Save and go to Speech, language and communication');
    expect(words(text)).toContain('Previous: General health');
    expect(words((await teacher.get(at)).text)).toContain('because: She is rarely ill; saved');
    const onward = { version: '0', strengths: 'Runs fast', onward: 'elements/A1c' };
    expect((await teacher.submit(`${at}/elements/A1b`, onward)).location).toBe(`${at}/elements/A1c`);
    const elsewhere = { version: '1', strengths: 'Runs fast', onward: '../../../account' };
    expect((await teacher.submit(`${at}/elements/A1b`, elsewhere)).location).toBe(at);
    expect((await teacher.get(`${at}/sections/comments`)).text).toContain(`href="${at}/check"`);
  });

  it('have signs of each level beside an element, and take none of them for an answer', async () => {
    const at = `${await begun()}/assessment`;
    const { text } = await teacher.get(`${at}/elements/C3`);
    expect(words(text)).toMatch(
      /Level 2 Debt Overcrowding Poor repair .*Level 4 A homeless or destitute child/,
    );
    expect(words(text)).toContain('They are not a score');
    expect(text).not.toMatch(/<option value="[1-4]" selected/);
    expect(words((await teacher.get(`${at}/check`)).text)).not.toContain('Overcrowding');
  });

  it('show what is recorded of the family beside the sections that ask for it, and no protected place', async () => {
    const worker = await testApp.as('healthVisitor');
    const [childId, sister] = [
      await recordedChild(testApp, 'healthVisitor', {
        details: { educationSetting: 'Invented Primary School', gp: 'Invented Surgery' },
        carers: [{ name: 'Kelly Invented', relationship: 'mother', parentalResponsibility: 'yes' }],
      }),
      await recordedChild(testApp, 'healthVisitor', { givenNames: 'Known Sister', familyName: 'Invented' }),
    ];
    await worker.post(`/children/${childId}/child-ties`, { otherChildId: sister, kind: 'half_sibling' });
    const opened = await worker.post('/episodes', {
      childIds: [childId],
      reason: 'Invented: asks for help.',
    });
    const episodeId = opened.body.id as string;
    const visitor = await testApp.browse('healthVisitor');
    const at = `/episodes/${episodeId}/assessment`;
    await visitor.submit(`/episodes/${episodeId}/checklist`, CHECKLIST);
    await visitor.submit(at, {});
    const shown = async (section: string): Promise<string> => {
      const { status, text } = await visitor.get(`${at}/sections/${section}`);
      expect([section, status]).toEqual([section, 200]);
      return words(text);
    };
    expect(await shown('family_and_home')).toMatch(
      /Already recorded.*Kelly Invented \(mother\).*Known Sister Invented \(half-brother or half-sister\)/,
    );
    expect(await shown('people_present')).toContain('Kelly Invented (mother)');
    expect(await shown('services')).toMatch(/Invented Primary School.*Invented Surgery/);
    expect(await shown('reason')).not.toContain('Already recorded');
    // The lead professional, who is not named on the shield of the child.
    await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher']);
    const { practitionerId, agencyId } = await testApp.actor('schoolTeacher');
    await testApp.asOwner(
      `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
       values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
      [episodeId, practitionerId, agencyId],
    );
    expect((await teacher.get(`${at}/sections/services`)).text).toContain('Invented Surgery');
    const asked = { grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' };
    expect((await worker.post(`/children/${childId}/shields`, asked)).status).toBe(201);
    const hidden = await teacher.get(`${at}/sections/services`);
    expect(hidden.status).toBe(200);
    expect(hidden.text).toContain('School and GP practice are protected');
    expect(hidden.text).not.toMatch(/Invented Primary School|Invented Surgery/);
  });

  it('save every section and read back as a document', async () => {
    const at = await begun();
    const sections: Record<string, Record<string, string>> = {
      people_present: {
        'person-1-name': 'Invented Mother',
        'person-1-role': 'Mother',
        'person-3-name': 'Invented Uncle',
      },
      reason: { what_led: 'He stopped coming on Mondays.' },
      family_and_home: { structure: 'Two sisters', lives_with: 'Mother' },
      services: { 'service-1-name': 'Dr Test', 'service-1-status': 'Registered' },
      conclusions: {
        strengths_summary: 'A close family',
        needs_summary: 'Mornings',
        needs_category: 'additional',
        goals: 'In school on Mondays',
      },
      comments: { child_comment: 'I like drawing', parent_comment_missing: 'absent' },
    };
    for (const [section, fields] of Object.entries(sections)) {
      expect((await teacher.get(`${at}/assessment/sections/${section}`)).status).toBe(200);
      expect(
        (await teacher.submit(`${at}/assessment/sections/${section}`, { version: '0', ...fields })).location,
      ).toBe(`${at}/assessment`);
    }
    for (const element of ['A2', 'B1', 'C3'])
      await teacher.submit(`${at}/assessment/elements/${element}`, {
        version: '0',
        needs: `Needs of ${element}`,
      });
    expect((await teacher.get(`${at}/assessment/sections/people_present`)).text).toContain(
      'value="Invented Uncle"',
    );
    const check = words((await teacher.get(`${at}/assessment/check`)).text);
    for (const written of [
      'Invented Uncle',
      'He stopped coming on Mondays.',
      'Dr Test',
      'Additional needs',
      'I like drawing',
      'No comment: not present.',
      'Needs of C3',
    ])
      expect(check).toContain(written);
    expect(check).not.toContain('Still needed');
    const done = await teacher.submit(`${at}/assessment/completion`, {});
    expect(done).toMatchObject({ status: 303, location: `${at}/assessment/versions/1` });
    const version = words((await teacher.get(`${at}/assessment/versions/1`)).text);
    expect(version).toContain('He stopped coming on Mondays.');
    expect((await teacher.get(`${at}/assessment`)).text).toContain('Start a new version');
    expect((await teacher.get(`${at}/assessment/elements/A2`)).text).not.toContain('name="needs"');
    await teacher.submit(`${at}/assessment`, {});
    const again = await teacher.get(`${at}/assessment/elements/A2`);
    expect(words(again.text)).toMatch(/What version 1 says, \d+ \w+ \d{4} Needs Needs of A2/);
    const reason = await teacher.get(`${at}/assessment/sections/reason`);
    expect(words(reason.text)).toMatch(/What version 1 says.*He stopped coming on Mondays/);
    const writes = (element: string, fields: Record<string, string>) =>
      teacher.submit(`${at}/assessment/elements/${element}`, fields);
    await writes('A2', { version: '1', needs: 'Needs of A2 are met' });
    await writes('B1', { version: '1' });
    await writes('A3', { version: '0', strengths: 'Kind' });
    await writes('C1', { version: '0', needs: 'A hard winter', topic: 'adult_health' });
    expect((await teacher.get(`${at}/assessment`)).text).toContain(`${at}/assessment/versions/1/compared/2`);
    const compared = words((await teacher.get(`${at}/assessment/versions/1/compared/2`)).text);
    expect(compared).toContain('What changed from version 1 to version 2');
    expect(compared).toMatch(/4 parts changed, 7 did not/);
    expect(compared).toMatch(/Emotional and social development .*Changed Needs Needs of A2 ?Added: are met/);
    expect(compared).toMatch(/Behavioural development .*New Strengths Added: Kind/);
    expect(compared).toMatch(/Basic care, safety and protection .*Removed Needs Removed: Needs of B1/);
    expect(compared).toMatch(/Sensitive: an adult’s health .*New Needs Added: A hard winter/);
    expect(compared).not.toContain('He stopped coming');
    const backwards = words((await teacher.get(`${at}/assessment/versions/2/compared/1`)).text);
    expect(backwards).toMatch(/Behavioural development .*Removed Strengths Removed: Kind/);
    const coordinator = await testApp.browse('coordinatorNwl');
    const cut = words((await coordinator.get(`${at}/assessment/versions/1/compared/2`)).text);
    expect(cut).toContain('3 parts changed, 7 did not');
    expect(cut).not.toContain('A hard winter');
    expect((await teacher.get(`${at}/assessment/versions/1/compared/9`)).status).toBe(404);
  }, 20_000);

  it('do not complete while parts are missing, and link to each of them', async () => {
    const at = await begun();
    const refused = await teacher.submit(`${at}/assessment/completion`, {});
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Still needed');
    expect(refused.text).toContain(`href="${at}/assessment/sections/reason"`);
  });

  it('show both texts after a conflicting save with the differences marked, and lose neither', async () => {
    const at = await begun();
    const saving = `${at}/assessment/elements/A1a`;
    await teacher.submit(saving, { version: '0', needs: 'What was written first', levelIndicator: '2' });
    const mine = { version: '0', needs: 'What I typed', strengths: 'Runs', levelIndicator: '' };
    const late = await teacher.submit(saving, mine);
    expect(late.status).toBe(412);
    expect(words(late.text)).toMatch(/saved What was written first You typed What I typed/);
    expect(late.text).toContain(
      '<del><span class="govuk-visually-hidden">Removed: </span>was written first</del>',
    );
    expect(late.text).toContain('<ins><span class="govuk-visually-hidden">Added: </span>I typed</ins>');
    expect(words(late.text)).toMatch(/saved Level 2 You typed Nothing/);
    expect(late.text).toContain('What I typed</textarea>');
    expect(late.text).toContain('name="version" value="1"');
    expect(late.text).not.toContain('name="keep-evidence"');
    const answers = { 'keep-needs': 'both', 'keep-levelIndicator': 'theirs', 'keep-strengths': 'mine' };
    // A colleague saved again: nothing is taken from a text that the person has not seen.
    const again = await teacher.submit(saving, { ...mine, ...answers });
    expect(again.status).toBe(412);
    expect(again.text).toContain('What I typed</textarea>');
    expect((await teacher.submit(saving, { ...mine, ...answers, version: '1' })).status).toBe(303);
    const { text } = await teacher.get(saving);
    expect(text).toMatch(/What was written first\s+What I typed<\/textarea>/);
    expect(text).toMatch(/<option value="2" selected/);
    expect(text).toContain('Runs</textarea>');
    const section = `${at}/assessment/sections/reason`;
    await teacher.submit(section, { version: '0', what_led: 'The first reason' });
    const other = await teacher.submit(section, { version: '0', what_led: 'My reason' });
    expect(other.status).toBe(412);
    expect(other.text).toContain('The first reason');
    expect(other.text).toContain('My reason</textarea>');
    await teacher.submit(section, { version: '1', what_led: 'My reason', 'keep-what_led': 'theirs' });
    expect((await teacher.get(section)).text).toContain('The first reason</textarea>');
    const people = `${at}/assessment/sections/people_present`;
    await teacher.submit(people, { version: '0', 'person-1-name': 'Invented Aunt' });
    const rows = await teacher.submit(people, { version: '0', 'person-1-name': 'Invented Uncle' });
    expect([
      rows.status,
      rows.text.includes('Invented Aunt'),
      rows.text.includes('value="Invented Uncle"'),
    ]).toEqual([412, true, true]);
  });

  it('let two people write about different elements without a conflict', async () => {
    const at = await begun();
    await teacher.submit(`${at}/assessment/elements/A1a`, { version: '0', needs: 'One' });
    expect(
      (await teacher.submit(`${at}/assessment/elements/A1b`, { version: '0', needs: 'Two' })).status,
    ).toBe(303);
  });

  it('keep a sensitive passage separate, under its topic', async () => {
    const at = await begun();
    await teacher.submit(`${at}/assessment/elements/C1`, {
      version: '0',
      needs: 'A hard winter',
      topic: 'adult_health',
    });
    await teacher.submit(`${at}/assessment/elements/C1`, { version: '0', strengths: 'Help one another' });
    expect(words((await teacher.get(`${at}/assessment/check`)).text)).toContain(
      'Sensitive: an adult’s health',
    );
    expect((await teacher.get(`${at}/assessment/elements/C1`)).text).not.toContain(
      'A hard winter</textarea>',
    );
    expect((await teacher.get(`${at}/assessment/elements/C1?topic=adult_health`)).text).toContain(
      'A hard winter',
    );
    const coordinator = await (await testApp.browse('coordinatorNwl')).get(`${at}/assessment/check`);
    expect(coordinator.text).toContain('Help one another');
    expect(coordinator.text).not.toContain('A hard winter');
  });

  it('get 404 for a housing officer, and for an unknown episode, section or element', async () => {
    const at = await begun();
    const housing = await testApp.browse('housingOfficer');
    const pages = [
      '/checklist',
      '/assessment',
      '/assessment/check',
      '/assessment/versions/1',
      '/assessment/versions/1/compared/2',
      '/assessment/writing',
      '/level',
      '/assessment/sections/reason',
      '/assessment/elements/A1a',
    ];
    for (const path of pages) {
      const [hidden, unknown] = [
        await housing.get(at + path),
        await housing.get(`/episodes/${NOWHERE}${path}`),
      ];
      expect([path, hidden.status, unknown.status]).toEqual([path, 404, 404]);
      expect(words(hidden.text)).toBe(words(unknown.text));
    }
    expect((await teacher.get(`${at}/assessment/sections/weather`)).status).toBe(404);
    expect((await teacher.get(`${at}/assessment/elements/Z9`)).status).toBe(404);
  });
});

describe('the page of the level of need', () => {
  it('decides a level and shows its history, as a diagram and as a table', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    expect((await teacher.get(`/episodes/${episodeId}/level`)).text).toContain(
      'No level of need has been decided yet',
    );
    const decided = await teacher.submit(`/episodes/${episodeId}/level`, {
      level: '3',
      reason: 'Several services',
      familyView: 'Mother agrees',
    });
    expect(decided.status).toBe(303);
    const { text } = await teacher.get(`/episodes/${episodeId}/level`);
    expect(text).toContain('Level of need over time');
    expect(words(text)).toContain('Several services');
    expect(text).not.toContain('name="level" type="radio" value="4"');
  });

  it('asks for the reason and the family’s view, and keeps the typed text', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const answer = await teacher.submit(`/episodes/${episodeId}/level`, {
      level: '2',
      reason: 'Because of this',
      familyView: '',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#familyView"');
    expect(answer.text).toContain('Because of this');
    expect(
      (await teacher.submit(`/episodes/${episodeId}/level`, { level: '4', reason: 'x', familyView: 'y' }))
        .status,
    ).toBe(403);
  });

  it('raises a step-up, which the front door accepts from its queue', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const refused = await teacher.submit(`/episodes/${episodeId}/step-ups`, {
      stepUpReason: 'Risk is rising',
      familyAgreement: 'not_asked',
    });
    expect(refused.text).toContain('href="#familyAgreementNote"');
    await teacher.submit(`/episodes/${episodeId}/step-ups`, {
      stepUpReason: 'Risk is rising',
      familyAgreement: 'agreed',
    });
    const waiting = await teacher.get(`/episodes/${episodeId}/level`);
    expect(waiting.text).toContain('Waiting for an answer');
    expect(waiting.text).not.toContain('name="stepUpReason"');
    const frontDoor = await testApp.browse('frontDoor');
    const { text } = await frontDoor.get('/step-ups');
    expect(text).toContain('Risk is rising');
    const id = /id="step-up-([0-9a-f-]{36})"/.exec(text)![1]!;
    expect((await frontDoor.submit(`/step-ups/${id}`, { episodeId, [`reason-${id}`]: '' })).status).toBe(422);
    const outcome = await frontDoor.submit(`/step-ups/${id}`, {
      episodeId,
      [`outcome-${id}`]: 'accepted',
      [`reason-${id}`]: 'Section 17',
    });
    expect(outcome).toMatchObject({ status: 303, location: '/step-ups' });
    expect((await frontDoor.get('/step-ups')).text).toContain('No step-ups to answer');
    expect(words((await teacher.get(`/episodes/${episodeId}/level`)).text)).toContain(
      'Accepted by social care',
    );
    expect((await teacher.get('/step-ups')).status).toBe(403);
  });
});
