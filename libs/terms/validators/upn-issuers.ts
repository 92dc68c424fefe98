import { LOCAL_AUTHORITIES } from './local-authorities.js';

// Codes the schools census accepts in a number besides England's: Wales, services' schools and the like.
const OTHER_ISSUERS: readonly (readonly [first: number, last: number])[] = [
  [1, 5],
  [660, 681],
  [701, 708],
];

/** Whether the three digits belong to an authority that has issued unique pupil numbers. */
export function hasIssuedPupilNumbers(code: string): boolean {
  if (Object.hasOwn(LOCAL_AUTHORITIES, code)) return true;
  return (
    /^\d{3}$/.test(code) &&
    OTHER_ISSUERS.some(([first, last]) => Number(code) >= first && Number(code) <= last)
  );
}
