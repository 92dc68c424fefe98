import type { FieldError } from './form.js';

interface FieldOptions {
  hint?: string;
  heading?: boolean;
  labelClasses?: string;
}

/** The message beside one field, in the shape of GOV.UK macros; false when the field has none. */
export function errorFor(errors: readonly FieldError[] | undefined, field: string): { text: string } | false {
  const error = (errors ?? []).find((candidate) => candidate.field === field);
  return error ? { text: error.message } : false;
}

/** Errors as the links of the GOV.UK error summary, in field order; an error without a field is plain text. */
export function errorList(errors: readonly FieldError[]): { text: string; href?: string }[] {
  return errors.map(({ field, message }) =>
    field ? { text: message, href: `#${field}` } : { text: message },
  );
}

/** A label; with `heading` it is the page's first heading as well. */
export function fieldLabel(text: string, options: FieldOptions = {}) {
  const classes = options.labelClasses ?? (options.heading ? 'govuk-label--l' : 'govuk-label--s');
  return { text, classes, isPageHeading: options.heading };
}

/** A legend; with `heading` it is the page's first heading as well. */
export function fieldLegend(text: string, options: FieldOptions = {}) {
  const classes =
    options.labelClasses ?? (options.heading ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s');
  return { text, classes, isPageHeading: options.heading };
}

/** A hint in the shape of GOV.UK macros, or nothing. */
export function fieldHint(options: FieldOptions = {}): { text: string } | undefined {
  return options.hint ? { text: options.hint } : undefined;
}

interface SummaryRow {
  key: string;
  value?: string | number | null;
  html?: string;
  change?: { href: string; what: string; text?: string };
}

/** Rows of a GOV.UK summary list; an empty value becomes a phrase instead of a blank. */
export function summaryRows(rows: readonly SummaryRow[]) {
  return rows.map(({ key, value, html, change }) => ({
    key: { text: key },
    value: html
      ? { html }
      : { text: value === null || value === undefined || value === '' ? 'Not given' : value },
    actions: change && {
      items: [{ href: change.href, text: change.text ?? 'Change', visuallyHiddenText: change.what }],
    },
  }));
}
