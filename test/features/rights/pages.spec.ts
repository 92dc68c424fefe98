import { dayFromNow } from '../../support/delivering.js';
import { agreedEpisode, atStatus, openedEpisode, type Scenario } from '../../support/scenarios.js';
import type { Browser } from '../../support/browser.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(async () => {
  await testApp.moveClock();
  await testApp.close();
}, 60_000);
const NOWHERE = '01a20081-4767-7483-8517-69c4e54bd0ce';

const day = (name: string, date: string): Record<string, string> => {
  const [year, month, of] = date.split('-') as [string, string, string];
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};
async function asks(
  browser: Browser,
  { episodeId, childId }: Scenario,
  changes: Record<string, string> = {},
) {
  return browser.submit(`/episodes/${episodeId}/requests`, {
    kind: 'access',
    childId,
    about: 'child',
    requester: 'Invented Mother',
    requesterCapacity: 'parental_responsibility',
    ...day('receivedOn', dayFromNow(0)),
    ...changes,
  });
}

describe('a family asks to see what is held', () => {
  it('a practitioner passes it on, the governance lead answers, and the bundle can be printed', async () => {
    const scenario = await openedEpisode(testApp, 'healthVisitor');
    const visitor = await testApp.browse('healthVisitor');
    expect((await visitor.get(`/episodes/${scenario.episodeId}`)).text).toContain(
      'Record a request from the family',
    );
    expect((await visitor.get(`/episodes/${scenario.episodeId}/requests/new`)).status).toBe(200);
    const wrong = await asks(visitor, scenario, { requester: '', about: 'carer' });
    expect([wrong.status, wrong.text.includes('Enter who is asking')]).toEqual([422, true]);
    const made = await asks(visitor, scenario);
    expect(made.status).toBe(303);
    const href = made.location!;
    const own = await visitor.get(href);
    expect([own.status, own.text.includes('Received'), own.text.includes('Invented Mother')]).toEqual([
      200,
      true,
      false,
    ]);
    expect((await visitor.get('/requests')).text).toContain(href);

    const lead = await testApp.browse('governance');
    expect((await lead.get('/requests')).text).toContain(href);
    expect((await lead.get(href)).text).toContain('if identity is checked today');
    const early = await lead.get(`${href}/bundle`);
    expect([early.status, early.text.includes('who is asking')]).toEqual([409, true]);
    const incomplete = await lead.submit(`${href}/progress`, {
      version: '1',
      ...day('identityCheckedOn', dayFromNow(0)),
    });
    expect([incomplete.status, incomplete.text.includes('Enter how their identity was checked')]).toEqual([
      422,
      true,
    ]);
    const checked = await lead.submit(`${href}/progress`, {
      version: '1',
      ...day('identityCheckedOn', dayFromNow(0)),
      identityCheckedHow: 'Passport',
      childCompetence: 'not_competent',
      exemptions: 'third_party',
      exemptionNote: 'Names of neighbours',
    });
    expect([checked.status, checked.location]).toEqual([303, href]);
    const stale = await lead.submit(`${href}/progress`, { version: '1', clarification: 'x' });
    expect(stale.status).toBe(422);
    const bundle = await lead.get(`${href}/bundle`);
    expect(bundle.status).toBe(200);
    expect(bundle.text).toContain('Everything held about');
    expect(bundle.text).toContain('Third party');
    expect(bundle.text).toContain((await testApp.actor('healthVisitor')).name);
    expect(
      (
        await lead.submit(`${href}/pauses`, {
          ...day('fromOn', dayFromNow(0)),
          pauseReason: 'Asked what they mean',
        })
      ).status,
    ).toBe(303);
    expect((await lead.get(href)).text).toContain('Paused. Due');
    expect((await lead.submit(`${href}/resumption`, day('toOn', dayFromNow(0)))).status).toBe(303);
    expect(
      (
        await lead.submit(`${href}/extension`, {
          version: '2',
          because: 'Many agencies',
          ...day('toldOn', dayFromNow(0)),
        })
      ).status,
    ).toBe(303);
    expect(
      (await lead.submit(`${href}/release`, { version: '3', ...day('releasedOn', dayFromNow(0)), how: 'x' }))
        .status,
    ).toBe(422);
    expect(
      (
        await lead.submit(`${href}/decision`, {
          version: '3',
          decision: 'granted_in_part',
          reason: 'Less what is others’',
        })
      ).status,
    ).toBe(303);
    expect(
      (
        await lead.submit(`${href}/release`, {
          version: '4',
          ...day('releasedOn', dayFromNow(0)),
          how: 'By hand',
        })
      ).status,
    ).toBe(303);
    expect((await lead.get(`${href}/bundle`)).status).toBe(409);
    expect((await lead.get('/requests?state=finished')).text).toContain(href);
    expect((await visitor.get(href)).text).toContain('Finished');
  }, 60_000);

  it('a colleague who does not reach the family gets the page for an unknown record', async () => {
    const scenario = await openedEpisode(testApp, 'healthVisitor');
    const { location } = await asks(await testApp.browse('healthVisitor'), scenario);
    const teacher = await testApp.browse('schoolTeacher');
    const bare = (text: string): string => text.replace(/nonce="[^"]*"|value="[^"]*"|urn:uuid:[\w-]+/g, '');
    const [hidden, absent] = [await teacher.get(location!), await teacher.get(`/requests/${NOWHERE}`)];
    expect([hidden.status, bare(hidden.text)]).toEqual([404, bare(absent.text)]);
    expect((await teacher.get(`/episodes/${scenario.episodeId}/requests/new`)).status).toBe(404);
    expect((await teacher.get(`/retention/${scenario.episodeId}`)).status).toBe(404);
    expect((await teacher.get(`/episodes/${scenario.episodeId}/corrections`)).status).toBe(404);
  }, 60_000);
});

it('what the family says is wrong appears beside the note, the element and the child’s details', async () => {
  const { episodeId, childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  await atStatus(testApp, episodeId, 'registered');
  const visitor = await testApp.browse('healthVisitor');
  await visitor.submit(`/episodes/${episodeId}/chronology`, {
    ...day('happenedOn', dayFromNow(-3)),
    category: 'contact',
    what: 'Father did not come',
  });
  const api = await testApp.as('healthVisitor');
  expect((await visitor.submit(`/episodes/${episodeId}/assessment`, {})).status).toBe(303);
  const saved = await api.patch(
    `/episodes/${episodeId}/assessment`,
    { elements: [{ element: 'A1a', needs: 'Asthma, untreated' }] },
    { ifMatch: '"v1"' },
  );
  expect(saved.status).toBeLessThan(300);
  const [element] = await testApp.asOwner<{ id: string }>(
    'select id from assessment_elements where episode_id = $1',
    [episodeId],
  );
  const { items } = (await api.get(`/episodes/${episodeId}/chronology?kind=note`)).body as {
    items: { noteId: string }[];
  };
  const subjects: [string, string, string][] = [
    ['chronology_note', items[0]!.noteId, `/episodes/${episodeId}/chronology`],
    ['assessment_element', element!.id, `/episodes/${episodeId}/assessment/versions/1`],
    ['child_details', childId, `/children/${childId}`],
  ];
  for (const [kind, subject, where] of subjects) {
    const ask = `/episodes/${episodeId}/corrections/new?kind=${kind}&subject=${subject}`;
    expect((await visitor.get(where)).text).toContain(ask.replaceAll('&', '&amp;'));
    expect((await visitor.get(ask)).status).toBe(200);
    const empty = await visitor.submit(`/episodes/${episodeId}/corrections`, {
      subjectKind: kind,
      subjectId: subject,
    });
    expect([empty.status, empty.text.includes('Enter what it should say')]).toEqual([422, true]);
    const response = await visitor.submit(`/episodes/${episodeId}/corrections`, {
      subjectKind: kind,
      subjectId: subject,
      saidWrong: `Wrong about ${kind}`,
      shouldSay: 'Otherwise',
      askedBy: 'Invented Father',
      askedByCapacity: 'parental_responsibility',
    });
    expect(response.status).toBe(303);
    const beside = (await visitor.get(where)).text;
    expect(beside).toContain('Correction requested');
    const [{ id }] = (await testApp.asOwner<{ id: string }>(
      'select id from corrections where subject_id = $1',
      [subject],
    )) as [{ id: string }];
    const noteless = await visitor.submit(`/episodes/${episodeId}/corrections/${id}`, {
      [`status-${id}`]: 'disputed',
    });
    expect([noteless.status, noteless.text.includes('Enter the note to show next to it')]).toEqual([
      422,
      true,
    ]);
    const decided = await visitor.submit(`/episodes/${episodeId}/corrections/${id}`, {
      [`status-${id}`]: 'disputed',
      [`note-${id}`]: 'We saw it otherwise',
    });
    expect(decided.status).toBe(303);
    const after = (await visitor.get(where)).text;
    expect(after).toContain('Disputed');
    expect(after).toContain('We saw it otherwise');
  }
  const list = await visitor.get(`/episodes/${episodeId}/corrections`);
  for (const [kind] of subjects) expect(list.text).toContain(`Wrong about ${kind}`);
  expect((await visitor.get(`/episodes/${episodeId}/chronology`)).text).toContain('Father did not come');
}, 60_000);

describe('the retention of a record', () => {
  async function closed(): Promise<Scenario> {
    const scenario = await openedEpisode(testApp, 'healthVisitor');
    const { practitionerId } = await testApp.actor('healthVisitor');
    await atStatus(testApp, scenario.episodeId, 'delivering');
    await testApp.asOwner(
      `insert into closures (id, episode_id, closed_on, reason, summary, family_told, recorded_by, closed_at)
       values (gen_random_uuid(), $1, current_date, 'NEEDS_MET', 'Invented', true, $2, now())`,
      [scenario.episodeId, practitionerId],
    );
    return scenario;
  }

  it('is announced on the closure page and the overview, and not while the episode is open', async () => {
    const open = await openedEpisode(testApp, 'healthVisitor');
    const visitor = await testApp.browse('healthVisitor');
    expect((await visitor.get(`/episodes/${open.episodeId}`)).text).not.toContain('is due for deletion');
    expect((await visitor.get(`/retention/${open.episodeId}`)).text).toContain('The episode is open');
    const { episodeId } = await closed();
    for (const path of [
      `/episodes/${episodeId}`,
      `/episodes/${episodeId}/closure`,
      `/retention/${episodeId}`,
    ])
      expect((await visitor.get(path)).text).toMatch(
        /This record is due for deletion on \d+ \w+ \d{4}, because/,
      );
  }, 60_000);

  it('ends by two people on its page: held, lifted, proposed, approved, and destroyed', async () => {
    const { episodeId } = await closed();
    const lead = await testApp.browse('governance');
    const coordinator = await testApp.browse('coordinatorNwl');
    const here = `/retention/${episodeId}`;
    expect((await lead.get('/retention?state=coming')).text).toContain(here);
    expect((await lead.submit(`${here}/holds`, { holdReason: '' })).status).toBe(422);
    expect((await lead.submit(`${here}/holds`, { holdReason: 'An inquiry' })).status).toBe(303);
    expect((await lead.get(here)).text).toContain('This record is on hold');
    expect((await lead.get('/retention?state=held')).text).toContain('An inquiry');
    // The coordinator knows that it is held, and not why.
    expect((await coordinator.get('/retention?state=held')).text).not.toContain('An inquiry');
    const [{ id: hold }] = (await testApp.asOwner<{ id: string }>(
      'select id from retention_holds where episode_id = $1',
      [episodeId],
    )) as [{ id: string }];
    expect((await lead.submit(`${here}/holds/${hold}`, { because: 'Ended' })).status).toBe(303);
    const early = await lead.submit(`${here}/proposal`, { reason: 'Its time has come' });
    expect([early.status, early.text.includes('has not reached its retention date')]).toEqual([422, true]);

    await testApp.asOwner(
      'update children set date_of_birth = $2 where id in (select child_id from episode_children where episode_id = $1)',
      [episodeId, '1990-01-01'],
    );
    await testApp.asOwner(
      "update retention_classes set months = 0 where class = 'common_assessment' and action = 'destroy'",
    );
    expect((await lead.get('/retention')).text).toContain(here);
    expect((await lead.submit(`${here}/proposal`, { reason: 'Its time has come' })).status).toBe(303);
    const [{ id: proposal }] = (await testApp.asOwner<{ id: string }>(
      'select id from destruction_proposals where episode_id = $1',
      [episodeId],
    )) as [{ id: string }];
    expect((await lead.get(here)).text).toContain('Someone else must approve');
    const alone = await lead.submit(`${here}/proposal/${proposal}`, { answer: 'approved' });
    expect([alone.status, alone.text.includes('You proposed this')]).toEqual([422, true]);
    expect((await coordinator.get('/retention?state=proposed')).text).toContain(here);
    expect((await coordinator.submit(`${here}/proposal/${proposal}`, { answer: 'declined' })).status).toBe(
      422,
    );
    expect((await coordinator.get(here)).text).toContain('Yes, delete it');
    const destruction = await coordinator.submit(`${here}/proposal/${proposal}`, { answer: 'approved' });
    expect([destruction.status, destruction.location]).toEqual([303, '/retention?state=destroyed']);
    expect((await coordinator.get('/retention?state=destroyed')).text).toContain(episodeId);
    expect((await lead.get(here)).status).toBe(404);
    expect((await lead.get(`/episodes/${episodeId}`)).status).toBe(404);
    await testApp.asOwner(
      "update retention_classes set months = 84 where class = 'common_assessment' and action = 'destroy'",
    );
  }, 60_000);
});
