import { createHmac, randomBytes } from 'node:crypto';
import { equal } from '#platform/secrets.ts';

const STEP_MS = 30_000;
const DIGITS = 6;
/** Clocks of phones are a little wrong: the step before and the step after are good too. */
const DRIFT = [-1, 0, 1];
const SECRET_BYTES = 20;

/** A secret for an authenticator app, in base32 as people type it. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(SECRET_BYTES));
}

/**
 * The step (half minutes since 1970) that this code belongs to, if it is one of those good at `now`
 * (milliseconds); null = a wrong code. RFC 6238 with SHA-1, as every authenticator app speaks it.
 */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const key = fromBase32(secret);
  const middle = Math.floor(now / STEP_MS);
  const good = DRIFT.filter((drift) => equal(codeOfStep(key, middle + drift), code));
  return good.length === 0 ? null : middle + good[0]!;
}

/** The code that the app shows at `now`. */
export function codeAt(secret: string, now: number): string {
  return codeOfStep(fromBase32(secret), Math.floor(now / STEP_MS));
}

/** RFC 4226: the last four bits of the HMAC say where the 31 bits of the code stand. */
export function codeOfStep(key: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = mac[mac.length - 1]! & 15;
  const number = mac.readUInt32BE(at) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** What authenticator apps read from a QR code. */
export function totpAddress(secret: string, issuer: string, account: string): string {
  const plain = issuer.replaceAll(':', ' ');
  const label = `${encodeURIComponent(plain)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(plain)}`;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{1,5}/g, (five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]!);
}

function fromBase32(text: string): Uint8Array {
  const bits = text.replaceAll(/./g, (letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'));
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
}
