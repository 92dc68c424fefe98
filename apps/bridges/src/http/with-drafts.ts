import type { DraftPlace } from '#libs/access';
import { escapeText } from '#libs/page-kit';
import { newId } from '#libs/platform';
import {
  DRAFT_FIELD,
  draftFieldOf,
  FORM_FIELD,
  isAddress,
  pageAddress,
  toDraftField,
} from './draft-fields.js';
import { isFormOnPage } from './draft-forms.js';
import type { BridgesRequest } from './request.js';

const FORM = /(<form\b[^>]*\bmethod="post"[^>]*>)([^]*?)<\/form>/g;
const fromHtml = (text: string): string => text.replaceAll('&amp;', '&');

/**
 * Gives each long form of a page what keeps a draft of it: a hidden field that says where, a button that saves it without
 * script, and a place in which the script says that it is saved.
 */
export function withDrafts(html: string, request: BridgesRequest): string {
  if (!html.includes('<form')) return html;
  const page = pageAddress(request.originalUrl);
  return html.replace(FORM, (whole, tag: string, inside: string) => {
    const action = fromHtml(/\baction="([^"]*)"/.exec(tag)?.[1] ?? page);
    const place = placeOf(action, page, request);
    if (!place) return whole;
    // A step of a form carries the fields of the steps before.
    const carried = inside.includes(`name="${DRAFT_FIELD}"`) ? '' : hidden(place);
    return `${tag}${carried}${inside}${saving(action)}</form>`;
  });
}

/** Of the form that was sent or is shown from a draft, where it was; of another, a new place. */
function placeOf(action: string, page: string, request: BridgesRequest): Omit<DraftPlace, 'form'> | null {
  const sent = request.method === 'POST' ? draftFieldOf(request.body) : null;
  const on = sent?.page ?? page;
  if (!isAddress(action) || !isAddress(on) || !isFormOnPage(action, on)) return null;
  return sent && action === page ? sent : { id: newId(), revision: 0, page: on };
}

const hidden = (place: Omit<DraftPlace, 'form'>): string =>
  `<input type="hidden" name="${DRAFT_FIELD}" value="${escapeText(toDraftField(place))}">`;

const saving = (action: string): string => `
<div class="app-draft">
<button class="govuk-button govuk-button--secondary" formaction="/drafts" formnovalidate name="${FORM_FIELD}" value="${escapeText(action)}">Save and come back later</button>
<p class="app-draft__status app-quiet" role="status" data-draft-status></p>
</div>`;
