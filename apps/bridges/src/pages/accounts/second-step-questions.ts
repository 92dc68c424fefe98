import { Injectable } from '@nestjs/common';
import {
  type Account,
  type PasskeyAnswer,
  PasskeysService,
  SecondFactorsService,
  type SecondStepProof,
} from '#libs/accounts';
import { type PasskeyPurpose, putQuestion, takeAnswer } from '../../http/passkey-questions.js';
import type { BridgesRequest } from '../../http/request.js';
import { codeOf } from './code-of.js';

/** What a page needs that asks for the second step a person has. */
export interface SecondStepView {
  readonly isSetUp: boolean;
  readonly hasApp: boolean;
  /** What the browser asks a passkey; null for a person without one. */
  readonly passkeyOptions: string | null;
  readonly isRequired: boolean;
}

/** Pages that ask for a code or a passkey. */
@Injectable()
export class SecondStepQuestions {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly passkeys: PasskeysService,
  ) {}

  async viewOf(request: BridgesRequest, account: Account, purpose: PasskeyPurpose): Promise<SecondStepView> {
    const { since, isSetUp, isRequired } = await this.factors.stateOf(account);
    const question = await this.passkeys.ask(account.id);
    return {
      ...{ isSetUp, hasApp: since !== null, isRequired },
      passkeyOptions: question && putQuestion(request, purpose, question),
    };
  }
}

/** The code or the passkey's answer in a form. Throws 422 beside the field. */
export function proofIn(
  request: BridgesRequest,
  body: Record<string, unknown>,
  purpose: PasskeyPurpose,
): SecondStepProof {
  const { passkey } = body;
  return passkey ? { passkey: takeAnswer<PasskeyAnswer>(request, purpose, passkey) } : { code: codeOf(body) };
}
