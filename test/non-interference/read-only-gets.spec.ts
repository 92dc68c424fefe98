import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { Allow } from '#libs/access';
import { actor, db, newId, now } from '#libs/platform';
import { ApiModule } from '../../apps/bridges/src/api/api.module.js';
import { PersonaDatabase } from '../rls/persona-database.js';
import { seededDatabase } from '../rls/seeded-database.js';
import { ApiClient } from '../support/api-client.js';
import { ReadOnlyGets } from '../support/read-only-gets.js';
import { bySize } from '../support/size.js';
import { openTestApp, type TestApp } from '../support/test-app.js';
import { Ways } from './addresses.js';

/** Between them they may open nearly every page. In the quick run, those who open most. */
const READERS = bySize(
  ['coordinatorNwl', 'governance'],
  ['schoolTeacher', 'coordinatorNwl', 'frontDoor', 'schoolManager', 'governance', 'agencyAdministrator'],
);
/** Proposals, consents, emergency access and meetings of the seeded families have lapsed or fallen due by then. */
const LONG_AFTER = new Date(Date.now() + 90 * 86_400_000).toISOString();

/** A GET that sends a message, as no route of the program may. */
@Controller('api/v1/writing')
class WritingController {
  @Get()
  @Allow('directory.read')
  async write(): Promise<object> {
    await db().query(
      'insert into messages (id, recipient_id, subject, body, sent_at) values ($1, $2, $3, $3, $4)',
      [newId(), actor().practitionerId, 'Invented', now()],
    );
    return {};
  }
}

let testApp: TestApp;
let personaDb: PersonaDatabase;
beforeAll(async () => {
  ReadOnlyGets.isOn = true;
  const module = ApiModule as unknown as object;
  const controllers = Reflect.getMetadata('controllers', module) as unknown[];
  Reflect.defineMetadata('controllers', [...controllers, WritingController], module);
  const database = await seededDatabase();
  personaDb = await PersonaDatabase.at(database.adminUrl);
  testApp = await openTestApp({}, database);
}, 300_000);
afterAll(async () => {
  await personaDb.close();
  await testApp.close();
});

test('a GET that writes more than that it was read fails', async () => {
  expect((await (await testApp.as('schoolTeacher')).get('/writing')).status).toBe(500);
});

test.each(READERS)(
  '%s opens every page and API answer when what can lapse has lapsed, and none of it writes',
  async (persona) => {
    const { pages, gets } = await Ways.of(personaDb, persona, testApp, { episodes: 1, children: 1 });
    const browser = await testApp.browse(persona);
    const api = new ApiClient(testApp.server, (await testApp.as(persona)).token, false);
    await testApp.moveClock(LONG_AFTER);
    const failed: string[] = [];
    for (const path of pages) if ((await browser.get(path)).status >= 500) failed.push(path);
    for (const path of gets) if ((await api.get(path)).status >= 500) failed.push(`/api/v1${path}`);
    await testApp.moveClock();
    expect(pages.length).toBeGreaterThan(40);
    expect(gets.length).toBeGreaterThan(100);
    expect(failed).toEqual([]);
  },
  120_000,
);
