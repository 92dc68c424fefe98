import { generateSecret, generateURI, verify } from 'otplib';

const STEP_SECONDS = 30;
const DIGITS = /^\d{6}$/;

/** 160 bits in base32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** What an authenticator app reads from the QR code. */
export const totpAddress = (secret: string, username: string): string =>
  generateURI({ issuer: 'Bridges', label: username, secret });

/**
 * The time step whose code was typed, or null. A clock may be off by one step. The step is to be kept: a code is
 * accepted once.
 */
export async function stepOfCode(secret: string, typed: string, at = new Date()): Promise<number | null> {
  const token = typed.replace(/\s/g, '');
  if (!DIGITS.test(token)) return null;
  const epoch = Math.floor(at.getTime() / 1000);
  const result = await verify({ secret, token, epoch, period: STEP_SECONDS, epochTolerance: STEP_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
