import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Refusal } from '#libs/platform';

/** Asks passport; what is missing from the form is as wrong as what is false. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  override handleRequest<User>(error: unknown, user: User | false, _info: unknown, _context: ExecutionContext): User {
    if (error) throw error;
    if (!user) throw new Refusal(401, 'Enter a correct user name and password.');
    return user;
  }
}
