import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Everything that is not the public internet: this machine, networks inside, metadata services, multicast, reserved. */
const INSIDE = new BlockList();
const INSIDE_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Of IPv6 only 2000::/3 is public; these parts of it are not, or reach an IPv4 address inside. */
const INSIDE_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const OUTSIDE_6 = new BlockList();
const add = (list: BlockList, network: string, type: 'ipv4' | 'ipv6'): void => {
  const [address, bits] = network.split('/') as [string, string];
  list.addSubnet(address, Number(bits), type);
};
for (const network of INSIDE_4) add(INSIDE, network, 'ipv4');
for (const network of INSIDE_6) add(INSIDE, network, 'ipv6');
add(OUTSIDE_6, '2000::/3', 'ipv6');

const LOOPBACK = new Set(['127.0.0.1', '::1']);

/** Is this a numeric address on the public internet? */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !INSIDE.check(address, 'ipv4');
  return family === 6 && OUTSIDE_6.check(address, 'ipv6') && !INSIDE.check(address, 'ipv6');
}

/** Thrown when an address leads to a network inside. */
export class PrivateTarget extends Error {}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * What is wrong with the address of a server as it is written, or null. Where its name leads is checked at every request,
 * because that can change.
 */
export function targetError(text: string, toLoopback: boolean): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return 'Enter an address that starts with https://';
  const host = hostOf(url);
  if (toLoopback && (LOOPBACK.has(host) || host === 'localhost')) return null;
  if (url.protocol !== 'https:') return 'Enter an address that starts with https://';
  if (url.username || url.password) return 'The address must not contain a user name or password';
  if (url.hash) return 'The address must not contain #';
  const isName = isIP(host) === 0;
  if (
    isName
      ? /(^|\.)(localhost|local|internal|home\.arpa)$/.test(host) || !host.includes('.')
      : !isPublicAddress(host)
  )
    return 'The address must be on the public internet';
  return null;
}

/**
 * Looks the name up and returns the address to connect to. Throws PrivateTarget if any of its addresses is inside: a name
 * that has both could be used to reach the other.
 */
export async function publicAddressOf(url: URL, toLoopback: boolean): Promise<Address> {
  const found = (await lookup(hostOf(url), { all: true })) as Address[];
  const isAllowed = ({ address }: Address): boolean =>
    isPublicAddress(address) || (toLoopback && LOOPBACK.has(address));
  if (found.length === 0 || !found.every(isAllowed)) throw new PrivateTarget();
  return found[0]!;
}

/** Connects a request to the address that was checked, whatever the name leads to by now. */
export const pinnedTo =
  ({ address, family }: Address): LookupFunction =>
  (_host, options, found) =>
    options.all ? found(null, [{ address, family }]) : found(null, address, family);
