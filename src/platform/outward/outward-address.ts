import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Resolves a name to every address it has; tests bring their own. */
export type Resolve = (host: string) => Promise<string[]>;

/** Why a server that somebody named is not connected to. */
export class OutwardRefusal extends Error {}

/** The one network address of a server that a person named: the first of `outwardAddresses`. */
export async function outwardAddress(
  host: string,
  port: number,
  privateHosts: readonly string[],
  resolve: Resolve = resolveAll,
): Promise<string> {
  return (await outwardAddresses(host, port, privateHosts, resolve))[0];
}

/**
 * The network addresses of a server that a person named, to be connected to as they are here, so that no name that
 * changes meanwhile leads elsewhere (ABUSE 30). Loopback, private and reserved addresses are refused unless the
 * operator lists this very `host:port` in PRIVATE_HOSTS.
 */
export async function outwardAddresses(
  host: string,
  port: number,
  privateHosts: readonly string[],
  resolve: Resolve = resolveAll,
): Promise<[string, ...string[]]> {
  const [first, ...others] = isIP(host) ? [host] : await resolve(host).catch(() => []);
  if (first === undefined) throw new OutwardRefusal('This server cannot be found. Check its name.');
  if ([first, ...others].some(isPrivate) && !isListed(privateHosts, host, port)) {
    throw new OutwardRefusal(
      'This server stands in a private network. Whoever runs Rondo can allow it with PRIVATE_HOSTS.',
    );
  }
  return [first, ...others];
}

/** Whether the operator lists this very host and port. */
export function isListed(privateHosts: readonly string[], host: string, port: number): boolean {
  const written = isIP(host) === 6 ? [`${host}:${port}`, `[${host}]:${port}`] : [`${host}:${port}`];
  return privateHosts.some((listed) => written.includes(listed.toLowerCase()));
}

/** Also what an IPv6 address wraps: ::ffff:127.0.0.1 is 127.0.0.1. */
export function isPrivate(address: string): boolean {
  return isIP(address) === 6 ? RESERVED.check(address, 'ipv6') : RESERVED.check(address, 'ipv4');
}

async function resolveAll(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

const RESERVED = new BlockList();
const V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 ' +
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
const V6 =
  '::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/9 ff00::/8';
for (const net of V4.split(' ')) addNet(net, 'ipv4');
for (const net of V6.split(' ')) addNet(net, 'ipv6');

function addNet(net: string, family: 'ipv4' | 'ipv6'): void {
  const [address, bits] = net.split('/');
  RESERVED.addSubnet(address!, Number(bits), family);
}
