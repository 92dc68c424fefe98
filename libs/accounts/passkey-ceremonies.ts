import { Inject, Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { baseUrl, CONFIG, type Config } from '#libs/platform';
import { CHALLENGE_MINUTES, UsedChallenges } from './used-challenges.js';

const TIMEOUT_MS = CHALLENGE_MINUTES * 60_000;

export type CreatedPasskey = NonNullable<VerifiedRegistrationResponse['registrationInfo']>;
export type UsedPasskey = VerifiedAuthenticationResponse['authenticationInfo'];

/** What the browser is to be asked, with the challenge in it. */
export interface PasskeyQuestion {
  readonly challenge: string;
  /** For the browser, as JSON. */
  readonly options: string;
}

/** What a browser answered to a challenge that its session was given. */
export interface PasskeyAnswer<Response = AuthenticationResponseJSON> {
  readonly response: Response;
  readonly challenge: string;
}
export type NewPasskeyAnswer = PasskeyAnswer<RegistrationResponseJSON>;

/** A passkey by what is public of it. */
type Known = Pick<WebAuthnCredential, 'id' | 'transports'>;

/** Asks browsers for passkeys of this site, and checks what they answer. The device must have verified its owner. */
@Injectable()
export class PasskeyCeremonies {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly challenges: UsedChallenges,
  ) {}

  /** Asks for one of these passkeys, or for any if none are named. */
  async ask(known: readonly Known[] = []): Promise<PasskeyQuestion> {
    const options = await generateAuthenticationOptions({
      ...{ rpID: this.host(), timeout: TIMEOUT_MS, userVerification: 'required' },
      ...(known.length > 0 ? { allowCredentials: known.map(toNamed) } : {}),
    });
    return { challenge: options.challenge, options: JSON.stringify(options) };
  }

  /** Asks for a new one that can sign in by itself, on a device that has none of these. No attestation: any make will do. */
  async askForNew(
    account: { readonly id: string; readonly username: string },
    known: readonly Known[],
  ): Promise<PasskeyQuestion> {
    const options = await generateRegistrationOptions({
      ...{ rpName: 'Bridges', rpID: this.host(), timeout: TIMEOUT_MS, attestationType: 'none' },
      ...{ userName: account.username, userDisplayName: account.username, userID: userHandleOf(account.id) },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: known.map(toNamed),
    });
    return { challenge: options.challenge, options: JSON.stringify(options) };
  }

  /** What the new passkey is; null if the answer is wrong in any part, or not the first to its challenge. */
  async checkNew({ response, challenge }: NewPasskeyAnswer): Promise<CreatedPasskey | null> {
    if (!(await this.challenges.isFirst(challenge))) return null;
    const checked = await verifyRegistrationResponse({ response, ...this.expected(challenge) }).catch(
      () => null,
    );
    return checked?.verified ? checked.registrationInfo : null;
  }

  /** How the passkey was used; null as for a new one, or if its count is not later than the last. */
  async check(
    { response, challenge }: PasskeyAnswer,
    credential: WebAuthnCredential,
  ): Promise<UsedPasskey | null> {
    if (!(await this.challenges.isFirst(challenge))) return null;
    const checked = await verifyAuthenticationResponse({
      ...{ response, credential },
      ...this.expected(challenge),
    }).catch(() => null);
    return checked?.verified ? checked.authenticationInfo : null;
  }

  private expected(challenge: string) {
    return {
      expectedChallenge: challenge,
      expectedOrigin: baseUrl(this.config),
      expectedRPID: this.host(),
      requireUserVerification: true,
    };
  }

  /** A passkey belongs to the host at which people find Bridges. */
  private host(): string {
    return new URL(baseUrl(this.config)).hostname;
  }
}

/** How a passkey names its account: by the id, which tells nothing of the person. */
export const userHandleOf = (accountId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'));

const toNamed = ({ id, transports = [] }: Known): { id: string; transports: string[] } => ({
  id,
  transports: [...transports],
});
