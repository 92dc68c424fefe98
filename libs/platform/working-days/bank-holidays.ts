import type { CalendarDate } from '../calendar-date.js';

/**
 * Bank holidays in England by year, month and day. Source: the table on GOV.UK (2012 on) and the Banking and
 * Financial Dealings Act 1971 with the proclamations under it. They are data because proclamations move them:
 * the royal wedding (29 April 2011), the jubilees (2012, 2022), VE Day on a Friday (2020), the state funeral
 * (19 September 2022) and the coronation (8 May 2023) follow no rule.
 */
const BANK_HOLIDAYS_BY_YEAR: Readonly<Record<number, string>> = {
  2005: '01-03 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2006: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2007: '01-01 04-06 04-09 05-07 05-28 08-27 12-25 12-26',
  2008: '01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26',
  2009: '01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28',
  2010: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

const YEARS = Object.keys(BANK_HOLIDAYS_BY_YEAR).map(Number);

/** The years whose bank holidays are known. Outside them a working day cannot be distinguished from a holiday. */
export const FIRST_YEAR_KNOWN = Math.min(...YEARS);
export const LAST_YEAR_KNOWN = Math.max(...YEARS);

/** Every bank holiday known, in order, substitute days in place of those that fall at a weekend. */
export const BANK_HOLIDAYS: readonly CalendarDate[] = YEARS.flatMap((year) =>
  (BANK_HOLIDAYS_BY_YEAR[year] ?? '').split(' ').map((monthAndDay) => `${year}-${monthAndDay}`),
);
