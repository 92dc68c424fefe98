import { SetMetadata } from '@nestjs/common';
import type { Permission } from './rules.js';

export const ALLOWED = 'bridges:allowed';
export const OPEN = 'bridges:open';

/** The permission that a route needs; the guard rejects a route with neither this nor @Open. */
export const Allow = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(ALLOWED, permission);
/** A route open to all visitors, signed in or not. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);
