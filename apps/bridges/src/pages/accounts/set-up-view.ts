import type { SetUp } from '#libs/accounts';
import qrcode from 'qrcode';

/** What the page of a set-up shows: the QR code as an image within the page, and the secret to type. */
export async function toSetUpView({ secret, address }: SetUp) {
  return {
    title: 'Set up an authenticator app',
    qrCode: await qrcode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    secret: secret.replace(/.{4}(?=.)/g, '$& '),
  };
}

export const toCodesView = (codes: readonly string[], next: string) => ({
  title: 'Your recovery codes',
  codes,
  next,
});
