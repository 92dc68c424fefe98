/** What a child needs to take part, beside an interpreter: each may be arranged or not. */
export const ACCESS_NEEDS = {
  signing: 'Makaton or signing',
  symbols: 'Symbols or pictures',
  lip_reading: 'A speaker whose lips can be read',
  hearing_loop: 'Hearing loop',
  device: 'A communication device',
  easy_read: 'Easy read',
  large_print: 'Large print',
  braille: 'Braille',
  translation: 'Written translation',
  step_free: 'Step-free access',
  transport: 'Transport',
  quiet_space: 'A quiet space',
  supporter: 'A supporter or advocate',
} as const;
export type AccessNeed = keyof typeof ACCESS_NEEDS;
