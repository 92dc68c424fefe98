/** The field in which a person confirms who they are. It is no part of the form that it is sent with, and never kept. */
export const CONFIRMATION_FIELD = 'passwordOrCode';

/** Fields that a kept form is kept without: they are typed again. */
export const NEVER_KEPT: ReadonlySet<string> = new Set(['_csrf', CONFIRMATION_FIELD, 'clientSecret']);
