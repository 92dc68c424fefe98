/** The fields in which a person confirms who they are. They are no part of the form that they are sent with, and never kept. */
export const CONFIRMATION_FIELDS = { code: 'passwordOrCode', passkey: 'confirmationPasskey' } as const;

export const isConfirmationField = (name: string): boolean =>
  Object.values<string>(CONFIRMATION_FIELDS).includes(name);
