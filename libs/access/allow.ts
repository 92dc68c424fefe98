import { SetMetadata } from '@nestjs/common';
import type { ServiceScope } from '#libs/terms';
import type { Permission } from './rules.js';

export const ALLOWED = 'bridges:allowed';
export const ALLOWED_SERVICE = 'bridges:allowed service';
export const OPEN = 'bridges:open';

/** The permission that a route needs; the guard rejects a route with neither this nor @Open. */
export const Allow = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(ALLOWED, permission);
/** A route for systems of an agency whose service token has this scope; no person may use it. */
export const AllowService = (scope: ServiceScope): MethodDecorator & ClassDecorator =>
  SetMetadata(ALLOWED_SERVICE, scope);
/** A route open to all visitors, signed in or not. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);
