/** Sex, as the children in need census takes it from 2024-25. */
export const SEXES = { F: 'Female', M: 'Male', U: 'Not known' } as const;
export type Sex = keyof typeof SEXES;
