import type { Browser, Shown } from './browser.js';
import { formsIn, shownValues } from './forms.js';

/** Sends the conversation about consent and confirms what it reads back; gives a page with errors as it is. */
export async function recordsConsent(
  browser: Browser,
  episodeId: string,
  fields: Record<string, string | readonly string[]>,
  from?: string,
): Promise<Shown> {
  const path = `/episodes/${episodeId}/consents`;
  const check = await browser.submit(path, fields, from);
  return check.status === 200 ? confirms(browser, path, check) : check;
}

/** Presses “Confirm and save” on the page that reads a decision back. */
export async function confirms(browser: Browser, path: string, check: Shown): Promise<Shown> {
  const form = formsIn(check.text, path).find(({ action }) => action === path);
  if (!form?.controls.some(({ name }) => name === 'shown')) throw new Error('No decision was read back.');
  const { step: _step, ...fields } = shownValues(form);
  return browser.submit(path, fields);
}
