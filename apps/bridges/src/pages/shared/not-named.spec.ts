import { describeNotNamed } from './not-named.js';

test('who is not named is said without a name, with whom to ask', () => {
  expect(describeNotNamed({ sensitive: 2, protected: 0 })).toEqual([
    'A sensitive service is involved. The coordinator for the locality can contact it for you.',
  ]);
  expect(describeNotNamed({ sensitive: 0, protected: 1 })[0]).toContain(
    '1 agency. Ask information governance',
  );
});

test('where every person is named nothing is said', () => {
  expect(describeNotNamed({ sensitive: 0, protected: 0 })).toEqual([]);
});
