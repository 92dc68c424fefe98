import { MAX_PASSKEY_NAME_LENGTH, type NewPasskeyAnswer } from '#libs/accounts';
import { FormReader } from '#libs/page-kit';
import { invalid } from '#libs/platform';
import { takeAnswer } from '../../http/passkey-questions.js';
import type { BridgesRequest } from '../../http/request.js';

/** The name and the answer of a form that adds a passkey. Throws 422 beside the field. */
export function newPasskeyIn(
  request: BridgesRequest,
  body: Record<string, unknown>,
): { name: string; answer: NewPasskeyAnswer } {
  const form = new FormReader(body);
  const name = form.text('name', { label: 'a name for the passkey', max: MAX_PASSKEY_NAME_LENGTH });
  if (!form.ok) throw invalid(form.errors);
  return { name, answer: takeAnswer<NewPasskeyAnswer>(request, 'add', body['passkey']) };
}

export const typedNameIn = (body: Record<string, unknown>): { name: string } => {
  const { name } = new FormReader(body).typed;
  return { name: typeof name === 'string' ? name : '' };
};
