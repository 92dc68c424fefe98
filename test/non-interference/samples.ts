export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Record<string, Schema>;
  readonly required?: readonly string[];
  readonly minimum?: number;
}

/** A value that the API description allows, without regard to meaning. */
export function sampleOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): unknown {
  const named = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (named) return sampleOf(schemas[named.split('/').at(-1)!]!, schemas);
  if (schema.enum) return schema.enum[0];
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([name]) => schema.required?.includes(name))
        .map(([name, one]) => [name, sampleOf(one, schemas)]),
    );
  if (schema.type === 'array') return [sampleOf(schema.items ?? {}, schemas)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.format === 'uuid') return '01a00000-0000-7000-8000-00000000beef';
  if (schema.format === 'date') return '2026-11-18';
  if (schema.format === 'date-time') return '2026-11-18T10:00:00Z';
  if (schema.type === 'object') return {};
  return 'Invented';
}
