import { deriveKey, signClaim } from '#libs/platform';
import { TEST_SECRET } from '../../support/cluster.js';
import {
  everyGet,
  everyPage,
  everyRow,
  type Known,
  type Output,
  said,
  saidLessThanTwice,
} from '../../support/outputs.js';
import { agrees, recordedChild } from '../../support/scenarios.js';
import { bySize } from '../../support/size.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** Values that must not be found; each is invented and stored in one place only. */
const PLACES = {
  address: '7 Seedfern Passage',
  postcode: 'LE67 3AZ',
  telephone: '07700 900777',
  school: 'Xanthe Xylograph Academy',
  gp: 'Marigoldwort Surgery',
  motherTelephone: '07700 900778',
  motherAddress: '7 Seedfern Passage, back door',
  meeting: 'Quetzalbrook Hall',
};
const WORDS = Object.values(PLACES);
/** The school's head of year, and the school: in the team, and one directory look-up away from the place. */
const SCHOOL = ['Maureen Oakleaf', 'Castle Rock'];

const CLOSEST = [
  ['yispWorker', 'in the team, not named'],
  ['schoolTeacher', 'in the team, of the school, not named'],
  ['coordinatorNwl', 'coordinates the locality'],
  ['governance', 'decides about the shield'],
] as const;
/** Everyone else who knows of the child in some way. */
const FURTHER = [
  ['connexionsAdviser', 'of an agency that knows the basics'],
  ['healthManager', 'manages a named practitioner'],
  ['frontDoor', 'makes decisions for children’s social care'],
] as const;
const READERS = bySize<readonly (readonly [string, string])[]>(CLOSEST, [...CLOSEST, ...FURTHER]);

let testApp: TestApp;
let episodeId: string;
let childId: string;
let siblingId: string;
let siblingEpisodeId: string;
let meetingId: string;
let fatherId: string;
let motherId: string;
let shieldId: string;
let known: Known;

const opened = async (child: string): Promise<string> => {
  const answer = await (
    await testApp.as('healthVisitor')
  ).post('/episodes', { childIds: [child], reason: 'Invented: asks for help.' });
  expect(answer.status).toBe(201);
  return answer.body.id as string;
};
const inTeam = async (episode: string, persona: string) => {
  const answer = await (
    await testApp.as('healthVisitor')
  ).post(`/episodes/${episode}/team`, {
    practitionerId: (await testApp.actor(persona)).practitionerId,
    teamRole: 'member',
  });
  expect([persona, answer.status]).toEqual([persona, 201]);
};

beforeAll(async () => {
  testApp = await openTestApp();
  const details = {
    address: PLACES.address,
    postcode: PLACES.postcode,
    telephone: PLACES.telephone,
    educationSetting: PLACES.school,
    gp: PLACES.gp,
  };
  childId = await recordedChild(testApp, 'healthVisitor', {
    details,
    carers: [
      {
        ...{
          name: 'Invented Mother',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
        ...{ telephone: PLACES.motherTelephone, address: PLACES.motherAddress },
      },
      {
        ...{
          name: 'Invented Father',
          relationship: 'father',
          parentalResponsibility: 'yes',
          livesWithChild: false,
        },
        telephone: '07700 900779',
      },
    ],
  });
  const worker = await testApp.as('healthVisitor');
  const { carers } = (await worker.get(`/children/${childId}`)).body as {
    carers: { id: string; name: string }[];
  };
  const mother = carers.find(({ name }) => name === 'Invented Mother')!;
  motherId = mother.id;
  fatherId = carers.find(({ name }) => name === 'Invented Father')!.id;
  siblingId = await recordedChild(testApp, 'healthVisitor', {
    details,
    carers: [
      { carerId: mother.id, relationship: 'mother', parentalResponsibility: 'yes', livesWithChild: true },
    ],
  });
  episodeId = await opened(childId);
  siblingEpisodeId = await opened(siblingId);
  for (const episode of [episodeId, siblingEpisodeId]) {
    await agrees(
      testApp,
      episode,
      'healthVisitor',
      ['schoolTeacher', 'yispWorker', 'housingOfficer', 'connexionsAdviser'],
      ['T0', 'T1', 'T2'],
      { indexAgreed: true },
    );
    await agrees(testApp, episode, 'healthVisitor', ['housingOfficer', 'connexionsAdviser'], ['T0', 'T1'], {
      indexAgreed: true,
    });
    for (const persona of ['schoolTeacher', 'yispWorker']) await inTeam(episode, persona);
  }
  const meeting = await worker.post(`/episodes/${episodeId}/meetings`, {
    kind: 'first',
    startsAt: '2030-03-03T15:30:00Z',
    place: PLACES.meeting,
    purpose: 'Invented: to agree a plan.',
    invited: [
      { practitionerId: (await testApp.actor('yispWorker')).practitionerId },
      { practitionerId: (await testApp.actor('schoolTeacher')).practitionerId },
    ],
  });
  expect([meeting.status, meeting.text]).toEqual([201, expect.anything()]);
  meetingId = meeting.body.id as string;
  known = {
    episodes: [episodeId, siblingEpisodeId],
    children: [childId, siblingId],
    meetings: [meetingId],
    shields: [],
    other: [],
  };
}, 120_000);
afterAll(() => testApp.close());

const EVERYWHERE = [PLACES.address, PLACES.school, PLACES.telephone, PLACES.meeting, PLACES.motherTelephone];

async function* outputsOf(persona: string): AsyncGenerator<Output> {
  yield* everyPage(await testApp.browse(persona), known);
  yield* everyGet(testApp, await testApp.as(persona), known);
  yield* await everyRow(testApp, persona);
}
/** Everything produced for a family member: the copy and its preview, on pages and by API. */
const familyOutputs = async (recipient: string) => {
  const [kind, id] = recipient.split(':');
  const browser = await testApp.browse('healthVisitor');
  // A child's copy has their own words alone unless everything is asked for.
  const copy = await browser.get(`/episodes/${episodeId}/copy?for=${recipient}&holds=everything`);
  const { status, body } = await (
    await testApp.as('healthVisitor')
  ).get(`/episodes/${episodeId}/preview?${kind}Id=${id}`);
  expect([recipient, copy.status, status]).toEqual([recipient, 200, 200]);
  return [
    { where: 'copy', text: copy.text },
    { where: 'API', text: JSON.stringify((body as { document: object }).document) },
  ];
};
/** A family member, as the database will see them once families can sign in. */
const fatherClaim = async (): Promise<string> =>
  signClaim(deriveKey(TEST_SECRET, 'claim'), {
    ...(await testApp.actor('healthVisitor')),
    practitionerId: fatherId,
    role: 'family',
  });
const foundBy = async (persona: string, query: string): Promise<string[]> => {
  const { body } = await (await testApp.as(persona)).get(`/children?${query}&reason=Invented`);
  return (body.items as { id: string }[]).map(({ id }) => id);
};

describe('before protection is requested', () => {
  test('practitioners who work with the family see the addresses, so that the tests below cannot pass for lack of them', async () => {
    expect(await saidLessThanTwice(outputsOf('yispWorker'), EVERYWHERE)).toEqual([]);
    const team = await (await testApp.browse('yispWorker')).get(`/episodes/${episodeId}/team`);
    for (const word of SCHOOL) expect(team.text).toContain(word);
    expect(await foundBy('yispWorker', `postcode=${encodeURIComponent(PLACES.postcode)}`)).toContain(childId);
    expect(said(await everyRow(testApp, null, await fatherClaim()), [PLACES.address])).not.toEqual([]);
  }, 180_000);

  test('a copy for the father who lives apart holds none of it, and the mother’s copy does not hold his address', async () => {
    expect(said(await familyOutputs(`carer:${fatherId}`), WORDS)).toEqual([]);
    expect(said(await familyOutputs(`carer:${fatherId}`), ['07700 900779'])).toHaveLength(2);
    for (const recipient of [`carer:${motherId}`, `child:${childId}`]) {
      const outputs = await familyOutputs(recipient);
      expect([recipient, said(outputs, [PLACES.address]).length]).toEqual([recipient, 2]);
      expect([recipient, said(outputs, ['07700 900779'])]).toEqual([recipient, []]);
    }
  });
});

describe('while the address is protected', () => {
  test('asking is enough, and names only the requester', async () => {
    const answer = await (
      await testApp.as('healthVisitor')
    ).post(`/children/${childId}/shields`, {
      grounds: 'domestic_abuse',
      requestedBy: 'Invented Mother',
      requesterCapacity: 'parent',
      unsafeCarerIds: [fatherId],
    });
    expect([answer.status, answer.body.state]).toEqual([201, 'provisional']);
    shieldId = answer.body.id as string;
    known = { ...known, shields: [shieldId] };
    expect(answer.body.names).toHaveLength(1);
  });

  test.each(READERS)(
    '%s (%s) finds it in no page, API answer or row',
    async (persona) => {
      const places: string[] = [];
      let count = 0;
      for await (const output of outputsOf(persona)) {
        count += 1;
        places.push(...said([output], WORDS));
      }
      expect(places).toEqual([]);
      expect(count).toBeGreaterThan(100);
    },
    180_000,
  );

  test('the parent from whom the child is kept safe finds it in no row', async () => {
    const rows = await everyRow(testApp, null, await fatherClaim());
    expect(said(rows, [childId])).not.toEqual([]);
    expect(said(rows, WORDS)).toEqual([]);
  });

  test('no copy for a family member holds it, and it cannot be included', async () => {
    const { body } = await (
      await testApp.as('healthVisitor')
    ).get(`/episodes/${episodeId}/preview?carerId=${fatherId}`);
    expect(body.contacts).toEqual({ isProtected: true, offers: [] });
    for (const recipient of [`carer:${fatherId}`, `carer:${motherId}`, `child:${childId}`])
      expect([recipient, said(await familyOutputs(recipient), WORDS)]).toEqual([recipient, []]);
  });

  test('no search finds the child by protected details', async () => {
    for (const persona of [
      'yispWorker',
      'connexionsAdviser',
      'coordinatorNwl',
      'healthManager',
      'frontDoor',
    ]) {
      const hits = await foundBy(persona, `postcode=${encodeURIComponent(PLACES.postcode)}`);
      expect([persona, hits]).toEqual([persona, []]);
      for (const word of [PLACES.address, PLACES.school, PLACES.telephone])
        expect(await foundBy(persona, `name=${encodeURIComponent(word)}`)).not.toContain(childId);
    }
  });

  test('an agency whose name reveals the place is not named in the episode, except to its own people', async () => {
    const parts = [
      '',
      '/team',
      '/chronology',
      '/access',
      '/consents',
      '/plan',
      '/reviews',
      `/meetings/${meetingId}`,
    ];
    for (const persona of ['yispWorker', 'coordinatorNwl', 'healthManager']) {
      const browser = await testApp.browse(persona);
      const client = await testApp.as(persona);
      const outputs = [];
      for (const part of parts) {
        outputs.push({ where: part, text: (await browser.get(`/episodes/${episodeId}${part}`)).text });
        if (part !== '')
          outputs.push({ where: part, text: (await client.get(`/episodes/${episodeId}${part}`)).text });
      }
      outputs.push({ where: 'messages', text: (await browser.get('/messages')).text });
      expect([persona, said(outputs, SCHOOL)]).toEqual([persona, []]);
      expect([persona, said(outputs, ['protected']).length > 0]).toEqual([persona, true]);
    }
    const own = await testApp.browse('schoolTeacher');
    expect((await own.get(`/episodes/${episodeId}/team`)).text).toContain('Maureen Oakleaf');
    const named = await testApp.browse('healthVisitor');
    expect((await named.get(`/episodes/${episodeId}/team`)).text).toContain('Castle Rock');
  }, 60_000);

  test('a reader of the basics is told that the details are protected, and no more', async () => {
    const { body } = await (await testApp.as('connexionsAdviser')).get(`/children/${childId}`);
    expect(body).toMatchObject({
      contactProtected: true,
      localityId: null,
      details: { address: null, gp: null },
    });
    const { text } = await (await testApp.browse('connexionsAdviser')).get(`/children/${childId}`);
    expect(text).toMatch(/Contact details are protected\. <a [^>]*>Ask information governance<\/a>\./);
    expect(text).not.toContain('Domestic abuse');
    const { body: shields } = await (
      await testApp.as('connexionsAdviser')
    ).get(`/children/${childId}/shields`);
    expect(shields.items).toEqual([]);
  });

  test('a named practitioner sees all of it', async () => {
    expect(await saidLessThanTwice(outputsOf('healthVisitor'), EVERYWHERE)).toEqual([]);
    expect(await foundBy('healthVisitor', `postcode=${encodeURIComponent(PLACES.postcode)}`)).toContain(
      childId,
    );
  }, 180_000);

  test('a practitioner who is not named cannot write a place that they may not read', async () => {
    const coordinator = await testApp.as('coordinatorNwl');
    const meeting = await coordinator.post(`/episodes/${episodeId}/meetings`, {
      ...{ kind: 'first', startsAt: '2030-04-03T15:30:00Z', place: 'Elsewhere', purpose: 'Invented.' },
    });
    expect([meeting.status, meeting.body.detail ?? meeting.text]).toEqual([
      409,
      expect.stringContaining('protected'),
    ]);
    const changed = await testApp.sql(
      'coordinatorNwl',
      "update child_contacts set address = 'Elsewhere' where child_id = $1 returning 1",
      [childId],
    );
    expect(changed).toEqual([]);
  });

  test('naming a practitioner opens it at their next request; removing the name closes it', async () => {
    const governance = await testApp.as('governance');
    const yisp = await testApp.actor('yispWorker');
    const named = await governance.post(`/shields/${shieldId}/names`, {
      practitionerId: yisp.practitionerId,
    });
    expect(named.status).toBe(201);
    const { body } = await (await testApp.as('yispWorker')).get(`/children/${childId}`);
    expect(body.details.address).toBe(PLACES.address);
    const name = (named.body.names as { id: string; practitioner: { id: string } }[]).find(
      ({ practitioner }) => practitioner.id === yisp.practitionerId,
    )!;
    expect((await governance.post(`/shields/${shieldId}/names/${name.id}/ending`)).status).toBe(200);
    expect(
      (await (await testApp.as('yispWorker')).get(`/children/${childId}`)).body.details.address,
    ).toBeNull();
  });
});

describe('an answer stored for idempotency', () => {
  test('is not repeated to a person who may no longer read it', async () => {
    const worker = await testApp.as('healthVisitor');
    const home = (await worker.get('/localities')).body.items[0].id as string;
    const told = {
      ...{
        givenNames: 'Keptanswer',
        familyName: 'Invented',
        sex: 'F',
        dateOfBirth: '2014-01-02',
        localityId: home,
      },
      details: { address: '9 Repeatwell Close' },
    };
    const first = await worker.post('/children', told, { key: 'safe-address' });
    expect(first.text).toContain('Repeatwell');
    await opened(first.body.id);
    expect((await worker.post('/children', told, { key: 'safe-address' })).text).toContain('Repeatwell');
    const shield = await worker.post(`/children/${first.body.id}/shields`, {
      ...{ grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' },
    });
    expect(shield.status).toBe(201);
    const { names } = shield.body as { names: { id: string }[] };
    const ended = await (
      await testApp.as('governance')
    ).post(`/shields/${shield.body.id}/names/${names[0]!.id}/ending`);
    expect(ended.status).toBe(200);
    const again = await worker.post('/children', told, { key: 'safe-address' });
    expect(again.status).toBe(409);
    expect(again.text).not.toContain('Repeatwell');
  });
});

describe('after the protection has ended', () => {
  test('everyone reads again what their tier gives them', async () => {
    const governance = await testApp.as('governance');
    const confirmed = await governance.post(`/shields/${shieldId}/decision`, {
      ...{ decision: 'confirmed', reason: 'The risk stands.', reviewOn: await inDays(90) },
    });
    expect([confirmed.status, confirmed.body.state]).toEqual([200, 'confirmed']);
    expect((await (await testApp.as('yispWorker')).get(`/children/${childId}`)).body.contactProtected).toBe(
      true,
    );
    const ended = await governance.post(`/shields/${shieldId}/ending`, { reason: 'The family moved.' });
    expect([ended.status, ended.body.state]).toEqual([200, 'ended']);
    expect(await saidLessThanTwice(outputsOf('yispWorker'), EVERYWHERE)).toEqual([]);
    expect((await (await testApp.browse('yispWorker')).get('/messages')).status).toBe(200);
    expect(await foundBy('yispWorker', `postcode=${encodeURIComponent(PLACES.postcode)}`)).toContain(childId);
  }, 180_000);
});

async function inDays(days: number): Promise<string> {
  const [row] = await testApp.asOwner<{ day: string }>(
    'select (platform.london_date(platform.now()) + $1::int)::text as day',
    [days],
  );
  return row!.day;
}
