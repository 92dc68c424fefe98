import { stringify } from 'csv-stringify/sync';
import { EXCEPTIONS } from '#libs/casework/episodes';
import { type Caseload, type Counted, EXCEPTION_NAMES } from '#libs/oversight/caseloads';
import { headsOf, numbersOf } from './caseload.page.js';

// A spreadsheet runs a cell that starts with one of these as a formula.
const FORMULA = /^[=+\-@\t\r]/;

/** Escapes a cell so that a spreadsheet cannot run it as a formula. */
export function safeCell(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

const NOT_SHARED = 'Not shared with you';

/**
 * The caseload table as CSV, with the same numbers as the page. A number that is not shared is text in its cell,
 * because an empty cell would read as zero; a separate column counts the families that a number leaves out.
 */
export function caseloadCsv(caseload: Caseload): string {
  const [first, ...heads] = headsOf(caseload).map(({ text }) => text);
  const partly = EXCEPTIONS.filter((exception) => caseload.notShared[exception] > 0);
  const leftOut = ({ notShared }: Counted): number[] => partly.map((exception) => notShared[exception]);
  return stringify(
    [
      [first, 'Agency', ...heads, ...partly.map((exception) => `Not shared: ${EXCEPTION_NAMES[exception]}`)],
      ...caseload.groups.map((group) => [
        safeCell(group.name),
        safeCell(group.beside ?? ''),
        ...numbersOf(caseload, group).map((count) => count ?? NOT_SHARED),
        ...leftOut(group),
      ]),
    ],
    { record_delimiter: '\r\n', bom: true },
  );
}
