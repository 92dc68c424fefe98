import { initialValues, readConcernAnswer } from './safety-concern.form.js';

const BODY = {
  actionTaken: 'Rang the front door',
  spokenTo: 'Duty social worker',
  ...initialValues('2026-07-14'),
  actionTime: '9:05',
};

it('reads the time as London time, in summer too', () => {
  const read = readConcernAnswer(BODY, '2026-07-14');
  expect(read.ok && read.values).toEqual({
    actionTaken: 'Rang the front door',
    spokenTo: 'Duty social worker',
    reference: null,
    actionAt: new Date('2026-07-14T08:05:00Z'),
  });
});

it('reports everything that is missing at once, in the order of the form', () => {
  const read = readConcernAnswer(
    { 'actionOn-day': '15', 'actionOn-month': '7', 'actionOn-year': '2026' },
    '2026-07-14',
  );
  expect(read.ok ? [] : read.errors.map(({ field }) => field)).toEqual([
    'actionTaken',
    'spokenTo',
    'actionOn',
    'actionTime',
  ]);
});
