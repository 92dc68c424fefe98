import type { Browser } from '../../support/browser.js';
import { type Fields, formsIn, shownValues } from '../../support/forms.js';
import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let teacher: Browser;
beforeAll(async () => {
  testApp = await openTestApp();
  teacher = await testApp.browse('schoolTeacher');
}, 120_000);
afterAll(() => testApp.close());

async function childNamed(givenNames: string, familyName: string): Promise<string> {
  const { childId } = await openedEpisode(testApp, 'schoolTeacher');
  await testApp.asOwner('update children set given_names = $2, family_name = $3 where id = $1', [
    childId,
    givenNames,
    familyName,
  ]);
  return childId;
}
const pathOf = (childId: string): string => `/children/${childId}/change`;
/** The form of that address on a page, as it would be sent. */
function fieldsOn(html: string, path: string): Fields {
  const form = formsIn(html, path).find(({ action, controls }) => action === path && controls.length > 1);
  if (!form) throw new Error('The form is not on the page');
  return shownValues(form);
}
const send = (path: string, fields: Fields) => teacher.sendForm(path, fields, path);
const stored = async (childId: string) =>
  (await (await testApp.as('schoolTeacher')).get(`/children/${childId}`)).body as {
    givenNames: string;
    familyName: string;
    sex: string;
    details: { address: string | null };
    names: { givenNames: string; familyName: string; kind: string; sealedAt: string | null }[];
  };

/** The change form filled in with another family name and address, and the page to which it leads. */
async function renamed(childId: string, familyName: string) {
  const path = pathOf(childId);
  const { text } = await teacher.get(path);
  const fields = {
    ...fieldsOn(text, path),
    familyName: [familyName],
    address: ['1 Invented Row\r\nStep "two"'],
    otherLanguages: [...text.matchAll(/name="otherLanguages"[^>]*value="([^"]+)"/g)]
      .slice(2, 4)
      .map((m) => m[1]!),
  };
  return { path, fields, step: await send(path, fields) };
}

describe('the form that changes a record', () => {
  it('does not ask about the old name, and saves at once when the name stays', async () => {
    const childId = await childNamed('Ambrose', 'Stillname');
    const path = pathOf(childId);
    const { text } = await teacher.get(path);
    expect(text).not.toMatch(/old (one|name)/);
    expect((await send(path, { ...fieldsOn(text, path), sex: ['F'] })).status).toBe(303);
    expect(await stored(childId)).toMatchObject({ sex: 'F', names: [] });
  });

  it('asks only about the old name when that is left, with everything typed and nothing saved', async () => {
    const childId = await childNamed('Balthazar', 'Oldform');
    const { path, fields, step } = await renamed(childId, 'Newform');
    expect(step.status).toBe(200);
    expect(step.text).toContain('What should happen to Balthazar Oldform?');
    expect(step.text).toContain('<strong>Balthazar Newform</strong>');
    expect(step.text).not.toMatch(/name="formerName"[^>]*checked/);
    expect(fieldsOn(step.text, path)).toMatchObject(fields);
    expect(await stored(childId)).toMatchObject({ familyName: 'Oldform', names: [] });
  });

  it('comes with its errors before the old name is asked about', async () => {
    const childId = await childNamed('Casimir', 'Oldfault');
    const path = pathOf(childId);
    const fields = fieldsOn((await teacher.get(path)).text, path);
    const { status, text } = await send(path, { ...fields, familyName: ['Newfault'], nhsNumber: ['123'] });
    expect(status).toBe(422);
    expect(text).toContain('value="Newfault"');
    expect(text).toContain('id="nhsNumber-error"');
    expect(text).not.toContain('What should happen to');
  });

  it('can be gone back to from the question, with everything typed', async () => {
    const childId = await childNamed('Dagmar', 'Oldback');
    const { path, fields, step } = await renamed(childId, 'Newback');
    const back = await send(path, {
      ...fieldsOn(step.text, path),
      formerName: ['seal'],
      sealReason: ['safety'],
      back: ['yes'],
    });
    expect(back.status).toBe(200);
    expect(fieldsOn(back.text, path)).toMatchObject(fields);
    const again = await send(path, fieldsOn(back.text, path));
    expect(again.text).toMatch(/name="formerName"[^>]*value="seal"[^>]*checked/);
    expect(again.text).toMatch(/name="sealReason"[^>]*value="safety"[^>]*checked/);
    expect(await stored(childId)).toMatchObject({ familyName: 'Oldback', names: [] });
  });
});

describe('the question about the old name', () => {
  it('needs an answer, and a reason to seal, beside the field and with the boxes as they were', async () => {
    const childId = await childNamed('Eudora', 'Oldanswer');
    await (
      await testApp.as('schoolTeacher')
    ).post(`/children/${childId}/other-names`, {
      kind: 'known_as',
      givenNames: 'Dora',
      familyName: 'Oldanswer',
    });
    const { path, step } = await renamed(childId, 'Newanswer');
    expect(step.text).toMatch(/name="alsoSeal"[^>]*checked/);
    const unanswered = await send(path, fieldsOn(step.text, path));
    expect(unanswered.status).toBe(422);
    expect(unanswered.text).toMatch(/id="formerName-error"[^]*Select what should happen to the old name/);
    expect(unanswered.text).toMatch(/name="alsoSeal"[^>]*checked/);
    const { alsoSeal: _ticked, ...cleared } = fieldsOn(unanswered.text, path);
    const unexplained = await send(path, { ...cleared, formerName: ['seal'] });
    expect(unexplained.status).toBe(422);
    expect(unexplained.text).toMatch(/id="sealReason-error"[^]*Select why the old name must not be found/);
    expect(unexplained.text).not.toMatch(/name="alsoSeal"[^>]*checked/);
    expect(fieldsOn(unexplained.text, path)['address']).toEqual(['1 Invented Row\r\nStep "two"']);
    expect(await stored(childId)).toMatchObject({ familyName: 'Oldanswer' });
  });

  it('keeps the old name once when it is answered twice at the same time', async () => {
    const childId = await childNamed('Florian', 'Oldtwice');
    const { path, step } = await renamed(childId, 'Newtwice');
    const answer = { ...fieldsOn(step.text, path), formerName: ['keep'] };
    const sent = await Promise.all([send(path, answer), send(path, answer)]);
    // The second press gets the answer of the first.
    expect(sent.map(({ status, location }) => [status, location])).toEqual([
      [303, `/children/${childId}`],
      [303, `/children/${childId}`],
    ]);
    expect(await stored(childId)).toMatchObject({
      familyName: 'Newtwice',
      details: { address: '1 Invented Row\nStep "two"' },
      names: [{ kind: 'former', familyName: 'Oldtwice', sealedAt: null }],
    });
  });

  it('drops a misspelt name, and stores what else was typed', async () => {
    const childId = await childNamed('Griselda', 'Oldspelt');
    const { path, step } = await renamed(childId, 'Newspelt');
    expect((await send(path, { ...fieldsOn(step.text, path), formerName: ['correct'] })).status).toBe(303);
    expect(await stored(childId)).toMatchObject({ familyName: 'Newspelt', names: [] });
  });

  it('seals the old name with the other names that tell it, except those whose box was cleared', async () => {
    const childId = await childNamed('Hildegard', 'Oldsealed');
    const api = await testApp.as('schoolTeacher');
    for (const [givenNames, familyName] of [
      ['Hilly', 'Oldsealed'],
      ['Gard', 'Oldsealed'],
      ['Hildi', ''],
    ])
      await api.post(`/children/${childId}/other-names`, { kind: 'known_as', givenNames, familyName });
    const { path, step } = await renamed(childId, 'Newsealed');
    expect(step.text).toContain('Hilly Oldsealed (known as)');
    expect(step.text).not.toContain('Hildi (known as)');
    const fields = fieldsOn(step.text, path);
    const cleared = (await stored(childId)).names.findIndex(({ givenNames }) => givenNames === 'Gard');
    const { names } = (await api.get(`/children/${childId}`)).body as { names: { id: string }[] };
    const answer = await send(path, {
      ...fields,
      formerName: ['seal'],
      sealReason: ['safety'],
      alsoSeal: fields['alsoSeal']!.filter((id) => id !== names[cleared]!.id),
    });
    expect(answer.status).toBe(303);
    const after = (await stored(childId)).names;
    expect(Object.fromEntries(after.map((one) => [one.givenNames, one.sealedAt !== null]))).toEqual({
      Hildegard: true,
      Hilly: true,
      Gard: false,
      Hildi: false,
    });
  });

  it('keeps what was typed when another person changed the record meanwhile', async () => {
    const childId = await childNamed('Ignatius', 'Oldrace');
    const { path, fields, step } = await renamed(childId, 'Newrace');
    const changed = await (
      await testApp.as('schoolTeacher')
    ).patch(`/children/${childId}`, { sex: 'F' }, { ifMatch: '"v1"' });
    expect(changed.status).toBe(200);
    const late = await send(path, { ...fieldsOn(step.text, path), formerName: ['keep'] });
    expect(late.status).toBe(422);
    expect(fieldsOn(late.text, path)).toMatchObject({ ...fields, version: ['2'] });
    const asked = await send(path, fieldsOn(late.text, path));
    expect(asked.text).toMatch(/name="formerName"[^>]*value="keep"[^>]*checked/);
    expect((await send(path, fieldsOn(asked.text, path))).status).toBe(303);
    expect(await stored(childId)).toMatchObject({
      familyName: 'Newrace',
      names: [{ familyName: 'Oldrace' }],
    });
  });
});
