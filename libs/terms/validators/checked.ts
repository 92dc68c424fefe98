/** The result of checking a value from outside: valid and normalised, or an error message to show beside the field. */
export type Checked<Value = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };

/** The value is valid, in the one spelling that is stored. */
export function validValue<Value>(value: Value): Checked<Value> {
  return { ok: true, value };
}

/** The value is invalid; the message says what to do, as GOV.UK error messages do. */
export function invalidValue(message: string): Checked<never> {
  return { ok: false, message };
}
