import { Agent } from 'node:http';

/** Requests reuse connections. A test app's server closes them only when it stops. */
export const KEPT_CONNECTIONS = new Agent({ keepAlive: true });
