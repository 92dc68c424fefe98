import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { ProblemError } from '#libs/platform';

/** A single resource with the version in its ETag: a number, or the whole tag. */
export class Versioned<Body> {
  constructor(
    readonly body: Body,
    readonly version: number | string,
  ) {}
}

/** A created resource and its address. */
export class Created<Body> {
  constructor(
    readonly body: Body,
    readonly location: string,
  ) {}
}

const TAG = /^(?:W\/)?"v(\d{1,9})"$/;

function seenVersion(request: Request): number | null {
  const header = request.headers['if-match'];
  if (header === undefined) return null;
  const version = TAG.exec(header)?.[1];
  if (version === undefined)
    throw new ProblemError(412, 'If-Match must be the ETag that this resource had when you read it.');
  return Number(version);
}

/** The version that the caller saw; 428 without If-Match. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const version = seenVersion(context.switchToHttp().getRequest());
  if (version === null)
    throw new ProblemError(428, 'Send If-Match with the ETag that this resource had when you read it.');
  return version;
});

/** The version that the caller saw, or null if not given. */
export const IfMatchGiven = createParamDecorator((_data: unknown, context: ExecutionContext): number | null =>
  seenVersion(context.switchToHttp().getRequest()),
);

/** Sets the ETag and Location headers. */
@Injectable()
export class VersionedInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(map((answer) => unwrap(answer, response)));
  }
}

function unwrap(answer: unknown, response: Response): unknown {
  if (answer instanceof Created) {
    response.status(201).location(answer.location);
    return unwrap(answer.body, response);
  }
  if (answer instanceof Versioned) {
    const { version } = answer;
    response.setHeader('ETag', typeof version === 'number' ? `"v${version}"` : version);
    return answer.body;
  }
  return answer;
}
