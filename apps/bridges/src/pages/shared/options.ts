/** People as choices of a select, after an empty one. */
export function peopleOptions(
  people: readonly { readonly id: string; readonly name: string; readonly jobTitle: string }[],
) {
  return [
    { value: '', text: 'Choose a person' },
    ...people.map(({ id, name, jobTitle }) => ({ value: id, text: `${name}, ${jobTitle}` })),
  ];
}

export function agencyOptions(agencies: readonly { readonly id: string; readonly name: string }[]) {
  return [
    { value: '', text: 'Choose an agency' },
    ...agencies.map(({ id, name }) => ({ value: id, text: name })),
  ];
}
