import { Agent } from 'node:http';

/** Requests reuse connections; a test app's server never closes one for idling. */
export const KEPT_CONNECTIONS = new Agent({ keepAlive: true });

/** A server that stops would wait for connections that are only kept. Those in use are left alone. */
export function closeKeptConnections(): void {
  for (const sockets of Object.values(KEPT_CONNECTIONS.freeSockets))
    for (const socket of sockets ?? []) socket.destroy();
}
