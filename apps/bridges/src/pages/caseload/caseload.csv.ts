import { stringify } from 'csv-stringify/sync';
import type { Caseload } from '#libs/oversight/caseloads';
import { headsOf, numbersOf } from './caseload.page.js';

// A spreadsheet takes a cell that begins so for a formula and runs it.
const FORMULA = /^[=+\-@\t\r]/;

/** A cell as it can safely be opened in a spreadsheet. */
export function safeCell(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

/** The table of the caseload as a file for a spreadsheet, with the same numbers as the page. */
export function caseloadCsv(caseload: Caseload): string {
  const [first, ...heads] = headsOf(caseload).map(({ text }) => text);
  return stringify(
    [
      [first, 'Agency', ...heads],
      ...caseload.groups.map((group) => [
        safeCell(group.name),
        safeCell(group.beside ?? ''),
        ...numbersOf(caseload, group),
      ]),
    ],
    { record_delimiter: '\r\n', bom: true },
  );
}
