import fc from 'fast-check';
import { FormReader } from './form.js';

const place = { label: 'the place of the meeting' };
const held = { label: 'the date of the review' };
const outcomes = ['go-on', 'close'] as const;
const message = (form: FormReader): string | undefined => form.errors[0]?.message;

describe('a line of text', () => {
  it('is tidied: no space around, one between words, letters composed', () => {
    expect(new FormReader({ place: '  Holywell \n Schoole\u0301 ' }).text('place', place)).toBe(
      'Holywell Schoolé',
    );
  });

  it.each([{}, { place: '' }, { place: '   ' }, null, undefined, 'place=x'])('must be given: %j', (body) => {
    const form = new FormReader(body);
    expect(form.text('place', place)).toBe('');
    expect(form.errors).toEqual([{ field: 'place', message: 'Enter the place of the meeting' }]);
  });

  it('may be left empty when optional', () => {
    const form = new FormReader({});
    expect(form.optionalText('place', place)).toBeNull();
    expect(form.ok).toBe(true);
  });

  it('counts characters, not bytes', () => {
    expect(new FormReader({ place: '🦋'.repeat(200) }).text('place', place)).toHaveLength(400);
    const form = new FormReader({ place: 'x'.repeat(201) });
    form.text('place', place);
    expect(message(form)).toBe('The place of the meeting must be 200 characters or fewer');
    expect(form.typed['place']).toHaveLength(201);
  });

  it('cannot contain characters that the database rejects', () => {
    for (const bad of ['a\u0000b', 'a\ud800b', 'a\u001bb']) {
      const form = new FormReader({ place: bad });
      form.text('place', place);
      expect(message(form)).toBe(
        'The place of the meeting must not include hidden characters: type it again',
      );
      expect(form.typed['place']).toBe('ab');
    }
  });

  it('is not a list or an object, whatever the body parser made of it', () => {
    for (const bad of [['a', 'b'], { $ne: '' }, 7, true]) {
      const form = new FormReader({ place: bad });
      form.text('place', place);
      expect(form.errors).toEqual([{ field: 'place', message: 'The place of the meeting must be text' }]);
      expect(form.typed['place']).toBe('');
    }
  });

  it('is never taken from the prototype of the body', () => {
    expect(new FormReader({}).optionalText('constructor', place)).toBeNull();
    expect(new FormReader({}).optionalText('toString', place)).toBeNull();
  });
});

describe('long text', () => {
  it('keeps its paragraphs with one kind of line break', () => {
    expect(new FormReader({ words: 'one\r\n\r\ntwo\r' }).longText('words', { label: 'what was said' })).toBe(
      'one\n\ntwo',
    );
  });

  it('is limited, and says so with a comma in the number', () => {
    const form = new FormReader({ words: 'x'.repeat(10_001) });
    form.longText('words', { label: 'what was said' });
    expect(message(form)).toBe('What was said must be 10,000 characters or fewer');
  });
});

describe('a date', () => {
  const body = { 'held-day': '3', 'held-month': '3', 'held-year': '2026' };

  it('comes from three boxes', () => {
    expect(new FormReader(body).date('held', held)).toBe('2026-03-03');
  });

  it('must be given', () => {
    const form = new FormReader({});
    form.date('held', held);
    expect(form.errors).toEqual([{ field: 'held', message: 'Enter the date of the review' }]);
  });

  it('must be real, and is shown again as typed', () => {
    const form = new FormReader({ ...body, 'held-day': '31', 'held-month': '2' });
    form.date('held', held);
    expect(message(form)).toBe('The date of the review must be a real date');
    expect(form.typed).toMatchObject({ 'held-day': '31', 'held-month': '2', 'held-year': '2026' });
  });

  it('keeps within its bounds, bounds included', () => {
    const early = new FormReader(body);
    early.date('held', { ...held, earliest: '2026-03-04' });
    expect(message(early)).toBe('The date of the review must be 4 March 2026 or later');
    const late = new FormReader(body);
    late.date('held', { ...held, latest: '2026-03-02' });
    expect(message(late)).toBe('The date of the review must be 2 March 2026 or earlier');
    expect(new FormReader(body).date('held', { ...held, earliest: '2026-03-03', latest: '2026-03-03' })).toBe(
      '2026-03-03',
    );
  });

  it('may be left empty when optional, but not half empty', () => {
    expect(new FormReader({ 'held-day': '' }).optionalDate('held', held)).toBeNull();
    const form = new FormReader({ 'held-day': '3' });
    form.optionalDate('held', held);
    expect(message(form)).toBe('The date of the review must include a month and year');
  });
});

describe('a choice', () => {
  const ask = { label: 'what was decided' };

  it('is one of the options offered', () => {
    expect(new FormReader({ outcome: 'close' }).choice('outcome', outcomes, ask)).toBe('close');
    const none = new FormReader({});
    none.choice('outcome', outcomes, ask);
    expect(message(none)).toBe('Select what was decided');
  });

  it.each(['delete', '__proto__', ['close'], { close: 1 }])('is not %j', (outcome) => {
    const form = new FormReader({ outcome });
    expect(form.choice('outcome', outcomes, ask)).toBe('');
    expect(form.errors).toEqual([
      { field: 'outcome', message: 'What was decided must be one of the options' },
    ]);
  });

  it('of yes or no is a boolean', () => {
    const seen = { label: 'whether the child was seen', message: 'Select yes if the child was seen' };
    expect(new FormReader({ seen: 'yes' }).yesNo('seen', seen)).toBe(true);
    expect(new FormReader({ seen: 'no' }).yesNo('seen', seen)).toBe(false);
    const form = new FormReader({});
    form.yesNo('seen', seen);
    expect(message(form)).toBe('Select yes if the child was seen');
  });
});

describe('several choices', () => {
  const people = ['mother', 'father', 'teacher'] as const;
  const ask = { label: 'who was there' };

  it('come in the order offered, once each, from one box or many', () => {
    expect(new FormReader({ there: 'father' }).choices('there', people, ask)).toEqual(['father']);
    expect(new FormReader({ there: ['teacher', 'mother', 'mother'] }).choices('there', people, ask)).toEqual([
      'mother',
      'teacher',
    ]);
  });

  it('may be empty only when optional', () => {
    expect(new FormReader({}).choices('there', people, { ...ask, optional: true })).toEqual([]);
    const form = new FormReader({});
    form.choices('there', people, ask);
    expect(message(form)).toBe('Select who was there');
  });

  it('include only options that were offered', () => {
    for (const there of [['mother', 'stranger'], ['mother', { a: 1 }], { mother: 1 }]) {
      const form = new FormReader({ there });
      form.choices('there', people, ask);
      expect(message(form)).toBe('Who was there must only include options from the list');
    }
  });
});

describe('a whole number', () => {
  const ask = { label: 'the score', min: 0, max: 10 };

  it('is read within its range', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        const form = new FormReader({ score: ` ${number} ` });
        const read = form.integer('score', ask);
        expect(form.ok).toBe(number >= 0 && number <= 10);
        if (form.ok) expect(read).toBe(number);
        else expect(message(form)).toBe('The score must be between 0 and 10');
      }),
    );
  });

  it.each(['1.5', '1e1', '0x1', 'ten', '٣', ['1']])('is not %j', (score) => {
    const form = new FormReader({ score });
    expect(form.integer('score', ask)).toBeNaN();
    expect(form.errors).toEqual([{ field: 'score', message: 'The score must be a whole number' }]);
  });

  it('must be given unless optional', () => {
    const form = new FormReader({});
    form.integer('score', ask);
    expect(message(form)).toBe('Enter the score');
    expect(new FormReader({}).optionalInteger('score', ask)).toBeNull();
  });
});

describe('the answer of a form', () => {
  it('is the values when every field is valid', () => {
    const form = new FormReader({ place: 'Holywell' });
    const values = { place: form.text('place', place) };
    expect(form.answer(values)).toEqual({ ok: true, values: { place: 'Holywell' } });
  });

  it('is every error in field order, with everything typed', () => {
    const form = new FormReader({ place: 'Holywell' });
    form.text('place', place);
    form.date('held', held);
    form.reject('place', 'The place of the meeting is shut on that day');
    expect(form.answer(null)).toMatchObject({
      ok: false,
      errors: [{ field: 'held' }, { field: 'place' }],
      typed: { place: 'Holywell', 'held-day': '' },
    });
  });

  it('never throws, whatever is sent, and has at most one error for each field', () => {
    const junk = fc.record({ a: fc.anything(), b: fc.anything(), 'c-day': fc.anything(), d: fc.anything() });
    fc.assert(
      fc.property(fc.oneof(junk, fc.anything()), (body) => {
        const form = new FormReader(body);
        form.text('a', place);
        form.choices('b', outcomes, place);
        form.date('c', held);
        form.integer('d', { label: 'the score', min: 0, max: 10 });
        const fields = form.errors.map(({ field }) => field);
        expect(new Set(fields).size).toBe(fields.length);
        expect(JSON.stringify(form.typed)).not.toContain('\\u0000');
      }),
    );
  });
});
