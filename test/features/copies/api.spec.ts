import { CopiesService } from '#libs/oversight/copies';
import { type Actor, UnitOfWork } from '#libs/platform';
import { dayFromNow } from '../../support/delivering.js';
import { openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** Each value is invented and stored in one place only. */
const MOTHER = { telephone: '07700 900421', address: '4 Motherhome Row' };
const FATHER = { telephone: '07700 900422', address: '9 Fatherhome Yard' };
const CHILD = {
  address: '4 Childhome Row',
  telephone: '07700 900423',
  educationSetting: 'Zebedee Invented School',
  gp: 'Quincebank Surgery',
};
const PLACE = 'Peartree Meeting Room';
const NOWHERE = '00000000-0000-7000-8000-000000000000';

interface Offer {
  readonly of: { kind: string; id: string; name: string };
  readonly detail: string;
  readonly question: string;
  readonly livesApart: boolean;
  readonly putIn: boolean;
  readonly token: string;
}
interface Preview {
  readonly document: object | null;
  readonly withheld: { what: string; because: string }[];
  readonly contacts: { isProtected: boolean; offers: Offer[] } | null;
}

let testApp: TestApp;
let childId: string;
let episodeId: string;
let motherId: string;
let fatherId: string;

const parents = (mother: object, father: object) => [
  {
    ...{
      name: 'Invented Mother',
      relationship: 'mother',
      parentalResponsibility: 'yes',
      livesWithChild: true,
    },
    ...mother,
  },
  {
    ...{
      name: 'Invented Father',
      relationship: 'father',
      parentalResponsibility: 'yes',
      livesWithChild: false,
    },
    ...father,
  },
];
async function familyOf(mother: object, father: object, details: object) {
  const child = await recordedChild(testApp, 'healthVisitor', { details, carers: parents(mother, father) });
  const worker = await testApp.as('healthVisitor');
  const { carers } = (await worker.get(`/children/${child}`)).body as {
    carers: { id: string; name: string }[];
  };
  const idOf = (name: string) => carers.find((one) => one.name === name)!.id;
  const opened = await worker.post('/episodes', { childIds: [child], reason: 'Invented: asks for help.' });
  expect(opened.status).toBe(201);
  return {
    childId: child,
    episodeId: opened.body.id as string,
    motherId: idOf('Invented Mother'),
    fatherId: idOf('Invented Father'),
  };
}

beforeAll(async () => {
  testApp = await openTestApp();
  ({ childId, episodeId, motherId, fatherId } = await familyOf(MOTHER, FATHER, CHILD));
  const meeting = await (
    await testApp.as('healthVisitor')
  ).post(`/episodes/${episodeId}/meetings`, {
    ...{ kind: 'first', startsAt: '2030-03-03T15:30:00Z', place: PLACE, purpose: 'Invented: to agree.' },
  });
  expect(meeting.status).toBe(201);
  await testApp.asOwner(`update tac_meetings set status = 'held' where id = $1`, [meeting.body.id]);
}, 120_000);
afterAll(() => testApp.close());

const asked = async (
  query: string,
  include: readonly string[] = [],
  by = 'healthVisitor',
  episode = episodeId,
) =>
  (await testApp.as(by)).get(
    `/episodes/${episode}/preview?${query}${include.length ? `&include=${encodeURIComponent(include.join(','))}` : ''}`,
  );
const preview = async (query: string, include: readonly string[] = [], by = 'healthVisitor') => {
  const answer = await asked(query, include, by);
  expect([query, answer.status]).toEqual([query, 200]);
  return answer.body as Preview;
};
const said = (document: object | null, words: readonly string[]) =>
  words.filter((word) => JSON.stringify(document).includes(word));
const offerOf = ({ contacts }: Preview, ofId: string, detail: string) =>
  contacts!.offers.find(({ of, detail: one }) => of.id === ofId && one === detail)!;
const ALL = [...Object.values(MOTHER), ...Object.values(FATHER), ...Object.values(CHILD), PLACE];

describe('a copy for one member of the family', () => {
  test('leaves out the addresses of the mother and the child, for the father who lives apart', async () => {
    const { document, contacts, withheld } = await preview(`carerId=${fatherId}`);
    expect(said(document, ['Invented Mother', 'Meeting, '])).toHaveLength(2);
    expect(said(document, ALL)).toEqual(Object.values(FATHER));
    expect(contacts!.offers.every(({ putIn, livesApart }) => !putIn && livesApart)).toBe(true);
    expect(contacts!.offers.map(({ question }) => question)).toEqual(
      expect.arrayContaining([
        'Is it safe for Invented Father to have Invented Mother’s address?',
        'Is it safe for Invented Father to have Invented Mother’s telephone number?',
        expect.stringMatching(/^Is it safe for Invented Father to have .+’s school, nursery or college\?$/),
        expect.stringMatching(/^Is it safe for Invented Father to know where meetings about .+ are held\?$/),
      ]),
    );
    expect(withheld.map(({ because }) => because)).toContain(
      'another person’s contact details are in this copy only if you include them',
    );
  });

  test('leaves out the father’s address, for the mother and the child who live without him', async () => {
    const mothers = await preview(`carerId=${motherId}`);
    expect(said(mothers.document, ALL)).toEqual([...Object.values(MOTHER), ...Object.values(CHILD), PLACE]);
    const childs = await preview(`childId=${childId}`);
    expect(said(childs.document, ALL)).toEqual([...Object.values(MOTHER), ...Object.values(CHILD), PLACE]);
    expect(childs.contacts!.offers.map(({ of }) => of.id)).toEqual([fatherId, fatherId]);
  });

  test('holds exactly the details the sender included, each chosen separately, and the log names the sender', async () => {
    const first = await preview(`carerId=${fatherId}`);
    const telephone = offerOf(first, motherId, 'telephone');
    const { document, contacts } = await preview(`carerId=${fatherId}`, [telephone.token]);
    expect(said(document, ALL)).toEqual([MOTHER.telephone, ...Object.values(FATHER)]);
    expect(contacts!.offers.filter(({ putIn }) => putIn).map(({ token }) => token)).toEqual([
      telephone.token,
    ]);
    const [entry] = await testApp.asOwner<{
      act: string;
      practitioner_id: string;
      detail: { putIn: object[] };
    }>(
      `select act, practitioner_id, detail from audit.entries where act = 'preview as' order by at desc, id desc limit 1`,
    );
    expect(entry).toMatchObject({
      practitioner_id: (await testApp.actor('healthVisitor')).practitionerId,
      detail: { putIn: [{ kind: 'carer', id: motherId, detail: 'telephone', livesApart: true }] },
    });
    expect(JSON.stringify(entry)).not.toContain(MOTHER.telephone);
    // The choice is not remembered: the next copy asks again.
    expect(said((await preview(`carerId=${fatherId}`)).document, [MOTHER.telephone])).toEqual([]);
  });

  test('equals the copy under the family’s claim with the same choices, byte for byte', async () => {
    const telephone = offerOf(await preview(`carerId=${fatherId}`), motherId, 'telephone');
    const father: Actor = {
      ...(await testApp.actor('healthVisitor')),
      practitionerId: fatherId,
      role: 'family',
    };
    const copyOf = (putIn: string[]) =>
      testApp.app.get(UnitOfWork).run(father, () => testApp.app.get(CopiesService).copyOf(episodeId, putIn));
    for (const [include, putIn] of [
      [[], []],
      [[telephone.token], [`carer:${motherId}:telephone`]],
    ] as const)
      expect(JSON.stringify((await preview(`carerId=${fatherId}`, include)).document)).toBe(
        JSON.stringify(await copyOf([...putIn])),
      );
  });

  test('ignores a choice made by another sender, for another reader, or about another value', async () => {
    const father = await preview(`carerId=${fatherId}`);
    const address = offerOf(father, motherId, 'address');
    const others = await preview(`carerId=${fatherId}`, [], 'coordinatorNwl');
    for (const [query, token, by] of [
      [`carerId=${fatherId}`, address.token, 'coordinatorNwl'],
      [`carerId=${fatherId}`, offerOf(others, motherId, 'address').token, 'healthVisitor'],
      [`childId=${childId}`, address.token, 'healthVisitor'],
      [`carerId=${fatherId}`, `carer:${motherId}:address:yes`, 'healthVisitor'],
      [`carerId=${fatherId}`, `carer:${NOWHERE}:address:yes`, 'healthVisitor'],
      [
        `practitionerId=${(await testApp.actor('coordinatorNwl')).practitionerId}`,
        address.token,
        'healthVisitor',
      ],
    ] as const) {
      const answer = await asked(query, [token], by);
      expect([query, by, answer.status, answer.body.errors?.[0]?.field]).toEqual([query, by, 422, 'include']);
      expect(answer.text).not.toContain(MOTHER.address);
    }
    expect(
      said((await preview(`carerId=${fatherId}`, [address.token])).document, [MOTHER.address]),
    ).toHaveLength(1);
    await testApp.asOwner('update carer_contacts set address = $2 where carer_id = $1', [
      motherId,
      '1 Newhome Row',
    ]);
    const moved = await asked(`carerId=${fatherId}`, [address.token]);
    expect([moved.status, moved.text.includes('Newhome')]).toEqual([422, false]);
    await testApp.asOwner('update carer_contacts set address = $2 where carer_id = $1', [
      motherId,
      MOTHER.address,
    ]);
  });

  test('for a practitioner is unchanged', async () => {
    const { document, contacts } = await preview(
      `practitionerId=${(await testApp.actor('coordinatorNwl')).practitionerId}`,
    );
    expect(contacts).toBeNull();
    expect(said(document, ALL)).toEqual(ALL);
  });
});

describe('on the pages', () => {
  const page = async (path: string) =>
    (await testApp.browse('healthVisitor')).get(`/episodes/${episodeId}${path}`);
  const fieldOf = ({ of, detail }: Offer) => `share-${of.kind}-${of.id}-${detail}`;
  const yes = ({ token }: Offer) => token.split(':').at(-1)!;

  test('each question defaults to no, and a yes is in the copy that is handed over', async () => {
    const { text } = await page(`/preview?for=carer:${fatherId}`);
    expect(text).toContain('Is it safe for Invented Father to have Invented Mother’s address?');
    expect([...text.matchAll(/value="no" checked/g)].length).toBe([...text.matchAll(/value="no"/g)].length);
    const telephone = offerOf(await preview(`carerId=${fatherId}`), motherId, 'telephone');
    const chosen = await page(`/preview?for=carer:${fatherId}&${fieldOf(telephone)}=${yes(telephone)}`);
    const href = /href="(\/episodes\/[^"]+\/copy\?for=[^"]+)"/
      .exec(chosen.text)![1]!
      .replaceAll('&amp;', '&');
    const copy = await page(href.replace(`/episodes/${episodeId}`, ''));
    expect(said({ text: copy.text }, [...Object.values(MOTHER), CHILD.address, PLACE])).toEqual([
      MOTHER.telephone,
    ]);
    const without = await page(`/copy?for=carer:${fatherId}`);
    expect(said({ text: without.text }, [...Object.values(MOTHER), CHILD.address, PLACE])).toEqual([]);
  });

  test('a no stays a no: unanswered, answered twice, or answered on a page that has changed since', async () => {
    const telephone = offerOf(await preview(`carerId=${fatherId}`), motherId, 'telephone');
    const name = fieldOf(telephone);
    for (const answers of [
      `${name}=no`,
      `${name}=`,
      `${name}=${yes(telephone)}&${name}=no`,
      `${name}=no&${name}=${yes(telephone)}`,
    ]) {
      const { status, text } = await page(`/copy?for=carer:${fatherId}&${answers}`);
      expect([answers, status, text.includes(MOTHER.telephone)]).toEqual([answers, 200, false]);
    }
    await testApp.asOwner('update carer_contacts set telephone = $2 where carer_id = $1', [
      motherId,
      '07700 900499',
    ]);
    for (const part of ['copy', 'preview']) {
      const changed = await page(`/${part}?for=carer:${fatherId}&${name}=${yes(telephone)}`);
      expect([part, changed.status]).toEqual([part, 422]);
      expect(changed.text).toContain('Nothing was included. Check each question again');
      expect(changed.text).toMatch(/value="no" checked/);
      expect(changed.text).not.toContain('Copy for Invented Father');
    }
    await testApp.asOwner('update carer_contacts set telephone = $2 where carer_id = $1', [
      motherId,
      MOTHER.telephone,
    ]);
  });
});

describe('when a family member is protected', () => {
  test('no detail can be included for anyone, whatever was ticked before', async () => {
    const family = await familyOf(
      { telephone: '07700 900431' },
      { telephone: '07700 900432', address: '3 Unsafe Yard' },
      { address: '5 Hidden Row' },
    );
    const body = async (query: string, include: string[] = []) =>
      asked(query, include, 'healthVisitor', family.episodeId);
    const before = (await body(`carerId=${family.fatherId}`)).body as Preview;
    const token = offerOf(before, family.motherId, 'telephone').token;
    const shield = await (
      await testApp.as('healthVisitor')
    ).post(`/children/${family.childId}/shields`, {
      ...{ grounds: 'domestic_abuse', requestedBy: 'Invented Mother', requesterCapacity: 'parent' },
      unsafeCarerIds: [family.fatherId],
    });
    expect(shield.status).toBe(201);
    for (const query of [
      `carerId=${family.fatherId}`,
      `carerId=${family.motherId}`,
      `childId=${family.childId}`,
    ]) {
      const answer = (await body(query)).body as Preview;
      expect([query, answer.contacts]).toEqual([query, { isProtected: true, offers: [] }]);
    }
    const ticked = await body(`carerId=${family.fatherId}`, [token]);
    expect([ticked.status, ticked.text.includes('900431')]).toEqual([422, false]);
    const mothers = (await body(`carerId=${family.motherId}`)).body as Preview;
    expect(said(mothers.document, ['900432', 'Unsafe Yard'])).toEqual([]);
    const { text } = await (
      await testApp.browse('healthVisitor')
    ).get(`/episodes/${family.episodeId}/preview?for=carer:${family.fatherId}`);
    expect(text).toContain('They cannot be included in a copy for a family member.');
    expect(text).not.toContain('Is it safe for');
  });

  test('the same applies to a sibling in the household on another episode', async () => {
    const family = await familyOf(
      { telephone: '07700 900441' },
      { telephone: '07700 900442' },
      { address: '6 Same Row' },
    );
    const sibling = await recordedChild(testApp, 'healthVisitor', {
      carers: [
        {
          carerId: family.motherId,
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
      ],
    });
    const opened = await (
      await testApp.as('healthVisitor')
    ).post('/episodes', { childIds: [sibling], reason: 'Invented: asks for help.' });
    expect(opened.status).toBe(201);
    const of = async () =>
      (await asked(`carerId=${family.fatherId}`, [], 'healthVisitor', family.episodeId)).body as Preview;
    expect((await of()).contacts!.isProtected).toBe(false);
    const shield = await (
      await testApp.as('healthVisitor')
    ).post(`/children/${sibling}/shields`, {
      ...{ grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' },
    });
    expect(shield.status).toBe(201);
    expect((await of()).contacts).toEqual({ isProtected: true, offers: [] });
  });

  test('a practitioner who may not send from the record is not told of a shield', async () => {
    for (const persona of ['outsider', 'housingOfficer'])
      expect([
        persona,
        await testApp.sql(persona, 'select access.are_family_contacts_protected($1) as p', [episodeId]),
        await testApp.sql(persona, 'select access.are_family_contacts_protected($1) as p', [NOWHERE]),
      ]).toEqual([persona, [{ p: true }], [{ p: true }]]);
    expect(
      await testApp.sql('healthVisitor', 'select access.are_family_contacts_protected($1) as p', [episodeId]),
    ).toEqual([{ p: false }]);
  });
});

describe('the bundle for a request', () => {
  const registered = async (changes: object) => {
    const governance = await testApp.as('governance');
    const made = await governance.post('/rights-requests', {
      ...{ episodeId, childId, kind: 'access', about: 'child', requester: 'Invented Father' },
      ...{ requesterCapacity: 'parental_responsibility', receivedOn: dayFromNow(0) },
      ...changes,
    });
    expect(made.status).toBe(201);
    const id = made.body.id as string;
    const checked = await governance.patch(
      `/rights-requests/${id}`,
      {
        ...{
          identityCheckedOn: dayFromNow(0),
          identityCheckedHow: 'Passport',
          childCompetence: 'not_competent',
        },
      },
      { ifMatch: '"v1"' },
    );
    expect(checked.status).toBe(200);
    return id;
  };
  const bundle = async (id: string, include: string[] = []) =>
    (await testApp.as('governance')).get(
      `/rights-requests/${id}/bundle${include.length ? `?include=${include.join(',')}` : ''}`,
    );

  test('for a parent leaves out all addresses except those included, and the log says so', async () => {
    const id = await registered({});
    const first = await bundle(id);
    expect([first.status, said(first.body, ALL)]).toEqual([200, []]);
    expect(first.text).toContain('Invented Mother');
    const { offers } = first.body.contacts as { offers: Offer[] };
    const school = offers.find(({ detail }) => detail === 'education')!;
    expect(offers.map(({ question }) => question)).toContain(
      'Is it safe for Invented Father to have Invented Mother’s address?',
    );
    const second = await bundle(id, [school.token]);
    expect(said(second.body, ALL)).toEqual([CHILD.educationSetting]);
    const [entry] = await testApp.asOwner<{ detail: object }>(
      `select detail from audit.entries where act = 'put contact details into bundle' and subject_id = $1`,
      [id],
    );
    expect(entry!.detail).toEqual({
      putIn: [{ kind: 'child', id: childId, detail: 'education', livesApart: true }],
    });
    const wrong = await bundle(id, [`carer:${motherId}:address:yes`]);
    expect([wrong.status, said(wrong.body, ALL)]).toEqual([422, []]);
    const page = await (await testApp.browse('governance')).get(`/requests/${id}/bundle`);
    expect(page.text).toContain('Is it safe for Invented Father to have Invented Mother’s address?');
    expect(said({ text: page.text }, ALL)).toEqual([]);
  });

  const forCarer = async (id: string, carerId: string, include: string[] = []) =>
    (await testApp.as('governance')).get(
      `/rights-requests/${id}/bundle?carerId=${carerId}${include.length ? `&include=${include.join(',')}` : ''}`,
    );

  test('for the mother, whom the child lives with, holds her details and the child’s, and the father’s only if included', async () => {
    const id = await registered({ requester: 'Invented Mother' });
    expect((await bundle(id)).body).toMatchObject({
      carers: [
        { id: motherId, name: 'Invented Mother' },
        { id: fatherId, name: 'Invented Father' },
      ],
      carerId: null,
    });
    const { status, body } = await forCarer(id, motherId);
    const withoutFather = [...Object.values(MOTHER), ...Object.values(CHILD), PLACE];
    expect([status, body.carerId, said(body, ALL)]).toEqual([200, motherId, withoutFather]);
    const { offers } = body.contacts as { offers: Offer[] };
    expect(offers.map(({ of, detail }) => [of.id, detail]).sort()).toEqual([
      [fatherId, 'address'],
      [fatherId, 'telephone'],
    ]);
    const telephone = offers.find(({ detail }) => detail === 'telephone')!;
    const included = await forCarer(id, motherId, [telephone.token]);
    expect(said(included.body, Object.values(FATHER))).toEqual([FATHER.telephone]);
    const log = await testApp.asOwner<{ detail: object }>(
      `select detail from audit.entries where act = 'put contact details into bundle' and subject_id = $1 order by at`,
      [id],
    );
    expect(log.map(({ detail }) => detail)).toEqual([
      { for: motherId, putIn: [] },
      { for: motherId, putIn: [{ kind: 'carer', id: fatherId, detail: 'telephone', livesApart: true }] },
    ]);
    // An answer about the mother's copy does not count for the father's.
    expect((await forCarer(id, fatherId, [telephone.token])).status).toBe(422);
  });

  test('for the father, who lives apart, holds his own details and no other’s', async () => {
    const { body } = await forCarer(await registered({}), fatherId);
    expect(said(body, ALL)).toEqual(Object.values(FATHER));
  });

  test('is for no stranger, for no other child’s parent, and for no carer when the child asks', async () => {
    const others = await familyOf({}, {}, {});
    const id = await registered({});
    const childs = await registered({ requester: 'The child', requesterCapacity: 'themselves' });
    for (const [request, carer] of [
      [id, NOWHERE],
      [id, others.motherId],
      [id, childId],
      [childs, motherId],
    ] as const) {
      const answer = await forCarer(request, carer);
      expect([answer.status, answer.body.errors]).toEqual([
        422,
        [{ field: 'carerId', message: 'Select the parent or carer that this request is from' }],
      ]);
    }
    expect((await bundle(childs)).body.carers).toEqual([]);
  });

  test('on the page asks which parent it is for, and keeps the answer while contact details are chosen', async () => {
    const id = await registered({});
    const browser = await testApp.browse('governance');
    const open = await browser.get(`/requests/${id}/bundle`);
    expect(open.text).toContain('Which parent or carer is the request from?');
    const chosen = await browser.get(`/requests/${id}/bundle?for=carer:${fatherId}`);
    expect(said({ text: chosen.text }, ALL)).toEqual(Object.values(FATHER));
    expect(chosen.text).toContain(`<input type="hidden" name="for" value="carer:${fatherId}">`);
    expect(chosen.text).toContain('Is it safe for Invented Father to have Invented Mother’s address?');
    const wrong = await browser.get(`/requests/${id}/bundle?for=carer:${NOWHERE}`);
    expect([wrong.status, said({ text: wrong.text }, ALL)]).toEqual([422, []]);
    expect(wrong.text).toContain('Select the parent or carer that this request is from');
  });

  test('of a family whose contact details are protected holds none for any parent', async () => {
    const family = await familyOf(
      { telephone: '07700 900451' },
      { telephone: '07700 900452' },
      { address: '8 Protected Row' },
    );
    const id = await registered({ episodeId: family.episodeId, childId: family.childId });
    expect(said((await forCarer(id, family.motherId)).body, ['900451', '8 Protected Row'])).toHaveLength(2);
    const shield = await (
      await testApp.as('healthVisitor')
    ).post(`/children/${family.childId}/shields`, {
      ...{ grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' },
    });
    expect(shield.status).toBe(201);
    for (const carer of [family.motherId, family.fatherId]) {
      const { body } = await forCarer(id, carer);
      expect(said(body, ['900451', '900452', '8 Protected Row'])).toEqual([]);
      expect(body.contacts).toEqual({ isProtected: true, offers: [] });
    }
  });

  test('for the child holds their own details, and those of the adults they live with', async () => {
    const id = await registered({ requester: 'The child', requesterCapacity: 'themselves' });
    const { status, body } = await bundle(id);
    expect([status, said(body, ALL)]).toEqual([
      200,
      [...Object.values(MOTHER), ...Object.values(CHILD), PLACE],
    ]);
  });
});

test('a copy tells of the homes of now, with a child of another family who lives there, and of none that was left', async () => {
  const worker = await testApp.as('healthVisitor');
  const [one, other] = [
    await openedEpisode(testApp, 'healthVisitor'),
    await openedEpisode(testApp, 'healthVisitor'),
  ];
  const shared = { kind: 'family', address: '7 Sharedhome Row', postcode: 'LE1 1AA' };
  const made = await worker.post(`/children/${one.childId}/homes`, {
    ...shared,
    members: [one, other].map(({ childId }) => ({ childId, pattern: 'main' })),
  });
  expect(made.status).toBe(201);
  const homeIn = async (episodeId: string): Promise<string> =>
    JSON.stringify((await worker.get(`/episodes/${episodeId}/copy`)).body);
  const both = new RegExp(`7 Sharedhome Row, LE1 1AA(\\\\n[^"]*: Mainly here){2}"`);
  expect(await homeIn(one.episodeId)).toMatch(both);
  expect(await homeIn(other.episodeId)).toMatch(both);
  const moved = await worker.post(`/children/${one.childId}/moves`, {
    movedOn: dayFromNow(0),
    household: { kind: 'temporary', address: '8 Newhome Row', postcode: 'LE1 1AB' },
  });
  expect(moved.status).toBe(201);
  expect(await homeIn(one.episodeId)).toContain('8 Newhome Row');
  expect(await homeIn(one.episodeId)).not.toMatch(/7 Sharedhome Row[^"]*: Mainly here/);
  expect(await homeIn(other.episodeId)).toMatch(/7 Sharedhome Row, LE1 1AA\\n[^"\\]*: Mainly here"/);
});
