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

it('names the child where one is meant, and the family where several may be', () => {
  expect(toSafetyBanner([concern()], null, AT)?.title).toBe('Ellie may not be safe');
  expect(toSafetyBanner([concern({ childName: null })], null, AT)?.title).toBe(
    'A child in this family may not be safe',
  );
});

it('leads to an answer of its own for each concern', () => {
  const banner = toSafetyBanner([concern(), concern({ id: 'd' })], null, AT);
  expect(banner?.concerns.map(({ href }) => href)).toEqual([
    '/episodes/e/safety-concerns/c',
    '/episodes/e/safety-concerns/d',
  ]);
});

it('is not there where nothing stands, or where the reader is told of nothing', () => {
  expect(toSafetyBanner([], null, AT)).toBeNull();
  expect(toSafetyBanner(null, null, AT)).toBeNull();
});
