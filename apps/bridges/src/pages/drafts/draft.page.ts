import type { Draft, DraftListItem } from '#libs/access';
import { draftFormAt } from '../../http/draft-forms.js';
import { showingDraft } from '../../http/draft-fields.js';
import { namesOf } from '../shared/names-of.js';

const nameOf = (form: string): string => draftFormAt(form)?.name ?? 'Form';

/** A draft as a list of unfinished forms has it. */
export const toDraftRow = ({ id, form, page, savedAt, children }: DraftListItem) => ({
  id,
  name: children?.length ? `${nameOf(form)}: ${namesOf(children)}` : nameOf(form),
  href: showingDraft(page, id),
  savedAt,
});

/** What was typed, to be read where the form cannot show it: text, without the choices, whose values are codes. */
export const toDraftView = ({ id, form, page, savedAt, fields }: Draft) => ({
  title: `Unfinished form: ${nameOf(form).toLowerCase()}`,
  id,
  savedAt,
  page: showingDraft(page, id),
  texts: Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().flatMap((text) => (isProse(name, text) ? [text.trim()] : [])),
  ),
});

const isProse = (name: string, text: string): boolean =>
  text.trim().length > 0 && !/-(day|month|year)$|^version$/.test(name) && !/^[\w-]*$/.test(text.trim());
