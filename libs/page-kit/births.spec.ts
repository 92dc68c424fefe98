import type { Birth } from '#libs/platform';
import { ageOf, birthText, born, shortAge } from './births.js';

const TODAY = '2026-03-03';

test.each<[Birth, string, string, string]>([
  [{ dateOfBirth: '2012-03-03' }, 'born 3 March 2012', '14 years', '14'],
  [{ dateOfBirth: '2025-08-03' }, 'born 3 August 2025', '7 months', '0'],
  [{ birthPeriod: '2012-03' }, 'born in March 2012', '13 or 14 years', '13 or 14'],
  [{ birthPeriod: '2012-04' }, 'born in April 2012', '13 years', '13'],
  [{ birthPeriod: '2012' }, 'born in 2012', '13 or 14 years', '13 or 14'],
  [{ birthPeriod: '2026' }, 'born in 2026', 'under 1 year', 'under 1'],
  [{ birthPeriod: '2025' }, 'born in 2025', 'under 2 years', 'under 2'],
  [{ estimatedAge: 14, estimatedOn: TODAY }, 'about 14 on 3 March 2026', 'about 14 years', 'about 14'],
  [{ estimatedAge: 13, estimatedOn: '2025-02-03' }, 'about 13 on 3 February 2025', 'about 14 years', 'about 14'],
  [{ expectedDate: '2026-05-01' }, 'expected 1 May 2026', '', 'expected 1 May 2026'],
  [{}, '', '', ''],
])('%j reads as “%s”, “%s” and “%s”', (birth, sentence, age, short) => {
  expect([born(birth), ageOf(birth, TODAY), shortAge(birth, TODAY)]).toEqual([sentence, age, short]);
});

test('the birth alone has no verb', () =>
  expect(['2012', '2012-03'].map((birthPeriod) => birthText({ birthPeriod }))).toEqual(['2012', 'March 2012']));
