import { randomBytes, randomUUID } from 'node:crypto';

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
  // The second half of a random UUID is what is wanted here, variant bits and all; Node keeps a store of them.
  const tail = randomUUID().slice(19);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Names one holder of a lease. */
export function newLease(): string {
  return randomBytes(12).toString('base64url');
}
