/** What became of a value from outside: tidied and right, or wrong with a message to show beside the field. */
export type Checked<Value = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };

/** The value is right, in the one spelling that is stored. */
export function right<Value>(value: Value): Checked<Value> {
  return { ok: true, value };
}

/** The value is wrong; the message says what to do, as GOV.UK error messages do. */
export function wrong(message: string): Checked<never> {
  return { ok: false, message };
}
