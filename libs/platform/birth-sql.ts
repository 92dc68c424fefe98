/** The columns of a `Birth`, of a table or alias such as `k`: `query` names them as the value type does. */
export const BIRTH_COLUMNS = (alias: string): string =>
  ['date_of_birth', 'birth_period', 'estimated_age', 'estimated_on', 'expected_date']
    .map((column) => `${alias}.${column}`)
    .join(', ');

/** The same as pairs of a `json_build_object`. */
export const birthSql = (alias: string): string =>
  `'dateOfBirth', ${alias}.date_of_birth, 'birthPeriod', ${alias}.birth_period, 'estimatedAge', ${alias}.estimated_age,
   'estimatedOn', ${alias}.estimated_on, 'expectedDate', ${alias}.expected_date`;
