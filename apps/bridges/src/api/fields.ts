import { applyDecorators } from '@nestjs/common';
import {
  IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, registerDecorator,
  ArrayMaxSize, ArrayUnique,
} from 'class-validator';
import { isCalendarDate } from '#libs/platform';

const LINE = 200;
const LONG = 10_000;
const MANY = 50;

/** Required text of one line. */
export const Line = (max = LINE): PropertyDecorator =>
  applyDecorators(IsString(), Matches(/\S/, { message: '$property must not be empty' }), MaxLength(max));
/** Required long text. */
export const Words = (max = LONG): PropertyDecorator => Line(max);
export const OptionalLine = (max = LINE): PropertyDecorator => applyDecorators(IsOptional(), IsString(), MaxLength(max));
export const OptionalWords = (max = LONG): PropertyDecorator => OptionalLine(max);
export const Id = (): PropertyDecorator => IsUUID();
export const OptionalId = (): PropertyDecorator => applyDecorators(IsOptional(), IsUUID());
export const Ids = (): PropertyDecorator =>
  applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(MANY), ArrayUnique(), IsUUID(undefined, { each: true }));
export const YesNo = (): PropertyDecorator => IsBoolean();
export const OptionalYesNo = (): PropertyDecorator => applyDecorators(IsOptional(), IsBoolean());
export const Whole = (min: number, max: number): PropertyDecorator => applyDecorators(IsInt(), Min(min), Max(max));
export const OptionalWhole = (min: number, max: number): PropertyDecorator => applyDecorators(IsOptional(), Whole(min, max));

const namesOf = (list: object | readonly string[]): string[] => (Array.isArray(list) ? [...list] : Object.keys(list));
export const OneOf = (list: object | readonly string[]): PropertyDecorator =>
  IsIn(namesOf(list), { message: `$property must be one of ${namesOf(list).join(', ')}` });
export const OptionalOneOf = (list: object | readonly string[]): PropertyDecorator => applyDecorators(IsOptional(), OneOf(list));
export const ManyOf = (list: object | readonly string[]): PropertyDecorator =>
  applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(MANY), ArrayUnique(),
    IsIn(namesOf(list), { each: true, message: `each of $property must be one of ${namesOf(list).join(', ')}` }));

/** A date of practice, 'YYYY-MM-DD', that exists. */
export function Day(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'day',
      target: target.constructor,
      propertyName: String(property),
      options: { message: '$property must be a real date, such as 2026-03-03' },
      validator: { validate: (value) => isCalendarDate(value) },
    });
}
export const OptionalDay = (): PropertyDecorator => applyDecorators(IsOptional(), Day());
