import { HttpStatus } from '@nestjs/common';
import SCIMMY from 'scimmy';

export const SCIM_TYPE = 'application/scim+json';

interface Refusal {
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[] | undefined;
}
interface ScimProblem {
  readonly schemas: readonly string[];
  readonly status: string;
  readonly scimType?: string;
  readonly detail: string;
}

/** An error of the library: what was wrong with a request, by the keywords of the RFC. */
export const isScimError = (thrown: unknown): thrown is InstanceType<typeof SCIMMY.Types.Error> =>
  thrown instanceof SCIMMY.Types.Error;

/** RFC 7644, 3.12. What is a validation error elsewhere is 400 here. */
export function toScimProblem({ status, detail, errors = [] }: Refusal, thrown: unknown): ScimProblem {
  const sentence = [detail, ...errors.map(({ field, message }) => `${field} ${message}.`)].join(' ');
  const keyword = scimTypeOf(status, thrown);
  return {
    schemas: [SCIMMY.Messages.ErrorResponse.id],
    status: String(scimStatus(status)),
    ...(keyword ? { scimType: keyword } : {}),
    detail: sentence,
  };
}

export const scimStatus = (status: number): number =>
  status === Number(HttpStatus.UNPROCESSABLE_ENTITY) ? HttpStatus.BAD_REQUEST : status;

function scimTypeOf(status: number, thrown: unknown): string | undefined {
  if (isScimError(thrown)) return thrown.scimType ?? undefined;
  if (status === Number(HttpStatus.UNPROCESSABLE_ENTITY)) return 'invalidValue';
  if (status === Number(HttpStatus.BAD_REQUEST)) return 'invalidSyntax';
  return isTaken(thrown) ? 'uniqueness' : undefined;
}

const isTaken = (thrown: unknown): boolean =>
  (thrown as { driverError?: { code?: string } })?.driverError?.code === '23505';
