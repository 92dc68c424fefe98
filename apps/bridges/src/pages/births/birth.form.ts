import type { Baby, BirthDraft } from '#libs/casework/births';
import { FormReader } from '#libs/page-kit';
import { isId } from '#libs/platform';
import { keysOf, SEXES } from '#libs/terms';

const MOST = 50;

/** Places on the form: a second and a third baby are left blank when one was born. */
export const BABIES = [0, 1, 2] as const;
const FIELDS = ['givenNames', 'familyName', 'sex'] as const;

/** Reads the form that records a birth: the date, the first baby, and of twins the others. */
export function readBirth(body: Record<string, unknown>, today: string) {
  const form = new FormReader(body);
  const bornOn = form.date('bornOn', { label: 'the date of birth', latest: today });
  const babies = BABIES.filter((index) => index === 0 || isTypedIn(body, index)).map((index) =>
    readBaby(form, index),
  );
  return { form, answer: form.answer<BirthDraft>({ bornOn, babies, notTheSameAs: answeredIds(body) }) };
}

const isTypedIn = (body: Record<string, unknown>, index: number): boolean =>
  FIELDS.some((name) => {
    const value = body[`${name}-${index}`];
    // The family name is filled in beforehand.
    return name !== 'familyName' && typeof value === 'string' && value.trim() !== '';
  });

const readBaby = (form: FormReader, index: number): Baby => ({
  givenNames: form.text(`givenNames-${index}`, { label: 'the given names', max: 100 }),
  familyName: form.text(`familyName-${index}`, { label: 'the family name', max: 100 }),
  sex: form.choice(`sex-${index}`, keysOf(SEXES), { label: 'the sex' }),
});

/** Similar children whom the practitioner said to be others. */
export function answeredIds(body: Record<string, unknown>): string[] {
  const given = body['notTheSameAs'];
  return (Array.isArray(given) ? given : [given]).filter(isId).slice(0, MOST);
}
