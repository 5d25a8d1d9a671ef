import { z } from '#platform/http/fields.ts';

/** How somebody's own two-factor sign-in stands. */
export const twoFactorAnswer = z.object({
  enabled: z.boolean(),
  enabledAt: z.string().nullable(),
  recoveryCodesLeft: z.number(),
});

/** What an authenticator app needs: typed, or read from a QR code. */
export const newSecretAnswer = z.object({ secret: z.string(), address: z.string() });

/** Shown this once. */
export const recoveryCodesAnswer = z.object({ recoveryCodes: z.array(z.string()) });

export const sessionAnswer = z
  .object({
    id: z.string(),
    current: z.boolean(),
    createdAt: z.string(),
    lastSeenAt: z.string(),
    device: z.string().nullable(),
  })
  .openapi('Session');
