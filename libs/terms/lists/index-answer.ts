/** What the holder of a record answers to a practitioner who asks whether a child is known. */
export const INDEX_ANSWERS = {
  share: 'Yes: share my name and telephone number',
  talk: 'Talk first: ask them to phone the coordinator',
  no: 'No: they see the same as if there were no record',
} as const;
export type IndexAnswer = keyof typeof INDEX_ANSWERS;
