/** Injection tokens for providers that are not classes. */
export const CONFIG = Symbol('config');
export const CLAIM_KEY = Symbol('claim key');
export const AUTH_POOL = Symbol('auth pool');
