import { atMost, type Measured } from './measured.js';
import type { PageRequest } from './pages.js';

const MOST = 14;

/** Statements sent by the episode page and the home page, including begin and commit. */
export function statementsOf(pages: readonly PageRequest[]): Measured[] {
  return ['episode page', 'home'].map((what) => {
    const counts = pages
      .filter((page) => page.what === what)
      .map(({ who, statements }) => ({ who, count: statements.length }));
    return atMost(MOST, {
      what: `statements of one page: ${what}`,
      value: Math.max(...counts.map(({ count }) => count)),
      note: `${counts.map(({ who, count }) => `${who.who} ${count}`).join(', ')}; begin, claim and commit among them, the session apart`,
    });
  });
}
