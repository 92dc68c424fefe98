export { BANK_HOLIDAYS, FIRST_YEAR_KNOWN, LAST_YEAR_KNOWN } from './bank-holidays.js';
export { addWorkingDays, isWorkingDay } from './working-days.js';
