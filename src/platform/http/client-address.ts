import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import type { Platform } from '../platform.ts';
import type { HttpEnv } from './caller.ts';

/**
 * The network address that limits are counted for. X-Forwarded-For is read only when the peer itself is one
 * of TRUSTED_PROXIES, and then from the right, up to the first address that is not.
 */
export function clientAddress(platform: Platform, c: Context<HttpEnv>): string {
  const peer = plain(c.env?.incoming?.socket?.remoteAddress ?? '');
  const trusted = proxies(platform.config.trustedProxies);
  if (!contains(trusted, peer)) return peer;
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => plain(part.trim()));
  const beyond = chain.toReversed().find((address) => isIP(address) && !contains(trusted, address));
  return beyond ?? peer;
}

/** IPv6 neighbours share a /64, so that one visitor is one address. */
export function limitKey(address: string): string {
  return isIP(address) === 6 ? address.split(':').slice(0, 4).join(':') : address;
}

/** Who counts as one where tries are counted by network address. */
export function limitAddress(platform: Platform, c: Context<HttpEnv>): string {
  return limitKey(clientAddress(platform, c));
}

const known = new WeakMap<string[], BlockList>();

function proxies(list: string[]): BlockList {
  const kept = known.get(list);
  if (kept) return kept;
  const made = new BlockList();
  for (const entry of list) addProxy(made, entry);
  known.set(list, made);
  return made;
}

function addProxy(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (!isIP(address)) return;
  if (bits) list.addSubnet(address, Number(bits), kind);
  else list.addAddress(address, kind);
}

function contains(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
