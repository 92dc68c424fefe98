import type { DraftFields, DraftPlace } from '#libs/access';
import { isId } from '#libs/platform';
import { NEVER_KEPT } from './confirmation-field.js';

/** The fields that a form carries for its draft, and the buttons that save it. They are no part of what was typed. */
export const DRAFT_FIELD = '_draft';
export const FORM_FIELD = '_form';

// As the column of the database: a page may name twenty agencies.
const LONGEST_ADDRESS = 1000;

/** The value of the hidden field: the draft, the revision that the form last saw, and the page that it is on. */
export const toDraftField = ({ id, revision, page }: Omit<DraftPlace, 'form'>): string =>
  `${id} ${revision} ${page}`;

/** What the hidden field of a posted form says; null if it has none that can be read. */
export function draftFieldOf(body: unknown): Omit<DraftPlace, 'form'> | null {
  const sent = (body as Record<string, unknown> | undefined)?.[DRAFT_FIELD];
  const [id, revision, page] = typeof sent === 'string' ? sent.split(' ', 3) : [];
  if (!isId(id) || !/^\d{1,6}$/.test(revision ?? '') || !isAddress(page)) return null;
  return { id, revision: Number(revision), page };
}

/** An address of this site. */
export const isAddress = (address: unknown): address is string =>
  typeof address === 'string' && /^\/(?![/\\])[^\s#]*$/.test(address) && address.length <= LONGEST_ADDRESS;

/** What was typed, without what the page adds and without passwords. */
export function typedFields(body: unknown): DraftFields {
  const own = [DRAFT_FIELD, FORM_FIELD, ...NEVER_KEPT];
  return Object.fromEntries(
    Object.entries((body ?? {}) as DraftFields).filter(
      ([name]) => !own.includes(name) && !/password|secret|otp/i.test(name),
    ),
  );
}

/** The address without the parts that show a form again. */
export function pageAddress(address: string): string {
  const [path, query = ''] = address.split('?', 2) as [string, string?];
  const rest = query.split('&').filter((part) => part !== '' && !/^(draft|kept)=/.test(part));
  return rest.length > 0 ? `${path}?${rest.join('&')}` : path;
}

/** The same address, showing a draft again; with 'no', the page as it is without one. */
export const showingDraft = (page: string, draft: string): string =>
  `${page}${page.includes('?') ? '&' : '?'}draft=${draft}`;
