import type { FieldChange } from '#libs/casework/field-history';
import { storedText } from '#libs/page-kit';
import { isKeyOf, RECORDED_FIELDS } from '#libs/terms';

/** One change as a reader knows it: what was changed, from what to what, when and by whom. */
export function toChangeView({ field, before, after, changedAt, changedBy, about }: FieldChange) {
  return {
    field: isKeyOf(RECORDED_FIELDS, field) ? RECORDED_FIELDS[field] : field,
    about,
    before: storedText(field, before) ?? 'Nothing',
    after: storedText(field, after) ?? 'Nothing',
    changedAt,
    changedBy: changedBy ?? 'Bridges',
  };
}
