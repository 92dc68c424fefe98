import { type FamilyGraph, toFamily } from '#libs/casework/family-pictures';
import { sentencesOf } from '#libs/page-kit';
import { toGenogram } from './genogram.page.js';

const TODAY = '2026-11-30';
type Rows = Parameters<typeof toFamily>[0];
const NO_BIRTH = { birthPeriod: null, estimatedAge: null, estimatedOn: null, expectedDate: null };
const child = (id: string, more: object = {}): Rows['children'][number] => ({
  ...{ id, givenNames: id, familyName: '', sex: 'F', diedBeforeBirth: null, diedOn: null },
  ...{ ...NO_BIRTH, dateOfBirth: '2016-03-03' },
  ...more,
});
const care = (
  childId: string,
  name: string,
  relationship: string,
  more: object = {},
): Rows['cares'][number] => ({
  ...{ childId, carerId: name, name, relationship, responsibilityBasis: null, contactRestriction: null },
  ...{ beganOn: null, endedOn: null, endingReason: null, ...more },
});
const adults = (one: string, kind: string, other: string, more: object = {}): Rows['carerTies'][number] => ({
  ...{ kind, beganOn: null, endedOn: null, carer: { id: one, name: one }, other: { id: other, name: other } },
  ...more,
});
const NONE: Rows = {
  children: [],
  cares: [],
  carerTies: [],
  childTies: [],
  childhoods: [],
  births: [],
  homes: [],
};
const graphOf = (rows: Partial<Rows>): FamilyGraph => ({
  childId: 'Ada',
  ...toFamily({ ...NONE, children: [child('Ada')], ...rows }),
  homesProtected: false,
  isCutShort: false,
});
const drawn = (rows: Partial<Rows>) => toGenogram(graphOf(rows), TODAY);
const ties = (rows: Partial<Rows>): string[] => sentencesOf(drawn(rows)).ties;
const of = (rows: Partial<Rows>, key: string) => drawn(rows).people.find((one) => one.key === key)!;
const PARENTS = [care('Ada', 'Kim', 'mother'), care('Ada', 'Lee', 'father')];

describe('a person of a genogram', () => {
  it('has the sex of their own record or of the word for them; of a grandparent it is not known', () => {
    const rows = {
      cares: [...PARENTS, care('Ada', 'Pat', 'grandparent'), care('Ada', 'Sam', 'foster_carer')],
    };
    expect(['Ada', 'Kim', 'Lee', 'Pat', 'Sam'].map((key) => of(rows, key).shape)).toEqual([
      'female',
      'female',
      'male',
      'unknown',
      'unknown',
    ]);
    expect(of({ children: [child('Ada', { sex: 'U' })] }, 'Ada').shape).toBe('unknown');
    const both = [care('Ada', 'Kim', 'mother'), care('Ben', 'Kim', 'father')];
    expect(of({ children: [child('Ada'), child('Ben')], cares: both }, 'Kim').shape).toBe('unknown');
  });

  it('is a triangle before birth, is crossed out after a death, and no age goes on', () => {
    const expected = child('Ada', { dateOfBirth: null, expectedDate: '2027-02-01', sex: 'U' });
    expect(of({ children: [expected] }, 'Ada')).toMatchObject({
      shape: 'unborn',
      isCrossed: false,
      notes: ['expected 1 February 2027'],
    });
    const ended = { ...expected, diedBeforeBirth: true };
    expect(of({ children: [ended] }, 'Ada')).toMatchObject({
      shape: 'unborn',
      isCrossed: true,
      notes: ['pregnancy ended'],
    });
    const died = child('Ada', { diedBeforeBirth: false, diedOn: '2020-01-01' });
    expect(of({ children: [died] }, 'Ada')).toMatchObject({
      shape: 'female',
      isCrossed: true,
      notes: ['died 1 January 2020'],
      sentence: 'Ada: the child this picture is about, female, died 1 January 2020.',
    });
    const father = care('Ada', 'Lee', 'father', { endedOn: '2020-01-01', endingReason: 'died' });
    expect(of({ cares: [father] }, 'Lee')).toMatchObject({ isCrossed: true, notes: ['has died', 'father'] });
  });

  it('has a dashed outline where the age is an estimate', () => {
    const about = child('Ada', { dateOfBirth: null, estimatedAge: 14, estimatedOn: '2026-03-03' });
    expect(of({ children: [about] }, 'Ada')).toMatchObject({ isUncertain: true, notes: ['about 14 years'] });
    expect(of({}, 'Ada').isUncertain).toBe(false);
  });

  it('says what they are to the child, that they no longer care, and a limit on contact that holds now', () => {
    const limited = { contactRestriction: 'supervised' };
    expect(of({ cares: [care('Ada', 'Lee', 'father', limited)] }, 'Lee').notes).toEqual([
      'father',
      'supervised contact only',
    ]);
    const before = { ...limited, endedOn: '2026-03-01', endingReason: 'moved_out' };
    expect(of({ cares: [care('Ada', 'Lee', 'father', before)] }, 'Lee').notes).toEqual([
      'father',
      'not a carer since 1 March 2026',
    ]);
    expect(
      of({ cares: [care('Ada', 'Lee', 'father', { contactRestriction: 'none' })] }, 'Lee').notes,
    ).toEqual(['father']);
  });

  it('who only helps the family is not in it', () => {
    const rows = {
      cares: ['friend', 'professional', 'local_authority', 'other'].map((word) => care('Ada', word, word)),
    };
    expect(drawn(rows).people.map(({ key }) => key)).toEqual(['Ada']);
  });

  it('is one person as an adult and in their own record as a child, with their own parents above', () => {
    const rows = {
      children: [child('Ada'), child('KimAsChild', { givenNames: 'Kim', dateOfBirth: '1990-01-01' })],
      cares: [...PARENTS, care('KimAsChild', 'Gran', 'mother')],
      childhoods: [{ carerId: 'Kim', childId: 'KimAsChild' }],
    };
    expect(drawn(rows).people.map(({ key, generation }) => [key, generation])).toEqual([
      ['Gran', -2],
      ['Lee', -1],
      ['KimAsChild', -1],
      ['Ada', 0],
    ]);
    expect(ties(rows)).toContain('Child of Gran: Kim.');
  });
});

describe('a couple of a genogram', () => {
  const lineOf = (kind: string, more: object = {}, cares = PARENTS) =>
    drawn({ cares, carerTies: [adults('Kim', kind, 'Lee', more)] }).couples.map(({ line }) => line);

  it('has a line for a marriage, a partnership, a separation, and what is not recorded', () => {
    expect(lineOf('married')).toEqual(['married']);
    expect(lineOf('partner')).toEqual(['partner']);
    expect(lineOf('former_partner')).toEqual(['separated']);
    expect(lineOf('married', { endedOn: '2020-01-01' })).toEqual(['divorced']);
    expect(lineOf('partner', { endedOn: '2020-01-01' })).toEqual(['parted']);
    expect(drawn({ cares: PARENTS }).couples.map(({ line }) => line)).toEqual(['not_recorded']);
    expect(ties({ cares: PARENTS })[0]).toBe('It is not recorded what Kim and Lee are to each other.');
    expect(
      ties({ cares: PARENTS, carerTies: [adults('Kim', 'married', 'Lee', { endedOn: '2020-01-01' })] })[0],
    ).toBe('Kim was the husband, wife or civil partner of Lee, until 1 January 2020.');
  });

  it('whom a death parted is not crossed out', () => {
    const widowed = [
      care('Ada', 'Kim', 'mother'),
      care('Ada', 'Lee', 'father', { endedOn: '2020-01-01', endingReason: 'died' }),
    ];
    expect(lineOf('married', { endedOn: '2020-01-01' }, widowed)).toEqual(['married']);
  });

  it('of a step-parent and a parent shows the step-parent; without it a dotted tie does', () => {
    const cares = [care('Ada', 'Kim', 'mother'), care('Ada', 'Paul', 'step_father')];
    expect(drawn({ cares, carerTies: [adults('Kim', 'partner', 'Paul')] }).ties).toEqual([]);
    expect(drawn({ cares }).ties.map(({ sentence }) => sentence)).toEqual([
      'Paul is the step-father of Ada.',
    ]);
  });
});

describe('the children of a genogram', () => {
  it('hang from their parents, the eldest first, half-brothers from another couple', () => {
    const rows = {
      children: [
        child('Ada'),
        child('Eve', { dateOfBirth: '2010-01-01' }),
        child('Half', { dateOfBirth: '2008-01-01' }),
      ],
      cares: [
        ...PARENTS,
        care('Eve', 'Lee', 'father'),
        care('Eve', 'Kim', 'mother'),
        care('Half', 'Kim', 'mother'),
        care('Half', 'Max', 'father'),
      ],
      childTies: [
        { kind: 'full_sibling', childId: 'Ada', otherChildId: 'Eve', beganOn: null },
        { kind: 'half_sibling', childId: 'Ada', otherChildId: 'Half', beganOn: null },
      ],
    };
    expect(ties(rows)).toEqual([
      'It is not recorded what Kim and Lee are to each other.',
      'Children of Kim and Lee, the eldest first: Eve and Ada.',
      'It is not recorded what Kim and Max are to each other.',
      'Child of Kim and Max: Half.',
    ]);
    expect(of(rows, 'Half').notes).toEqual(['18 years', 'half-brother or half-sister']);
  });

  it('who are brothers and sisters without recorded parents have a dotted tie', () => {
    const rows = {
      children: [child('Ada'), child('Eve')],
      childTies: [{ kind: 'full_sibling', childId: 'Ada', otherChildId: 'Eve', beganOn: null }],
    };
    expect(ties(rows)).toEqual(['Ada is the brother or sister of Eve.']);
    // A full sister of whom one parent alone is recorded: the lines would show a half-sister.
    const more = { ...rows, cares: [...PARENTS, care('Eve', 'Kim', 'mother')] };
    expect(ties(more)).toContain('Ada is the brother or sister of Eve.');
  });

  it('by adoption have a line of their own beside that of their birth', () => {
    const rows = {
      cares: [
        care('Ada', 'Kim', 'mother', { endedOn: '2020-01-01', endingReason: 'adopted' }),
        care('Ada', 'Ann', 'adoptive_mother'),
        care('Ada', 'Bob', 'father', { responsibilityBasis: 'adoption' }),
      ],
      carerTies: [adults('Ann', 'married', 'Bob')],
    };
    expect(
      drawn(rows).couples.map(({ parents, broods }) => [parents, broods.map(({ line }) => line)]),
    ).toEqual([
      [['Ann', 'Bob'], ['adoption']],
      [['Kim'], ['birth']],
    ]);
    expect(ties(rows)).toContain('Child of Ann and Bob by adoption: Ada.');
  });

  it('in the care of others hang from them by a dashed line', () => {
    const rows = {
      cares: [...PARENTS, care('Ada', 'Sam', 'foster_carer'), care('Ada', 'Tom', 'foster_carer')],
    };
    expect(ties(rows)).toContain('Sam: foster carer of Ada.');
    expect(ties({ ...rows, carerTies: [adults('Sam', 'partner', 'Tom')] })).toContain(
      'Sam and Tom: foster carer of Ada.',
    );
  });

  it('of one pregnancy are together; the same day of birth and parents is said as that', () => {
    const two = {
      children: [child('Ada'), child('Ben'), child('Cal', { dateOfBirth: '2018-01-01' })],
      cares: ['Ada', 'Ben', 'Cal'].map((id) => care(id, 'Kim', 'mother')),
    };
    expect(ties(two)).toEqual([
      'Children of Kim, the eldest first: Ada, Ben and Cal.',
      'Ada and Ben have the same date of birth and the same parents.',
    ]);
    expect(ties({ ...two, births: [{ childId: 'Ben', pregnancyId: 'Ada' }] })).toContain(
      'Ada and Ben were born of one pregnancy.',
    );
    const others = { ...two, cares: [care('Ada', 'Kim', 'mother'), care('Ben', 'Max', 'mother')] };
    expect(ties(others).join()).not.toContain('same date of birth');
  });

  it('have their own children below them, and a partner beside them', () => {
    const rows = {
      children: [child('Ada', { dateOfBirth: '2009-01-01' }), child('Baby', { dateOfBirth: '2026-01-01' })],
      cares: [
        care('Ada', 'Lou', 'partner'),
        care('Baby', 'AdaAsMother', 'mother'),
        care('Baby', 'Lou', 'father'),
      ],
      childhoods: [{ carerId: 'AdaAsMother', childId: 'Ada' }],
    };
    expect(drawn(rows).people.map(({ key, generation }) => [key, generation])).toEqual([
      ['Lou', 0],
      ['Ada', 0],
      ['Baby', 1],
    ]);
    expect(of(rows, 'Baby').notes).toEqual(['10 months', 'son or daughter']);
    expect(ties(rows)).toEqual(['Lou is the partner of Ada.', 'Child of Ada and Lou: Baby.']);
  });
});

describe('other relatives', () => {
  it('whose side is not recorded have a dotted tie; with the parent between them the lines say it', () => {
    const cares = [...PARENTS, care('Ada', 'Gran', 'grandparent')];
    expect(drawn({ cares }).ties.map(({ sentence }) => sentence)).toEqual([
      'Gran is the grandparent of Ada.',
    ]);
    const known = { cares, carerTies: [adults('Gran', 'parent_of', 'Kim')] };
    expect(drawn(known).ties).toEqual([]);
    expect(of(known, 'Gran').generation).toBe(-2);
    const turned = { cares, carerTies: [adults('Kim', 'child_of', 'Gran')] };
    expect(ties(turned)).toContain('Child of Gran: Kim.');
  });

  it('a relation by birth that was ended was recorded in error', () => {
    const cares = [...PARENTS, care('Ada', 'Gran', 'kinship_carer')];
    const rows = { cares, carerTies: [adults('Gran', 'parent_of', 'Kim', { endedOn: '2026-01-01' })] };
    expect(ties(rows).join()).not.toContain('Child of Gran');
  });
});

describe('homes', () => {
  const member = (
    kind: 'child' | 'carer',
    personId: string,
    pattern = 'main',
    endedOn: string | null = null,
  ) => ({
    ...{ kind, personId, name: personId, pattern, endedOn },
  });

  it('are those of now, with who lives there and how, and a child may be in two', () => {
    const homes = [
      { id: '1', kind: 'family', members: [member('child', 'Ada', 'shared'), member('carer', 'Kim')] },
      {
        id: '2',
        kind: 'other_parent',
        members: [member('child', 'Ada', 'weekends'), member('carer', 'Lee')],
      },
      { id: '3', kind: 'family', members: [member('child', 'Ada', 'main', '2020-01-01')] },
    ];
    expect(drawn({ cares: PARENTS, homes }).homes).toEqual([
      {
        label: 'Home A',
        members: ['Ada', 'Kim'],
        sentence: 'Home A, family home: Ada (shared between homes), Kim (mainly here).',
      },
      {
        label: 'Home B',
        members: ['Ada', 'Lee'],
        sentence: 'Home B, other parent’s home: Ada (weekends or holidays), Lee (mainly here).',
      },
    ]);
  });

  it('have everyone in them who lives there, related or not', () => {
    const homes = [{ id: '1', kind: 'family', members: [member('child', 'Ada'), member('carer', 'Lodger')] }];
    expect(drawn({ homes }).people.map(({ key }) => key)).toEqual(['Lodger', 'Ada']);
  });
});

it('draws the same whatever the order of the rows', () => {
  const rows = {
    children: [child('Ada'), child('Ben'), child('Cal')],
    cares: ['Ada', 'Ben', 'Cal'].flatMap((id) => [care(id, 'Kim', 'mother'), care(id, 'Lee', 'father')]),
  };
  const turned = { children: rows.children.toReversed(), cares: rows.cares.toReversed() };
  expect(drawn(turned)).toEqual(drawn(rows));
});
