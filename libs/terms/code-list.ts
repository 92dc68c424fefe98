/** A list of values of one field: the key is stored, the label is what people read. */
export type CodeList = Readonly<Record<string, string>>;

/** The key of a list, as a type: `KeyOf<typeof SEXES>` is 'F' | 'M' | 'U'. */
type KeyOf<List extends CodeList> = keyof List & string;

/** The label of a key. The compiler refuses a key that the list does not hold. */
export function labelOf<List extends CodeList>(list: List, key: KeyOf<List>): string {
  return list[key] as string;
}

/** The keys in the order of the list, which is their display order. */
export function keysOf<List extends CodeList>(list: List): KeyOf<List>[] {
  return Object.keys(list) as KeyOf<List>[];
}

/** Whether a value from outside (a form, a request) is a key of the list. Never throws. */
export function isKeyOf<List extends CodeList>(list: List, value: unknown): value is KeyOf<List> {
  return typeof value === 'string' && Object.hasOwn(list, value);
}

/** The list as choices for radios, checkboxes or a select: `value` is stored, `text` is shown. */
export function optionsOf<List extends CodeList>(list: List): { value: KeyOf<List>; text: string }[] {
  return keysOf(list).map((value) => ({ value, text: labelOf(list, value) }));
}
