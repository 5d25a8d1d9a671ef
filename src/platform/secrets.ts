import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export interface Secrets {
  /** Seals text so that the database alone cannot read it (AES-256-GCM). */
  seal(plain: string): string;
  /** Opens what `seal` made; throws when it was altered. */
  open(sealed: string): string;
  /** A short signature over text, for forms and signed addresses. */
  sign(purpose: string, text: string): string;
  verify(purpose: string, text: string, signature: string): boolean;
  /** Tells whether two processes run with the same secret, without telling the secret. */
  fingerprint(): string;
}

/** 256 random bits for an address or a key. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A name that nobody guesses, for a room that is open to whoever knows it: 128 random bits. */
export function newRoomName(): string {
  return `rondo-${randomBytes(16).toString('hex')}`;
}

/** Tokens are found by this and never kept in the clear. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function secretsFrom(secret: string): Secrets {
  const key = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'rondo', purpose, 32));
  const sealing = key('seal');
  const sign = (purpose: string, text: string): string =>
    createHmac('sha256', key(`sign:${purpose}`))
      .update(text)
      .digest('base64url');
  return {
    seal: (plain) => seal(sealing, plain),
    open: (sealed) => open(sealing, sealed),
    sign,
    verify: (purpose, text, signature) => equal(sign(purpose, text), signature),
    fingerprint: () => key('fingerprint').toString('base64url').slice(0, 16),
  };
}

function seal(key: Buffer, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

function open(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
}

export function equal(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}
