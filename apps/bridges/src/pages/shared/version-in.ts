/** The version that a form was opened with; 0, which is never current, if the form has none. */
export function versionIn(body: Record<string, unknown>): number {
  const typed = body['version'];
  return typeof typed === 'string' && /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}
