import { validValue, invalidValue, type Checked } from './checked.js';

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const FORMAT = 'Enter a work email address in the correct format, like name@example.org';

/**
 * A work e-mail address in lower case; or a message. Lengths by RFC 5321 (64 before the @, 254 in all). Any domain is
 * valid: small charities use the free providers.
 */
export function checkWorkEmail(input: string): Checked {
  const address = input.trim().toLowerCase();
  if (address === '') return invalidValue('Enter a work email address');
  if (address.length > 254) return invalidValue('Work email address must be 254 characters or fewer');
  const at = address.lastIndexOf('@');
  const localPart = address.slice(0, Math.max(at, 0));
  if (localPart.length > 64 || !LOCAL_PART.test(localPart)) return invalidValue(FORMAT);
  return isDomain(address.slice(at + 1)) ? validValue(address) : invalidValue(FORMAT);
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every((label) => DOMAIN_LABEL.test(label)) && /^[a-z]|^xn--/.test(last);
}
