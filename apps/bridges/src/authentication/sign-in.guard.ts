import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { type FieldError, invalid, ProblemError } from '#libs/platform';
import { lengthOf } from '#libs/terms';

/** Authenticates with passport, after checking that both fields are filled in. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  override canActivate(context: ExecutionContext) {
    const body = (context.switchToHttp().getRequest<{ body?: Record<string, unknown> }>().body ??
      {}) as Record<string, unknown>;
    const errors = [
      ...errorsOf(body, 'username', 'Enter your user name'),
      ...errorsOf(body, 'password', 'Enter your password'),
    ];
    if (errors.length > 0) throw invalid(errors);
    return super.canActivate(context);
  }

  override handleRequest<User>(
    error: unknown,
    user: User | false,
    _info: unknown,
    _context: ExecutionContext,
  ): User {
    if (error) throw error;
    if (!user) throw new ProblemError(401, 'Enter a correct user name and password.');
    return user;
  }
}

const LONGEST = 200;

/** Guards run before body validation, so values that are not text are rejected here. */
function errorsOf(body: Record<string, unknown>, field: string, message: string): FieldError[] {
  const given = body[field];
  return typeof given === 'string' && given !== '' && lengthOf(given) <= LONGEST ? [] : [{ field, message }];
}
