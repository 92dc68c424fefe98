import { Injectable } from '@nestjs/common';
import type { Account } from './accounts.service.js';
import type { PasskeyAnswer } from './passkey-ceremonies.js';
import { PasskeysService } from './passkeys.service.js';
import type { CodePlace } from './second-factor-limits.js';
import { SecondFactorsService } from './second-factors.service.js';

/** What a person shows of their second step: a code of the app or a recovery code, or the answer of a passkey. */
export type SecondStepProof = { readonly code: string } | { readonly passkey: PasskeyAnswer };

@Injectable()
export class SecondStepProofs {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly passkeys: PasskeysService,
  ) {}

  /** Throws 422 beside the field when it is wrong or was used before, 429 after too many. */
  async assertProof(
    account: Account,
    proof: SecondStepProof,
    place: CodePlace = 'confirmation',
  ): Promise<void> {
    if ('code' in proof) await this.factors.assertCode(account, proof.code, { place });
    else await this.passkeys.assertPasskey(account, proof.passkey, { place });
  }
}
