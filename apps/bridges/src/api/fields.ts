import { applyDecorators } from '@nestjs/common';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ArrayMaxSize,
  ArrayUnique,
  IsObject,
  ValidateNested,
} from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { isCalendarDate } from '#libs/platform';

const LINE = 200;
const LONG = 10_000;
const MANY = 50;

/** Required text of one line. */
export const Line = (max = LINE): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Matches(/\S/, { message: '$property must not be empty' }),
    MaxLength(max),
    ApiProperty({ type: 'string', minLength: 1, maxLength: max }),
  );
/** Required long text. */
export const Words = (max = LONG): PropertyDecorator => Line(max);
export const OptionalLine = (max = LINE): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsString(),
    MaxLength(max),
    ApiPropertyOptional({ type: 'string', maxLength: max }),
  );
export const OptionalWords = (max = LONG): PropertyDecorator => OptionalLine(max);
export const Id = (): PropertyDecorator =>
  applyDecorators(IsUUID(), ApiProperty({ type: 'string', format: 'uuid' }));
export const OptionalId = (): PropertyDecorator =>
  applyDecorators(IsOptional(), IsUUID(), ApiPropertyOptional({ type: 'string', format: 'uuid' }));
export const Ids = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MANY),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
    ApiPropertyOptional({ type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: MANY }),
  );
export const YesNo = (): PropertyDecorator => applyDecorators(IsBoolean(), ApiProperty({ type: 'boolean' }));
export const OptionalYesNo = (): PropertyDecorator =>
  applyDecorators(IsOptional(), IsBoolean(), ApiPropertyOptional({ type: 'boolean' }));
export const Whole = (min: number, max: number): PropertyDecorator =>
  applyDecorators(IsInt(), Min(min), Max(max), ApiProperty({ type: 'integer', minimum: min, maximum: max }));
export const OptionalWhole = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    Whole(min, max),
    ApiPropertyOptional({ type: 'integer', minimum: min, maximum: max }),
  );

const namesOf = (list: object | readonly string[]): string[] =>
  Array.isArray(list) ? [...list] : Object.keys(list);
export const OneOf = (list: object | readonly string[]): PropertyDecorator =>
  applyDecorators(
    IsIn(namesOf(list), { message: `$property must be one of ${namesOf(list).join(', ')}` }),
    ApiProperty({ type: 'string', enum: namesOf(list) }),
  );
export const OptionalOneOf = (list: object | readonly string[]): PropertyDecorator =>
  applyDecorators(IsOptional(), OneOf(list), ApiPropertyOptional({ type: 'string', enum: namesOf(list) }));
export const ManyOf = (list: object | readonly string[]): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MANY),
    ArrayUnique(),
    IsIn(namesOf(list), {
      each: true,
      message: `each of $property must be one of ${namesOf(list).join(', ')}`,
    }),
    ApiPropertyOptional({ type: 'array', items: { type: 'string', enum: namesOf(list) } }),
  );

type Body = new () => object;
/** A part with fields of its own. */
export const OptionalPart = (of: () => Body): PropertyDecorator =>
  applyDecorators(IsOptional(), IsObject(), ValidateNested(), Type(of), ApiPropertyOptional({ type: of }));
/** Several parts with fields of their own. */
export const Parts = (of: () => Body, max = MANY): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(max),
    ValidateNested({ each: true }),
    Type(of),
    ApiProperty({ type: () => [of()] }),
  );
export const OptionalParts = (of: () => Body, max = MANY): PropertyDecorator =>
  applyDecorators(IsOptional(), Parts(of, max), ApiPropertyOptional({ type: () => [of()] }));

/** A date of practice, 'YYYY-MM-DD', that exists. */
export const Day = (): PropertyDecorator =>
  applyDecorators(RealDay(), ApiProperty({ type: 'string', format: 'date' }));
export const OptionalDay = (): PropertyDecorator =>
  applyDecorators(IsOptional(), RealDay(), ApiPropertyOptional({ type: 'string', format: 'date' }));

const INSTANT = '$property must be an instant, such as 2026-03-03T15:30:00Z';
/** A moment, with its zone. */
export const Instant = (): PropertyDecorator =>
  applyDecorators(
    IsISO8601({ strict: true }, { message: INSTANT }),
    Matches(/T.*(Z|[+-]\d\d:\d\d)$/, { message: INSTANT }),
  );

function RealDay(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'day',
      target: target.constructor,
      propertyName: String(property),
      options: { message: '$property must be a real date, such as 2026-03-03' },
      validator: { validate: (value) => isCalendarDate(value) },
    });
}
