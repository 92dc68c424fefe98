/** What the holder of a record answers to a practitioner who asks whether a child is known. */
export const INDEX_ANSWERS = {
  share: 'Yes: give them my name and telephone number',
  talk: 'Let us talk first: ask them to ring the coordinator',
  no: 'No: they see what they would see if nobody were there',
} as const;
export type IndexAnswer = keyof typeof INDEX_ANSWERS;
