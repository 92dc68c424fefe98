import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor, forbidden, ProblemError, type Service } from '#libs/platform';
import { ALLOWED, ALLOWED_SERVICE, OPEN } from './allow.js';
import { mayEver, type Permission } from './rules.js';

/** Deny by default: a route without a declared permission is closed to everyone. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(OPEN, places)) return true;
    const scope = this.reflector.getAllAndOverride<string | undefined>(ALLOWED_SERVICE, places);
    if (scope) return this.permitService(scope, context);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(ALLOWED, places);
    const actor = context.switchToHttp().getRequest<{ actor?: Actor }>().actor;
    if (!actor) throw new ProblemError(401, 'Sign in to continue.');
    if (!permission || !mayEver(actor.role, permission))
      throw forbidden('Your role does not include this. Ask your agency administrator which role you need.');
    return true;
  }

  /** A route for systems is closed to people, and each scope's routes to tokens of another. */
  private permitService(scope: string, context: ExecutionContext): boolean {
    const { service } = context.switchToHttp().getRequest<{ service?: Service }>();
    if (!service) throw new ProblemError(401, 'Send a service token of your agency as bearer token.');
    if (service.scope !== scope) throw forbidden('This service token may not do this.');
    return true;
  }
}
