import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor, forbidden, ProblemError } from '#libs/platform';
import { ALLOWED, OPEN } from './allow.js';
import { mayEver, type Permission } from './rules.js';

/** Deny by default: a route without a declared permission is closed to everyone. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(OPEN, places)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(ALLOWED, places);
    const actor = context.switchToHttp().getRequest<{ actor?: Actor }>().actor;
    if (!actor) throw new ProblemError(401, 'Sign in to continue.');
    if (!permission || !mayEver(actor.role, permission))
      throw forbidden('Your role does not include this. Ask your agency administrator which role you need.');
    return true;
  }
}
