import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsOptional, registerDecorator, ValidateIf, ValidateNested } from 'class-validator';
import * as kinds from './field-kinds.js';

/**
 * Decorators for the fields of API bodies. Each kind has three variants, all described in the OpenAPI document:
 * required (`ShortText`); optional (`OptionalShortText`: may be left out, null is rejected); and nullable
 * (`NullableShortText`: may be left out; null or an empty text clears the value).
 */
type Make<Options extends unknown[]> = (...options: Options) => PropertyDecorator;

const required =
  <Options extends unknown[]>(kind: kinds.Kind<Options>): Make<Options> =>
  (...options) =>
    field(kind(...options), { required: true });

const optional =
  <Options extends unknown[]>(kind: kinds.Kind<Options>): Make<Options> =>
  (...options) =>
    applyDecorators(
      ValidateIf((_body, value) => value !== undefined),
      field(kind(...options), { required: false }),
    );

const nullable =
  <Options extends unknown[]>(kind: kinds.Kind<Options>): Make<Options> =>
  (...options) =>
    applyDecorators(IsOptional(), field(kind(...options), { required: false, nullable: true }));

/** Required unless `other` is given. */
const unless =
  <Options extends unknown[]>(kind: kinds.Kind<Options>): Make<[other: string, ...Options]> =>
  (other, ...options) =>
    applyDecorators(
      ValidateIf((body: Record<string, unknown>, value: unknown) => value != null || body[other] == null),
      field(kind(...options), { required: false, nullable: true }),
    );

export const ShortText = required(kinds.shortText);
export const OptionalShortText = optional(kinds.shortText);
export const NullableShortText = nullable(kinds.shortText);
export const LongText = required(kinds.longText);
export const OptionalLongText = optional(kinds.longText);
export const NullableLongText = nullable(kinds.longText);
export const ShortTextUnless = unless(kinds.shortText);
export const Secret = required(kinds.secret);
export const OptionalSecret = optional(kinds.secret);
export const Id = required(kinds.id);
export const OptionalId = optional(kinds.id);
export const NullableId = nullable(kinds.id);
export const IdUnless = unless(kinds.id);
export const Ids = required(kinds.ids);
export const OptionalIds = optional(kinds.ids);
export const YesNo = required(kinds.yesNo);
export const OptionalYesNo = optional(kinds.yesNo);
export const NullableYesNo = nullable(kinds.yesNo);
/** May be left out, or be true. */
export const OptionalTrue = optional(kinds.onlyTrue);
export const Integer = required(kinds.integer);
export const OptionalInteger = optional(kinds.integer);
export const NullableInteger = nullable(kinds.integer);
export const IsoDate = required(kinds.isoDate);
export const OptionalIsoDate = optional(kinds.isoDate);
export const NullableIsoDate = nullable(kinds.isoDate);
/** '2012-03' or '2012': what is known of a birth whose day is not. */
export const NullableBirthPeriod = nullable(kinds.birthPeriod);
export const Instant = required(kinds.instant);
export const OptionalInstant = optional(kinds.instant);
export const NullableInstant = nullable(kinds.instant);
export const OneOf = required(kinds.oneOf);
export const OptionalOneOf = optional(kinds.oneOf);
export const NullableOneOf = nullable(kinds.oneOf);
export const EnumArray = required(kinds.enumArray);
export const OptionalEnumArray = optional(kinds.enumArray);
export const OptionalPart = optional(kinds.part);
export const NestedArray = required(kinds.nestedArray);
export const OptionalNestedArray = optional(kinds.nestedArray);
/** An object whose properties are validated elsewhere. */
export const OptionalRecord = optional(kinds.record);

/** Text to search or filter by; an empty text sets no filter. */
export const QueryText = optional(kinds.queryText);
/** The number of rows, 1 to `max`. */
export const Limit = optional(kinds.limit);
/** The id of the last row of the previous page. */
export const Cursor = optional(kinds.cursor);
/** The number of the last row of the previous page. */
export const IntegerCursor = optional(kinds.integerCursor);
export const QueryOneOf = optional(kinds.queryOneOf);

function field(kind: kinds.Described, presence: Presence): PropertyDecorator {
  const { schema, faultOf, read, nested } = kind;
  const { minLength, ...rest } = schema as { minLength?: number };
  return applyDecorators(
    checked(faultOf),
    ...(read || presence.nullable
      ? [Transform(({ value }) => emptied((read ?? same)(value), presence))]
      : []),
    ...(nested ? [Type(nested), ValidateNested({ each: schema.type !== 'object' })] : []),
    ApiProperty({
      ...rest,
      // A nullable field accepts an empty text, which clears the value, so it has no minimum length.
      ...(minLength === undefined || presence.nullable ? {} : { minLength }),
      ...presence,
    } as ApiPropertyOptions),
  );
}

interface Presence {
  readonly required: boolean;
  readonly nullable?: true;
}

const same = (value: unknown): unknown => value;
const emptied = (value: unknown, { nullable }: Presence): unknown =>
  nullable && value === '' ? null : value;

function checked(faultOf: (value: unknown) => string | null): PropertyDecorator {
  const words = (value: unknown): string | null => {
    if (value === undefined) return 'must be given';
    if (value === null) return 'must not be null. Leave it out, or give a value';
    return faultOf(value);
  };
  return (target, property) =>
    registerDecorator({
      name: 'field',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => words(value) === null,
        defaultMessage: (of) => `${String(property)} ${words(of?.value)}`,
      },
    });
}
