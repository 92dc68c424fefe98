import { generate } from 'otplib';

const STEP_MS = 30_000;

/** An authenticator app as a person uses it: it knows the secret, and shows another code every half minute. */
export class AuthenticatorApp {
  constructor(private readonly secret: string) {}

  /** The app of a person who typed the key that this page shows. */
  static fromPage(html: string): AuthenticatorApp {
    const key = /<code>([A-Z2-7 ]{32,})<\/code>/.exec(html)?.[1];
    if (!key) throw new Error('The page shows no key.');
    return new AuthenticatorApp(key.replace(/ /g, ''));
  }

  /** The code of this many steps from now. */
  code(steps = 0): Promise<string> {
    return generate({ secret: this.secret, epoch: Math.floor((Date.now() + steps * STEP_MS) / 1000) });
  }
}
