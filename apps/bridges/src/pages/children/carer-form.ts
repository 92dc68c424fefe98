import type { CarerDraft } from '#libs/casework/children';
import type { FormReader } from '#libs/page-kit';
import {
  checkPostcode,
  checkTelephone,
  INTERPRETERS,
  keysOf,
  LANGUAGES,
  optionsOf,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
} from '#libs/terms';
import { checkedLine } from '../shared/checked-line.js';
import { optional } from './child-form.js';

/** A parent or carer as typed. Parental responsibility is asked for and never assumed. */
export function readCarer(form: FormReader): CarerDraft {
  const name = form.text('carerName', { label: 'the carer’s name' });
  const relationship = form.choice('carerRelationship', keysOf(RELATIONSHIPS), {
    label: 'the relationship to the child',
  });
  const parentalResponsibility = form.choice(
    'carerParentalResponsibility',
    keysOf(PARENTAL_RESPONSIBILITIES),
    {
      label: 'parental responsibility',
      message: 'Select whether they have parental responsibility, or “Not known”',
    },
  );
  const lives = form.optionalChoice('carerLivesWithChild', ['yes', 'no'], {
    label: 'whether they live with the child',
  });
  return {
    name,
    relationship,
    parentalResponsibility,
    livesWithChild: lives === null ? null : lives === 'yes',
    telephone: checkedLine(form, 'carerTelephone', 'the carer’s telephone number', checkTelephone),
    address: form.optionalLongText('carerAddress', { label: 'the carer’s address', max: 300 }),
    postcode: checkedLine(form, 'carerPostcode', 'the carer’s postcode', checkPostcode),
    firstLanguage: form.optionalChoice('carerFirstLanguage', keysOf(LANGUAGES), {
      label: 'the carer’s first language',
    }),
    interpreter: form.optionalChoice('carerInterpreter', keysOf(INTERPRETERS), {
      label: 'the carer’s interpreter',
    }),
  };
}

/** The first carer on the form for a new child. Optional; once any field is filled in, all are checked. */
export function readFirstCarer(form: FormReader, body: Record<string, unknown>): CarerDraft[] {
  const begun = Object.entries(body).some(
    ([name, value]) => name.startsWith('carer') && typeof value === 'string' && value.trim() !== '',
  );
  return begun ? [readCarer(form)] : [];
}

export const choicesOfCarer = () => ({
  relationships: [{ value: '', text: 'Choose' }, ...optionsOf(RELATIONSHIPS)],
  responsibilities: optionsOf(PARENTAL_RESPONSIBILITIES),
  languages: optional(LANGUAGES),
  interpreters: optional(INTERPRETERS),
});
