import { said } from '../../support/outputs.js';
import { agreedEpisode, agrees, recordedChild } from '../../support/scenarios.js';
import { statementsDuring } from '../../support/statements.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const carer = (name: string, relationship: string, more: object = {}) => ({
  ...{ name, relationship, parentalResponsibility: 'not_known' },
  ...more,
});
/** Direction marks keep a name apart in a picture; in the words an element does. */
const plain = (html: string): string =>
  html
    .replace(/<\/?bdi>|[\u2066-\u2069]/g, '')
    .replaceAll('&#39;', '’')
    .trim();
const textsIn = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text]) => plain(text!)).sort();

/** What the picture says, and what the words beneath it say. */
async function pictureOf(by: string, path: string) {
  const { status, text } = await (await testApp.browse(by)).get(path);
  expect(status).toBe(200);
  const svg = /<figure class="app-family"[^>]*>\s*(<svg [\s\S]*?<\/svg>)/.exec(text)?.[1] ?? '';
  const words = text.slice(text.indexOf('id="in-words"'));
  return {
    text,
    svg,
    drawn: textsIn(svg, 'title'),
    written: textsIn(words.slice(0, words.indexOf('</section>')), 'li'),
  };
}
const named = (name: string, more: object = {}) =>
  recordedChild(testApp, 'healthVisitor', { givenNames: name, familyName: 'Invented', ...more });

describe('the page of a genogram', () => {
  it('says in words what the picture says, names of any script and length, and keeps to the security policy', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaft';
    const ada = await named('Ada', {
      carers: [carer('محمد حسن', 'father'), carer(long, 'mother'), carer('আনোয়ারা খাতুন', 'grandparent')],
    });
    const { svg, drawn, written } = await pictureOf('healthVisitor', `/children/${ada}/genogram`);
    expect(drawn).toEqual(written);
    expect(written).toContain('محمد حسن: male, father.');
    expect(svg).toContain('\u2068محمد حسن\u2069');
    expect(svg).not.toMatch(/ style=|<style|NaN/);
    expect(svg).toMatch(/<title id="genogram-title">Genogram of Ada Invented<\/title><desc/);
    const lines = [...svg.matchAll(/app-family__name">([^<]*)</g)].map(([, line]) => plain(line!));
    expect(lines.join('')).toContain(long);
    for (const line of lines) expect([...line].length).toBeLessThan(22);
  });

  it('of a child alone shows the child, and says what is not recorded', async () => {
    const ada = await named('Ada');
    const { drawn, written, text } = await pictureOf('healthVisitor', `/children/${ada}/genogram`);
    expect(drawn).toEqual(written);
    expect(written).toHaveLength(1);
    for (const words of ['Nothing is recorded of how they are related', 'No home is recorded'])
      expect(text).toContain(words);
  });

  it('is linked from the child, the family and the episode', async () => {
    const { childId, episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    const reader = await testApp.browse('healthVisitor');
    for (const page of [`/children/${childId}`, `/children/${childId}/family`, `/episodes/${episodeId}`])
      for (const picture of ['genogram', 'ecomap'])
        expect([
          page,
          (await reader.get(page)).text.includes(`href="/children/${childId}/${picture}"`),
        ]).toEqual([page, true]);
  });

  it('says that it is not shared with a reader who knows only that the child is there; others get 404', async () => {
    const { childId, episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher'], ['T0']);
    await (
      await testApp.as('healthVisitor')
    ).post(`/children/${childId}/carers`, carer('Kelly Secret', 'mother'));
    for (const picture of ['genogram', 'ecomap']) {
      const shown = await (await testApp.browse('schoolTeacher')).get(`/children/${childId}/${picture}`);
      expect([shown.status, shown.text.includes('Not shared with you')]).toEqual([200, true]);
      expect(shown.text).not.toMatch(/Kelly|<figure/);
      expect((await (await testApp.browse('outsider')).get(`/children/${childId}/${picture}`)).status).toBe(
        404,
      );
    }
    expect(episodeId).toBeDefined();
  });

  it('is entered in the access log', async () => {
    const ada = await named('Ada');
    for (const picture of ['genogram', 'ecomap']) {
      await (await testApp.browse('healthVisitor')).get(`/children/${ada}/${picture}`);
      const entries = await testApp.asOwner('select 1 from audit.entries where act = $1 and child_id = $2', [
        `read ${picture}`,
        ada,
      ]);
      expect([picture, entries.length]).toEqual([picture, 1]);
    }
  });
});

describe('the page of an ecomap', () => {
  const DETAILS = {
    educationSetting: 'Invented Primary School',
    gp: 'Invented Surgery',
    address: '1 Invented Street',
  };

  it('has the child and the home in the middle, and around them agencies, school, GP and adults elsewhere', async () => {
    const worker = await testApp.as('healthVisitor');
    const ada = await named('Ada', {
      details: DETAILS,
      carers: [
        carer('Kelly Invented', 'mother'),
        carer('Darren Invented', 'father'),
        carer('Flo Friend', 'friend'),
      ],
    });
    const { carers } = (await worker.get(`/children/${ada}`)).body as {
      carers: { id: string; name: string }[];
    };
    const kelly = carers.find(({ name }) => name.startsWith('Kelly'))!.id;
    await worker.post(`/children/${ada}/homes`, {
      ...{
        kind: 'family',
        members: [
          { childId: ada, pattern: 'main' },
          { carerId: kelly, pattern: 'main' },
        ],
      },
    });
    const { body } = await worker.post('/episodes', { childIds: [ada], reason: 'Invented: asks for help.' });
    const episodeId = body.id as string;
    await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher']);
    const { practitionerId, name: teacher } = await testApp.actor('schoolTeacher');
    await worker.post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'report_only' });
    const { drawn, written, svg } = await pictureOf('healthVisitor', `/children/${ada}/ecomap`);
    expect(drawn.filter((one, index) => drawn.indexOf(one) === index)).toEqual(written);
    expect(written).toEqual(
      expect.arrayContaining([
        'Ada Invented is in the middle, at home with Kelly Invented.',
        'Darren Invented: father.',
        'Flo Friend: friend of the family.',
        'Invented Primary School: school, nursery or college.',
        'Invented Surgery: GP practice.',
        expect.stringContaining(`${teacher}, `),
        expect.stringContaining('sends reports, does not attend'),
      ]),
    );
    expect(svg).toContain('app-family__line--reports');
    expect(svg).toContain('app-family__line--works');
    // Reports alone are a dashed line; after the episode none of them is there.
    await testApp.asOwner('update episodes set closed_at = now() where id = $1', [episodeId]);
    expect((await pictureOf('healthVisitor', `/children/${ada}/ecomap`)).text).not.toContain(teacher);
  });

  it('shows neither home, school nor GP of a shielded child to a reader who is not named', async () => {
    const worker = await testApp.as('healthVisitor');
    const { childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    const { etag } = await worker.get(`/children/${childId}`);
    expect(
      (await worker.patch(`/children/${childId}`, { details: DETAILS }, { ifMatch: etag! })).status,
    ).toBe(200);
    await worker.post(`/children/${childId}/homes`, {
      kind: 'family',
      members: [{ childId, pattern: 'main' }],
    });
    const open = await pictureOf('schoolTeacher', `/children/${childId}/ecomap`);
    expect(open.written.join()).toMatch(/Invented Primary School.*Invented Surgery/);
    const asked = { grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' };
    expect((await worker.post(`/children/${childId}/shields`, asked)).status).toBe(201);
    for (const picture of ['ecomap', 'genogram']) {
      const hidden = await pictureOf('schoolTeacher', `/children/${childId}/${picture}`);
      expect(hidden.text).not.toMatch(/Invented Primary|Invented Surgery|Home A|family home/);
      expect(hidden.text).toContain('Contact details are protected');
    }
    expect((await pictureOf('healthVisitor', `/children/${childId}/ecomap`)).text).toContain(
      'Invented Surgery',
    );
  });

  it('names a sensitive service to those alone who may know its name', async () => {
    await testApp.asOwner("update agencies set sensitive = true where name = 'Bridge Housing'");
    const { childId, episodeId } = await agreedEpisode(testApp, 'healthVisitor', [
      'counsellor',
      'schoolTeacher',
      'yispWorker',
    ]);
    for (const persona of ['counsellor', 'schoolTeacher', 'yispWorker'])
      await (
        await testApp.as('healthVisitor')
      ).post(`/episodes/${episodeId}/team`, {
        ...{ practitionerId: (await testApp.actor(persona)).practitionerId, teamRole: 'member' },
      });
    const secrets = ['Eleanor Calmwater', 'Bridge Housing'];
    const seen = await pictureOf('yispWorker', `/children/${childId}/ecomap`);
    expect(said([{ where: 'page', text: seen.text }], secrets)).toEqual([]);
    expect(seen.written).toContain('A sensitive service: is involved.');
    expect(seen.svg).toContain('app-family__line--not_named');
    const author = await pictureOf('healthVisitor', `/children/${childId}/ecomap`);
    expect(author.written.join()).toContain('Eleanor Calmwater');
    expect(author.written.join()).not.toContain('A sensitive service');
  });

  it('marks a restriction on contact, also of a person in the home', async () => {
    const worker = await testApp.as('healthVisitor');
    const ada = await named('Ada', { carers: [carer('Darren Invented', 'father')] });
    const [{ id, version }] = (await worker.get(`/children/${ada}/family`)).body.carers as [
      { id: string; version: number },
    ];
    await worker.post(`/children/${ada}/homes`, {
      ...{
        kind: 'family',
        members: [
          { childId: ada, pattern: 'main' },
          { carerId: id, pattern: 'main' },
        ],
      },
    });
    expect((await pictureOf('healthVisitor', `/children/${ada}/ecomap`)).written).toEqual([
      'Ada Invented is in the middle, at home with Darren Invented.',
    ]);
    const limit = {
      contactRestriction: 'supervised',
      restrictionBasis: 'care_plan',
      restrictedFrom: '2026-01-05',
    };
    const { status } = await worker.patch(`/children/${ada}/carers/${id}`, limit, {
      ifMatch: `"v${version}"`,
    });
    expect(status).toBe(200);
    const { written, svg } = await pictureOf('healthVisitor', `/children/${ada}/ecomap`);
    expect(written).toContain('Darren Invented: father; supervised contact only.');
    expect(svg.split('app-family__stroke')).toHaveLength(3);
  });

  it('costs as many statements for a large team as for none', async () => {
    const { childId, episodeId } = await agreedEpisode(testApp, 'healthVisitor', [
      'counsellor',
      'schoolTeacher',
    ]);
    const browser = await testApp.browse('healthVisitor');
    const count = async () =>
      (await statementsDuring(testApp, () => browser.get(`/children/${childId}/ecomap`))).length;
    const few = await count();
    for (const persona of ['counsellor', 'schoolTeacher'])
      await (
        await testApp.as('healthVisitor')
      ).post(`/episodes/${episodeId}/team`, {
        ...{ practitionerId: (await testApp.actor(persona)).practitionerId, teamRole: 'member' },
      });
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(24);
  });
});
