import type { SafetyConcernView } from '#libs/casework/safety-concerns';
import { toSafetyBanner } from './safety-concern.js';

const concern = (more: Partial<SafetyConcernView> = {}): SafetyConcernView =>
  ({
    id: 'c',
    ground: 'not_safe',
    childName: 'Ellie',
    raisedBy: null,
    answeredBy: null,
    ...more,
  }) as SafetyConcernView;
const AT = { href: '/episodes/e', mayAnswer: true };

it('names the child if the concern is about one, and the family if it may be about several', () => {
  expect(toSafetyBanner([concern()], null, AT)?.title).toBe('Ellie may not be safe');
  expect(toSafetyBanner([concern({ childName: null })], null, AT)?.title).toBe(
    'A child in this family may not be safe',
  );
});

it('links to a separate answer for each concern', () => {
  const banner = toSafetyBanner([concern(), concern({ id: 'd' })], null, AT);
  expect(banner?.concerns.map(({ href }) => href)).toEqual([
    '/episodes/e/safety-concerns/c',
    '/episodes/e/safety-concerns/d',
  ]);
});

it('is absent if no concern is open, or if the reader may not know of any', () => {
  expect(toSafetyBanner([], null, AT)).toBeNull();
  expect(toSafetyBanner(null, null, AT)).toBeNull();
});
