import type { Browser, Shown } from './browser.js';

/** Searches for a child with a reason, and shows the result page, or the search with its errors. */
export async function searchFor(browser: Browser, fields: Record<string, string>): Promise<Shown> {
  const answer = await browser.submit('/children', { reason: 'asked', ...fields });
  return answer.status === 303 ? browser.get(answer.location!) : answer;
}
