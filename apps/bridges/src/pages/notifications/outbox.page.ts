import type { MailCount } from '#libs/notifications';
import { keysOf, labelOf, MAIL_REASONS, MAIL_STATES } from '#libs/terms';

const KINDS: Readonly<Record<string, string>> = {
  message: 'About one message',
  digest: 'Daily email',
  invitation: 'Invitation to Bridges',
  password_reset: 'New password',
};

export const toMailRow = ({ state, kind, reason, count, oldest, latest }: MailCount) => ({
  state: labelOf(MAIL_STATES, state),
  isProblem: state === 'failed' || state === 'retrying',
  kind: KINDS[kind] ?? kind,
  reason: reason === null ? null : labelOf(MAIL_REASONS, reason),
  ...{ count, oldest, latest },
});

/** One number for each state, also when it is none. */
export const totalsByState = (counts: readonly MailCount[]) =>
  keysOf(MAIL_STATES).map((state) => ({
    text: labelOf(MAIL_STATES, state),
    count: counts.filter((one) => one.state === state).reduce((sum, { count }) => sum + count, 0),
  }));
