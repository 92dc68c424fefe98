/** What the access watch detects, in the words of its guardian. */
export const WATCH_RULES = {
  same_surname: 'Opened the record of a child of the same surname, without working with the family',
  carers_surname:
    'Opened the record of a child whose carer has the same surname, without working with the family',
  colleagues_relative: 'Opened the record of a colleague’s relative, without working with the family',
  relatives_postcode:
    'Opened the record of a child at the postcode of a relative, without working with the family',
  many_records: 'Opened many records in a day without working with the families',
  out_of_hours: 'Opened many records in the evening, at night or at a weekend',
  opened_after_refusal: 'Was refused a record, then opened it another way',
  index_probing: 'Searched for many children and opened nothing',
  emergency_runs: 'Used emergency access on several records in a day',
} as const;
export type WatchRuleName = keyof typeof WATCH_RULES;
