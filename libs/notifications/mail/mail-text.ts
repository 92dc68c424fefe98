import { type LinkKind, linkPath } from '#libs/accounts';

/** An email as it lies in the outbox. */
export interface QueuedMail {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly messageIds: readonly string[];
  /** Subjects that name no person; null for a message whose subject may not leave Bridges. */
  readonly subjects: readonly (string | null)[];
}
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly link: string;
}
interface Installation {
  readonly publicUrl: string;
  readonly secret: string;
}

const UNNAMED = 'A message for you';
const FOOTER =
  'Do not reply to this email. To choose when Bridges writes to you, sign in and open “Notification settings”.';

/**
 * Writes the email: that there is something, and where to read it. Nothing about a family. Null for a kind that this
 * version does not know.
 */
export function writeMail(mail: QueuedMail, installation: Installation): MailText | null {
  const { kind, messageIds, subjects } = mail;
  if (kind === 'message')
    return inWords(
      `Bridges: ${subjects[0] ?? UNNAMED}`,
      [`You have a message in Bridges: ${subjects[0] ?? UNNAMED}.`, 'Sign in to read it:'],
      `${installation.publicUrl}/messages/${messageIds[0] ?? ''}`,
    );
  if (kind === 'digest')
    return inWords(
      `Bridges: ${subjects.length === 1 ? '1 message' : `${subjects.length} messages`} for you`,
      [
        'You have messages in Bridges:',
        subjects.map((subject) => `- ${subject ?? UNNAMED}`).join('\n'),
        'Sign in to read them:',
      ],
      `${installation.publicUrl}/messages`,
    );
  return writeAccountMail(mail, installation);
}

/** Its link carries a token that only this program can derive, from the id in the parameters. */
function writeAccountMail({ kind, parameters }: QueuedMail, { publicUrl, secret }: Installation) {
  const { id } = parameters;
  const known = ACCOUNT_MAILS[kind];
  if (!known || typeof id !== 'string') return null;
  return inWords(
    known.subject,
    [known.sentence],
    `${publicUrl}${linkPath(secret, known.link, id)}`,
    known.end,
  );
}

const ACCOUNT_MAILS: Readonly<
  Record<string, { subject: string; sentence: string; link: LinkKind; end: string }>
> = {
  invitation: {
    subject: 'Your invitation to Bridges',
    sentence:
      'You have been invited to Bridges. To set up your account, or to use the one you have from another agency, open this link:',
    link: 'invitation',
    end: 'The link works once. If you did not expect this, tell your agency’s administrator.',
  },
  password_reset: {
    subject: 'Set a new password for Bridges',
    sentence: 'You asked to set a new password for Bridges. Open this link:',
    link: 'password reset',
    end: 'The link works once. If you did not ask for this, you do not need to do anything.',
  },
};

const inWords = (
  subject: string,
  paragraphs: readonly string[],
  link: string,
  end: string = FOOTER,
): MailText => ({
  subject,
  text: `${[...paragraphs, link, end].join('\n\n')}\n`,
  link,
});
