import { CopiesService } from '#libs/oversight/copies';
import { UnitOfWork } from '#libs/platform';
import { ASSESSMENT_FORM, type FormContent } from '#libs/terms';
import { registeredEpisode } from '../../support/assessing.js';
import type { Browser } from '../../support/browser.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let teacher: Browser;
beforeAll(async () => {
  testApp = await openTestApp();
  teacher = await testApp.browse('schoolTeacher');
}, 60_000);
afterAll(() => testApp.close());

const words = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const ANOTHER_YEAR: FormContent = {
  ...ASSESSMENT_FORM,
  title: 'Assessment of another year',
  opening: [
    {
      key: 'reason',
      title: 'Why another year asked',
      questions: [{ key: 'what_led', label: 'The cause', kind: 'text' }],
    },
    {
      key: 'wishes',
      title: 'Wishes of another year',
      questions: [{ key: 'three', label: 'Three wishes', kind: 'text' }],
    },
  ],
  domains: [
    {
      key: 'A',
      title: 'The child of another year',
      elements: [{ key: 'A1a', label: 'Health of another year', covers: 'Health' }],
    },
  ],
  passage: [{ key: 'needs', label: 'Needs of another year' }],
  closing: [
    {
      key: 'conclusions',
      title: 'Conclusions',
      questions: [{ key: 'needs_category', label: 'How much', kind: 'choice', list: 'needs_category' }],
    },
  ],
  lists: { ...ASSESSMENT_FORM.lists, needs_category: [{ key: 'additional', label: 'More than most' }] },
};
const ITS_WORDS = [
  'Assessment of another year',
  'Why another year asked',
  'Wishes of another year',
  'Health of another year',
  'Needs of another year',
  'More than most',
];

const define = (form: FormContent) =>
  testApp.asOwner(
    `insert into form_definitions (number, valid_from, content)
     select max(number) + 1, date '2026-12-01', $1::jsonb from form_definitions`,
    [JSON.stringify(form)],
  );

/** An assessment as its reader gets it: on its page and in a copy. */
async function readAssessment(at: string) {
  const copy = await testApp.app
    .get(UnitOfWork)
    .run(await testApp.actor('schoolTeacher'), () =>
      testApp.app.get(CopiesService).copyOf(at.replace('/episodes/', '')),
    );
  return {
    page: words((await teacher.get(`${at}/assessment/check`)).text),
    copy: JSON.stringify(copy),
  };
}

async function writtenAbout(): Promise<string> {
  const { id, teacher: client } = await registeredEpisode(testApp);
  await client.post(`/episodes/${id}/assessment`, {});
  const { etag } = await client.get(`/episodes/${id}/assessment`);
  const saved = await client.patch(
    `/episodes/${id}/assessment`,
    {
      sections: {
        conclusions: { needs_category: 'additional', goals: 'Every Monday' },
        reason: { what_led: 'Mondays' },
        comments: { child_comment: 'I like drawing' },
      },
      elements: [
        { element: 'A1a', needs: 'Sleep' },
        { element: 'C3', needs: 'Money' },
      ],
    },
    { ifMatch: etag! },
  );
  expect(saved.status).toBe(200);
  return `/episodes/${id}`;
}

describe('the words of a form', () => {
  it('stay with the assessment that was filled in with them, on its page, in the API and in copies', async () => {
    await define(ANOTHER_YEAR);
    const at = await writtenAbout();
    await define(ASSESSMENT_FORM);
    const client = await testApp.as('schoolTeacher');
    const { form } = (await client.get(`${at}/assessment`)).body as {
      form: FormContent & { number: number };
    };
    await testApp.asOwner(
      `insert into assessment_sections (id, assessment_id, episode_id, section, answers, saved_by, saved_at)
       select gen_random_uuid(), a.id, a.episode_id, 'wishes', '{"three": "A dog"}', a.assessor_id, now()
       from assessments a where a.episode_id = $1`,
      [at.replace('/episodes/', '')],
    );
    const old = await readAssessment(at);
    const { number, title } = form;
    expect(title).toBe('Assessment of another year');
    expect(form.domains).toEqual(ANOTHER_YEAR.domains);
    for (const word of ITS_WORDS.slice(1)) {
      expect(old.page).toContain(word);
      expect(old.copy).toContain(word);
    }
    expect(old.page).toContain('The child of another year');
    for (const text of [old.page, old.copy]) {
      expect(text).toContain('A dog');
      // Answers to what the form does not ask are read as well.
      for (const answer of ['Money', 'Every Monday', 'I like drawing', 'Mondays'])
        expect(text).toContain(answer);
      expect(text).not.toMatch(/General health|What led to this assessment|Additional needs/);
    }
    expect(words((await teacher.get(`${at}/assessment`)).text)).toContain('Health of another year');

    const after = await writtenAbout();
    const current = await readAssessment(after);
    expect((await client.get(`${after}/assessment`)).body.form).toMatchObject({
      number: number + 1,
      title: 'Common assessment',
    });
    for (const text of [current.page, current.copy]) {
      expect(text).toContain('General health');
      expect(text).toContain('Additional needs');
      for (const word of ITS_WORDS) expect(text).not.toContain(word);
    }
  });
});

describe('the sections of the form', () => {
  it('keep level, reasons, review date and services, on the page and in copies', async () => {
    const at = await writtenAbout();
    await teacher.submit(`${at}/assessment/sections/services`, {
      version: '0',
      'service-1-name': 'Invented Surgery',
      'service-1-kind': 'gp',
      'service-1-since': 'March 2025',
    });
    const saved = await teacher.submit(`${at}/assessment/sections/conclusions`, {
      version: '1',
      level: '2',
      significant_harm: 'no',
      'review_on-day': '1',
      'review_on-month': '2',
      'review_on-year': '2027',
    });
    expect(saved.location).toBe(`${at}/assessment`);
    const check = words((await teacher.get(`${at}/assessment/check`)).text);
    expect(check).toContain('Enter in the conclusions the reasons for the level of need');
    const { page, copy } = await readAssessment(at);
    for (const text of [page, copy])
      for (const answer of ['Level 2', '1 February 2027', 'Invented Surgery', 'GP', 'March 2025'])
        expect(text).toContain(answer);
    const form = (await teacher.get(`${at}/assessment/sections/conclusions`)).text;
    expect(form).toMatch(/name="review_on-year"[^>]*value="2027"/);
    const both = await teacher.submit(`${at}/assessment/sections/services`, {
      version: '1',
      'service-1-name': 'Invented Surgery',
      none_known: 'yes',
    });
    expect(both.status).toBe(422);
    expect(both.text).toContain('Enter the services, or select that none are known, not both');
    expect(both.text).toContain('value="Invented Surgery"');
    await teacher.submit(`${at}/assessment/sections/services`, { version: '1', none_known: 'yes' });
    expect((await readAssessment(at)).page).toContain('No services are known to work with the child');
  });

  it('lead from significant harm to the step-up, and need what was seen before they are complete', async () => {
    const at = await writtenAbout();
    const saved = await teacher.submit(`${at}/assessment/sections/conclusions`, {
      version: '1',
      significant_harm: 'yes',
    });
    expect(saved).toMatchObject({ status: 303, location: `${at}/level#step-up` });
    const heading = words((await teacher.get(at)).text);
    expect(heading).toContain(
      'The assessment says that the child is suffering, or likely to suffer, significant harm',
    );
    const concerns = () =>
      testApp.asOwner<{ ground: string; said: string | null; checklist_version: number | null }>(
        'select ground, said, checklist_version from safety_concerns where episode_id = $1 order by raised_at, id',
        [at.split('/')[2]],
      );
    const raised = { ground: 'significant_harm', said: null, checklist_version: null };
    expect(await concerns()).toEqual([raised]);
    const level = words((await teacher.get(`${at}/level`)).text);
    expect(level).toContain('tell your designated safeguarding lead and phone children’s social care');
    expect(level).toContain('Raise a step-up');
    const missing = 'Enter in the conclusions what was seen or said about the harm, and who was told';
    expect(words((await teacher.get(`${at}/assessment/check`)).text)).toContain(missing);
    await teacher.submit(`${at}/assessment/sections/conclusions`, {
      version: '2',
      significant_harm: 'yes',
      significant_harm_note: 'A bruise; the safeguarding lead was told',
    });
    const { page } = await readAssessment(at);
    expect(page).toContain('A bruise; the safeguarding lead was told');
    expect(page).not.toContain(missing);
    // What was seen is a concern of its own; saving the same again raises none.
    const seen = { ...raised, said: 'A bruise; the safeguarding lead was told' };
    expect(await concerns()).toEqual([raised, seen]);
    await teacher.submit(`${at}/assessment/sections/conclusions`, {
      ...{ version: '3', significant_harm: 'yes', significant_harm_note: seen.said, level: '3' },
      level_reasons: 'Invented',
    });
    expect(await concerns()).toEqual([raised, seen]);
  });
});
