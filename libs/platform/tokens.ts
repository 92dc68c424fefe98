/** Names under which the container holds what is not a class. */
export const CONFIG = Symbol('config');
export const CLAIM_KEY = Symbol('claim key');
export const DOOR_POOL = Symbol('door pool');
