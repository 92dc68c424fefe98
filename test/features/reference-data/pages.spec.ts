import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { importDemoReference, importReference } from '../../../apps/console/src/import-reference.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const GIAS =
  'URN,EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate,Postcode,Town,DistrictAdministrative (code)';
const file = (...rows: string[]) => ({ name: 'schools.csv', content: [GIAS, ...rows, ''].join('\n') });

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 300_000);
afterAll(() => testApp.close());
beforeEach(async () => {
  for (const table of ['imports', 'schools', 'organisations', 'areas', 'postcodes'])
    await testApp.asOwner(`truncate reference_${table}`);
});

const schools = () =>
  testApp.asOwner<{ code: string; name: string; until: string | null }>(
    'select code, name, valid_until::text as until from reference_schools order by code',
  );
const importing = async (persona: string, content: ReturnType<typeof file>, kind = 'schools') =>
  (await testApp.browse(persona)).upload('/reference-data/imports', { kind }, content, '/help');

describe('importing a list by page', () => {
  it.each(['directoryEditor', 'systemAdministrator'])(
    'is for the %s, who is told what it did',
    async (persona) => {
      const browser = await testApp.browse(persona);
      const first = file(
        '100001,Alder School,Open,,,,,',
        '100002,Beech School,Open,,,,,',
        '100003,Cedar,Open,,,,,',
      );
      const added = await browser.upload(
        '/reference-data/imports',
        { kind: 'schools' },
        first,
        '/reference-data',
      );
      expect([added.status, added.location]).toEqual([303, '/reference-data']);
      expect((await browser.get('/reference-data')).text).toContain(
        '3 added, 0 changed, 0 closed, 0 unchanged',
      );
      const second = file(
        '100001,Alder School,Open,,,,,',
        '100002,Beech Academy,Open,,,,,',
        '100003,Cedar,Closed,,31-08-2020,,,',
        '100004,Damson,Open,,,,,',
      );
      await browser.upload('/reference-data/imports', { kind: 'schools' }, second, '/reference-data');
      expect((await browser.get('/reference-data')).text).toContain(
        '1 added, 1 changed, 1 closed, 1 unchanged',
      );
      expect(await schools()).toEqual([
        { code: '100001', name: 'Alder School', until: null },
        { code: '100002', name: 'Beech Academy', until: null },
        { code: '100003', name: 'Cedar', until: '2020-08-31' },
        { code: '100004', name: 'Damson', until: null },
      ]);
    },
    120_000,
  );

  it('imports a file once, however often it is sent', async () => {
    const one = file('100001,Alder School,Open,,,,,');
    await importing('directoryEditor', one);
    const browser = await testApp.browse('directoryEditor');
    await browser.upload('/reference-data/imports', { kind: 'schools' }, one, '/reference-data');
    expect((await browser.get('/reference-data')).text).toContain('so nothing was done');
    expect(await testApp.asOwner('select 1 from reference_imports')).toHaveLength(1);
    expect(
      await testApp.asOwner("select 1 from audit.entries where act = 'import reference data'"),
    ).not.toHaveLength(0);
  }, 120_000);

  it('imports nothing of a file with a wrong row, and names its line', async () => {
    const { status, text } = await importing(
      'directoryEditor',
      file('100001,Alder School,Open,,,,,', '12,Short,Open,,,,,'),
    );
    expect(status).toBe(422);
    expect(text).toContain('Line 3: URN “12” does not have the shape of one');
    expect(text).toContain('<option value="schools" selected>');
    expect(await schools()).toEqual([]);
    expect(await testApp.asOwner('select 1 from reference_imports')).toEqual([]);
  }, 120_000);

  it('asks for what is missing', async () => {
    const browser = await testApp.browse('directoryEditor');
    const none = await browser.submit('/reference-data/imports', {}, '/reference-data');
    expect(none.status).toBe(422);
    expect(none.text).toContain('Select the list');
    expect(none.text).toContain('Select a file');
    const empty = await importing('directoryEditor', { name: 'empty.csv', content: '' });
    expect(empty.text).toContain('Select a file that is not empty');
    const large = await importing('directoryEditor', {
      name: 'large.csv',
      content: 'x'.repeat(20 * 1024 * 1024 + 1),
    });
    expect([large.status, large.text]).toEqual([422, expect.stringContaining('smaller than 20 MB')]);
  }, 120_000);

  it('is for no one else, and not without the token of the form', async () => {
    for (const persona of ['schoolTeacher', 'coordinatorNwl', 'agencyAdministrator']) {
      expect([persona, (await (await testApp.browse(persona)).get('/reference-data')).status]).toEqual([
        persona,
        403,
      ]);
      const refused = await importing(persona, file('100001,Alder School,Open,,,,,'));
      expect([persona, refused.status]).toEqual([persona, 403]);
    }
    const editor = await testApp.browse('directoryEditor');
    const forged = await editor.upload(
      '/reference-data/imports',
      { kind: 'schools', _csrf: 'forged' },
      file('100001,Alder School,Open,,,,,'),
      '/reference-data',
    );
    expect(forged.status).toBe(403);
    expect(await schools()).toEqual([]);
  }, 120_000);
});

describe('importing a list by the console', () => {
  it('takes the whole file or nothing, and prints the report', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bridges-reference-'));
    const said: string[] = [];
    const run = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return importReference(testApp.adminUrl, 'schools', join(folder, name), (line) => said.push(line));
    };
    try {
      await run('good.csv', file('100001,Alder School,Open,,,,,').content);
      await run('good.csv', file('100001,Alder School,Open,,,,,').content);
      expect(said).toEqual([
        'schools: 1 added, 0 changed, 0 closed, 0 unchanged.',
        'schools: this file was the last one imported. That time: 1 added, 0 changed, 0 closed, 0 unchanged.',
      ]);
      await expect(
        run('bad.csv', file('100002,Beech,Open,,,,,', 'x,Wrong,Open,,,,,').content),
      ).rejects.toThrow(/Nothing was imported. One row is wrong:\n {2}line 3: URN “X”/);
      expect((await schools()).map(({ code }) => code)).toEqual(['100001']);
      await expect(importReference(testApp.adminUrl, 'shops', 'x.csv', () => {})).rejects.toThrow(
        'The kind of list must be one of schools, gp-practices',
      );
      await expect(importReference(testApp.adminUrl, 'schools', 'nowhere.csv', () => {})).rejects.toThrow(
        'There is no file nowhere.csv.',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);

  it('reads a file of many batches', async () => {
    const head = 'pcd,pcds,dointr,doterm,oslaua,osward';
    const rows = Array.from({ length: 4_500 }, (_, n) => {
      const [outward, sector, unit] = [10 + Math.floor(n / 2_600), Math.floor(n / 260) % 10, n % 260];
      const letters = String.fromCharCode(65 + Math.floor(unit / 26), 65 + (unit % 26));
      return `x,LE${outward} ${sector}${letters},198001,,E07000134,`;
    });
    const content = [head, ...rows, ''].join('\n');
    await importing('systemAdministrator', { name: 'onspd.csv', content }, 'postcodes');
    expect(await testApp.asOwner('select count(*)::int as n from reference_postcodes')).toEqual([
      { n: 4_500 },
    ]);
  }, 120_000);
});

describe('the lists of a demonstration', () => {
  it('give the schools, practices and places of the invented county', async () => {
    await importDemoReference(testApp.adminUrl);
    expect(readFileSync(join(projectRoot, 'apps/console/src/seed/reference/schools.csv'), 'utf8')).toContain(
      '(demo)',
    );
    const teacher = await testApp.as('schoolTeacher');
    const found = async (list: string, name: string): Promise<unknown> =>
      (await teacher.get(`/reference-data/${list}?name=${encodeURIComponent(name)}`)).body.items;
    expect(await found('schools', 'bramble hill')).toEqual([
      {
        text: 'Bramble Hill Primary School (demo), Coalville (URN 900001)',
        where: 'Community school, Bramble Hill, LE99 2AA',
      },
    ]);
    // Closed, so no longer to be chosen.
    expect(await found('schools', 'old foundry')).toEqual([]);
    expect(await found('schools', '%')).toEqual([]);
    expect(await found('gp-practices', 'sample street')).toEqual([
      expect.objectContaining({ text: 'SAMPLE STREET SURGERY (DEMO), LE99 3AB (ODS Y99002)' }),
    ]);
    const placeOf = async (postcode: string): Promise<unknown> =>
      (await teacher.post('/reference-data/postcode-places', { postcode })).body.place;
    expect(await placeOf('le991aa')).toEqual({
      postcode: 'LE99 1AA',
      district: 'North West Leicestershire',
      ward: 'Invented Coalville East',
      localityId: (await testApp.actor('coordinatorNwl')).localityId,
    });
    expect(await placeOf('LE99 9ZZ')).toEqual(
      expect.objectContaining({ district: 'Leicester', localityId: null }),
    );
    expect(await placeOf('AB1 1AA')).toBeNull();
  }, 120_000);
});
