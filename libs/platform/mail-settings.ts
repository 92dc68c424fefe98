/** How email leaves Bridges. With `none` nothing leaves. */
export type MailSettings =
  | { readonly driver: 'none' }
  | { readonly driver: 'smtp'; readonly url: string; readonly from: string }
  | {
      readonly driver: 'notify';
      readonly apiKey: string;
      readonly templateId: string;
      readonly url: string | null;
    };

const DRIVERS = ['none', 'smtp', 'notify'];
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+$/;

/** Reads MAIL and what its driver needs; adds one line to `errors` for each unusable setting. */
export function readMailSettings(
  env: NodeJS.ProcessEnv,
  publicUrl: string | null,
  errors: string[],
): MailSettings {
  const driver = env['MAIL'] || 'none';
  if (!DRIVERS.includes(driver)) errors.push(`MAIL must be ${DRIVERS.join(', ')}, not "${driver}".`);
  if (driver !== 'smtp' && driver !== 'notify') return { driver: 'none' };
  if (!publicUrl) errors.push('Set PUBLIC_URL with MAIL: an email links to it.');
  return driver === 'smtp' ? readSmtp(env, errors) : readNotify(env, errors);
}

function readSmtp(env: NodeJS.ProcessEnv, errors: string[]): MailSettings {
  const url = env['SMTP_URL'] ?? '';
  const from = env['MAIL_FROM'] ?? '';
  // The address may hold a password, so a message never repeats it.
  if (!/^smtps?:\/\/[^/\s]+\/?$/.test(url) || !URL.canParse(url))
    errors.push('SMTP_URL must be smtp://host:port or smtps://host:port, with user:password@ if needed.');
  if (!ADDRESS.test(from)) errors.push('MAIL_FROM must be an email address.');
  return { driver: 'smtp', url, from };
}

function readNotify(env: NodeJS.ProcessEnv, errors: string[]): MailSettings {
  const apiKey = env['NOTIFY_API_KEY'] ?? '';
  const templateId = env['NOTIFY_TEMPLATE_ID'] ?? '';
  const url = env['NOTIFY_URL'] || null;
  if (!new RegExp(`${UUID}-${UUID}$`).test(apiKey))
    errors.push('NOTIFY_API_KEY must be a GOV.UK Notify key.');
  if (!new RegExp(`^${UUID}$`).test(templateId))
    errors.push('NOTIFY_TEMPLATE_ID must be the id of an email template.');
  if (url !== null && !URL.canParse(url)) errors.push('NOTIFY_URL must be an address.');
  return { driver: 'notify', apiKey, templateId, url };
}
