import { randomBytes } from 'node:crypto';

let last = 0;
let sequence = 0;

/** A UUIDv7: its order is the order of making, also within one millisecond of one process. */
export function newId(): string {
  const now = Date.now();
  sequence = now > last ? randomBytes(2).readUInt16BE() & 0x3ff : sequence + 1;
  if (now > last) last = now;
  if (sequence > 0xfff) {
    last++;
    sequence = 0;
  }
  const time = last.toString(16).padStart(12, '0');
  const tail = randomBytes(8);
  tail[0] = (tail[0]! & 0x3f) | 0x80;
  const rest = tail.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Names one holder of a lease. */
export function newLease(): string {
  return randomBytes(12).toString('base64url');
}
