/** The field in which a person confirms who they are. It is no part of the form that it is sent with, and never kept. */
export const CONFIRMATION_FIELD = 'passwordOrCode';
