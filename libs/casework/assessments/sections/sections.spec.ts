import { SECTION_READERS } from './index.js';

const read = (section: keyof typeof SECTION_READERS, given: unknown, before = {}) =>
  SECTION_READERS[section](given, before, section);

describe('reading a section', () => {
  it('keeps the parts that are not mentioned, and clears the blank ones', () => {
    const { answers, errors } = read(
      'conclusions',
      { goals: ' School ', needs_summary: '' },
      { needs_summary: 'Sleep', strengths_summary: 'Close' },
    );
    expect([answers, errors]).toEqual([{ strengths_summary: 'Close', goals: 'School' }, []]);
  });

  it('rejects parts that the form does not have, even those every object has', () => {
    expect(read('reason', { constructor: 'x', secret: 'y' }).errors.map(({ field }) => field)).toEqual([
      'reason.constructor',
      'reason.secret',
    ]);
    expect(read('reason', 'text').errors).toHaveLength(1);
    expect(read('reason', { what_led: 5 }).errors[0]!.message).toBe('This must be text');
    expect(read('reason', { what_led: 'x'.repeat(10_001) }).errors[0]!.message).toContain('10,000');
  });

  it('rejects a row without a name, or with an unknown column', () => {
    expect(
      read('people_present', { people: [{ name: 'Mother' }, { role: 'Uncle' }] }).errors[0]!.message,
    ).toBe('Each row must have a name');
    expect(read('services', { services: [{ name: 'Dr Test', secret: 'x' }] }).errors[0]!.message).toContain(
      'secret',
    );
    expect(read('services', { services: {} }).errors[0]!.message).toBe('This must be a list');
    expect(read('people_present', { people: [{ name: ' Mother ', role: '' }] }).answers).toEqual({
      people: [{ name: 'Mother' }],
    });
  });

  it('has a comment or the reason it is missing: the later one wins, both at once is an error', () => {
    expect(read('comments', { child_comment: 'Hello' }, { child_comment_missing: 'absent' }).answers).toEqual(
      { child_comment: 'Hello' },
    );
    expect(
      read('comments', { child_comment: null, child_comment_missing: 'absent' }, { child_comment: 'Hello' })
        .answers,
    ).toEqual({ child_comment_missing: 'absent' });
    expect(
      read('comments', { parent_comment: 'a', parent_comment_missing: 'absent' }).errors.map(
        ({ field }) => field,
      ),
    ).toEqual(['comments.parent_comment_missing']);
  });

  it('has services or that none is known: the later one wins, both at once is an error', () => {
    const services = [{ name: 'Dr Test', kind: 'gp', since: 'March 2025' }];
    expect(read('services', { services }, { none_known: 'yes' }).answers).toEqual({ services });
    expect(read('services', { services: [], none_known: 'yes' }, { services }).answers).toEqual({
      none_known: 'yes',
    });
    expect(read('services', { services, none_known: 'yes' }).errors.map(({ field }) => field)).toEqual([
      'services.none_known',
    ]);
    expect(read('services', { services: [{ name: 'Dr Test', kind: 'vet' }] }).errors[0]!.message).toContain(
      'kind',
    );
  });

  it('has a day for the review, and no other text in its place', () => {
    expect(read('conclusions', { review_on: '2027-02-01', level: '2' }).answers).toEqual({
      review_on: '2027-02-01',
      level: '2',
    });
    expect(
      read('conclusions', { review_on: '2027-02-30', level: '5', significant_harm: 'maybe' }).errors.map(
        ({ field }) => field,
      ),
    ).toEqual(['conclusions.review_on', 'conclusions.level', 'conclusions.significant_harm']);
  });
});
