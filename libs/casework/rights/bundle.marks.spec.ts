import { type BundleRow, markThirdParties, mentionsIn, type NamedPeople } from './bundle.marks.js';

const PEOPLE: NamedPeople = {
  childId: 'c',
  childName: 'Wren Invented',
  byId: new Map([
    ['p', { name: 'A. Worker', thirdParty: 'A. Worker, health visitor' }],
    ['c', { name: 'Wren Invented', thirdParty: null }],
    ['s', { name: 'Robin Invented', thirdParty: 'Robin Invented, another child' }],
  ]),
  others: [
    { name: 'Kim Invented', thirdParty: 'Kim Invented, parent or carer' },
    { name: 'Kim', thirdParty: 'Kim Invented, parent or carer' },
    { name: 'Robin', thirdParty: 'Robin Invented, another child' },
  ],
};
const row = (relation: string, item: BundleRow['item']): BundleRow => ({ relation, title: relation, item });
const whose = (one: BundleRow) =>
  Object.fromEntries(
    markThirdParties([one], PEOPLE)[0]!.items[0]!.values.map(({ name, thirdParty }) => [name, thirdParty]),
  );

describe('a bundle marks', () => {
  it('nothing that is the child’s own', () => {
    expect(whose(row('public.children', { id: 'c', given_names: 'Wren', sex: 'F' }))).toEqual({
      id: null,
      given_names: null,
      sex: null,
    });
  });

  it('a carer’s values with their owner', () => {
    expect(whose(row('public.carers', { name: 'Kim Invented', telephone: '01509 1' }))).toEqual({
      name: 'Kim Invented, parent or carer',
      telephone: 'Kim Invented, parent or carer',
    });
  });

  it('a professional and another child by name, instead of a number', () => {
    const [part] = markThirdParties(
      [row('public.authorships', { practitioner_id: 'p', child_id: 's' })],
      PEOPLE,
    );
    expect(part!.items[0]!.values).toEqual([
      { name: 'practitioner_id', value: 'A. Worker', thirdParty: 'A. Worker, health visitor', mentions: [] },
      {
        name: 'child_id',
        value: 'Robin Invented',
        thirdParty: 'Robin Invented, another child',
        mentions: [],
      },
    ]);
  });

  it('the person who decided, unless it was the child', () => {
    expect(
      whose(row('public.consents', { decided_by: 'Kim', capacity: 'parental_responsibility' }))['decided_by'],
    ).toBe('the person who decided for the family');
    expect(whose(row('public.consents', { decided_by: 'Wren', capacity: 'child' }))['decided_by']).toBeNull();
  });

  it('people named in a form, but not the child among them', () => {
    const [part] = markThirdParties(
      [
        row('public.reviews', {
          people_present: [{ name: 'Uncle Sam', role: 'Uncle' }, { name: 'Wren Invented' }],
        }),
      ],
      PEOPLE,
    );
    expect(part!.items[0]!.values.map(({ value, thirdParty }) => [value, thirdParty])).toEqual([
      ['Uncle Sam', 'Uncle Sam, named in the record'],
      ['Uncle', 'Uncle Sam, named in the record'],
      ['Wren Invented', null],
    ]);
  });

  it('a sensitive item with its topic', () => {
    expect(
      markThirdParties([row('public.chronology_notes', { what: 'x', topic: 'offending' })], PEOPLE)[0]!
        .items[0]!.topic,
    ).toBe('offending');
  });

  it('other people’s names in free text, as whole words', () => {
    expect(mentionsIn('Kim says that Robin’s room is cold. Kim is tired.', PEOPLE.others)).toEqual([
      'Kim Invented, parent or carer',
      'Robin Invented, another child',
    ]);
    expect(mentionsIn('She is kimono-shy; Robin, too.', PEOPLE.others)).toEqual([
      'Robin Invented, another child',
    ]);
    expect(mentionsIn('Nobody.', PEOPLE.others)).toEqual([]);
  });

  it.each([
    ['Şule Öztürk', 'Her aunt sule ozturk rang.'],
    ['Bríd O’Dowd', "Spoke to Brid O'Dowd's neighbour."],
    ['Anne-Marie McLintock', 'ANNE MARIE MACLINTOCK was at home.'],
    ['Дарья Ковальчук', 'Darya Kovalchuk wrote to us.'],
    ['আনিকা রহমান', 'আজ আনিকা রহমান এসেছেন।'],
    ['小明', '她说小明很好。'],
  ])('%s, as names are compared everywhere: “%s”', (name, text) => {
    const others = [{ name, thirdParty: 'another child' }];
    expect(mentionsIn(text, others)).toEqual(['another child']);
    expect(mentionsIn('Spoke to the school.', others)).toEqual([]);
    expect(mentionsIn('…', [{ name: '--', thirdParty: 'no name' }])).toEqual([]);
  });
});
