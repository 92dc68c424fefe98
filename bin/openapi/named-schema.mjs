// What an identity provider calls a program, its client ID, is a word.
const UUID = /^id$|(?<!^clien)[a-z]Id$/;
const UUIDS = /[a-z]Ids$/;
const DATE = /[a-z]On$|^dateOfBirth$|^expectedDate$|^validUntil$|^canBeUndoneUntil$/;
const FRACTION = /share$|^(county|national|likeness)$/i;
// The occasion on which a family was asked is a word.
const INSTANT = /(?<!^asked)At$/;

/**
 * A text whose name says what it holds has a format: ids are UUIDs, days of practice end in On, instants in At. Types
 * cannot say so, since all three are strings; the API's tests hold every answer against it.
 */
export function namedSchema(name, schema) {
  if (schema.type === 'array' && UUIDS.test(name) && schema.items?.type === 'string')
    return { ...schema, items: withFormat('uuid', schema.items) };
  if (UUID.test(name)) return withFormat('uuid', schema);
  if (DATE.test(name)) return withFormat('date', schema);
  if (INSTANT.test(name)) return withFormat('date-time', schema);
  // Counts and versions are whole; shares are not.
  if (schema.type === 'integer' && FRACTION.test(name)) return { ...schema, type: 'number' };
  return schema;
}

const isText = ({ type, format, enum: values }) =>
  [type].flat().includes('string') && format === undefined && values === undefined;
const withFormat = (format, schema) => (isText(schema) ? { ...schema, format } : schema);
