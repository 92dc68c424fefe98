import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, invalid } from '#libs/platform';

/** Rejects properties that the DTO does not have; each error names its field. */
export const validation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  transformOptions: { enableImplicitConversion: false, exposeDefaultValues: true },
  exceptionFactory: (errors) => invalid(faultsOf(errors, '')),
});

function faultsOf(errors: readonly ValidationError[], prefix: string): FieldError[] {
  return errors.flatMap((error) => {
    const field = `${prefix}${error.property}`;
    const own = Object.values(error.constraints ?? {})
      .slice(0, 1)
      .map((message) => ({ field, message }));
    return [...own, ...faultsOf(error.children ?? [], `${field}.`)];
  });
}
