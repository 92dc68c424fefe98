/** The one form in which a user name is stored, looked up and counted. Surrounding spaces come from pasting. */
export const toUsername = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

export const MAX_USERNAME_LENGTH = 200;
