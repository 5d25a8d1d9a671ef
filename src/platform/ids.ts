import { randomBytes, randomUUID } from 'node:crypto';

let last = 0;
let sequence = 0;

/** A UUIDv7: its order is the order of making, also within one millisecond of one process. */
export function newId(): string {
  const now = Date.now();
  // Chance comes from a version 4 UUID, of which Node keeps a store: its second half is what ours needs too.
  const random = randomUUID();
  sequence = now > last ? parseInt(random.slice(15, 18), 16) & 0x3ff : sequence + 1;
  if (now > last) last = now;
  if (sequence > 0xfff) {
    last++;
    sequence = 0;
  }
  const time = last.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${random.slice(19)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Names one holder of a lease. */
export function newLease(): string {
  return randomBytes(12).toString('base64url');
}
