import { stringify } from 'csv-stringify/sync';
import { EXCEPTIONS } from '#libs/casework/episodes';
import { type Caseload, type Counted, EXCEPTION_NAMES } from '#libs/oversight/caseloads';
import { headsOf, numbersOf } from './caseload.page.js';

// A spreadsheet takes a cell that begins so for a formula and runs it.
const FORMULA = /^[=+\-@\t\r]/;

/** A cell as it can safely be opened in a spreadsheet. */
export function safeCell(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

const NOT_SHARED = 'Not shared with you';

/**
 * The table of the caseload as a file for a spreadsheet, with the same numbers as the page. What is not shared is said in
 * words in its cell, and how many families a number leaves out in a column of its own: an empty cell would be read as nought.
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
