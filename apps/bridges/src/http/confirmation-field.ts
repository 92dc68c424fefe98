/** The fields in which a person confirms who they are. They are no part of the form that they are sent with, and never kept. */
export const CONFIRMATION_FIELDS = { code: 'passwordOrCode', passkey: 'confirmationPasskey' } as const;

/** Fields that a kept form is kept without: they are typed again. */
export const NEVER_KEPT: ReadonlySet<string> = new Set([
  ...['_csrf', 'clientSecret'],
  ...Object.values(CONFIRMATION_FIELDS),
]);
