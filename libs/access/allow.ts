import { SetMetadata } from '@nestjs/common';
import type { Permission } from './rules.js';

export const ALLOWED = 'bridges:allowed';
export const OPEN = 'bridges:open';

/** The permission a route needs; a route without this or @Open is refused. */
export const Allow = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(ALLOWED, permission);
/** A route for anybody, signed in or not. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);
