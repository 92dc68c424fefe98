import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '../../support/browser.js';
import { formsIn, shownValues } from '../../support/forms.js';
import { saveChecklist } from '../../support/assessing.js';
import { agreedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const READER = 'schoolTeacher';
const WRITER = 'healthVisitor';

let testApp: TestApp;
let reader: Browser;
let writer: Browser;
let id: string;
let childId: string;
let at: string;

beforeAll(async () => {
  testApp = await openTestApp({ dataDir: mkdtempSync(join(tmpdir(), 'writing-')) });
  ({ episodeId: id, childId } = await agreedEpisode(testApp, READER, [WRITER]));
  at = `/episodes/${id}/assessment`;
  const teacher = await testApp.as(READER);
  await saveChecklist(teacher, id);
  [reader, writer] = [await testApp.browse(READER), await testApp.browse(WRITER)];
  await reader.submit(at, {});
  const { practitionerId } = await testApp.actor(WRITER);
  const joined = await teacher.post(`/episodes/${id}/team`, { practitionerId, teamRole: 'member' });
  expect(joined.status).toBe(201);
}, 60_000);
afterAll(() => testApp.close());
beforeEach(() => testApp.asOwner('delete from drafts'));

/** The writer types into an element, and the script saves it. */
async function types(fields: Record<string, string>, element = 'A1a', query = ''): Promise<void> {
  const form = `${at}/elements/${element}`;
  const { text } = await writer.get(form + query);
  const shown = shownValues(formsIn(text, form).find(({ action }) => action === form)!);
  const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
  const saved = await writer.sendQuietly('/drafts', { ...shown, ...typed, _form: [form] });
  expect([saved.status, JSON.parse(saved.text).draft]).toEqual([200, expect.any(String)]);
}
async function seenBy(browser: Browser): Promise<string> {
  const answer = await browser.get(`${at}/writing`);
  expect(answer.status).toBe(200);
  return (JSON.parse(answer.text) as { writing: string }).writing;
}
const writerIs = async (): Promise<string> =>
  `${(await testApp.actor(WRITER)).name} is writing in General health.`;

describe('who is writing in an assessment', () => {
  it('is said to a colleague on the page and to its script, by name, and not to themselves', async () => {
    await types({ needs: 'Wren is' });
    expect(await seenBy(reader)).toBe(await writerIs());
    expect((await reader.get(`${at}/elements/B1`)).text).toContain(await writerIs());
    expect((await reader.get(`${at}/sections/reason`)).text).toContain(await writerIs());
    expect(await seenBy(writer)).toBe('');
    expect((await reader.get(`${at}/writing`)).text).not.toContain('Wren is');
  });

  it('is not said two minutes after the last word was saved', async () => {
    await types({ needs: 'Wren is' });
    await testApp.asOwner("update drafts set saved_at = saved_at - interval '2 minutes'");
    expect(await seenBy(reader)).toBe('');
  });

  it('is not said of what is marked as sensitive, before or while it is written', async () => {
    await types({ needs: 'Wren is', topic: 'adult_health' });
    expect(await seenBy(reader)).toBe('');
    await testApp.asOwner('delete from drafts');
    await types({ needs: 'Wren is' }, 'A1a', '?topic=adult_health');
    expect(await seenBy(reader)).toBe('');
  });

  it('is not said of other forms of the episode', async () => {
    await types({ needs: 'Wren is' });
    await testApp.asOwner(
      "update drafts set form = replace(form, '/assessment/elements/A1a', '/chronology')",
    );
    expect(await seenBy(reader)).toBe('');
  });

  it('is not said to people who cannot read the assessment, with any SQL', async () => {
    await types({ needs: 'Wren is' });
    const asked = 'select * from access.writing_in_assessment($1)';
    expect(await testApp.sql(READER, asked, [id])).toHaveLength(1);
    for (const persona of ['housingOfficer', 'governance', 'agencyAdministrator'])
      expect([persona, await testApp.sql(persona, asked, [id])]).toEqual([persona, []]);
    const housing = await testApp.browse('housingOfficer');
    expect((await housing.get(`${at}/writing`)).status).toBe(404);
  });

  it('is not said of a colleague who may no longer write', async () => {
    await types({ needs: 'Wren is' });
    await testApp.asOwner("update drafts set permission = 'closure.approve'");
    expect(await seenBy(reader)).toBe('');
  });

  it('is not said of another episode', async () => {
    await types({ needs: 'Wren is' });
    await testApp.asOwner('update drafts set episode_id = gen_random_uuid()');
    expect(await seenBy(reader)).toBe('');
  });

  it('is not said of a part that a shield keeps from the reader', async () => {
    await types({ needs: 'Wren is' });
    const writes = (part: string) => testApp.asOwner('update drafts set form = $1', [`${at}/${part}`]);
    await writes('sections/services');
    expect(await seenBy(reader)).toContain('is writing in Services working with the child.');
    const asked = { grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' };
    const shield = await (await testApp.as(WRITER)).post(`/children/${childId}/shields`, asked);
    expect(shield.status).toBe(201);
    for (const part of ['family_and_home', 'services', 'people_present']) {
      await writes(`sections/${part}`);
      expect(await seenBy(reader)).toBe('');
    }
    await writes('sections/reason');
    expect(await seenBy(reader)).toContain('is writing in What led to this assessment.');
  });
});
