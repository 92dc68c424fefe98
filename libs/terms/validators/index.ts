export type { Checked } from './checked.js';
export { hasVisibleText, isStorable, lengthOf, withoutUnstorable, normaliseText } from './free-text.js';
export { LOCAL_AUTHORITIES, type LocalAuthorityCode } from './local-authorities.js';
export { checkNhsNumber, formatNhsNumber } from './nhs-number.js';
export { checkPersonName } from './person-name.js';
export { checkPostcode } from './postcode.js';
export { checkTelephone } from './telephone.js';
export { checkUpn } from './upn.js';
export { checkWorkEmail } from './work-email.js';
