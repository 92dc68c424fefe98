import {
  areKeptApart,
  isIncludedByDefault,
  keyOf,
  livesWith,
  offersOf,
  type FamilyMember,
  type Tie,
} from './family-contacts.rules.js';

const member = (kind: FamilyMember['kind'], id: string): FamilyMember => ({
  kind,
  id,
  name: `Invented ${id}`,
});
const [ellie, jack] = [member('child', 'Ellie'), member('child', 'Jack')];
const [mother, father, partner] = [
  member('carer', 'Kelly'),
  member('carer', 'Darren'),
  member('carer', 'Lee'),
];
const stranger = member('requester', 'Asker');
const tie = (child: FamilyMember, carer: FamilyMember, livesWithChild: boolean | null): Tie => ({
  childId: child.id,
  carerId: carer.id,
  livesWithChild,
  isRestricted: false,
});
const ties = [
  tie(ellie, mother, true),
  tie(ellie, partner, true),
  tie(ellie, father, false),
  tie(jack, mother, null),
  tie(jack, father, true),
];

describe('who lives with whom', () => {
  it('follows the record, and counts as apart without one', () => {
    expect(livesWith(mother, ellie, ties)).toBe(true);
    expect(livesWith(ellie, mother, ties)).toBe(true);
    expect(livesWith(mother, partner, ties)).toBe(true);
    expect(livesWith(father, ellie, ties)).toBe(false);
    expect(livesWith(mother, jack, ties)).toBe(false);
    expect(livesWith(mother, father, ties)).toBe(false);
    expect(livesWith(ellie, jack, ties)).toBe(false);
    expect(livesWith(stranger, ellie, ties)).toBe(false);
  });
});

describe('contact details in a copy for a family member', () => {
  it('are their own, and those of the children they live with', () => {
    expect(isIncludedByDefault(mother, mother, ties)).toBe(true);
    expect(isIncludedByDefault(mother, ellie, ties)).toBe(true);
    expect(isIncludedByDefault(father, ellie, ties)).toBe(false);
    expect(isIncludedByDefault(mother, jack, ties)).toBe(false);
  });
  it('are never another adult’s, even in the same household', () => {
    for (const other of [father, partner]) expect(isIncludedByDefault(mother, other, ties)).toBe(false);
    expect(isIncludedByDefault(stranger, mother, ties)).toBe(false);
  });
  it('are, for a child, those of the adults they live with', () => {
    expect(isIncludedByDefault(ellie, partner, ties)).toBe(true);
    expect(isIncludedByDefault(ellie, father, ties)).toBe(false);
    expect(isIncludedByDefault(ellie, jack, ties)).toBe(false);
  });
});

describe('a person whose contact with a child is restricted', () => {
  const limited = ties.map((one) => (one.carerId === father.id ? { ...one, isRestricted: true } : one));
  const held = [
    { of: mother, detail: 'address', text: '2 Home' },
    { of: jack, detail: 'address', text: '1 Elsewhere' },
    { of: father, detail: 'telephone', text: '07700 900003' },
  ] as const;
  it('is told of no other person, not even of a child they live with, and no other person of them', () => {
    expect(areKeptApart(father, mother, limited)).toBe(true);
    expect(isIncludedByDefault(father, jack, limited)).toBe(false);
    expect(isIncludedByDefault(jack, father, limited)).toBe(false);
    expect(isIncludedByDefault(father, father, limited)).toBe(true);
    expect(isIncludedByDefault(mother, ellie, limited)).toBe(true);
  });
  it('cannot be told by the choice of a sender', () => {
    const sender = { id: 'a', today: '2026-03-01' };
    expect(offersOf(held, father, limited, sender)).toEqual([]);
    expect(offersOf(held, mother, limited, sender).map(({ of }) => of.name)).toEqual(['Invented Jack']);
    expect(offersOf(held, mother, ties, sender).map(({ of }) => of.name)).toEqual([
      'Invented Jack',
      'Invented Darren',
    ]);
  });
  it('may be the requester of whom it is unknown which adult they are', () => {
    expect(offersOf(held, stranger, limited, { id: 'a', today: '2026-03-01' })).toEqual([]);
  });
});

describe('what a sender may include', () => {
  const held = [
    { of: father, detail: 'address', text: '1 Elsewhere' },
    { of: father, detail: 'address', text: '1 Elsewhere' },
    { of: partner, detail: 'telephone', text: '07700 900001' },
    { of: ellie, detail: 'address', text: '2 Home' },
    { of: father, detail: 'telephone', text: ' ' },
  ] as const;
  const offers = (text = '1 Elsewhere', sender = 'a', today = '2026-03-01', recipient = mother) =>
    offersOf([{ of: father, detail: 'address', text }, ...held.slice(2)], recipient, ties, {
      id: sender,
      today,
    });

  it('is each detail once, with the safety question when they live apart', () => {
    expect(
      offersOf(held, mother, ties, { id: 'a', today: '2026-03-01' }).map(({ question }) => question),
    ).toEqual([
      'Is it safe for Invented Kelly to have Invented Darren’s address?',
      'Include Invented Lee’s telephone number?',
    ]);
    expect(keyOf(offers()[0]!)).toBe('carer:Darren:address');
  });
  it('is included only by the same sender, on the same day, for that copy and that value of the detail', () => {
    const [first] = offers();
    const others = [
      offers('1 Elsewhere, changed')[0],
      offers('1 Elsewhere', 'b')[0],
      offers('1 Elsewhere', 'a', '2026-03-02')[0],
      offersOf([{ of: father, detail: 'address', text: '1 Elsewhere' }], partner, ties, {
        id: 'a',
        today: '2026-03-01',
      })[0],
    ];
    for (const other of others) expect(other!.token).not.toBe(first!.token);
    expect(offers()[0]!.token).toBe(first!.token);
  });
});
