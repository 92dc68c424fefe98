/** An email as the mail system gets it. */
export interface OutgoingMail {
  /** The same for every attempt, so that a mail sent twice is recognised. */
  readonly id: string;
  readonly attempt: number;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly invitation?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | undefined;
}

/** Hands an email to a mail system: resolves once that has accepted it, else throws a MailProblem. */
export interface MailDriver {
  deliver(mail: OutgoingMail): Promise<void>;
  close(): void;
}

export type MailReason =
  'connection' | 'sign_in' | 'later' | 'rejected_address' | 'rejected' | 'unknown_kind' | 'unexpected';

/** Why the mail system did not take an email. A lasting one is not tried again. Holds no address and no text. */
export class MailProblem extends Error {
  constructor(
    readonly reason: MailReason,
    readonly isLasting: boolean,
  ) {
    super(reason);
  }
}
